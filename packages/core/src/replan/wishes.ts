/** Whose wishes count when a plan is made again: his own; for strangers those that a walk was planned with. */
import type { PlanRequest, VolunteerRequest } from '../request/request.ts'
import { walkerIds } from '../request/walker-ids.ts'
import { metresBetween } from '../units.ts'
import type { WalkOutline } from '../walk/outline.ts'

const SECONDS_PER_MINUTE = 60
/** Own starts are kept to about 100 m; who starts so near walks over. */
const NEAR_METRES = 300

type PlannedWalk = Pick<WalkOutline, 'walkId' | 'walker'> & Partial<Pick<WalkOutline, 'seconds' | 'doors'>>

export interface Wishes {
  /** What counts for a walker on a walk of the plan; `walkId` null: on a new one. */
  of: (walker: string, walkId: string | null) => VolunteerRequest
  /**
   * Whether a walk of the plan is no more than a walker wishes: no longer, no fuller, no stairs that he avoids, and
   * from where he starts.
   */
  suits: (walker: string, walkId: string) => boolean
  /** Volunteers who are not among these, each with his id. */
  others: (walkers: string[]) => VolunteerRequest[]
}

/**
 * @param asked         the request of the plan; where it gives a count of volunteers, all walkers are alike
 * @param input.walks   of the plan
 * @param input.absent  volunteers of plans before, who were not there
 * @param input.newcomers  what these say now counts
 */
export function wishesIn(
  asked: PlanRequest,
  {
    walks,
    absent = [],
    newcomers = [],
  }: {
    walks: PlannedWalk[]
    absent?: VolunteerRequest[] | undefined
    newcomers?: VolunteerRequest[] | undefined
  },
): Wishes {
  const volunteers = typeof asked.volunteers === 'number' ? [] : asked.volunteers
  const known = [...volunteers, ...absent]
  // Of two with one id, the first.
  const ids = walkerIds(known)
  const byId = new Map([
    ...known.map((one, index) => [ids[index]!, one] as const).reverse(),
    ...newcomers.flatMap((one) => (one.id === undefined ? [] : [[one.id, one] as const])),
  ])
  const byWalk = new Map<string | null, PlannedWalk>(walks.map((walk) => [walk.walkId, walk]))
  const plannedWith = (walkId: string | null) => byId.get(byWalk.get(walkId)?.walker ?? '') ?? {}
  return {
    of: (walker, walkId) => byId.get(walker) ?? plannedWith(walkId),
    suits(walker, walkId) {
      const own = byId.get(walker)
      if (own === undefined) return true
      return !asksLess(own, { other: plannedWith(walkId), walk: byWalk.get(walkId), asked })
    },
    others(walkers) {
      const here = new Set(walkers)
      return [...byId].reverse().flatMap(([id, one]) => (here.has(id) ? [] : { ...one, id }))
    },
  }
}

interface Offered {
  /** What the walk was planned with. */
  other: VolunteerRequest
  walk: PlannedWalk | undefined
  asked: PlanRequest
}

/** A walk that was planned for longer will do if it takes no longer than he has. */
function asksLess(own: VolunteerRequest, { other, walk, asked }: Offered): boolean {
  const { seconds = Number.MAX_SAFE_INTEGER, doors = Number.MAX_SAFE_INTEGER } = walk ?? {}
  const minutesOf = (one: VolunteerRequest) => one.minutes ?? asked.minutes
  const isShorter = minutesOf(own) < minutesOf(other) && minutesOf(own) * SECONDS_PER_MINUTE < seconds
  const most = (one: VolunteerRequest) => one.doors ?? asked.doors ?? Number.MAX_SAFE_INTEGER
  const isLess = most(own) < most(other) && most(own) < doors
  return (
    isShorter ||
    isLess ||
    (own.avoidStairs === true && other.avoidStairs !== true) ||
    startsElsewhere(own, other.start ?? asked.start)
  )
}

function startsElsewhere({ start }: VolunteerRequest, other: VolunteerRequest['start']): boolean {
  if (start === undefined || start === 'anywhere') return false
  if (other === undefined || other === 'anywhere') return true
  return metresBetween(start, other) > NEAR_METRES
}
