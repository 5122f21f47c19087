/** The list of plans in English. */
export const en = {
  title: 'Plans',
  all: 'All plans',
  none: 'There is no plan yet. Make the first one: it takes a few seconds.',
  make: 'Make a plan',
  plan: 'Where and when',
  /** Where a plan is. */
  places: {
    precincts: (codes: string, more: number, isOne: boolean) =>
      `${isOne ? 'Polling station' : 'Polling stations'} ${codes}${more > 0 ? ` and ${more} more` : ''}`,
    region: 'The whole region',
    area: 'An area of your own',
    unknown: 'Place unknown (older plan)',
  },
  find: 'Find: place, day, state',
  made: 'Made',
  region: 'Region',
  state: 'State',
  walks: 'Walks',
  doors: 'Doors',
  time: 'Walking time',
  more: 'Older plans',
  earlier: (n: string, isOne: boolean) =>
    `Also ${n} earlier ${isOne ? 'version' : 'versions'}, before changes and roll-calls`,
  states: {
    queued: 'waiting',
    running: 'being made',
    done: 'ready',
    failed: 'failed',
    cancelled: 'cancelled',
  },
  stale: 'overtaken: make it anew before handing out',
  replaced: 'replaced by a newer one',
}

export type PlansWords = typeof en
