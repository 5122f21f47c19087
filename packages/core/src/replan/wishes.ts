/** Whose wishes count when a plan is made again: his own; for strangers those that a walk was planned with. */
import type { PlanRequest, VolunteerRequest } from '../request/request.ts'
import { walkerIds } from '../request/walker-ids.ts'
import type { WalkOutline } from '../walk/outline.ts'

export interface Wishes {
  /** What counts for a walker on a walk of the plan; `walkId` null: on a new one. */
  of: (walker: string, walkId: string | null) => VolunteerRequest
  /** Whether a walk of the plan is no more than a walker wishes: no longer, no fuller, no stairs that he avoids. */
  suits: (walker: string, walkId: string) => boolean
  /** Volunteers who are not among these, each with his id. */
  others: (walkers: string[]) => VolunteerRequest[]
}

/**
 * @param asked         the request of the plan; where it gives a count of volunteers, all walkers are alike
 * @param input.walks   of the plan
 * @param input.absent  volunteers of plans before, who were not there
 */
export function wishesIn(
  asked: PlanRequest,
  {
    walks,
    absent = [],
  }: { walks: Pick<WalkOutline, 'walkId' | 'walker'>[]; absent?: VolunteerRequest[] | undefined },
): Wishes {
  const { volunteers } = asked
  if (typeof volunteers === 'number') return { of: () => ({}), suits: () => true, others: () => [] }
  const known = [...volunteers, ...absent]
  // Of two with one id, the first.
  const ids = walkerIds(known)
  const byId = new Map(known.map((one, index) => [ids[index]!, one] as const).reverse())
  const walkers = new Map<string | null, string>(walks.map(({ walkId, walker }) => [walkId, walker]))
  const plannedWith = (walkId: string | null) => byId.get(walkers.get(walkId) ?? '') ?? {}
  return {
    of: (walker, walkId) => byId.get(walker) ?? plannedWith(walkId),
    suits(walker, walkId) {
      const own = byId.get(walker)
      return own === undefined || !asksLess(own, plannedWith(walkId), asked)
    },
    others(walkers) {
      const here = new Set(walkers)
      return [...byId].reverse().flatMap(([id, one]) => (here.has(id) ? [] : { ...one, id }))
    },
  }
}

function asksLess(own: VolunteerRequest, other: VolunteerRequest, { minutes, doors }: PlanRequest): boolean {
  const isShorter = (own.minutes ?? minutes) < (other.minutes ?? minutes)
  const most = (one: VolunteerRequest) => one.doors ?? doors ?? Number.MAX_SAFE_INTEGER
  return isShorter || most(own) < most(other) || (own.avoidStairs === true && other.avoidStairs !== true)
}
