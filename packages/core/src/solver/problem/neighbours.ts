/** The nearest stops of every stop, nearest first: where strings are torn out and where a stop may be put back. */
import { UNREACHABLE } from '../../units.ts'
import type { Durations } from './durations.ts'
import type { Problem } from './problem.ts'

/** Above this number of stops only planar neighbours are looked at, so that nothing is quadratic. */
const EXHAUSTIVE_STOPS = 2_500
/** Candidates from the plane per neighbour kept; more = closer to the true order of walking times. */
const PLANAR_SURPLUS = 2
/** Mean number of stops in one cell of the planar grid. */
const STOPS_PER_CELL = 4

export interface Neighbours {
  /** Row length. */
  width: number
  /** `stop * width + k` → the k-th nearest stop; -1 pads rows that have fewer. */
  list: Int32Array
  /** Same index: twice the shortest way between the two, in either direction, between any ends. Ascends along a row. */
  twice: Int32Array
}

/**
 * The `width` nearest of `stops` for each stop of the problem, by the shortest way between any of their ends.
 * Rows of stops that are not in `stops` stay empty. Ties go to the smaller index.
 *
 * Cost: O(n²) up to 2,500 stops, about O(n · width) above.
 */
export function nearestStops(
  problem: Problem,
  durations: Durations,
  { stops, width }: { stops: Int32Array; width: number },
): Neighbours {
  const n = problem.first.length
  const list = new Int32Array(n * width).fill(-1)
  const twice = new Int32Array(n * width)
  const grid = stops.length > EXHAUSTIVE_STOPS ? planarGrid(problem, stops) : null
  const keys = new Float64Array(stops.length)
  for (const stop of stops) {
    const candidates = grid === null ? stops : grid.around(stop, width * PLANAR_SURPLUS)
    let count = 0
    for (const other of candidates) {
      if (other === stop) continue
      const key = shortestWay(problem, durations, stop, other)
      if (key >= UNREACHABLE) continue
      // One number sorts by duration, then by index: duration < 2³⁰, index < 2²³.
      keys[count] = key * 8_388_608 + other
      count++
    }
    const kept = Math.min(width, count)
    selectSmallest(keys, count, kept)
    const best = keys.subarray(0, kept).sort()
    for (let k = 0; k < kept; k++) {
      list[stop * width + k] = best[k]! % 8_388_608
      twice[stop * width + k] = 2 * Math.floor(best[k]! / 8_388_608)
    }
  }
  return { width, list, twice }
}

function shortestWay(problem: Problem, durations: Durations, a: number, b: number): number {
  const { first, last } = problem
  let nearest = eitherWay(durations, first[a]!, first[b]!)
  if (first[a] !== last[a]) nearest = Math.min(nearest, eitherWay(durations, last[a]!, first[b]!))
  if (first[b] !== last[b]) {
    nearest = Math.min(nearest, eitherWay(durations, first[a]!, last[b]!))
    if (first[a] !== last[a]) nearest = Math.min(nearest, eitherWay(durations, last[a]!, last[b]!))
  }
  return nearest
}

function eitherWay(durations: Durations, a: number, b: number): number {
  return Math.min(durations.between(a, b), durations.into(a, b))
}

/** Reorders so that the `kept` smallest of the first `count` keys stand in front (Hoare's selection). */
function selectSmallest(keys: Float64Array, count: number, kept: number): void {
  let low = 0
  let high = count - 1
  while (low < high) {
    const pivot = keys[(low + high) >> 1]!
    let i = low
    let j = high
    while (i <= j) {
      while (keys[i]! < pivot) i++
      while (keys[j]! > pivot) j--
      if (i <= j) {
        const held = keys[i]!
        keys[i] = keys[j]!
        keys[j] = held
        i++
        j--
      }
    }
    if (kept - 1 <= j) high = j
    else if (kept - 1 >= i) low = i
    else return
  }
}

interface PlanarGrid {
  /** At least `wanted` stops around (fewer only when there are no more), in no useful order. */
  around(stop: number, wanted: number): number[]
}

function planarGrid(problem: Problem, stops: Int32Array): PlanarGrid {
  const { x, y, first } = problem
  let minX = Infinity
  let minY = Infinity
  let maxX = -Infinity
  let maxY = -Infinity
  for (const stop of stops) {
    const at = first[stop]!
    minX = Math.min(minX, x[at]!)
    maxX = Math.max(maxX, x[at]!)
    minY = Math.min(minY, y[at]!)
    maxY = Math.max(maxY, y[at]!)
  }
  const area = Math.max(1, maxX - minX) * Math.max(1, maxY - minY)
  const size = Math.max(1, Math.sqrt((area * STOPS_PER_CELL) / stops.length))
  const columns = Math.floor((maxX - minX) / size) + 1
  const rows = Math.floor((maxY - minY) / size) + 1
  const cells: number[][] = Array.from({ length: columns * rows }, () => [])
  const columnOf = (stop: number): number => Math.floor((x[first[stop]!]! - minX) / size)
  const rowOf = (stop: number): number => Math.floor((y[first[stop]!]! - minY) / size)
  for (const stop of stops) cells[rowOf(stop) * columns + columnOf(stop)]!.push(stop)

  return {
    around(stop, wanted) {
      const found: number[] = []
      const column = columnOf(stop)
      const row = rowOf(stop)
      const widest = Math.max(columns, rows)
      let enoughAt = -1
      // One ring more than needed: a square of cells reaches less far along its sides than at its corners.
      for (let ring = 0; ring <= widest && (enoughAt < 0 || ring <= enoughAt + 1); ring++) {
        for (let r = row - ring; r <= row + ring; r++) {
          if (r < 0 || r >= rows) continue
          const edge = r === row - ring || r === row + ring
          for (let c = column - ring; c <= column + ring; c += edge || ring === 0 ? 1 : 2 * ring) {
            if (c >= 0 && c < columns) found.push(...cells[r * columns + c]!)
          }
        }
        if (enoughAt < 0 && found.length > wanted) enoughAt = ring
      }
      return found
    },
  }
}
