/** How far so many people get, in French. */
import type { EstimateWords } from '../../en/plan/estimate.ts'

export const fr: EstimateWords = {
  ask: 'Jusqu’où vont-ils ?',
  busy: 'Estimation…',
  reach: (walks, share) => `${walks} tournées atteignent ${share} des portes en une fois.`,
  beyond: 'Autant de tournées atteignent tout ce qui peut l’être.',
  more: (more, share, isOne) => `${more} tournée${isOne ? '' : 's'} de plus en atteignent ${share}.`,
}
