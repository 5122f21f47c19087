/** How long a stop takes: the time at each target, for whoever walks there. */
import type { Assumptions, DoorWork } from '../building/door-time.ts'
import { doorSeconds, streetDoorSeconds } from '../building/door-time.ts'
import type { Candidate } from '../building/select.ts'
import type { CrewMember } from '../grouping/crew.ts'
import type { Seconds } from '../units.ts'

/** Stops are cut and timed for the slowest of a crew; the others have service times of their own. */
export function slowestHands(crew: CrewMember[]): number {
  return Math.min(...crew.map((member) => member.hands))
}

/** Expected seconds at a candidate for people with so many hands. */
export function secondsAt(
  candidate: Candidate,
  work: Pick<DoorWork, 'hands' | 'paysEntry'>,
  assumptions: Assumptions,
): Seconds {
  const { doors, target } = candidate
  const { kind, access } = target
  return doorSeconds({ kind, access, floors: floorsOf(candidate), doors, ...work }, assumptions)
}

/** Of that, getting through the street door; 0 for a house. */
export function entryAt({ target }: Candidate, assumptions: Assumptions): Seconds {
  return streetDoorSeconds(target.kind, assumptions)
}

/**
 * Storeys one climbs for this target: a part starts where the one above it ended, so that an entrance in parts takes no
 * longer than the whole.
 */
function floorsOf({ target }: Candidate): number {
  if (!target.part) return target.floors
  const { fromFloor, toFloor, firstDoor = 1 } = target.part
  return toFloor - fromFloor + (firstDoor > 1 ? 0 : 1)
}
