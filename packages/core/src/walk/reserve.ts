/** Reserve stops: unserved places near a walk, so that nobody stands idle when doors stay shut. */
import type { Matrix } from '../matrix/matrix.ts'
import { durationBetween } from '../matrix/matrix.ts'
import type { Deciseconds, Seconds } from '../units.ts'
import { toSeconds } from '../units.ts'

/** Part of a walk's minutes that its reserves could fill. */
const RESERVE_SHARE = 0.3
/** A reserve is at most this far from a stop of the walk, in deciseconds: four minutes. */
const FURTHEST: Deciseconds = 2_400

/**
 * Stop indices per walk, key buildings first, then nearest first; a stop is reserve of one walk only, of the one it is
 * nearest to while that has room. Nobody gets a reserve that his wishes keep off his walk.
 *
 * @param routes    stop indices of each walk
 * @param place     row of the matrix of a stop's first end
 * @param budgets   seconds of each walk
 * @param service   at a stop, in the hands of who walks there
 * @param mayDo     whether a walker might do a stop if he did nothing else
 */
export function reservesOf(input: {
  routes: number[][]
  budgets: Seconds[]
  unserved: number[]
  matrix: Matrix
  place: (stop: number) => number
  service: (stop: number, walk: number) => Deciseconds
  mayDo: (stop: number, walk: number) => boolean
  /** Comes before all others, however far; default: none. */
  isKey?: (stop: number) => boolean
}): number[][] {
  const { routes, matrix, place, service, mayDo } = input
  const offers: { walk: number; stop: number; distance: Deciseconds }[] = []
  for (const stop of input.unserved)
    routes.forEach((route, walk) => {
      let distance = FURTHEST + 1
      for (const served of route)
        distance = Math.min(distance, durationBetween(matrix, place(served), place(stop)))
      if (distance <= FURTHEST && mayDo(stop, walk)) offers.push({ walk, stop, distance })
    })
  const rank = new Map(input.unserved.map((stop) => [stop, input.isKey?.(stop) ? 0 : 1]))
  offers.sort(
    (a, b) =>
      rank.get(a.stop)! - rank.get(b.stop)! || a.distance - b.distance || a.stop - b.stop || a.walk - b.walk,
  )
  const reserves: number[][] = routes.map(() => [])
  const filled = routes.map(() => 0)
  const taken = new Set<number>()
  for (const { walk, stop } of offers) {
    if (taken.has(stop) || filled[walk]! >= input.budgets[walk]! * RESERVE_SHARE) continue
    taken.add(stop)
    reserves[walk]!.push(stop)
    filled[walk]! += toSeconds(service(stop, walk))
  }
  return reserves
}
