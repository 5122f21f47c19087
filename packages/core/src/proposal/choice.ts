/**
 * Which areas to take together for one evening: from a meeting point on, the neighbour that gives most for its time,
 * until the evening is full. Sums over blocks; what is chosen is estimated by walks afterwards.
 */
import type { Seconds } from '../units.ts'
import type { Part } from './ground.ts'

/** Plain numbers about the ground. */
export interface Field {
  parts: readonly Pick<Part, 'area' | 'score' | 'seconds'>[]
  partsOf: readonly (readonly number[])[]
  neighbours: readonly ReadonlySet<number>[]
  /** Of one walker. */
  usable: Seconds
}

export interface Cluster {
  /** By number, ascending. */
  parts: number[]
  /** By coarse sums. */
  score: number
  /** Ways from the meeting point included. */
  seconds: Seconds
}

export interface Growing {
  /** Seconds from the meeting point to each part; Infinity: out of reach. */
  way: ArrayLike<Seconds>
  /** Parts that other evenings have. */
  taken: ReadonlySet<number>
  /** Time of all walkers. */
  capacity: Seconds
  /** Where it begins; undefined: with the best within reach. */
  from?: number
}

/** Seconds that a part takes, the way there and back of whoever goes there shared out over his evening. */
export function costOf(field: Field, part: number, way: Seconds): Seconds {
  const { usable, parts } = field
  return 2 * way < usable ? (parts[part]!.seconds * usable) / (usable - 2 * way) : Number.POSITIVE_INFINITY
}

/**
 * A connected set of areas within reach, as near to the capacity as blocks allow; of the last one the blocks nearest to
 * the meeting point. Ties go by number.
 *
 * Time O(areas taken × areas beside them).
 */
export function grow(field: Field, growing: Growing): Cluster {
  const { way, taken, capacity, from } = growing
  const offers = new Map<number, Offer>()
  const offerOf = (area: number): Offer => {
    const known = offers.get(area)
    if (known) return known
    const open = field.partsOf[area]!.filter((part) => !taken.has(part) && Number.isFinite(way[part]!))
    const offer = offered(field, open, way)
    offers.set(area, offer)
    return offer
  }
  const first = from ?? bestOf(field.partsOf.keys(), offerOf)
  const cluster: Cluster = { parts: [], score: 0, seconds: 0 }
  const inside = new Set<number>()
  const beside = new Set<number>(first === undefined ? [] : [first])
  while (cluster.seconds < capacity) {
    const area = bestOf(beside, offerOf)
    if (area === undefined) break
    beside.delete(area)
    inside.add(area)
    if (!take(cluster, { field, parts: offerOf(area).parts, way, capacity })) break
    for (const near of field.neighbours[area]!) if (!inside.has(near)) beside.add(near)
  }
  cluster.parts.sort((a, b) => a - b)
  return cluster
}

interface Offer {
  parts: number[]
  /** Score per second. */
  rate: number
}

function offered(field: Field, parts: number[], way: ArrayLike<Seconds>): Offer {
  let [score, seconds] = [0, 0]
  for (const part of parts) {
    const cost = costOf(field, part, way[part]!)
    if (!Number.isFinite(cost)) continue
    score += field.parts[part]!.score
    seconds += cost
  }
  return { parts, rate: seconds > 0 ? score / seconds : 0 }
}

/** Undefined: none gives anything. */
function bestOf(areas: Iterable<number>, offerOf: (area: number) => Offer): number | undefined {
  let best: number | undefined
  let most = 0
  for (const area of areas) {
    const { rate } = offerOf(area)
    if (rate > most || (rate === most && rate > 0 && area < best!)) [best, most] = [area, rate]
  }
  return best
}

/**
 * Adds parts, nearest first, that fit; where something is left over, the one more that brings the cluster nearest to
 * its capacity. Into an empty cluster always something.
 *
 * @returns whether all of them are in
 */
export function take(
  cluster: Cluster,
  {
    field,
    parts,
    way,
    capacity,
  }: { field: Field; parts: readonly number[]; way: ArrayLike<Seconds>; capacity: Seconds },
): boolean {
  const add = (part: number, cost: Seconds): void => {
    cluster.parts.push(part)
    cluster.score += field.parts[part]!.score
    cluster.seconds += cost
  }
  const over: { part: number; cost: Seconds }[] = []
  const nearest = parts.toSorted((a, b) => way[a]! - way[b]! || a - b)
  for (const part of nearest) {
    const cost = costOf(field, part, way[part]!)
    if (!Number.isFinite(cost)) continue
    if (cluster.seconds + cost <= capacity) add(part, cost)
    else over.push({ part, cost })
  }
  const [first] = over
  if (!first) return true
  const least = over.reduce((best, each) => (each.cost < best.cost ? each : best))
  const isNearer = cluster.seconds + least.cost - capacity < capacity - cluster.seconds
  if (cluster.parts.length === 0 || isNearer) {
    add(least.part, least.cost)
    over.splice(over.indexOf(least), 1)
  }
  return over.length === 0
}
