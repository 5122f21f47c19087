/** How long it is from a meeting point to each part, on the streets. */
import type { Snap } from '../graph/route/snap.ts'
import type { LngLat } from '../units.ts'
import type { Ground } from './ground.ts'

export interface Ways {
  meetingPoint: LngLat
  /** Infinity: out of reach. */
  seconds: Float64Array
}

/** @param reach  minutes */
export async function waysFrom({ router, parts }: Ground, from: Snap, reach: number): Promise<Ways> {
  const limit = Math.floor(reach * 600)
  const times = await router.reach(
    from,
    parts.map(({ snap }) => snap),
    limit,
  )
  const seconds = Float64Array.from(times, (time) => (time <= limit ? time / 10 : Number.POSITIVE_INFINITY))
  return { meetingPoint: from.from, seconds }
}
