/** Walking times between all snapped points: one search per distinct street end, then four sums per pair. */
import { VisibleError } from '../error.ts'
import type { Graph } from '../graph/network/graph.ts'
import { Dijkstra } from '../graph/route/dijkstra.ts'
import { alongStreet, endsOf, offStreetTime, type SnapEnds } from '../graph/route/ends.ts'
import type { Snap } from '../graph/route/snap.ts'
import { UNREACHABLE } from '../units.ts'
import type { Hierarchy } from './hierarchy.ts'
import type { Matrix } from './matrix.ts'
import { sweepAll } from './sweep.ts'

/** Above this neighbour lists are the answer: a full table of 2,000 stops is 16 MB. */
export const MAX_POINTS = 2000

/** Below these plain searches are done before the hierarchy is built. */
const FEW_POINTS = 80
const SMALL_GRAPH = 1500

/** Times between distinct street ends, row-major. */
interface EndTimes {
  /** Graph node of each row and column. */
  nodes: Int32Array
  times: Int32Array
}

/**
 * Walking time from every point to every other point.
 *
 * Row-major, square, integer deciseconds; 0 at one place, UNREACHABLE where there is no walk. Not symmetric: one-way
 * gates and waits exist. Off-street metres at both ends are included for `canvass`.
 *
 * @throws VisibleError `matrix.too_large` above MAX_POINTS points
 * Cost: one search per distinct street end plus O(points²); with a hierarchy about a tenth of that.
 */
export function buildMatrix(graph: Graph, points: Snap[], hierarchy?: Hierarchy): Matrix {
  checkSize(points.length)
  const ends = points.map((point) => endsOf(graph, point))
  const nodes = distinctNodes(ends)
  const times = hierarchy ? sweepAll(hierarchy, nodes) : searchAll(graph, nodes)
  return combine(graph, { points, ends, between: { nodes, times } })
}

/** Whether a hierarchy that must first be built pays for so many points. */
export function isWorthHierarchy(graph: Graph, points: number): boolean {
  return points > FEW_POINTS && graph.nodeCount > SMALL_GRAPH
}

/** @throws VisibleError `matrix.too_large` above {@link MAX_POINTS} */
export function checkSize(count: number): void {
  if (count <= MAX_POINTS) return
  throw new VisibleError(
    'too_large',
    'matrix.too_large',
    `${count} points for a full table of walking times, at most ${MAX_POINTS}: split the area into smaller parts.`,
  )
}

/** Plain Dijkstra from each distinct end. */
function searchAll(graph: Graph, nodes: Int32Array): Int32Array {
  const times = new Int32Array(nodes.length * nodes.length)
  const search = new Dijkstra(graph)
  nodes.forEach((node, row) => {
    search.run({ starts: { nodes: [node], times: [0] }, targets: nodes })
    for (let column = 0; column < nodes.length; column++) {
      times[row * nodes.length + column] = search.timeTo(nodes[column]!)
    }
  })
  return times
}

export function distinctNodes(ends: SnapEnds[]): Int32Array {
  return Int32Array.from(new Set(ends.flatMap(({ nodes }) => nodes))).sort()
}

interface Combination {
  points: Snap[]
  ends: SnapEnds[]
  between: EndTimes
}

/** Shortest over all pairs of ends; points on one edge may also walk straight along it. */
function combine(graph: Graph, { points, ends, between }: Combination): Matrix {
  const size = points.length
  const durations = new Int32Array(size * size)
  const { nodes, times } = between
  const rowOf = new Map(Array.from(nodes, (node, i) => [node, i]))
  const flat = flatten(ends, rowOf)
  const offStreet = points.map((point) => offStreetTime(graph, point))
  for (let from = 0; from < size; from++) {
    for (let to = 0; to < size; to++) {
      if (from === to) continue
      let best = UNREACHABLE
      for (let a = flat.first[from]!; a < flat.first[from + 1]!; a++) {
        const row = flat.row[a]! * nodes.length
        const leave = flat.leave[a]!
        for (let b = flat.first[to]!; b < flat.first[to + 1]!; b++) {
          const time = leave + times[row + flat.row[b]!]! + flat.enter[b]!
          if (time < best) best = time
        }
      }
      durations[from * size + to] =
        best >= UNREACHABLE ? UNREACHABLE : best + offStreet[from]! + offStreet[to]!
    }
  }
  for (const group of pointsByEdge(points)) {
    for (const from of group) {
      for (const to of group) {
        if (from === to) continue
        const straight = alongStreet(graph, points[from]!, points[to]!).total
        if (straight >= UNREACHABLE) continue
        const at = from * size + to
        durations[at] = Math.min(durations[at]!, straight + offStreet[from]! + offStreet[to]!)
      }
    }
  }
  for (const group of pointsByPlace(points))
    for (const from of group) for (const to of group) durations[from * size + to] = 0
  return { size, durations }
}

function flatten(ends: SnapEnds[], rowOf: Map<number, number>) {
  const first = new Int32Array(ends.length + 1)
  ends.forEach(({ nodes }, i) => (first[i + 1] = first[i]! + nodes.length))
  return {
    first,
    row: Int32Array.from(ends.flatMap(({ nodes }) => nodes.map((node) => rowOf.get(node)!))),
    leave: Int32Array.from(ends.flatMap(({ leave }) => leave)),
    enter: Int32Array.from(ends.flatMap(({ enter }) => enter)),
  }
}

/** Groups of two and more points on one edge. */
export function pointsByEdge(points: Snap[]): number[][] {
  return groupsBy(points, ({ edge }) => edge)
}

/** Groups of two and more points at one place, see isSamePlace. */
export function pointsByPlace(points: Snap[]): number[][] {
  return groupsBy(points, ({ from }) => from.join())
}

function groupsBy<Key>(points: Snap[], keyOf: (point: Snap) => Key): number[][] {
  const groups = new Map<Key, number[]>()
  points.forEach((point, i) => {
    const key = keyOf(point)
    const group = groups.get(key)
    if (group) group.push(i)
    else groups.set(key, [i])
  })
  return [...groups.values()].filter((group) => group.length > 1)
}
