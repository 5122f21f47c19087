/** The list of plans in English. */
export const en = {
  title: 'Plans',
  none: 'There is no plan yet. Make the first one: it takes a few seconds.',
  make: 'Make a plan',
  made: 'Made',
  region: 'Region',
  state: 'State',
  walks: 'Walks',
  doors: 'Doors',
  time: 'Walking time',
  more: 'Older plans',
  open: (when: string) => `Open the plan of ${when}`,
  remove: 'Delete',
  removeOf: (when: string) => `Delete the plan of ${when}`,
  removed: 'The plan will be deleted.',
  kept: 'The plan is kept.',
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
