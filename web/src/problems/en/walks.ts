/** Problems of walks, links and the server itself, in English: those that whoever walks can meet. */
import type { Sentences } from '../sentence.ts'
import type { walks as french } from '../fr/walks.ts'

export const walks: Sentences<keyof typeof french> = {
  'bug.unexpected': 'The server failed, and nothing was stored. Try again.',
  'campaign.erased': 'The campaign was erased: nothing of it is kept.',
  'campaign.over': 'The last ballot is over: addresses are not shown any more.',
  'campaign.unknown': 'This is not the key of this campaign. Enter the key of the campaign.',
  'dispatch.closed': [
    [
      /from (\d\d:\d\d) to (\d\d:\d\d)/,
      (from, to) => `Doors are knocked on from ${from} to ${to} only. Choose another time, or fewer minutes.`,
    ],
    [
      /silence before the ballot of (\d{4})-(\d\d)-(\d\d)/,
      (year, month, day) =>
        `The silence before the ballot of ${day}/${month}/${year} has begun. Choose an earlier day.`,
    ],
    [/last ballot is over/, () => 'The last ballot is over: no walk is handed out any more.'],
    'No walk is handed out at this hour, or so close to a ballot. Choose another day or time.',
  ],
  'idempotency.in_progress': 'This is being done already. Wait a moment.',
  'idempotency.other_request': 'This changed on its way. Reload the page, then do it again.',
  'invitation.full': 'Everybody whom this invitation was for has a walk. Ask an organiser for one.',
  'invitation.over': 'This invitation was closed, or its time is over. Ask for a new one.',
  'invitation.unknown': 'There is no such invitation any more. Ask for a new one.',
  'key.malformed': 'This is no key: a key begins with dw_. Copy all of it.',
  'key.missing': 'The key of the campaign is missing. Enter it.',
  'key.scope': 'This key may not do that. Ask whoever runs the campaign for another one.',
  'key.unknown': 'This key is unknown, was deleted or has expired. Ask for a new one.',
  'ledger.busy': 'Others write in the same place right now. Try again in a moment.',
  'link.ended': 'This link was revoked, or its time is over. Ask an organiser for a new one.',
  'link.scope': 'A link opens its own walk and nothing else. Ask an organiser for what you need.',
  'link.too_many': [
    [
      /has (\d+) links/,
      (count) => `This walk has ${count} links and gets no more. Let a new one end the others.`,
    ],
    'This walk has as many links as it can have. Let a new one end the others.',
  ],
  'link.unknown': 'There is no such link any more. Ask an organiser for a new one.',
  'rate.exceeded': [
    [/wait (\d+) second/, (seconds) => `Too many requests in a minute. Wait ${seconds} s, then try again.`],
    'Too many requests in a minute. Wait a little, then try again.',
  ],
  'region.damaged':
    'The files of the region cannot be read. Whoever runs the server has to prepare it again.',
  'region.format':
    'The region is of another version of Doorwalk. Whoever runs the server has to prepare it again.',
  'region.unknown': 'This region is gone. Choose another one.',
  'request.bbox': 'This part of the map cannot be read. Look closer, then try again.',
  'request.changed': 'It has changed since you opened it. Reload, then make the change again.',
  'request.content_encoding': 'The content came compressed. Send it as it is.',
  'request.content_type':
    'This kind of file is not read here. Save it in one of the forms that are asked for.',
  'request.cursor': 'The list has changed meanwhile. Reload it.',
  'request.invalid': 'A value is not accepted. Correct it, then try again.',
  'request.malformed': 'The content cannot be read. Correct it, then try again.',
  'request.method': 'This cannot be done at this address. Reload the page.',
  'request.not_acceptable': 'There is no such form. Choose another one.',
  'request.too_deep': 'The content is nested too deeply. Simplify it.',
  'request.too_large': [
    [
      /more than (\d+) bytes/,
      (bytes) => `This is too large: at most ${Math.floor(Number(bytes) / 1e6)} MB. Send it in parts.`,
    ],
    'This is too large to be sent. Send it in parts.',
  ],
  'request.too_many': 'Too many entries at once. Send them in parts.',
  'request.unknown_address': 'There is nothing at this address.',
  'request.unknown_form': 'There is no such form. Choose another one.',
  'service.closing': 'The server is being stopped. Try again in a moment.',
  'start.unreachable': [
    [
      /outside of the region/,
      () => 'This start is outside of the region. Put it in the region, on a street.',
    ],
    'This start is too far from any street that people walk on. Put it on a street.',
  ],
  'storage.damaged': 'The database of the server is damaged. Tell whoever runs the server.',
  'storage.full': 'The disk of the server is full: nothing was stored. Tell whoever runs the server.',
  'storage.unwritable': 'The server can store nothing any more: nothing was stored. Tell whoever runs it.',
  'store.down': 'The database does not answer. Try again in a moment.',
  'streets.damaged':
    'The streets of the region cannot be read. Whoever runs the server has to prepare it again.',
  'streets.format':
    'The streets of the region are of another version of Doorwalk. Whoever runs the server has to prepare it again.',
  'streets.none': 'No street that people walk on lies here. Choose another area.',
  'walk.busy': 'Others change this walk right now. Try again in a moment.',
  'walk.late': 'There was no time to plan the walk. Try again in a moment.',
  'walk.none_left': 'Nothing is due near enough. Start elsewhere, or choose a larger area.',
  'walk.not_leased': 'This walk is a draft: hand out the walks of its plan first.',
  'walk.not_yours': 'This key changes only walks that were made with it. Take the link of the walk.',
  'walk.nothing_fits': [
    [
      /into (\d+) minutes/,
      (minutes) => `No stop fits into ${minutes} min. Finish the walk, or give it back.`,
    ],
    'No stop fits into the minutes that are left. Finish the walk, or give it back.',
  ],
  'walk.over': 'This walk was finished, given back, or its time is over. Ask for a new one.',
  'walk.unknown': 'There is no such walk any more.',
}
