/** The ledger of an area at one moment, small enough to be handed to a planning thread. */
import type { Assumptions } from '../building/door-time.ts'
import type { LedgerView } from '../building/select.ts'
import type { Cell } from '../h3.ts'
import type { Verdict } from './verdict.ts'

export interface LedgerSnapshot {
  /** What is special about a target; whatever is not named here is free. */
  verdicts: Record<string, Verdict>
  /** Blocks held out whole, also for targets that only the request knows. */
  heldOut: Cell[]
  /** Learnt from the visits of the area, or set by the campaign; absent: the defaults. */
  assumptions?: Assumptions
}

export function snapshotView({ verdicts, heldOut }: LedgerSnapshot): LedgerView {
  const blocks = new Set(heldOut)
  const known = new Map(Object.entries(verdicts))
  return (target) =>
    blocks.has(target.block) ? { reason: 'hold_out' } : (known.get(target.id) ?? { doors: target.doors })
}
