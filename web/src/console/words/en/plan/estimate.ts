/** How far so many people get, in English. */
export const en = {
  ask: 'How far do they get?',
  /** Of a plan that is made. */
  askMore: 'How many more are needed?',
  busy: 'Estimating…',
  plan: (share: string) => `This plan reaches ${share} of the doors of its area.`,
  reach: (people: string, share: string, isOne: boolean) =>
    `${people} ${isOne ? 'person reaches' : 'people reach'} ${share} of the doors at once.`,
  beyond: 'So many people reach all that can be reached.',
  missing: (people: string, share: string, isOne: boolean) =>
    `${people} more ${isOne ? 'person reaches' : 'people reach'} ${share}, as planned.`,
  more: (people: string, share: string, isOne: boolean) =>
    `${people} more ${isOne ? 'person reaches' : 'people reach'} ${share}.`,
  help: 'One walk for each; a team counts as one. Estimated: a plan may find a little more.',
  stale: 'The plan has changed since this was estimated.',
  title: 'How many are needed',
}

export type EstimateWords = typeof en
