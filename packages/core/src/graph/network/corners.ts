/**
 * Splits junctions into street corners, so that both sides of a street are walked apart and changing sides is a move
 * of its own. A corner lies between two neighbouring streets that have sides; paths join the corners beside them.
 * One plain loop after the other over all junctions: a cold start pays for compiling what it runs.
 */
import { crossingTime } from '../osm/crossing.ts'
import { FLAG, NODE_FLAG } from '../osm/flags.ts'
import type { ArcBuilder } from './arc-builder.ts'
import type { Graph } from './graph.ts'

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

/** Junctions with streets that have sides. */
export interface Corners {
  vertices: Int32Array
  /** 1 for each street that has sides. */
  sided: Uint8Array
  /** Nodes of vertex i: `firstNode[i]…firstNode[i + 1]`, one per corner. */
  firstNode: Uint32Array
  /** As in the graph; filled in here for the ends at these junctions. */
  edgeEnds: Int32Array
}

/**
 * Gives the ends of streets at junctions their corners, and adds the ways across. Cost: linear but for many streets at
 * one junction.
 */
export function joinCorners(
  streets: Streets,
  { corners, search }: { corners: Corners; search: ArcBuilder },
): void {
  const round = streets.endStreet.slice()
  sortRound(streets, { vertices: corners.vertices, round })
  placeEnds(streets, { corners, round })
  addCrossings(streets, { corners, round, search })
}

/** How many corners a junction has where so many of its streets have sides: the lone end of a street has two. */
export function cornersOf(sidedStreets: number, streets: number): number {
  // where a busy road ends, at the border of the extract, its sides stay apart
  return streets === 1 ? 2 : sidedStreets
}

/**
 * Puts the streets of each junction in the order in which they leave, counter-clockwise from east; equal ones by
 * number.
 */
function sortRound(streets: Streets, { vertices, round }: { vertices: Int32Array; round: Int32Array }): void {
  const { ends } = streets
  const angle = anglesAt(vertices, streets)
  for (let v = 0; v < vertices.length; v++) {
    const first = ends[vertices[v]!]!
    const last = ends[vertices[v]! + 1]!
    for (let i = first + 1; i < last; i++) {
      const end = round[i]!
      const turn = angle[i]!
      let place = i
      for (; place > first && turn < angle[place - 1]!; place--) {
        round[place] = round[place - 1]!
        angle[place] = angle[place - 1]!
      }
      round[place] = end
      angle[place] = turn
    }
  }
}

/**
 * Where each street leaves to, parallel to `endStreet`: 0…4 counter-clockwise from east, no true angle but in the same
 * order. Exact up to segments of several degrees, as quotients of smaller integers differ or are the same double.
 * Unscaled: stretching an axis changes no order round a point.
 */
function anglesAt(
  vertices: Int32Array,
  { ends, endStreet, shape, shapeLng, shapeLat }: Streets,
): Float64Array {
  const angles = new Float64Array(endStreet.length)
  for (let v = 0; v < vertices.length; v++) {
    const lastEnd = ends[vertices[v]! + 1]!
    for (let i = ends[vertices[v]!]!; i < lastEnd; i++) {
      const edge = endStreet[i]! >> 1
      const outward = (endStreet[i]! & 1) === 0
      const step = outward ? 1 : -1
      const at = outward ? shape[edge]! : shape[edge + 1]! - 1
      const far = outward ? shape[edge + 1]! - 1 : shape[edge]!
      let next = at + step
      while (next !== far && shapeLng[next] === shapeLng[at] && shapeLat[next] === shapeLat[at]) next += step
      const x = shapeLng[next]! - shapeLng[at]!
      const y = shapeLat[next]! - shapeLat[at]!
      const size = Math.abs(x) + Math.abs(y)
      if (size > 0) angles[i] = y > 0 || (y === 0 && x > 0) ? 1 - x / size : 3 + x / size
    }
  }
  return angles
}

/** Going round, each street with sides leads from one corner to the next, a path has the same on both hands. */
function placeEnds({ ends }: Streets, { corners, round }: { corners: Corners; round: Int32Array }): void {
  const { vertices, sided, firstNode, edgeEnds } = corners
  for (let v = 0; v < vertices.length; v++) {
    const vertex = vertices[v]!
    const first = ends[vertex]!
    const last = ends[vertex + 1]!
    const lowest = firstNode[vertex]!
    const highest = firstNode[vertex + 1]! - 1
    let right = sided[round[first]! >> 1] === 1 ? highest : lowest
    for (let i = first; i < last; i++) {
      const end = round[i]!
      const left = sided[end >> 1] === 0 ? right : right === highest ? lowest : right + 1
      const inward = end & 1
      const at = 4 * (end >> 1) + inward
      // left and right in the direction of the street
      edgeEnds[at] = inward === 1 ? right : left
      edgeEnds[at + 2] = inward === 1 ? left : right
      right = left
    }
  }
}

/** The streets of one junction in their order, and where arcs are put. */
interface CornerRound {
  corners: Corners
  round: Int32Array
  search: ArcBuilder
}

/** Ways between the corners on both sides of a street. */
function addCrossings(streets: Streets, { corners, round, search }: CornerRound): void {
  const { ends, vertexFlags, edgeClass, edgeFlags } = streets
  const { vertices, sided, edgeEnds } = corners
  for (let v = 0; v < vertices.length; v++) {
    const vertex = vertices[v]!
    const last = ends[vertex + 1]!
    const kind = (vertexFlags[vertex]! & NODE_FLAG.crossingMask) >> NODE_FLAG.crossingShift
    const junction = streetsMeet(vertex, streets, sided) ? 1 : 0
    for (let i = ends[vertex]!; i < last; i++) {
      const edge = round[i]! >> 1
      const at = 4 * edge + (round[i]! & 1)
      const left = edgeEnds[at]!
      const right = edgeEnds[at + 2]!
      if (left === right) continue
      const oneway = (edgeFlags[edge]! & FLAG.oneway) === 0 ? 0 : 1
      const time = Math.max(1, crossingTime({ street: edgeClass[edge]!, kind, oneway, junction }))
      search.addArc(left, right, time, -1 - edge)
      search.addArc(right, left, time, -1 - edge)
    }
  }
}

/** Whether streets of two names with sides end at a vertex, or one alone. */
function streetsMeet(vertex: number, { ends, endStreet, edgeName }: Streets, sided: Uint8Array): boolean {
  const first = ends[vertex]!
  const last = ends[vertex + 1]!
  if (last - first <= 2) return last - first === 1
  let name = -1
  for (let i = first; i < last; i++) {
    const edge = endStreet[i]! >> 1
    if (sided[edge] === 0) continue
    if (name !== -1 && name !== edgeName[edge]) return true
    name = edgeName[edge]!
  }
  return false
}
