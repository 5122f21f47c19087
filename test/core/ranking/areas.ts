/** Areas to rank: unit squares in a row near Paris. */
import type { RankableArea } from '@doorwalk/core/ranking/ranked-area'

export function anArea(code: string, fields: RankableArea['fields'], at = 0): RankableArea {
  return { code, fields, middle: [2.35 + at * 0.003, 48.88], imputed: false, noPlace: false }
}
