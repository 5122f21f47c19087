/** Handing out, roll-call and paper in English. */
import { someEn } from '../../../words/count.ts'

export const en = {
  tabsName: 'This plan',
  tabs: {
    plan: 'Plan',
    'hand-out': 'Hand out',
    'roll-call': 'Roll-call',
    paper: 'Sheets back',
    live: 'Live',
  },
  walk: (number: string) => `Walk ${number}`,
  walks: 'Walks and who has them',
  lines: 'Lines of the sheet',
  findPerson: 'Find a person or a walk',
  find: 'Find: name, number, state',
  findLink: 'Find a person, a shift or an area',
  who: 'Who',
  state: 'State',
  doors: 'Doors',
  time: 'Time',
  takeAlong: 'To take along',
  states: {
    draft: 'not handed out',
    leased: 'handed out',
    started: 'under way',
    finished: 'finished',
    released: 'given back',
    expired: 'over',
  },
  print: 'Print',
  printOf: (who: string) => `Print the walk of ${who}`,
  printAll: 'Print all walks',
  saveAll: 'Table (CSV)',
  give: 'Hand all walks out',
  giveHelp:
    'Their addresses are kept for these teams from then on, and each walk can have a link for a phone.',
  given: 'Handed out: these addresses are with these teams.',
  links: 'Links',
  linksHelp: 'A link opens a walk on a phone. Whoever has it can walk it, so send each to one person only.',
  linksLocal:
    'These links open on this computer only: phones do not reach it by this address. Start the server with --host 0.0.0.0 and --base-url https://… (docs/volunteer.md, HTTPS), open the console there, then make the links.',
  linksThere: (walks: string, of: string, isOne: boolean) =>
    isOne ? 'The walk has a link.' : `${walks} of ${of} walks have links.`,
  linksLife: (since: string, until: string) => `Made since ${since}, they open until ${until}.`,
  linksElsewhere:
    'Addresses are shown only in the tab that made them, or on paper. They go on working; new links come beside them.',
  replaceLinks: 'New links end the old ones, codes on printed sheets included',
  makeNewLinks: 'Make new links',
  makeLinks: 'Make all links',
  makingLinks: (done: string, of: string) => `Links made: ${done} of ${of}.`,
  printLinks: 'Print the sheet of codes',
  codeOf: (of: string) => `Code to scan: ${of}`,
  linkOf: (of: string) => `Link: ${of}`,
  copyMessage: 'Copy a message',
  copyFor: (who: string) => `Copy a message for ${who}`,
  copied: 'Copied.',
  notCopied: 'This browser does not let pages copy: select the link and copy it.',
  message: (name: string, lines: readonly string[]) =>
    [name === '' ? 'Hello, here is your walk:' : `Hello ${name}, here is your walk:`, ...lines].join('\n'),
  invitations: 'Invitations',
  invitationsHelp:
    'One code for a meeting point: whoever scans it gets a walk near by, until the last one is given.',
  invitationLabel: 'What it is called',
  invitationLabelHelp: 'Told to whoever opens it; no names of people.',
  most: 'Walks, at most',
  minutes: 'Minutes each',
  until: 'Given until',
  invite: 'Make the invitation',
  invited: (label: string) => `Invitation: ${label}`,
  noMeeting: 'This plan has no common meeting point, so nobody can be invited to it.',
  taken: (taken: string, most: string) => `${taken} of ${someEn(most, 'walk')} given`,
  invitationStates: { open: 'open', full: 'all given', over: 'over', closed: 'closed' },
  closeInvitation: 'Close',
  closeOf: (label: string) => `Close the invitation ${label}`,
  closed: 'Nobody else gets a walk by it.',
  closeHelp: 'Whoever scans its code from now on gets no walk. Walks that were given go on.',
  unnamed: 'without a name',
  noInvitations: 'There is none yet.',
  times: 'Choose a time to come.',
  rollCall: 'Who is there?',
  here: 'here',
  late: 'late',
  gone: 'not here',
  lateMinutes: 'Minutes late',
  lateOf: (who: string) => `Minutes late: ${who}`,
  presenceOf: (who: string) => `Is ${who} there?`,
  allHere: 'All are here',
  allHereDone: 'All are marked as here.',
  newcomers: 'New people',
  newcomersHelp:
    'They take over what those leave who are not here, where that is no longer than their own time, starts where they do and has no stairs that they avoid; else they get walks of their own, as far as there is something left.',
  isOnList: (name: string) =>
    `${name} is on the list above: tick "here" there, or write the name of a namesake differently.`,
  walkless: (who: string) => `No walk in this plan: ${who}. What is left to do is on the walks below.`,
  teams: (count: number) => (count === 1 ? '1 team' : `${count} teams`),
  walklessWays:
    'Whoever comes anyway is ticked at the roll-call and gets what somebody leaves; or plan one more area for them.',
  noWalkYet: 'no walk yet',
  idleHelp:
    'Whoever has no walk yet is not expected: tick "here" for those who came anyway, and they get what somebody leaves.',
  idleUnknown: (count: string) =>
    `${count} more have no walk, and this browser does not know their names: write them among the new people, or read the file of whoever has the names.`,
  keep: 'The walks of those present',
  keepWalks: 'stay as they are (printed)',
  keepLeast: 'change as little as possible',
  replan: 'Plan again for those present',
  replanning: 'Planning again…',
  counted: (here: string, late: string, gone: string) => `${here} here, ${late} late, ${gone} not here.`,
  nobodyHere: 'Nobody is there: mark at least one person as here or late, or add somebody new.',
  printChanged: (walks: string, isOne: boolean) =>
    `Print what changed (${isOne ? 'walk' : 'walks'} ${walks})`,
  changedLinks: 'Links of what changed',
  takeBack: (walks: string, isOne: boolean) =>
    `Take back the ${isOne ? 'sheet of walk' : 'sheets of walks'} ${walks}: nobody walks ${isOne ? 'it' : 'them'} any more.`,
  changes: 'What changed',
  changed: {
    unchanged: 'as before',
    changed: 'other addresses',
    handed_over: 'taken over',
    new: 'new walk',
    finished: 'finished before',
    cancelled: 'given back',
  },
  before: (who: string) => `before: ${who}`,
  nobody: 'nobody',
  takeOver: 'Take my roll-call over into the newer plan',
  takenOver:
    'Somebody else has planned again meanwhile: your roll-call stands in their plan. Look at it, then plan again.',
  replaced: 'This plan was planned again.',
  toNewest: 'Open the newer one',
  namesFile: {
    title: 'Names on another device',
    help: 'Names are on this device only. A file takes them to a colleague, who then sees here who walks what; it never goes to the server.',
    personal: (until: string | null) =>
      `It holds personal data: give it only to who organises these walks, on a stick or in a message that nobody else reads, and delete it ${until === null ? 'with the plan, at the latest after the last ballot' : `with the plan, on ${until} at the latest`}. A browser deletes names with a plan that is deleted in it, and a week after the last ballot.`,
    /** Stands in the file. */
    notice: (until: string | null) =>
      `Personal data: names of volunteers, for the organisers of these walks only. Do not pass it on. Delete it with the plan${until === null ? ', at the latest after the last ballot' : `, on ${until} at the latest`}.`,
    take: (count: string) => `Take the names along (file, ${count})`,
    none: 'No name is known here for these walks: read the file of whoever has them.',
    read: 'Read a file of names',
    file: 'names',
    taken: (added: string, known: string) => `New here: ${added}. Known already: ${known}.`,
    namesakes: (names: string) => `Twice here from now on, as two people: ${names}.`,
    conflict: (mine: string, theirs: string) => `Called "${mine}" here, "${theirs}" in the file.`,
    choose: (name: string) => `Call them "${name}"`,
    chosen: (name: string) => `Called "${name}".`,
    faults: {
      no_json: (_field: string, came: string) =>
        `This is no file of names: it begins with "${came}". Choose the file that "Take the names along" has saved.`,
      other_file: (_field: string, came: string) =>
        `This is another kind of file: "doorwalk" must be "names", and is ${came}. Choose the file that "Take the names along" has saved.`,
      version: (_field: string, came: string) =>
        `The file is of version ${came}, and this console reads version 1: have it saved again by a console of the same version.`,
      unknown_field: (field: string, came: string) =>
        `The file has a field "${field}" (${came}) that no file of names has. It was changed: have it saved again.`,
      field: (field: string, came: string) =>
        `"${field}" of the file is ${came}, which cannot be. It was changed or cut off: have it saved again.`,
      over: (_field: string, came: string) =>
        `The file was to be deleted by ${came}: the last ballot is over. Delete it.`,
    },
    nothing: 'Nothing was taken in.',
  },
  paper: 'A sheet came back',
  paperHelp:
    'Choose the walk that is printed at the top of the sheet, then type its numbers from left to right: Enter goes to the next field, x marks a shut door. Leave empty what is empty there. A sheet typed in twice counts once; other numbers correct it.',
  stop: 'Stop',
  columns: {
    knocked: 'knocked',
    opened: 'opened',
    refused: 'refused',
    revisit: '↻ come back',
    optedOut: 'X never again',
    noAccess: 'door shut',
  },
  cell: (stop: string, column: string) => `${stop}: ${column}`,
  save: 'Save the sheet',
  isBack: 'This is the whole sheet: the walk is over',
  walkOver: 'The walk is over.',
  nothing: 'Nothing is filled in: type at least one number of the sheet.',
  saved: (taken: string, isOne: boolean) => `${taken} ${isOne ? 'line is' : 'lines are'} saved.`,
  corrected: (n: string, isOne: boolean) => `${n} ${isOne ? 'line is' : 'lines are'} corrected.`,
  known: (known: string, isOne: boolean) =>
    `${known} ${isOne ? 'was' : 'were'} known already; of buildings with less than 11 doors the first entry stays.`,
  tooMuch: 'More than were knocked at. Correct one of the two.',
  unlikely: (doors: string, isOne: boolean) =>
    `${doors} ${isOne ? 'door is' : 'doors are'} known here. Correct the number, or save again if it is right.`,
  count: 'A whole number up to 2,000.',
  nextSheet: 'The next sheet: choose its walk.',
}

export type HandOutWords = typeof en
