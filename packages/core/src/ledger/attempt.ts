/** One attempt at a target, as the ledger keeps it: counts and a time. */
import type { Visit } from './visit.ts'

export type Attempt = Pick<
  Visit,
  'id' | 'at' | 'knocked' | 'opened' | 'refused' | 'revisit' | 'optedOut' | 'noAccess' | 'scope' | 'floors'
>

export function attemptOf(visit: Visit): Attempt {
  const { id, at, knocked, opened, refused, revisit, optedOut, noAccess, scope, floors } = visit
  const counts = { knocked, opened, refused, revisit, optedOut, noAccess, scope }
  return { id, at, ...counts, ...(floors === undefined ? {} : { floors }) }
}

/** All that is kept of both is the same. */
export function isSameAttempt(a: Attempt, b: Attempt): boolean {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof Attempt)[]
  return names.every((name) => a[name] === b[name])
}

export type Daypart = 'morning' | 'afternoon' | 'evening'

/** By the local hour that the time itself tells. */
export function daypart(time: string): Daypart {
  const hour = Number(time.slice(11, 13))
  if (hour < 12) return 'morning'
  return hour < 18 ? 'afternoon' : 'evening'
}

/** The earlier of two times in words, whatever their offsets. */
export function isBefore(a: string, b: string): boolean {
  return Date.parse(a) < Date.parse(b)
}
