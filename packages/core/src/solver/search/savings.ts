/**
 * A first solution for problems whose stops are all mandatory: single-stop walks are joined end to end, the join that
 * saves most walking first.
 *
 * Source: Clarke, Wright (1964), Scheduling of vehicles from a central depot to a number of delivery points,
 * Operations Research 12(4), https://doi.org/10.1287/opre.12.4.568. Only near neighbours are joined.
 */
import type { Model } from '../problem/model.ts'

/** Neighbours of each stop that it may be joined to. */
const JOINED_NEIGHBOURS = 40
/** Room for the index of a pair in one sorting key: 2²⁴ pairs; savings stay below 2²⁹. */
const PAIRS = 16_777_216

interface Joined {
  stops: number[]
  doors: number
  duration: number
}

/**
 * Walks by savings, for interchangeable walkers and ways that are equally long in both directions; empty otherwise.
 * More walks than walkers may come back. Cost: O(n · 40 · log n).
 */
export function savingsWalks(model: Model): number[][] {
  const { problem, servable, durations, start, end, service, serviceRow } = model
  if (!model.allMandatory || model.kinds !== 1 || model.hasStreetDoors) return []
  const walkOf: (Joined | undefined)[] = []
  const out = new Int32Array(model.stops)
  const back = new Int32Array(model.stops)
  for (const stop of servable) {
    out[stop] = durations.between(start[0]!, problem.first[stop]!)
    back[stop] = durations.between(problem.last[stop]!, end[0]!)
    const duration = out[stop] + service[serviceRow[0]! + stop]! + back[stop]
    walkOf[stop] = { stops: [stop], doors: problem.doors[stop]!, duration }
  }
  const { width, list } = model.neighbours
  for (const key of sortedSavings(model, { out, back })) {
    const pair = key % PAIRS
    const a = Math.floor(pair / JOINED_NEIGHBOURS)
    const b = list[a * width + (pair % JOINED_NEIGHBOURS)]!
    const one = walkOf[a]!
    const other = walkOf[b]!
    const saving = Math.floor(key / PAIRS)
    if (one === other || one.doors + other.doors > model.room[0]!) continue
    if (one.duration + other.duration - saving > model.budget[0]!) continue
    if (one.stops[0] === a) one.stops.reverse()
    if (other.stops.at(-1) === b) other.stops.reverse()
    if (one.stops.at(-1) !== a || other.stops[0] !== b) continue
    for (const stop of other.stops) {
      one.stops.push(stop)
      walkOf[stop] = one
    }
    one.doors += other.doors
    one.duration += other.duration - saving
  }
  return [...new Set(walkOf.filter((walk) => walk !== undefined))].map((walk) => walk.stops)
}

/**
 * Keys `saving * PAIRS + a * JOINED_NEIGHBOURS + k`, k the rank of the other stop among the neighbours of a;
 * descending.
 */
function sortedSavings(model: Model, { out, back }: { out: Int32Array; back: Int32Array }): Float64Array {
  const { problem, servable, durations } = model
  const { width, list } = model.neighbours
  const keys = new Float64Array(servable.length * Math.min(width, JOINED_NEIGHBOURS))
  let count = 0
  for (const a of servable) {
    for (let k = 0; k < Math.min(width, JOINED_NEIGHBOURS); k++) {
      const b = list[a * width + k]!
      if (b < 0) break
      const saving = back[a]! + out[b]! - durations.between(problem.last[a]!, problem.first[b]!)
      if (saving > 0) keys[count++] = saving * PAIRS + a * JOINED_NEIGHBOURS + k
    }
  }
  return keys.subarray(0, count).sort().reverse()
}
