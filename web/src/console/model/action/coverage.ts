/** What a block or a polling station shows of its coverage. */
import type { Schemas } from '@doorwalk/client'

type Total = Schemas['CoverageTotal']

/** From 0 to 1; null: no door stands there. Doors of hold-outs are nobody's. */
export function shareDone({
  doors,
  done,
  heldOut,
}: Pick<Total, 'doors' | 'done' | 'heldOut'>): number | null {
  const open = doors - heldOut
  return open <= 0 ? null : done / open
}
