/**
 * Walking times among more points than a full table holds: the nearest of each point, and any exact time on demand.
 * Every point keeps the few important places of the hierarchy above it; a shortest walk meets in one of them.
 */
import type { Graph } from '../graph/network/graph.ts'
import { alongStreet, endsOf, offStreetTime } from '../graph/route/ends.ts'
import { TimeHeap } from '../graph/route/heap.ts'
import { isSamePlace, type Snap } from '../graph/route/snap.ts'
import { grown } from '../graph/tile/arrays.ts'
import { UNREACHABLE, type Deciseconds } from '../units.ts'
import { pointsByEdge, pointsByPlace } from './build.ts'
import { Climb } from './climb.ts'
import type { Hierarchy, UpArcs } from './hierarchy.ts'

interface Nearby {
  size: number
  /**
   * Entry of the full table: 0 at one place, UNREACHABLE where there is no walk. Cost: a few microseconds.
   */
  between(from: number, to: number): Deciseconds
  /**
   * The `count` points soonest reached from a point, itself excluded, with their times; ties by number; fewer if there
   * are fewer.
   */
  nearest(from: number, count: number): { points: number[]; times: Deciseconds[] }
}

/** Places above each point, bottom first: `start[i]…start[i + 1]`, with the time there. */
interface Labels {
  start: Uint32Array
  place: Int32Array
  time: Int32Array
}

/**
 * Exact walking times for any number of points; equal to buildMatrix on every pair (tested).
 *
 * Source: hub labels read off a contraction hierarchy, Abraham et al. 2011, https://doi.org/10.1007/978-3-642-20662-7_20,
 * without their pruning.
 *
 * Cost: two upward searches a point and 8 bytes for each place in them.
 */
export function nearbyTimes(graph: Graph, points: Snap[], hierarchy: Hierarchy): Nearby {
  const ends = points.map((point) => endsOf(graph, point))
  const offStreet = points.map((point) => offStreetTime(graph, point))
  const labelsOf = (arcs: UpArcs, way: 'leave' | 'enter') =>
    makeLabels(points.length, new Climb(hierarchy.nodeCount, arcs), (climb, point) => {
      const { nodes, [way]: times } = ends[point]!
      nodes.forEach((node, i) => {
        if (times[i]! < UNREACHABLE) climb.start(hierarchy.place[node]!, times[i]! + offStreet[point]!)
      })
    })
  const leaving = labelsOf(hierarchy.up, 'leave')
  const arriving = labelsOf(hierarchy.down, 'enter')
  const [onEdge, atPlace] = [pointsByEdge(points), pointsByPlace(points)].map(
    (groups) => new Map(groups.flatMap((group) => group.map((point) => [point, group] as const))),
  ) as [Map<number, number[]>, Map<number, number[]>]
  const straight = (from: number, to: number) => {
    if (isSamePlace(points[from]!, points[to]!)) return 0
    const { total } = alongStreet(graph, points[from]!, points[to]!)
    return total >= UNREACHABLE ? UNREACHABLE : total + offStreet[from]! + offStreet[to]!
  }
  const above = arrivalsByPlace(hierarchy.nodeCount, arriving)
  return {
    size: points.length,
    between: (from, to) => Math.min(straight(from, to), meet(leaving, from, { labels: arriving, to })),
    nearest: (from, count) => {
      const near = new Set([...(atPlace.get(from) ?? []), ...(onEdge.get(from) ?? [])])
      const beside = [...near].filter((to) => to !== from)
      const first = beside.map((to) => ({ to, time: straight(from, to) }))
      return soonest(leaving, from, { above, count, first })
    },
  }
}

function makeLabels(count: number, climb: Climb, begin: (climb: Climb, point: number) => void): Labels {
  const start = new Uint32Array(count + 1)
  let [place, time] = [new Int32Array(1024), new Int32Array(1024)]
  let at = 0
  for (let point = 0; point < count; point++) {
    begin(climb, point)
    climb.run((above, then) => {
      if (at === place.length) [place, time] = [grown(place), grown(time)]
      place[at] = above
      time[at++] = then
    })
    start[point + 1] = at
  }
  return { start, place: place.slice(0, at), time: time.slice(0, at) }
}

/** Both lists go from the bottom up: one pass over the two finds the best common place. */
function meet(leaving: Labels, from: number, { labels, to }: { labels: Labels; to: number }): Deciseconds {
  let a = leaving.start[from]!
  let b = labels.start[to]!
  const lastA = leaving.start[from + 1]!
  const lastB = labels.start[to + 1]!
  let best = UNREACHABLE
  while (a < lastA && b < lastB) {
    const [placeA, placeB] = [leaving.place[a]!, labels.place[b]!]
    if (placeA === placeB) best = Math.min(best, leaving.time[a++]! + labels.time[b++]!)
    else if (placeA > placeB) a++
    else b++
  }
  return best
}

/** Points above which each place lies, soonest first. */
interface Arrivals {
  start: Uint32Array
  point: Int32Array
  time: Int32Array
}

function arrivalsByPlace(nodeCount: number, labels: Labels): Arrivals {
  const start = new Uint32Array(nodeCount + 1)
  for (const place of labels.place) start[place + 1]!++
  for (let place = 0; place < nodeCount; place++) start[place + 1]! += start[place]!
  const total = labels.place.length
  // times and points fit in 31 and 22 bits: one exact sort key in a double
  const points = labels.start.length - 1
  const keys = new Float64Array(total)
  const next = start.slice()
  for (let to = 0; to < points; to++) {
    for (let i = labels.start[to]!; i < labels.start[to + 1]!; i++) {
      keys[next[labels.place[i]!]!++] = labels.time[i]! * points + to
    }
  }
  for (let place = 0; place < nodeCount; place++) {
    if (start[place + 1]! - start[place]! > 1) keys.subarray(start[place], start[place + 1]).sort()
  }
  return {
    start,
    point: Int32Array.from(keys, (key) => key % points),
    time: Int32Array.from(keys, (key) => Math.floor(key / points)),
  }
}

interface NearestAsked {
  above: Arrivals
  count: number
  first: { to: number; time: Deciseconds }[]
}

/** Merges the lists of all places above a point: the first time a point turns up is its shortest walk. */
function soonest(
  leaving: Labels,
  from: number,
  { above, count, first }: NearestAsked,
): { points: number[]; times: Deciseconds[] } {
  const queue = new TimeHeap()
  const begin = leaving.start[from]!
  const width = leaving.start[from + 1]! - begin
  const cursor = new Uint32Array(width)
  const offer = (lane: number) => {
    const place = leaving.place[begin + lane]!
    const at = above.start[place]! + cursor[lane]!
    if (at < above.start[place + 1]!) queue.push(lane, leaving.time[begin + lane]! + above.time[at]!)
  }
  for (let lane = 0; lane < width; lane++) offer(lane)
  first.forEach(({ time }, i) => {
    if (time < UNREACHABLE) queue.push(width + i, time)
  })
  const known = new Set([from])
  const found: { to: number; time: Deciseconds }[] = []
  // ties go by number: everything as soon as the last one is looked at before the list is cut
  while (queue.size > 0 && (found.length < count || queue.soonest() === found[count - 1]?.time)) {
    const time = queue.soonest()
    const lane = queue.pop()
    const at = lane < width ? above.start[leaving.place[begin + lane]!]! + cursor[lane]!++ : -1
    const to = at >= 0 ? above.point[at]! : first[lane - width]!.to
    if (at >= 0) offer(lane)
    if (known.has(to)) continue
    known.add(to)
    found.push({ to, time })
  }
  found.sort((a, b) => a.time - b.time || a.to - b.to)
  const nearest = found.slice(0, count)
  return { points: nearest.map(({ to }) => to), times: nearest.map(({ time }) => time) }
}
