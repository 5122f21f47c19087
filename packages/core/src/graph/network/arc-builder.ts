/** Search nodes and arcs under construction, in arrays that grow. */
import { UNREACHABLE, type Deciseconds } from '../../units.ts'
import { grown, runningSums } from '../tile/arrays.ts'
import type { Graph } from './graph.ts'

type Ways = Pick<Graph, 'edgeCount' | 'edgeFlags' | 'edgeEnds' | 'edgeForward' | 'edgeBackward'>

export class ArcBuilder {
  nodeCount: number
  nodeVertex: Int32Array
  arcCount = 0
  tail: Int32Array
  head: Int32Array
  private time: Int32Array
  private street: Int32Array

  /** Begins with some nodes; `arcs` are expected. */
  constructor(nodeVertex: Int32Array, arcs: number) {
    this.nodeVertex = nodeVertex
    this.nodeCount = nodeVertex.length
    this.tail = new Int32Array(arcs)
    this.head = new Int32Array(arcs)
    this.time = new Int32Array(arcs)
    this.street = new Int32Array(arcs)
  }

  /** Adds a node at a vertex. */
  addNode(vertex: number): number {
    if (this.nodeCount === this.nodeVertex.length) this.nodeVertex = grown(this.nodeVertex)
    this.nodeVertex[this.nodeCount] = vertex
    return this.nodeCount++
  }

  /** Adds one way to go, none when the time is UNREACHABLE. `street` as `arcStreet` of the graph. */
  addArc(tail: number, head: number, time: Deciseconds, street: number): void {
    if (time >= UNREACHABLE) return
    if (this.arcCount === this.tail.length) this.reserve(1)
    const arc = this.arcCount++
    this.tail[arc] = tail
    this.head[arc] = head
    this.time[arc] = time
    this.street[arc] = street
  }

  /** Adds both ways along both sides of all streets but those with a flag of `except`, which it answers. */
  addStreets({ edgeCount, edgeFlags, edgeEnds, edgeForward, edgeBackward }: Ways, except: number): number[] {
    const left: number[] = []
    this.reserve(4 * edgeCount)
    const { tail, head, time, street } = this
    let arc = this.arcCount
    for (let edge = 0; edge < edgeCount; edge++) {
      if ((edgeFlags[edge]! & except) !== 0) {
        left.push(edge)
        continue
      }
      const forward = edgeForward[edge]!
      const backward = edgeBackward[edge]!
      const at = 4 * edge
      const parted = edgeEnds[at] !== edgeEnds[at + 2] || edgeEnds[at + 1] !== edgeEnds[at + 3]
      for (let side = at; side <= (parted ? at + 2 : at); side += 2) {
        const from = edgeEnds[side]!
        const to = edgeEnds[side + 1]!
        if (forward < UNREACHABLE) {
          tail[arc] = from
          head[arc] = to
          time[arc] = forward
          street[arc++] = side
        }
        if (backward < UNREACHABLE) {
          tail[arc] = to
          head[arc] = from
          time[arc] = backward
          street[arc++] = side + 1
        }
      }
    }
    this.arcCount = arc
    return left
  }

  /** Arcs by tail, in the order they were added. */
  sorted(nodePenalty: Int32Array): Pick<Graph, 'arcs' | 'arcHead' | 'arcTime' | 'arcStreet'> {
    const arcs = runningSums(this.countArcs())
    const columns = {
      arcHead: new Int32Array(this.arcCount),
      arcTime: new Int32Array(this.arcCount),
      arcStreet: new Int32Array(this.arcCount),
    }
    this.placeArcs({ next: arcs.slice(), nodePenalty, ...columns })
    return { arcs, ...columns }
  }

  /** Arcs that leave node i, at place i + 1. */
  private countArcs(): Uint32Array {
    const { arcCount, tail } = this
    const counts = new Uint32Array(this.nodeCount + 1)
    for (let i = 0; i < arcCount; i++) counts[tail[i]! + 1]!++
    return counts
  }

  private placeArcs({
    next,
    nodePenalty,
    arcHead,
    arcTime,
    arcStreet,
  }: Pick<Graph, 'arcHead' | 'arcTime' | 'arcStreet'> & {
    next: Uint32Array
    nodePenalty: Int32Array
  }): void {
    const { arcCount, tail, head, time, street } = this
    for (let i = 0; i < arcCount; i++) {
      const from = tail[i]!
      const at = next[from]!
      next[from] = at + 1
      arcHead[at] = head[i]!
      arcTime[at] = time[i]! + nodePenalty[from]!
      arcStreet[at] = street[i]!
    }
  }

  private reserve(more: number): void {
    while (this.tail.length < this.arcCount + more) {
      this.tail = grown(this.tail)
      this.head = grown(this.head)
      this.time = grown(this.time)
      this.street = grown(this.street)
    }
  }
}
