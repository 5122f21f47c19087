/**
 * The ledger of one block: what was reported of its targets, and which walk holds which. One stored item per campaign
 * and block; merging is idempotent by the visit's id and does not depend on the order.
 */
import { attemptOf, isSameAttempt } from './attempt.ts'
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
  /** Its counts take the place of those that came under its id before; its moment as well, or not. */
  corrects?: 'counts' | 'counts and moment' | undefined
}

/** Known: it came before, and nothing changes. */
export type VisitOutcome = 'new' | 'known' | 'corrected'

/**
 * The block after some visits, and what became of each. Cost: linear in what the block holds.
 *
 * A visit counts once by its id within the block, however often it is sent. One that corrects is `known` at a target
 * of less than 11 doors: its counts went into sums, and what they were is not kept.
 */
export function mergeVisits(
  block: BlockLedger,
  visits: KnownVisit[],
): { block: BlockLedger; outcomes: VisitOutcome[] } {
  const targets = { ...block.targets }
  const known = new Set(block.seen)
  for (const { attempts = [] } of Object.values(targets)) for (const { id } of attempts) known.add(id)
  const seen = [...block.seen]
  let { small } = block
  const outcomes = visits.map(({ visit, doors, corrects }): VisitOutcome => {
    if (known.has(visit.id)) return corrects && correct(targets, visit, corrects) ? 'corrected' : 'known'
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
    return 'new'
  })
  return { block: { ...block, targets, seen, small }, outcomes }
}

/** Puts the attempt in the place of the one with its id. False: there is none, or it says the same. */
function correct(targets: Record<string, TargetRecord>, visit: Visit, what: KnownVisit['corrects']): boolean {
  for (const [target, record] of Object.entries(targets)) {
    const { attempts = [] } = record
    const index = attempts.findIndex(({ id }) => id === visit.id)
    const before = attempts[index]
    if (!before) continue
    const after = { ...attemptOf(visit), ...(what === 'counts' && { at: before.at }) }
    if (isSameAttempt(before, after)) return false
    targets[target] = { ...record, attempts: attempts.with(index, after) }
    return true
  }
  return false
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
