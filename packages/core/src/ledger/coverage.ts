/**
 * Where a campaign stands: doors done, leased, to come back to and left, by block; sums over fewer than 11 doors are
 * not told.
 */
import type { TargetRecord } from './record.ts'
import type { Counts, SmallTotals } from './totals.ts'
import { NO_COUNTS, addCounts } from './totals.ts'
import type { Moment } from './verdict.ts'
import { attemptsOf, dueAt } from './verdict.ts'
import { SMALLEST_SHOWN_DOORS } from './visit.ts'

/** doors = done + later + due + heldOut. */
export interface Coverage {
  targets: number
  doors: number
  /** Doors that need no more knocking, whatever the reason. */
  done: number
  /** Never handed out, to measure the effect. */
  heldOut: number
  /** To come back to, not yet due. */
  later: number
  /** To knock on now. */
  due: number
  /** Of `later + due`, those that a walk holds. */
  leased: number
  /** Of `due`, those that no walk holds. */
  uncovered: number
  /** Whole targets whose street door stayed shut as often as it is tried; from 11 doors up. */
  shut: number
  counts: Counts
  /** Doors behind `counts`. */
  counted: number
}

interface CoverageTarget {
  id: string
  doors: number
  isHeldOut: boolean
  /** Nobody goes there any more: its doors count as done. */
  isNever?: boolean
  record: TargetRecord | undefined
}

export const NO_COVERAGE: Coverage = {
  targets: 0,
  doors: 0,
  done: 0,
  heldOut: 0,
  later: 0,
  due: 0,
  leased: 0,
  uncovered: 0,
  shut: 0,
  counts: NO_COUNTS,
  counted: 0,
}

export interface CoverageInput {
  /** Sums over the small targets of the block, or none. */
  small: SmallTotals
  /** Known targets, those without a record included. */
  targets: CoverageTarget[]
  /** Does a walk hold this target? */
  isHeld: (target: string) => boolean
  moment: Moment
}

/** Coverage of some targets of one block, or of all. */
export function coverageOf({ small, targets, isHeld, moment }: CoverageInput): Coverage {
  let sum = { ...NO_COVERAGE, counts: small.shown.counts, counted: small.shown.covered }
  for (const { id, doors, isHeldOut, isNever, record } of targets) {
    const due = isHeldOut || isNever ? { now: 0, later: 0 } : dueAt(doors, record, moment)
    const open = due.now + due.later
    const held = isHeld(id)
    const attempts = record?.attempts ?? []
    const all = record ? attemptsOf(record) : []
    const isShut = all.some(({ noAccess }) => noAccess) && all.every(({ knocked }) => knocked === 0)
    sum = {
      targets: sum.targets + 1,
      doors: sum.doors + doors,
      done: sum.done + (isHeldOut ? 0 : doors - open),
      heldOut: sum.heldOut + (isHeldOut ? doors : 0),
      later: sum.later + due.later,
      due: sum.due + due.now,
      leased: sum.leased + (held ? open : 0),
      uncovered: sum.uncovered + (held ? 0 : due.now),
      shut: sum.shut + (isShut && open === 0 ? 1 : 0),
      counts: attempts.reduce(addCounts, sum.counts),
      // As they were when its counts were taken: that decided whether they may be told.
      counted: sum.counted + (record && attempts.length > 0 ? record.doors : 0),
    }
  }
  return sum
}

export function addCoverage(a: Coverage, b: Coverage): Coverage {
  return {
    targets: a.targets + b.targets,
    doors: a.doors + b.doors,
    done: a.done + b.done,
    heldOut: a.heldOut + b.heldOut,
    later: a.later + b.later,
    due: a.due + b.due,
    leased: a.leased + b.leased,
    uncovered: a.uncovered + b.uncovered,
    shut: a.shut + b.shut,
    counts: addCounts(a.counts, b.counts),
    counted: a.counted + b.counted,
  }
}

/** Null where they would tell of fewer than 11 doors. */
export function shownCounts({ counts, counted }: Coverage): Counts | null {
  return counted >= SMALLEST_SHOWN_DOORS ? counts : null
}

/** No door is due or will become due. */
export function isFinished({ due, later, doors }: Coverage): boolean {
  return doors > 0 && due + later === 0
}

/** Doors a day that the goal needs; null once it is reached or its day is over. */
export function paceOf(input: {
  goal: number
  done: number
  now: number
  by: number
}): { left: number; days: number; doorsADay: number } | null {
  const left = Math.max(0, input.goal - input.done)
  const days = Math.ceil((input.by - input.now) / DAY)
  return left === 0 || days <= 0 ? null : { left, days, doorsADay: Math.ceil(left / days) }
}

const DAY = 24 * 3_600_000
