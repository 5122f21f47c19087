/** Problems of plans, areas, rankings, lists, hold-outs and settings, in English. */
import type { ProblemCode, Sentences } from '../sentence.ts'
import { figureIn } from '../figure.ts'
import type { walks } from './walks.ts'

const figure = figureIn('en')

export const organising: Sentences<Exclude<ProblemCode, keyof typeof walks>> = {
  'area.bad_cell': 'A cell of this area is not in the region. Draw the area again.',
  'area.empty': 'This area has no surface. Draw it again.',
  'area.holds_nothing': 'No building lies in this area. Make it larger, or move it.',
  'area.needs_streets':
    'An area by minutes on foot needs the streets of the region, which are not read here. Draw it.',
  'area.no_precincts': 'This region has no polling stations. Draw the area on the map.',
  'area.outside_region': 'This area is outside of the region. Move it, or change the region.',
  'area.ring_open': 'The outline of this area is not closed: its last point has to be its first.',
  'area.self_crossing': 'The outline of this area crosses itself. Draw it again.',
  'area.swapped': 'Latitude and longitude look swapped in this area. Put the longitude first.',
  'area.too_large': [
    [
      /got (\d+) km², at most (\d+) km²/,
      (size, most) => `This area has ${figure(size)} km², at most ${figure(most)} km². Make several of it.`,
    ],
    'This area is too large. Choose a smaller one, or simplify its outline.',
  ],
  'area.too_many_parts': 'This area has too many parts. Take some away.',
  'area.too_many_vertices': [
    [
      /got (\d+) vertices, at most (\d+)/,
      (count, most) =>
        `The outline of this area has ${figure(count)} corners, at most ${figure(most)}. Simplify it.`,
    ],
    'The outline of this area has too many corners. Simplify it.',
  ],
  'area.unknown': 'This area is gone. Choose another one.',
  'area.unknown_precinct': [
    [/got "([^"]+)"/, (code) => `Polling station ${code} is not in the region. Choose it from the list.`],
    'This polling station is not in the region. Choose it from the list.',
  ],
  'batch.nobody': 'Nobody is there for this shift. Add teams.',
  'batch.pack_too_large': 'This is too much for one file: print shift by shift.',
  'batch.running': 'The plans of this weekend are still being made. Wait until they are ready.',
  'batch.shift_begun': 'This shift has begun and is not planned again. Call the roll in its plans.',
  'batch.too_many_plans': [
    [
      /got (\d+) pairs of shift and area, at most (\d+)/,
      (count, most) =>
        `This would be ${count} plans, at most ${most} at once: take fewer shifts, or fewer areas.`,
    ],
    'Too many plans at once: take fewer shifts, or fewer areas.',
  ],
  'batch.unknown': 'This weekend is gone.',
  'batch.unknown_area': 'An area is named twice, or is not of this weekend. Give each a name of its own.',
  'batch.unknown_shift': 'This shift is not of this weekend. Choose one that is.',
  'buildings.malformed': 'This list cannot be read. Send CSV with a header, or GeoJSON of points.',
  'buildings.too_many': [
    [
      /at most (\d+) are kept/,
      (most) =>
        `A campaign keeps at most ${figure(most)} addresses of its own in a region. Remove some first.`,
    ],
    'The campaign has as many addresses of its own as it can have. Remove some first.',
  ],
  'buildings.unknown_field': 'A column of this list is not known. Remove it.',
  'correction.unknown': 'This correction is gone.',
  'delivery.unknown': 'No such message was sent to this program, or too long ago.',
  'demo.closed': 'This server gives nobody the key of a demo campaign. Ask for a key.',
  'edit.contradiction':
    'This change contradicts another one, or what the plan was asked for. Take the other back first.',
  'edit.does_not_fit': [
    [
      /takes (\d+) minutes at least, and (\d+) can be planned; give it (\d+) minutes? more/,
      (takes, has, more) =>
        `It takes ${takes} minutes at least, and this walk has ${has}. Give it ${more} min more, or take an address off it.`,
    ],
    [
      /has (\d+) doors, more than its limit of (\d+)/,
      (doors, most) =>
        `It would have ${doors} doors, and this walk has at most ${most}. Take an address off it, or choose another walk.`,
    ],
    'This does not fit into the minutes or the doors of this walk. Give it more time, or take an address off it.',
  ],
  'edit.excluded': 'This address is taken off the plan. Put it back first.',
  'edit.gone': 'The plan before was removed: this change cannot be taken back any more.',
  'edit.locked': 'This walk is locked. Unlock it first.',
  'edit.no_effect': 'It is so already: nothing would change.',
  'edit.nobody': 'Nobody would walk any more. Keep one team at least, or delete the plan.',
  'edit.not_free':
    'This address is not free: it was visited, is on the walk of somebody else, is held out or has no doors. Choose another one.',
  'edit.nothing_to_redo': 'There is nothing to redo.',
  'edit.nothing_to_undo': 'There is nothing to undo.',
  'edit.pinned': 'This address is pinned to another walk. Unpin it first.',
  'edit.stairs':
    'There are stairs at this address, and the team of this walk avoids them. Choose another walk.',
  'edit.unknown_target': 'This address is not in the plan. Choose one that is.',
  'edit.unknown_walk': 'This walk is not in the plan any more, or is over. Choose another one.',
  'edit.unreachable': 'No way on foot leads to this address. Choose another one.',
  'edit.walk_begun': 'This walk has begun: that cannot be changed any more.',
  'edit.walker': 'This team is in the plan already.',
  'estimate.late': 'The server has no time for this estimate. Ask again in a moment.',
  'evaluation.not_precincts':
    'This draw is of blocks, and results are told by polling station. Draw polling stations to measure.',
  'evaluation.results': [
    [
      /got "([^"]+)" a second time/,
      (code) => `Polling station ${code} stands there twice. Keep one line of it.`,
    ],
    [/last result comes/, () => 'The result before is given twice. Keep one of them.'],
    'One result contradicts another. Give counts everywhere, or shares everywhere.',
  ],
  'evaluation.too_few':
    'Too few groups have results on both sides to say anything. Add the stations that are missing.',
  'holdout.sealed': 'This draw is sealed: open it first.',
  'holdout.size': [
    [
      /^(\d+) of (\d+) \w+ would be held out; expected (\d+) to (\d+)/,
      (drawn, of, least, most) =>
        `This would hold out ${drawn} of ${of}; it takes ${least} to ${most}. Choose another share.`,
    ],
    'So small a share of so few stations draws nobody. Choose another share.',
  ],
  'holdout.strata': 'Polling stations of the region have no such number. Choose another one.',
  'holdout.unknown': 'This draw is gone.',
  'holdout.unsealed': 'This draw was opened: it is evidence, and stays.',
  'imports.choice': 'A choice does not fit the file. Read the file again, and choose again.',
  'imports.opt_outs_stay':
    'Who has opted out is never asked again: such a list is added, and replaces nothing. Untick “Replace”.',
  'imports.stays':
    'This import cannot be taken back. Import the list without its lines, and let it replace the earlier ones.',
  'imports.two_lists': 'Two lists came at once. Give one of them.',
  'imports.unknown': 'This import is gone. Import the file again.',
  'imports.upload': 'The file has not arrived. Send it again.',
  'imports.upload_expired': 'Sending took too long. Send the file again.',
  'osrm.refused': 'The routes of the server are refused. Tell whoever runs the server.',
  'osrm.unreachable': 'The routes of the server do not answer. Try again, or tell whoever runs the server.',
  'plan.cancelled': 'This plan was cancelled before it was ready. Make another one.',
  'plan.commit_running': 'Somebody hands out the walks of this plan right now. Try again in a moment.',
  'plan.conflict': 'Other walks have taken addresses of this plan meanwhile. Plan it again.',
  'plan.failed': 'This plan failed. Make another one.',
  'plan.gave_up': 'This plan failed several times. Make another one, with a smaller area.',
  'plan.gone': 'The plan that was to be replaced was removed meanwhile. Make another one.',
  'plan.iterations': 'This key may not ask for so long a search. Ask for less.',
  'plan.replaced': 'A newer plan took the place of this one. Open the newer one.',
  'plan.replan_running': 'This plan is being replaced already. Wait a moment.',
  'plan.seconds': 'This key may not ask for so long a search. Ask for less.',
  'plan.walking': [
    [/^1 team/, () => 'One team is on its way with a walk of this plan. Wait until it is back.'],
    [
      /^(\d+) teams/,
      (count) => `${count} teams are on their way with walks of this plan. Wait until they are back.`,
    ],
    'Somebody is on a walk of this plan. Wait until they are back.',
  ],
  'plan.unknown': 'There is no such plan any more.',
  'price.late': 'The server has no time for this. Ask again in a moment.',
  'price.too_many': [
    [
      /all (\d+) targets of \d+ walks at once, and at most (\d+)/,
      (count, most) =>
        `This plan has ${figure(count)} addresses, and what wishes cost is told up to ${figure(most)}. Plan a part of the area.`,
    ],
    'This plan has too many addresses to tell what wishes cost. Plan a part of the area.',
  ],
  'priority.no_precincts':
    'This region has no polling stations to take an order from. Plan without an order.',
  'priority.unknown_field': 'Polling stations of the region have no such number. Choose another one.',
  'proposal.late': 'The server has no time. Ask again, for fewer teams.',
  'proposal.nothing': 'No ranked area near enough has a door that counts. Change the start or the ranking.',
  'ranking.lists': 'It takes two lists at least to tell which leads. Choose two.',
  'ranking.no_areas': 'This region has no polling stations to rank.',
  'ranking.not_a_share': [
    [
      /got (-?[\d.]+) in "([^"]+)"/,
      (value, code) =>
        `Polling station ${code} has ${value}, and a share goes from 0 to 100. Choose a number that is a share.`,
    ],
    'This number is no share from 0 to 100. Choose another one.',
  ],
  'ranking.nothing': 'No polling station has the numbers that this ranking takes. Choose another one.',
  'ranking.order': 'This ranking counts no people: order it by score.',
  'ranking.other_region': 'This ranking is of another region. Choose one of this region.',
  'ranking.outside': 'Nothing that is to be ranked lies in the region.',
  'ranking.refused_field': [
    [
      /got "[^"]*", which by the word "([^"]+)"/,
      (word) =>
        `“${word}” tells of persons: nobody is ranked by origin, nationality, religion, first name. Choose a number about votes, homes or doors.`,
    ],
    'Nobody is ranked by origin, nationality, religion, first name. Choose another number.',
  ],
  'ranking.too_many': 'This name has as many versions as it can have. Remove some, or take another name.',
  'ranking.twice': 'A polling station or a number is given twice. Keep one.',
  'ranking.unknown': 'This ranking is gone. Choose another one.',
  'ranking.unknown_field': 'Polling stations have no such number. Choose another one.',
  'ranking.unknown_precinct': 'A polling station is not in the region. Remove it.',
  'ranking.weights': 'These weights make no ranking. Give one number at least a weight other than zero.',
  'replan.commit': 'The walks of this plan are handed out: those that replace them have to be, too.',
  'replan.nobody': 'Nobody is there. Tick one team at least, or delete the plan.',
  'replan.too_many': 'Too many addresses to keep everything in place: keep the walks only.',
  'replan.walker': 'A team is named twice, or contradicts itself. Correct the roll.',
  'signature.expired': 'This message was signed more than five minutes ago. Set the clock of the sender.',
  'signature.missing': 'This message is not signed.',
  'signature.wrong': 'This message is not signed by this source.',
  'source.too_many': [
    [/at most (\d+) sources/, (most) => `A campaign has at most ${most} sources. Remove one first.`],
    'The campaign has as many sources as it can have. Remove one first.',
  ],
  'source.unknown': 'This source is gone.',
  'suggest.walk': 'This walk is not in the plan any more.',
  'suggest.walk_over': 'This walk is over: nothing is added to it.',
  'suggest.walker': 'This team has a walk of the plan already. Ask for somebody new.',
  'targets.link_expired': 'This file is gone. Ask for it again.',
  'targets.too_many_files': 'The campaign has as many lists as files as it can have. Delete one.',
  'targets.unknown_file': 'This file is gone. Ask for it again.',
  'volunteers.too_many_starts': [
    [
      /got (\d+) different starts and ends, at most (\d+)/,
      (count, most) => `There are ${count} different starts, at most ${most} in a plan. Make several areas.`,
    ],
    'Too many different starts for one plan. Make several areas.',
  ],
  'webhook.disabled': 'These messages are switched off. Switch them on again first.',
  'webhook.too_many': [
    [
      /at most (\d+) webhooks/,
      (most) => `A campaign has at most ${most} connected programs. Remove one first.`,
    ],
    'The campaign has as many connected programs as it can have. Remove one first.',
  ],
  'webhook.unknown': 'This program is not connected any more.',
  'webhook.url': [
    [/more than (\d+) characters/, (most) => `This address is too long: at most ${most} characters.`],
    [/name or password/, () => 'This address carries a name or a password. Take them out.'],
    [/fragment/, () => 'This address holds a “#”. Take it out with what follows.'],
    [/not reachable for everybody/, () => 'This address is not public. Give one of a public server.'],
    'Give a public address that begins with https://.',
  ],
}
