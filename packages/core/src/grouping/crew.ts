/** Who walks: the volunteers of a request become walkers with start, end, minutes and limits filled in. */
import type { Assumptions } from '../building/door-time.ts'
import type { PlanRequest, VolunteerRequest } from '../request/request.ts'
import { walkerIds } from '../request/walker-ids.ts'
import type { LngLat, Seconds } from '../units.ts'
import type { Language } from '../words/languages.ts'

/** One volunteer, pair or team doing one walk. */
export interface CrewMember {
  /** Opaque. */
  id: string
  /** null: begins at the first stop. */
  start: LngLat | null
  /** null: ends at the last stop. */
  end: LngLat | null
  /** The whole time asked for. */
  budget: Seconds
  /** What may be planned: the budget less the slack. */
  usable: Seconds
  /** Door limit, or null. */
  doors: number | null
  people: number
  /** People who knock at different doors at the same time. */
  hands: number
  avoidStairs: boolean
  language: Language
}

/** Does anyone rely on the meeting point, so that one must be proposed when the request names none? */
export function needsMeetingPoint(request: PlanRequest): boolean {
  return (
    request.start === undefined && volunteersOf(request).some((volunteer) => volunteer.start === undefined)
  )
}

/**
 * What a volunteer does not say comes from the request. A walk that may start anywhere is open.
 *
 * @param meetingPoint  for those who name no start; null: anywhere
 */
export function makeCrew(
  request: PlanRequest,
  meetingPoint: LngLat | null,
  assumptions: Assumptions,
): CrewMember[] {
  const volunteers = volunteersOf(request)
  const ids = walkerIds(volunteers)
  return volunteers.map((volunteer, index) => {
    const asked = volunteer.start ?? request.start
    const start = asked === 'anywhere' ? null : (asked ?? meetingPoint)
    const people = volunteer.people ?? request.teamSize ?? 1
    const budget = Math.round((volunteer.minutes ?? request.minutes) * 60)
    return {
      id: ids[index]!,
      start,
      end: volunteer.end ?? (request.closed ? start : null),
      budget,
      usable: budget * (1 - assumptions.slackShare),
      doors: volunteer.doors ?? request.doors ?? null,
      people,
      hands: volunteer.split ? people : 1,
      avoidStairs: volunteer.avoidStairs ?? false,
      language: volunteer.language ?? request.language,
    }
  })
}

function volunteersOf(request: PlanRequest): VolunteerRequest[] {
  return typeof request.volunteers === 'number'
    ? Array.from({ length: request.volunteers }, () => ({}))
    : request.volunteers
}
