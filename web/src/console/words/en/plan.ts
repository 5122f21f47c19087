/** A plan and the form that makes one, in English. */
export const en = {
  newTitle: 'New plan',
  allPlans: 'All plans',
  make: 'Plan the walks',
  making: 'Planning the walks…',
  waiting: 'Waiting for the plan to begin…',
  noRoom: 'The disk of the server is full; the plan goes on once there is room.',
  start: 'Start',
  starts: {
    proposed: 'Proposed by the plan',
    point: 'A point on the map',
    anywhere: 'Anywhere, everybody near their walk',
  },
  startPick: 'Click on the map, or press Enter at the cross.',
  startSet: 'Start set; another click moves it.',
  startFirst: 'Set the start on the map, or choose another start.',
  closed: 'Return to the start',
  more: 'More choices',
  startAt: 'Date and time',
  priority: 'First the polling stations with the most',
  priorityNone: 'every door counts the same',
  doorLimit: 'Doors per walk, at most',
  doorLimitHelp: 'Leave it empty for no limit.',
  keys: 'Key buildings',
  keysHelp: 'As many as fit are on the walks before anything else. Choose them on the map.',
  keysChoose: 'Choose on the map',
  keysDone: 'Done choosing',
  keyRemove: (address: string) => `Remove ${address}`,
  draft: 'draft',
  handedOut: 'handed out',
  replaced: 'A newer plan has taken the place of this one.',
  openNewer: 'Open the newer plan',
  stale: (why: string) => `Overtaken: ${why}. Plan again before handing out.`,
  staleReasons: {
    visited: 'addresses were visited meanwhile',
    leased: 'addresses are on other walks by now',
    hold_out: 'addresses are held out by now',
    excluded: 'addresses were excluded by a list',
    region: 'the map of the region is newer',
  },
  again: 'Plan again',
  samePeople: (count: string, isOne: boolean) => (isOne ? 'The same person' : `The same ${count} people`),
  againHelp: 'The same area and choices; this plan stays in the list.',
  otherChoices: 'Other choices',
  printAll: 'Print all walks',
  handOut: 'Hand out',
  printLarge: 'Large print',
  print: 'Print',
  files: 'Files',
  ofWalk: (what: string, n: number) => `${what}, walk ${n}`,
  remove: 'Delete',
  removeAsk:
    'Its walks are handed out: their links end, and their addresses are free for others again. “Undo” brings it back for a short while.',
  removeWalking:
    'Somebody is on a walk of this plan. Wait until they are back, or end the walk under “Live”.',
  walks: 'Walks',
  find: 'Find: number, name or address',
  allWalks: 'All walks',
  walk: 'Walk',
  walkNumber: (n: number) => `Walk ${n}`,
  showWalk: (n: number) => `Show walk ${n}`,
  stops: 'Stops',
  doors: 'Doors',
  time: 'Time',
  way: 'Walking',
  fromTo: 'From … to …',
  nothing: 'No stops',
  doorsPerHour: 'Doors per hour and team',
  keyBuildings: 'Key buildings',
  keyCount: (reached: string, of: string) => `${reached} of ${of}`,
  keysBy: { request: 'asked for', plan: 'chosen by the plan' },
  free: (minutes: string) => `${minutes} min free`,
  stop: 'Stop',
  address: 'Address',
  arrive: 'At',
  keyShort: 'Key',
  warnings: 'Worth knowing',
  assumed: 'What the plan assumes',
  assumedChange: 'See what it rests on, and set it',
  assumptions: (a: Assumptions) =>
    `Walking at ${a.speed} m/s; entering a block of flats ${a.entry} s, ${a.floor} s a floor; ${a.knock} s a door, ${a.open} of doors open and the talk takes ${a.talk} s; ${a.slack} of the minutes stay free.`,
  leftOut: 'Left out',
  leftOutNone: 'Nothing: all there is in the area is on a walk.',
  leftOutShow: 'Show on the map',
  leftOutMore: (n: string) => `${n} more`,
  placeCount: (n: string, one: boolean) => `${n} place${one ? '' : 's'}`,
  reasons: {
    visited: 'Already visited',
    leased: 'On somebody else’s walk',
    hold_out: 'Held out to measure the effect',
    excluded: 'Excluded by you',
    unreachable: 'Without a way on foot',
    no_doors: 'Without a known dwelling',
    exceeds_budget_alone: 'Too long for a walk on their own',
    key_not_reached: 'Key buildings that do not fit',
    outside_area: 'Not in the area',
    outside_region: 'Not in the region',
    not_selected: 'Not selected, more time or more teams would be needed',
  } as Readonly<Record<string, string>>,
  /** Of the first opening. */
  first: 'Planning the polling station that comes first, for 4 teams…',
  firstMade: (code: string) =>
    `Polling station ${code}, which comes first here. Change what you like: teams, minutes, walks.`,
  empty: 'No polling station can be ranked here: choose the area yourself.',
  firstRanking: 'Where to begin',
}

interface Assumptions {
  speed: string
  entry: string
  floor: string
  knock: string
  open: string
  talk: string
  slack: string
}

export type PlanWords = typeof en
