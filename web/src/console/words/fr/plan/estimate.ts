/** How far so many people get, in French. */
import type { EstimateWords } from '../../en/plan/estimate.ts'

const people = (number: string, isOne: boolean): string => `${number} personne${isOne ? '' : 's'}`

export const fr: EstimateWords = {
  ask: 'Jusqu’où vont-ils ?',
  askMore: 'Combien de plus en faut-il ?',
  busy: 'Estimation…',
  plan: (share) => `Ce plan atteint ${share} des portes de sa zone.`,
  reach: (number, share, isOne) =>
    `${people(number, isOne)} ${isOne ? 'atteint' : 'atteignent'} ${share} des portes en une fois.`,
  beyond: 'Autant de personnes atteignent tout ce qui peut l’être.',
  missing: (number, share, isOne) =>
    `${people(number, isOne)} de plus en ${isOne ? 'atteint' : 'atteignent'} ${share}, comme prévu.`,
  more: (number, share, isOne) =>
    `${people(number, isOne)} de plus en ${isOne ? 'atteint' : 'atteignent'} ${share}.`,
  help: 'Une tournée par personne ; une équipe compte pour une. C’est une estimation : un plan peut faire un peu mieux.',
  stale: 'Le plan a changé depuis cette estimation.',
  title: 'Combien il en faut',
}
