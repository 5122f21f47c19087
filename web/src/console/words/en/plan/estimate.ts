/** How far so many people get, in English. */
export const en = {
  ask: 'How far do they get?',
  busy: 'Estimating…',
  reach: (walks: string, share: string) => `${walks} walks reach ${share} of the doors at once.`,
  beyond: 'So many walks reach all that can be reached.',
  more: (more: string, share: string, isOne: boolean) =>
    `${more} more ${isOne ? 'walk reaches' : 'walks reach'} ${share}.`,
}

export type EstimateWords = typeof en
