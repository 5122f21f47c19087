/**
 * Where the walkers of a piece meet when the request does not say: one place in each neighbourhood that is worth
 * walking.
 */
import type { LngLat, Seconds } from '../units.ts'
import { metresBetween } from '../units.ts'
import { MEETING_REACH, heartOf, nearestTo } from './block.ts'
import type { Workload } from './workload.ts'

/** A neighbourhood with less to do than this many mean walks has no meeting point of its own. */
const FEWEST_WALKS = 4

/**
 * A meeting point for each of `walkers` walkers, those of the richest neighbourhood first.
 *
 * @param blocks  of the piece; those without targets do not count
 * @param usable  mean seconds of a walk
 */
export function meetingPoints(
  blocks: Workload[],
  { walkers, usable }: { walkers: number; usable: Seconds },
): LngLat[] {
  const due = blocks.filter(({ targets }) => targets > 0)
  if (due.length === 0 || walkers === 0) return []
  const points: LngLat[] = []
  const most = Math.max(1, Math.floor(walkers / FEWEST_WALKS))
  let far = due
  while (points.length < most) {
    const around = far.reduce((sum, { seconds }) => sum + seconds, 0)
    if (points.length > 0 && around < FEWEST_WALKS * usable) break
    const heart = heartOf(far.map(({ place, prize }) => ({ centre: place, prize })))
    const point = nearestTo(
      heart,
      far.map(({ place }) => place),
    )
    points.push(point)
    far = far.filter(({ place }) => metresBetween(place, point) > MEETING_REACH)
    if (far.length === 0) break
  }
  const work = points.map(() => 0)
  for (const block of due) {
    const metres = points.map((point) => metresBetween(point, block.place))
    work[metres.indexOf(Math.min(...metres))]! += block.seconds
  }
  return dealt(points, work, walkers)
}

/** Each place in proportion to its work: the next walker goes where most work is left for each who is there. */
function dealt(points: LngLat[], work: Seconds[], walkers: number): LngLat[] {
  const counts = points.map(() => 0)
  for (let walker = 0; walker < walkers; walker++) {
    const waiting = work.map((seconds, index) => seconds / (counts[index]! + 1))
    counts[waiting.indexOf(Math.max(...waiting))]!++
  }
  return points.flatMap((point, index) => Array.from({ length: counts[index]! }, () => point))
}
