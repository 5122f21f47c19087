/** Places of single people as they may be kept: to about 100 m. A meeting point is no secret and stays as it is. */
import { type AreaRequest, replaceLeaves } from './area-request.ts'
import type { PlanRequest } from './request.ts'
import type { LngLat } from '../units.ts'

/** Decimals of a degree that are kept: steps of 111 m to the north, 73 m to the east at 49° N. */
const DECIMALS = 3

export function roundedPlace([lng, lat]: LngLat): LngLat {
  const scale = 10 ** DECIMALS
  return [Math.round(lng * scale) / scale, Math.round(lat * scale) / scale]
}

/** The area with the places rounded from which its walks begin, where they are somebody's own. */
export function withRoundedWalks(area: AreaRequest, isOwn: (place: LngLat) => boolean): AreaRequest {
  return replaceLeaves(area, (leaf) =>
    'walkFrom' in leaf && isOwn(leaf.walkFrom.start)
      ? { walkFrom: { ...leaf.walkFrom, start: roundedPlace(leaf.walkFrom.start) } }
      : leaf,
  )
}

/** The request with volunteers' own starts and ends rounded; those at the meeting point of the request stay there. */
export function withRoundedStarts(request: PlanRequest): PlanRequest {
  const { volunteers, start: meetingPoint, area, asked } = request
  if (typeof volunteers === 'number') return request
  const own = new Set(volunteers.flatMap(({ start, end }) => [String(start), String(end)]))
  const isOwn = (place: LngLat) => own.has(String(place)) && String(place) !== String(meetingPoint)
  const rounded = <T extends LngLat | 'anywhere'>(place: T): T | LngLat =>
    place === 'anywhere' || String(place) === String(meetingPoint) ? place : roundedPlace(place)
  return {
    ...request,
    ...(area && { area: withRoundedWalks(area, isOwn) }),
    ...(asked?.area && { asked: { ...asked, area: withRoundedWalks(asked.area, isOwn) } }),
    volunteers: volunteers.map(({ start, end, ...rest }) => ({
      ...rest,
      ...(start === undefined ? {} : { start: rounded(start) }),
      ...(end === undefined ? {} : { end: rounded(end) }),
    })),
  }
}
