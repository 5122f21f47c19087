/** From a route of the solver to stops in walking order with their targets and times. */
import type { Assumptions } from '../building/door-time.ts'
import { isSamePlace } from '../graph/route/snap.ts'
import type { CrewMember } from '../grouping/crew.ts'
import type { PlacedTarget, Stop } from '../grouping/stop.ts'
import type { SolverRoute } from '../solver/problem/problem.ts'
import type { PlannedStop } from '../walk/itinerary.ts'
import { entryAt, secondsAt } from './service-time.ts'

/**
 * A solver route as stops of a walk: rows in the direction walked, parts of one entrance next to each other from the
 * top down whichever way a row is walked, the street door paid once.
 *
 * @param input.passed  street doors that are paid already
 */
export function plannedStops(input: {
  route: Pick<SolverRoute, 'stops' | 'reversed'>
  stops: Stop[]
  placed: PlacedTarget[]
  member: CrewMember
  assumptions: Assumptions
  passed?: Iterable<string>
}): PlannedStop[] {
  const { route, stops, placed, member, assumptions } = input
  const passed = new Set(input.passed)
  const timed = (index: number): PlacedTarget => {
    const { candidate, ...place } = placed[index]!
    const { streetDoor } = candidate.target
    const paysEntry = !passed.has(streetDoor)
    passed.add(streetDoor)
    const seconds = secondsAt(candidate, { hands: member.hands, paysEntry }, assumptions)
    return { candidate, ...place, seconds, entry: paysEntry ? entryAt(candidate, assumptions) : 0 }
  }
  const order = topDown(
    route.stops.map((stop, index) => {
      const { members, ...rest } = stops[stop]!
      const walked = route.reversed[index] ? members.toReversed() : members
      return { ...rest, members: topDown(walked, (member) => placed[member]!) }
    }),
    ({ members }) => placed[members[0]!]!,
  )
  return order.map((stop) => ({
    stop,
    targets: stop.members.map(timed),
  }))
}

/** What follows one upon the other at one entrance, in the order of its parts; all else stays in its place. */
function topDown<Item>(order: Item[], targetOf: (item: Item) => PlacedTarget): Item[] {
  const isSameEntrance = (a: PlacedTarget, b: PlacedTarget) =>
    a.candidate.target.streetDoor === b.candidate.target.streetDoor && isSamePlace(a.snap, b.snap)
  const partOf = (item: Item) => targetOf(item).candidate.target.part?.number ?? 0
  const result: Item[] = []
  for (let from = 0; from < order.length;) {
    let to = from + 1
    while (to < order.length && isSameEntrance(targetOf(order[from]!), targetOf(order[to]!))) to++
    result.push(...order.slice(from, to).sort((a, b) => partOf(a) - partOf(b)))
    from = to
  }
  return result
}
