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
  const points = keyPoints(due, walkers)
  const firsts = points.length
  const most = Math.max(1, Math.floor(walkers / FEWEST_WALKS))
  let far = beyond(points, due)
  while (points.length < most && far.length > 0) {
    const around = far.reduce((sum, { seconds }) => sum + seconds, 0)
    if (points.length > 0 && around < FEWEST_WALKS * usable) break
    const heart = heartOf(far.map(({ place, prize }) => ({ centre: place, prize })))
    const point = nearestTo(
      heart,
      far.map(({ place }) => place),
    )
    points.push(point)
    far = beyond([point], far)
  }
  const work = points.map(() => 0)
  for (const block of due) {
    const metres = points.map((point) => metresBetween(point, block.place))
    work[metres.indexOf(Math.min(...metres))]! += block.seconds
  }
  return dealt(points, { work, walkers, firsts })
}

/** A place for each neighbourhood that has key buildings, those with most first; at most one a walker. */
function keyPoints(blocks: Workload[], walkers: number): LngLat[] {
  const points: LngLat[] = []
  let left = blocks.filter(({ keys }) => keys > 0)
  while (points.length < walkers && left.length > 0) {
    const around = left.map(({ place }) =>
      left.reduce((sum, other) => sum + (isNear(place, other.place) ? other.keys : 0), 0),
    )
    const { place } = left[around.indexOf(Math.max(...around))]!
    points.push(place)
    left = beyond([place], left)
  }
  return points
}

function beyond(points: LngLat[], blocks: Workload[]): Workload[] {
  return blocks.filter(({ place }) => !points.some((point) => isNear(point, place)))
}

function isNear(a: LngLat, b: LngLat): boolean {
  return metresBetween(a, b) <= MEETING_REACH
}

/**
 * Each place in proportion to its work: the next walker goes where most work is left for each who is there.
 *
 * @param firsts  places that get a walker before that
 */
function dealt(
  points: LngLat[],
  { work, walkers, firsts }: { work: Seconds[]; walkers: number; firsts: number },
): LngLat[] {
  const counts: number[] = points.map((_, index) => (index < firsts ? 1 : 0))
  for (let walker = firsts; walker < walkers; walker++) {
    const waiting = work.map((seconds, index) => seconds / (counts[index]! + 1))
    counts[waiting.indexOf(Math.max(...waiting))]!++
  }
  return points.flatMap((point, index) => Array.from({ length: counts[index]! }, () => point))
}
