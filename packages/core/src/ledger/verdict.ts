/** What a plan may do with one target, given its ledger: knock on so many doors, or leave it alone for a reason. */
import type { SelectReason } from '../building/select.ts'
import type { TargetRecord } from './record.ts'
import type { Attempt } from './attempt.ts'
import { isBefore } from './attempt.ts'
import type { Due, RevisitPolicy } from './due.ts'
import { dueOf, dueOfSmall } from './due.ts'

export type Verdict = { doors: number } | { reason: SelectReason }

export interface Moment {
  /** RFC 3339 with the local offset: its hour tells the daypart. */
  at: string
  policy: RevisitPolicy
  /** Targets visited from then on are left out whole. */
  visitedSince?: string
  /** Milliseconds; default: no clock was ever wrong. */
  now?: number
}

/** Doors due now and later; all of them now when nothing was reported. */
export function dueAt(
  doors: number,
  record: TargetRecord | undefined,
  { at, policy, now: clock }: Moment,
): Due {
  const moment = { at, policy, now: clock }
  const counted = dueOf(doors, { attempts: record ? attemptsOf(record) : [], ...moment })
  if (!record?.small) return counted
  const small = dueOfSmall(doors, { state: record.small, ...moment })
  // Both only where targets of several sizes became one: then the stricter word holds.
  const open = Math.min(counted.now + counted.later, small.now + small.later)
  const now = Math.min(counted.now, small.now, open)
  return { now, later: open - now }
}

/** Each once, also where an earlier target comes back through several that continue it. */
export function attemptsOf({ attempts = [], echoes = [] }: TargetRecord): Attempt[] {
  if (echoes.length === 0) return attempts
  return [...new Map([...attempts, ...echoes].map((attempt) => [attempt.id, attempt])).values()]
}

interface Judged {
  /** As known today; the record may know an older number. */
  doors: number
  record: TargetRecord | undefined
  isHeldOut: boolean
  isLeased: boolean
  /** Whoever is in charge has said that nobody goes there. */
  isNever?: boolean
}

/** The reason that holds longest comes first: a held-out target says so whether or not it was visited. */
export function verdictOn(target: Judged, moment: Moment): Verdict {
  const { doors, record } = target
  if (target.isHeldOut) return { reason: 'hold_out' }
  if (target.isNever) return { reason: 'excluded' }
  if (record && moment.visitedSince !== undefined && !isBefore(lastVisit(record), moment.visitedSince))
    return { reason: 'visited' }
  const due = dueAt(doors, record, moment)
  if (due.now === 0 && record) return { reason: 'visited' }
  return target.isLeased ? { reason: 'leased' } : { doors: due.now }
}

/** RFC 3339; the beginning of time when there was none. */
export function lastVisit(record: TargetRecord): string {
  const times = [...attemptsOf(record).map(({ at }) => at), ...(record.small ? [record.small.at] : [])]
  return times.reduce((last, at) => (isBefore(last, at) ? at : last), '1970-01-01T00:00:00Z')
}
