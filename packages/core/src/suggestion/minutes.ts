/** What to add to a walk that has time left: each target where it fits in best, and as many as fit together. */
import type { PlanningPorts } from '../assembly/planning-ports.ts'
import type { PlanEdit } from '../request/edit-request.ts'
import { LIMITS } from '../request/request.ts'

import { toDeciseconds, toSeconds } from '../units.ts'
import type { Suggestion } from './answer.ts'
import { layGround } from './ground.ts'
import type { MinutesWish } from './request.ts'
import type { GoingWalk, Standing } from './standing.ts'
import { heldBy, placesAhead } from './standing.ts'
import { tell } from './told.ts'
import { asTold, cheapestGap, timeOf, type Tour } from './tour.ts'
import { tryOut } from './trial.ts'

/** Free targets that are looked at; nearest to the walk first. */
const MOST_FREE = 250
/** Of the search for what fits together; a walk of 30 stops is done with it (bench/field/suggest.ts). */
const ITERATIONS = 1_200

export async function suggestForMinutes(
  wish: MinutesWish,
  { plan, going }: { plan: Standing; going: GoingWalk },
  ports: PlanningPorts,
): Promise<Suggestion[]> {
  const { walk, done } = going.now
  const more = wish.minutes * 60
  const places = placesAhead(going)
  const ground = await layGround(
    {
      request: plan.request,
      // So that nothing is refused for his time: that is reckoned here.
      walkers: [{ ...going, left: going.left + 2 * more + walk.budget }],
      taken: heldBy(plan.walks.map((one) => one.walk).filter(({ walkId }) => walkId !== walk.walkId)),
      around: places.length > 0 ? places : walk.start ? [walk.start] : [],
      most: MOST_FREE,
    },
    ports,
  )
  if (!ground) return []
  const { task } = ground
  const { problem } = task
  const walker = problem.walkers[0]!
  const ahead = task.ahead[0] ?? []
  const own = new Set(ahead)
  const told = asTold(ahead)
  const budget = timeOf(told, walker, problem).duration + toDeciseconds(more)
  const doors = ahead.reduce((sum, stop) => sum + problem.doors[stop]!, 0)
  const free = [...problem.first.keys()].filter((stop) => !own.has(stop) && walker.forbidden?.[stop] !== 1)
  const holders = new Map(ahead.map((stop) => [stop, walk.walkId]))
  const { slackShare } = task.site.assumptions
  const isLocked = plan.edits.locks.includes(walk.walkId)
  const unlock: PlanEdit[] = isLocked ? [{ type: 'unlock', walk: walk.walkId }] : []
  const about = (after: Tour): Suggestion => {
    const longer = timeOf(after, walker, problem).duration - timeOf(told, walker, problem).duration
    const minutes = Math.ceil((walk.seconds + toSeconds(longer)) / (1 - slackShare) / 60)
    const allow: PlanEdit[] =
      minutes * 60 > walk.budget
        ? [{ type: 'set_minutes', walk: walk.walkId, minutes: Math.min(LIMITS.minutesMax, minutes) }]
        : []
    return tell({
      first: [...unlock, ...allow],
      pins: new Map(),
      ...{ ground, kind: 'add', walk: walk.walkId, holders },
      changed: [
        {
          ...{ walker: 0, name: walk.walker, walkId: walk.walkId, before: ahead, after },
          done: done.size,
        },
      ],
    })
  }
  const singles = free.flatMap((stop) => {
    const gap = cheapestGap(stop, told, walker, problem)
    const fits = gap && gap.duration <= toDeciseconds(more) && doors + problem.doors[stop]! <= walker.doors
    return fits ? [about(withStop(told, stop, gap))] : []
  })
  const [together] = tryOut({
    ...{ task, walkers: [0], stops: [...ahead, ...free], mandatory: own, begin: [ahead], budgets: [budget] },
    ...{ seed: plan.request.seed, iterations: ITERATIONS },
  })
  const isMore = together!.stops.length !== ahead.length
  return isMore ? [about(together!), ...singles] : singles
}

function withStop({ stops, reversed }: Tour, stop: number, gap: { place: number; reversed: boolean }): Tour {
  return {
    stops: stops.toSpliced(gap.place, 0, stop),
    reversed: reversed.toSpliced(gap.place, 0, gap.reversed),
  }
}
