/**
 * The ledger of one block: what was reported of its targets, and which walk holds which. One stored item per campaign
 * and block; merging is idempotent by the visit's id and does not depend on the order.
 */
import { attemptOf } from './attempt.ts'
import type { Pace, Paces } from './pace.ts'
import { addPace } from './pace.ts'
import type { TargetRecord } from './record.ts'
import { isSmall } from './record.ts'
import { mergeSmall } from './small.ts'
import type { SmallTotals } from './totals.ts'
import { NO_TOTALS, addToTotals } from './totals.ts'
import type { Visit } from './visit.ts'

/** Walk and plan that hold a target; whether they still do, `holdState` in hold.ts knows. */
export interface Hold {
  walk: string
  plan: string
  /** Who held the target until this plan is committed: a plan made again takes over without a moment in between. */
  before?: Hold
}

/** The hold itself, and the one that counts while it does not. */
export function holdsOf(hold: Hold): Hold[] {
  return hold.before ? [hold, hold.before] : [hold]
}

export interface BlockLedger {
  targets: Record<string, TargetRecord>
  holds: Record<string, Hold>
  /** Ids of visits at small targets: which target each belongs to is not kept. */
  seen: string[]
  small: SmallTotals
  /** How long doors took on finished walks. */
  paces?: Paces
}

export function emptyBlock(): BlockLedger {
  return { targets: {}, holds: {}, seen: [], small: NO_TOTALS }
}

/** A visit that names the target it belongs to, and the doors that are known there. */
export interface KnownVisit {
  visit: Visit
  doors: number
}

/**
 * The block after some visits, and for each whether it was new. Cost: linear in what the block holds.
 *
 * A visit counts once by its id within the block, however often it is sent.
 */
export function mergeVisits(
  block: BlockLedger,
  visits: KnownVisit[],
): { block: BlockLedger; isNew: boolean[] } {
  const targets = { ...block.targets }
  const known = new Set(block.seen)
  for (const { attempts = [] } of Object.values(targets)) for (const { id } of attempts) known.add(id)
  const seen = [...block.seen]
  let { small } = block
  const isNew = visits.map(({ visit, doors }) => {
    if (known.has(visit.id)) return false
    known.add(visit.id)
    const before = targets[visit.target] ?? { doors }
    if (isSmall(before)) {
      small = addToTotals(small, visit, before.small === undefined ? before.doors : 0)
      targets[visit.target] = { doors: before.doors, small: mergeSmall(before.small, visit, before.doors) }
      seen.push(visit.id)
    } else {
      const attempts = [...(before.attempts ?? []), attemptOf(visit)]
      targets[visit.target] = { doors: before.doors, attempts }
    }
    return true
  })
  return { block: { ...block, targets, seen, small }, isNew }
}

/**
 * Gives targets to a walk, whoever held them before.
 *
 * @param replaces  the plan that this walk's plan replaces; what it holds, it holds until then
 */
export function withHolds(
  block: BlockLedger,
  { targets, hold, replaces }: { targets: string[]; hold: Hold; replaces?: string | undefined },
): BlockLedger {
  const holds = { ...block.holds }
  for (const target of targets) {
    const { walk, plan } = holds[target] ?? hold
    holds[target] = plan === replaces ? { ...hold, before: { walk, plan } } : hold
  }
  return { ...block, holds }
}

/** Lets go of what `isOver` says is over. */
export function withoutHolds(
  block: BlockLedger,
  isOver: (hold: Hold, target: string) => boolean,
): BlockLedger {
  const holds = Object.entries(block.holds).filter(([target, hold]) => !isOver(hold, target))
  return { ...block, holds: Object.fromEntries(holds) }
}

/** The block with some more observations of how long doors take. */
export function withPaces(block: BlockLedger, paces: Pace[]): BlockLedger {
  return { ...block, paces: paces.reduce(addPace, block.paces ?? {}) }
}
