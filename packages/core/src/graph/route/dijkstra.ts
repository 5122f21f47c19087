/** Dijkstra's search over the graph, reusable without clearing: one object serves any number of runs. */
import { UNREACHABLE, type Deciseconds } from '../../units.ts'
import type { Graph } from '../network/graph.ts'
import { TimeHeap } from './heap.ts'

interface DijkstraRun {
  /** Where the search starts and the time already used there. */
  starts: { nodes: ArrayLike<number>; times: ArrayLike<number> }
  /** Stop once all of these are settled; without it the whole graph is searched. */
  targets?: ArrayLike<number>
  /** Do not look beyond this. */
  limit?: Deciseconds
}

const NO_ARC = -1

/**
 * Shortest times from a few starts to many nodes.
 *
 * Cost: O(arcs · log nodes) for one run, less with targets or a limit; 20 bytes per node, and the heap.
 * Source: Dijkstra 1959, https://doi.org/10.1007/BF01386390, with a lazy 4-ary heap.
 */
export class Dijkstra {
  private readonly graph: Graph
  private readonly time: Int32Array
  private readonly into: Int32Array
  private readonly before: Int32Array
  private readonly wanted: Int32Array
  private readonly touched: Int32Array
  private readonly heap = new TimeHeap()
  private touchedCount = 0
  private round = 0

  constructor(graph: Graph) {
    this.graph = graph
    this.time = new Int32Array(graph.nodeCount).fill(UNREACHABLE)
    this.into = new Int32Array(graph.nodeCount).fill(NO_ARC)
    this.before = new Int32Array(graph.nodeCount)
    this.wanted = new Int32Array(graph.nodeCount)
    this.touched = new Int32Array(graph.nodeCount)
  }

  /** Time from the nearest start; UNREACHABLE when not reached (or not settled before the end). */
  timeTo(node: number): Deciseconds {
    return this.time[node]!
  }

  /** Arc by which the shortest walk enters a node; −1 at a start. */
  arcInto(node: number): number {
    return this.into[node]!
  }

  /** Node before this one on its shortest walk; only where `arcInto` is an arc. */
  tailInto(node: number): number {
    return this.before[node]!
  }

  run({ starts, targets, limit = UNREACHABLE }: DijkstraRun): void {
    const { arcs, arcHead, arcTime } = this.graph
    const { time, into, before, wanted, heap } = this
    this.reset()
    const round = ++this.round
    let left = 0
    if (targets) {
      for (let i = 0; i < targets.length; i++) {
        if (wanted[targets[i]!] === round) continue
        wanted[targets[i]!] = round
        left++
      }
    }
    for (let i = 0; i < starts.nodes.length; i++) this.reach(starts.nodes[i]!, starts.times[i]!, NO_ARC)
    while (heap.size > 0) {
      const now = heap.soonest()
      const node = heap.pop()
      if (now > time[node]!) continue
      if (now > limit) break
      if (wanted[node] === round && targets) {
        wanted[node] = 0
        if (--left === 0) break
      }
      for (let arc = arcs[node]!; arc < arcs[node + 1]!; arc++) {
        const then = now + arcTime[arc]!
        const head = arcHead[arc]!
        if (then < time[head]!) {
          if (time[head] === UNREACHABLE) this.touched[this.touchedCount++] = head
          time[head] = then
          into[head] = arc
          before[head] = node
          heap.push(head, then)
        }
      }
    }
  }

  private reset(): void {
    for (let i = 0; i < this.touchedCount; i++) {
      this.time[this.touched[i]!] = UNREACHABLE
      this.into[this.touched[i]!] = NO_ARC
    }
    this.touchedCount = 0
    this.heap.clear()
  }

  private reach(node: number, time: Deciseconds, arc: number): void {
    if (time >= this.time[node]!) return
    if (this.time[node] === UNREACHABLE) this.touched[this.touchedCount++] = node
    this.time[node] = time
    this.into[node] = arc
    this.heap.push(node, time)
  }
}
