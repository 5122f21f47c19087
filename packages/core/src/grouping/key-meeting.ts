/** Where to meet when the request names key buildings and no place: where most of them can be reached from. */
import type { Candidate } from '../building/select.ts'
import type { LngLat, Seconds } from '../units.ts'
import { metresBetween } from '../units.ts'
import { nearestTo } from './block.ts'
import type { CrewMember } from './crew.ts'
import { DETOUR, STEP_SECONDS } from './workload.ts'

/** Places that are tried: key buildings themselves, evenly drawn from all of them. */
const MOST_PLACES = 40
/** Beyond so many key buildings only their middle is tried. */
const MOST_KEYS = 300
/** Part of the minutes that is counted on: ways are longer than they look. */
const SURE = 0.9

/**
 * The place from which these walkers reach most key buildings by a rough count: `plain` where that is one of the best,
 * else the middle of the key buildings, else one of them.
 *
 * @param plain    the meeting point without key buildings
 * @param seconds  at each candidate
 * @param crew     those who will start there
 */
export function meetForKeys(input: {
  plain: LngLat
  candidates: Candidate[]
  seconds: Seconds[]
  crew: CrewMember[]
  walkingMetresPerSecond: number
}): LngLat {
  const { plain, candidates, seconds, crew } = input
  const keys = candidates.flatMap(({ key, target }, index) =>
    key ? [{ at: target.location, seconds: seconds[index]! + STEP_SECONDS }] : [],
  )
  if (keys.length === 0 || crew.length === 0) return plain
  const places = keys.map(({ at }) => at)
  const step = Math.ceil(keys.length / MOST_PLACES)
  const tried = [plain, nearestTo(middleOf(places), places)]
  if (keys.length <= MOST_KEYS) tried.push(...places.filter((_, index) => index % step === 0))
  const counts = tried.map((start) => countReached(start, { ...input, keys }))
  return tried[counts.indexOf(Math.max(...counts))]!
}

interface Key {
  at: LngLat
  seconds: Seconds
}

/** Each walker in turn goes to the nearest that is left while he can be back in time. */
function countReached(
  start: LngLat,
  { keys, crew, walkingMetresPerSecond }: { keys: Key[]; crew: CrewMember[]; walkingMetresPerSecond: number },
): number {
  const way = (from: LngLat, to: LngLat): Seconds =>
    (metresBetween(from, to) * DETOUR) / walkingMetresPerSecond
  const left = new Set(keys)
  for (const { usable, end } of crew.toSorted((a, b) => b.usable - a.usable)) {
    let here = start
    let used: Seconds = 0
    for (;;) {
      let best: Key | null = null
      let nearest: Seconds = Number.MAX_VALUE
      for (const key of left) {
        const there = way(here, key.at)
        const back = end ? way(key.at, start) : 0
        if (there >= nearest || used + there + key.seconds + back > SURE * usable) continue
        nearest = there
        best = key
      }
      if (!best) break
      left.delete(best)
      used += nearest + best.seconds
      here = best.at
    }
    if (left.size === 0) break
  }
  return keys.length - left.size
}

function middleOf(places: LngLat[]): LngLat {
  const sum = (axis: 0 | 1) => places.reduce((total, place) => total + place[axis], 0) / places.length
  return [sum(0), sum(1)]
}
