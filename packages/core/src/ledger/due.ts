/** Which doors of a target are to be knocked on now, given what was reported: pure arithmetic, no clock of its own. */
import type { LedgerView } from '../building/select.ts'
import type { Target } from '../building/building.ts'
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

/**
 * A view of the visits at one moment, for {@link selectTargets}.
 *
 * doors left = doors − opened for good − refused − opted out. Doors nobody reached yet are due at once; those not at home or
 * to revisit are due after the delay, at another time of day, for at most `maxAttempts` rounds.
 *
 * @param at            the moment of the walk, RFC 3339 with offset
 * @param visitedSince  targets with any visit from then on are left out whole
 */
export function ledgerView(
  visits: Visit[],
  {
    at,
    visitedSince,
    policy = DEFAULT_POLICY,
  }: { at: string; visitedSince?: string; policy?: RevisitPolicy },
): LedgerView {
  const byTarget = new Map<string, Visit[]>()
  const seen = new Set<string>()
  for (const visit of visits) {
    if (seen.has(visit.id)) continue
    seen.add(visit.id)
    const list = byTarget.get(visit.target)
    if (list) list.push(visit)
    else byTarget.set(visit.target, [visit])
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
  visits: Visit[],
  at: string,
  policy: RevisitPolicy,
): number {
  if (visits.length === 0) return target.doors
  if (visits.some((visit) => visit.optedOut > 0 && visit.scope === 'target')) return 0
  const total = (count: (visit: Visit) => number) => visits.reduce((sum, visit) => sum + count(visit), 0)
  const closed = total((visit) => visit.opened - visit.revisit + visit.refused + visit.optedOut)
  const left = Math.max(0, target.doors - closed)
  const knocked = total((visit) => visit.knocked)
  const shut = visits.filter((visit) => visit.noAccess).length
  const untouched = Math.min(left, Math.max(0, target.doors - knocked))
  const ripe = visits.every((visit) => isRipe(visit, at, policy))
  if (shut >= policy.maxNoAccess && knocked === 0) return 0
  if (shut > 0 && !ripe) return 0
  if (!ripe) return untouched
  return knocked >= target.doors * policy.maxAttempts ? 0 : left
}

function isRipe(visit: Visit, at: string, policy: RevisitPolicy): boolean {
  const hours = (Date.parse(at) - Date.parse(visit.at)) / 3_600_000
  if (hours < policy.delayHours) return false
  return !policy.otherDaypart || hours >= policy.delayHours * 7 || daypart(visit.at) !== daypart(at)
}

/** By the local hour that the time itself tells. */
export function daypart(time: string): 'morning' | 'afternoon' | 'evening' {
  const hour = Number(time.slice(11, 13))
  if (hour < 12) return 'morning'
  return hour < 18 ? 'afternoon' : 'evening'
}
