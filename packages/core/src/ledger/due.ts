/**
 * Which doors of a target are to be knocked on now, and which later, given what was reported: pure arithmetic, no clock
 * of its own. The one place that knows the rules of coming back.
 */
import type { Aliases } from '../building/alias.ts'
import { NO_ALIASES, resolveAlias } from '../building/alias.ts'
import type { LedgerView } from '../building/select.ts'
import type { Target } from '../building/building.ts'
import type { Attempt } from './attempt.ts'
import { daypart } from './attempt.ts'
import type { SmallState } from './small.ts'
import type { Visit } from './visit.ts'

export interface RevisitPolicy {
  /** Not before this many hours after the last attempt. */
  delayHours: number
  /** And at another time of day: morning, afternoon or evening. */
  otherDaypart: boolean
  /** Rounds through the doors of a target, the first included. */
  maxAttempts: number
  /** Times that a shut street door is tried. */
  maxNoAccess: number
}

export const DEFAULT_POLICY: RevisitPolicy = {
  delayHours: 24,
  otherDaypart: true,
  maxAttempts: 2,
  maxNoAccess: 2,
}

/** After so many delays the time of day no longer matters: nobody is given up for always being tried in the evening. */
const DELAYS_FOR_ANY_DAYPART = 7
/** Doors not opened in a first round, of all knocked on: 1 − 1,698 ÷ 5,590 (La Dépêche, 15 February 2020, Toulouse). */
const NOT_OPENED_SHARE = 0.7
const HOUR = 3_600_000
/** Reports from further ahead are refused; what is kept of one came while the clock was wrong. */
export const FUTURE_MILLISECONDS = 24 * HOUR

/** When doors are to be knocked on, and by which rules. */
interface RevisitMoment {
  /** RFC 3339 with offset. */
  at: string
  policy: RevisitPolicy
  /** Milliseconds; undefined: no clock was ever wrong. */
  now?: number | undefined
}

export interface Due {
  /** Doors to knock on at that moment. */
  now: number
  /** Doors that the policy will bring back. */
  later: number
}

export interface ViewOptions {
  /** The moment of the walk, RFC 3339 with offset. */
  at: string
  /** Targets with any visit from then on are left out whole. */
  visitedSince?: string
  policy?: RevisitPolicy
  /** A visit under an earlier id counts for every target that continues it. */
  aliases?: Aliases
}

/** A view of the visits at one moment, for {@link selectTargets}. */
export function ledgerView(visits: Visit[], options: ViewOptions): LedgerView {
  const { at, visitedSince, policy = DEFAULT_POLICY, aliases = NO_ALIASES } = options
  const byTarget = new Map<string, Visit[]>()
  const seen = new Set<string>()
  for (const visit of visits) {
    if (seen.has(visit.id)) continue
    seen.add(visit.id)
    for (const target of resolveAlias(aliases, visit.target)) {
      const list = byTarget.get(target)
      if (list) list.push(visit)
      else byTarget.set(target, [visit])
    }
  }
  const since = visitedSince === undefined ? Number.POSITIVE_INFINITY : Date.parse(visitedSince)
  return (target) => {
    const past = byTarget.get(target.id) ?? []
    if (past.some((visit) => Date.parse(visit.at) >= since)) return { reason: 'visited' }
    const doors = doorsDue(target, past, at, policy)
    return doors > 0 || past.length === 0 ? { doors } : { reason: 'visited' }
  }
}

/** Doors of one target that are due at a moment. */
export function doorsDue(
  target: Pick<Target, 'doors'>,
  attempts: Attempt[],
  at: string,
  policy: RevisitPolicy,
): number {
  return dueOf(target.doors, { attempts, at, policy }).now
}

/**
 * doors left = doors − opened for good − refused − opted out. Doors nobody reached yet are due at once; those not at
 * home or to revisit are due after the delay, at another time of day, for at most `maxAttempts` rounds; a shut street
 * door is tried `maxNoAccess` times.
 */
export function dueOf(doors: number, { attempts, ...moment }: { attempts: Attempt[] } & RevisitMoment): Due {
  const { policy } = moment
  if (attempts.length === 0) return { now: doors, later: 0 }
  if (attempts.some((attempt) => attempt.optedOut > 0 && attempt.scope === 'target'))
    return { now: 0, later: 0 }
  const total = (count: (attempt: Attempt) => number) =>
    attempts.reduce((sum, attempt) => sum + count(attempt), 0)
  const closed = total(({ opened, revisit, refused, optedOut }) => opened - revisit + refused + optedOut)
  const left = Math.max(0, doors - closed)
  const knocked = total((attempt) => attempt.knocked)
  const shut = attempts.filter((attempt) => attempt.noAccess).length
  if (shut >= policy.maxNoAccess && knocked === 0) return { now: 0, later: 0 }
  const untouched = Math.min(left, Math.max(0, doors - knocked))
  const ripe = attempts.every((attempt) => isRipe(attempt.at, moment))
  const again = knocked >= doors * policy.maxAttempts ? 0 : left
  if (ripe) return { now: again, later: 0 }
  const now = shut > 0 ? 0 : untouched
  return { now, later: Math.max(0, again - now) }
}

/** The same for a target of which only the state is kept. */
export function dueOfSmall(doors: number, { state, ...moment }: { state: SmallState } & RevisitMoment): Due {
  const { policy } = moment
  if (state.state === 'free') return { now: doors, later: 0 }
  if (state.state !== 'not_before' || state.rounds.length >= policy.maxAttempts) return { now: 0, later: 0 }
  const left = Math.min(doors, Math.max(1, Math.round(doors * NOT_OPENED_SHARE)))
  return isRipe(state.at, moment) ? { now: left, later: 0 } : { now: 0, later: left }
}

/** An attempt whose time is from a clock that was set back is no reason to wait for that time to come again. */
function isRipe(attempted: string, { at, policy, now = Infinity }: RevisitMoment): boolean {
  if (Date.parse(attempted) > now + FUTURE_MILLISECONDS) return true
  const hours = (Date.parse(at) - Date.parse(attempted)) / HOUR
  if (hours < policy.delayHours) return false
  return (
    !policy.otherDaypart ||
    hours >= policy.delayHours * DELAYS_FOR_ANY_DAYPART ||
    daypart(attempted) !== daypart(at)
  )
}
