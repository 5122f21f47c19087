/**
 * Splits junctions into street corners, so that both sides of a street are walked apart and changing sides is a move
 * of its own. A corner lies between two neighbouring streets that have sides; paths join the corners beside them.
 */
import type { Deciseconds } from '../units.ts'
import { crossingTime, SIDED } from './crossing.ts'
import type { Graph } from './network.ts'
import { FLAG, NODE_FLAG } from './flags.ts'

type Streets = Pick<
  Graph,
  | 'vertexFlags'
  | 'ends'
  | 'endStreet'
  | 'edgeClass'
  | 'edgeFlags'
  | 'edgeName'
  | 'shape'
  | 'shapeLng'
  | 'shapeLat'
>

/** Where corners are put: nodes and arcs under construction (nodes.ts). */
export interface Corners {
  /** Adds a node at a vertex. */
  addNode(vertex: number): number
  /** Sets the node of one end of a street on one side: side 0 left, 1 right, in the direction of the street. */
  setEnd(end: number, side: number, node: number): void
  /** Adds one way to go, none when the time is UNREACHABLE; across a street: `street` −1 − edge. */
  addArc(tail: number, head: number, time: Deciseconds, street: number): void
}

/** No junction has more streets. */
const MAX_ENDS = 256

/** Makes the corners of one vertex after the other; holds its scratch memory. */
export class CornerMaker {
  private readonly streets: Streets
  private readonly corners: Corners
  private readonly round = new Int32Array(MAX_ENDS)
  private readonly x = new Float64Array(MAX_ENDS)
  private readonly y = new Float64Array(MAX_ENDS)
  private readonly corner = new Int32Array(MAX_ENDS)
  private readonly node = new Int32Array(MAX_ENDS)

  constructor(streets: Streets, corners: Corners) {
    this.streets = streets
    this.corners = corners
  }

  /** One node where no street has sides, else one per corner. Cost: streets at the vertex squared; three or four. */
  make(vertex: number): void {
    const { streets, corners } = this
    const first = streets.ends[vertex]!
    const count = Math.min(MAX_ENDS, streets.ends[vertex + 1]! - first)
    let sided = false
    for (let i = 0; i < count && !sided; i++) sided = isSided(streets, streets.endStreet[first + i]! >> 1)
    if (!sided) {
      const node = corners.addNode(vertex)
      for (let i = 0; i < count; i++) {
        corners.setEnd(streets.endStreet[first + i]!, 0, node)
        corners.setEnd(streets.endStreet[first + i]!, 1, node)
      }
      return
    }
    this.sortRound({ first, count })
    this.mergeAcrossPaths(count)
    this.joinCorners(vertex, count)
  }

  /** Streets by the direction in which they leave, counter-clockwise from east; equal ones by number. */
  private sortRound({ first, count }: { first: number; count: number }): void {
    const { shape, shapeLng, shapeLat, endStreet } = this.streets
    const { round, x, y } = this
    for (let i = 0; i < count; i++) {
      const end = endStreet[first + i]!
      const edge = end >> 1
      const atStart = (end & 1) === 0
      const at = atStart ? shape[edge]! : shape[edge + 1]! - 1
      const last = atStart ? shape[edge + 1]! - 1 : shape[edge]!
      const step = atStart ? 1 : -1
      let next = at + step
      while (next !== last && shapeLng[next] === shapeLng[at] && shapeLat[next] === shapeLat[at]) next += step
      // unscaled: stretching an axis changes no order round a point
      const dx = shapeLng[next]! - shapeLng[at]!
      const dy = shapeLat[next]! - shapeLat[at]!
      round[i] = end
      x[i] = dx
      y[i] = dy
      let place = i
      for (; place > 0 && this.isBefore(i, place - 1); place--);
      for (let k = i; k > place; k--) {
        round[k] = round[k - 1]!
        x[k] = x[k - 1]!
        y[k] = y[k - 1]!
      }
      round[place] = end
      x[place] = dx
      y[place] = dy
    }
  }

  /** Angular order without trigonometry: upper half first, then by the sign of the cross product. */
  private isBefore(a: number, b: number): boolean {
    const { x, y, round } = this
    const upperA = y[a]! > 0 || (y[a] === 0 && x[a]! >= 0)
    const upperB = y[b]! > 0 || (y[b] === 0 && x[b]! >= 0)
    if (upperA !== upperB) return upperA
    const cross = x[a]! * y[b]! - y[a]! * x[b]!
    return cross !== 0 ? cross > 0 : round[a]! < round[b]!
  }

  /** Corner i lies between street i and street i + 1; a path does not part its corners. */
  private mergeAcrossPaths(count: number): void {
    const { round, corner } = this
    for (let i = 0; i < count; i++) corner[i] = i
    for (let i = 0; i < count; i++) {
      if (isSided(this.streets, round[i]! >> 1)) continue
      const keep = corner[(i + count - 1) % count]!
      const drop = corner[i]!
      for (let k = 0; k < count; k++) if (corner[k] === drop) corner[k] = keep
    }
  }

  private joinCorners(vertex: number, count: number): void {
    const { streets, corners, round, corner, node } = this
    node.fill(-1, 0, count)
    for (let i = 0; i < count; i++) if (node[corner[i]!] === -1) node[corner[i]!] = corners.addNode(vertex)
    // where a busy road ends, at the border of the extract, its sides stay apart
    const loneEnd = count === 1 ? corners.addNode(vertex) : -1
    for (let i = 0; i < count; i++) {
      const end = round[i]!
      const left = node[corner[i]!]!
      const right = loneEnd >= 0 ? loneEnd : node[corner[(i + count - 1) % count]!]!
      const outward = (end & 1) === 0
      corners.setEnd(end, 0, outward ? left : right)
      corners.setEnd(end, 1, outward ? right : left)
      if (left === right || !isSided(streets, end >> 1)) continue
      const time = this.timeToCross(vertex, end >> 1, count)
      corners.addArc(left, right, time, -1 - (end >> 1))
      corners.addArc(right, left, time, -1 - (end >> 1))
    }
  }

  private timeToCross(vertex: number, edge: number, count: number): Deciseconds {
    const { vertexFlags, edgeClass, edgeFlags, edgeName } = this.streets
    let junction = count === 1
    for (let i = 0; count > 2 && i < count && !junction; i++) {
      const other = this.round[i]! >> 1
      junction = edgeName[other] !== edgeName[edge] && isSided(this.streets, other)
    }
    const time = crossingTime({
      street: edgeClass[edge]!,
      kind: (vertexFlags[vertex]! & NODE_FLAG.crossingMask) >> NODE_FLAG.crossingShift,
      oneway: (edgeFlags[edge]! & FLAG.oneway) !== 0 ? 1 : 0,
      junction: junction ? 1 : 0,
    })
    return Math.max(1, time)
  }
}

/** Private streets are as narrow as paths. */
function isSided({ edgeClass, edgeFlags }: Streets, edge: number): boolean {
  return SIDED[edgeClass[edge]!]! && (edgeFlags[edge]! & FLAG.private) === 0
}
