/** From a route of the solver to stops in walking order with their targets and times. */
import type { Assumptions } from '../building/door-time.ts'
import type { CrewMember } from '../grouping/crew.ts'
import type { PlacedTarget, Stop } from '../grouping/stop.ts'
import type { SolverRoute } from '../solver/problem/problem.ts'
import { toSeconds } from '../units.ts'
import type { PlannedStop } from '../walk/itinerary.ts'
import { entryAt, secondsAt } from './service-time.ts'

/**
 * A solver route as stops of a walk: rows in the direction walked, parts behind one street door from the top down,
 * the street door paid once.
 */
export function plannedStops(input: {
  route: Pick<SolverRoute, 'stops' | 'reversed'>
  stops: Stop[]
  placed: PlacedTarget[]
  member: CrewMember
  assumptions: Assumptions
}): PlannedStop[] {
  const { route, stops, placed, member, assumptions } = input
  const passed = new Set<string>()
  const timed = (index: number): PlacedTarget => {
    const { candidate, snap } = placed[index]!
    const { streetDoor } = candidate.target
    const paysEntry = !passed.has(streetDoor)
    passed.add(streetDoor)
    const seconds = secondsAt(candidate, { hands: member.hands, paysEntry }, assumptions)
    return { candidate, snap, seconds, entry: paysEntry ? entryAt(candidate, assumptions) : 0 }
  }
  const order = topDown(
    route.stops.map((stop, index) => ({ stop: stops[stop]!, reversed: route.reversed[index]! })),
    placed,
  )
  return order.map(({ stop, reversed }) => {
    const members = reversed ? stop.members.toReversed() : stop.members
    return { stop, targets: members.map(timed), inner: toSeconds(stop.inner) }
  })
}

interface Directed {
  stop: Stop
  reversed: boolean
}

/** Neighbouring stops behind one street door, in the order of their parts. */
function topDown(order: Directed[], placed: PlacedTarget[]): Directed[] {
  const partOf = ({ stop }: Directed) => placed[stop.members[0]!]!.candidate.target.part?.number ?? 0
  const result = [...order]
  for (let from = 0; from < result.length;) {
    let to = from + 1
    while (to < result.length && result[to]!.stop.streetDoor === result[from]!.stop.streetDoor) to++
    result.splice(from, to - from, ...result.slice(from, to).sort((a, b) => partOf(a) - partOf(b)))
    from = to
  }
  return result
}
