/** Takes nodes out of a graph one by one and keeps all distances between the others by shortcuts. */
import { TimeHeap } from '../graph/route/heap.ts'
import { grown } from '../graph/tile/arrays.ts'
import { UNREACHABLE, type Deciseconds } from '../units.ts'

/** Witness searches give up after this many settled nodes: fewer makes more shortcuts, more makes it slower. */
const WITNESS_SETTLED = 50
const NONE = -1

/** Neighbours of a node at the moment it is taken out: `out` to the neighbour, `in` from it. */
export interface Neighbours {
  count: number
  to: number[]
  out: Deciseconds[]
  in: Deciseconds[]
}

interface Looked {
  node: number
  around: Neighbours
  shortcuts: [from: number, to: number, time: Deciseconds][]
}

interface WitnessSearch {
  skip: number
  around: Neighbours
  limit: Deciseconds
}

/**
 * A graph that shrinks. Parallel arcs are merged to the fastest.
 *
 * Source: Geisberger et al. 2008, https://doi.org/10.1007/978-3-540-68552-4_24; witness searches limited by
 * settled nodes, so that superfluous shortcuts may stay: distances never change.
 */
export class Contraction {
  private readonly first: Int32Array
  private next: Int32Array
  private to: Int32Array
  private out: Int32Array
  private into: Int32Array
  private used = 0
  private free = NONE
  private readonly time: Int32Array
  private readonly touched: number[] = []
  private readonly wanted: Int32Array
  private round = 0
  private readonly heap = new TimeHeap()
  /** What taking out the node that was looked at last would need: whoever asks mostly takes it out next. */
  private looked: Looked | undefined

  constructor(nodes: number, capacity: number) {
    this.first = new Int32Array(nodes).fill(NONE)
    this.next = new Int32Array(capacity)
    this.to = new Int32Array(capacity)
    this.out = new Int32Array(capacity)
    this.into = new Int32Array(capacity)
    this.time = new Int32Array(nodes).fill(UNREACHABLE)
    this.wanted = new Int32Array(nodes)
  }

  addArc(from: number, to: number, time: Deciseconds): void {
    if (from === to || time >= UNREACHABLE) return
    this.looked = undefined
    this.lower(from, to, { out: time, into: UNREACHABLE })
    this.lower(to, from, { out: UNREACHABLE, into: time })
  }

  degree(node: number): number {
    let count = 0
    for (let at = this.first[node]!; at !== NONE; at = this.next[at]!) count++
    return count
  }

  neighbours(node: number): Neighbours {
    const list: Neighbours = { count: 0, to: [], out: [], in: [] }
    for (let at = this.first[node]!; at !== NONE; at = this.next[at]!) {
      list.count++
      list.to.push(this.to[at]!)
      list.out.push(this.out[at]!)
      list.in.push(this.into[at]!)
    }
    return list
  }

  /** Shortcuts that taking this node out would need. */
  shortcutsOf(node: number): number {
    return this.look(node).shortcuts.length
  }

  private look(node: number): Looked {
    if (this.looked?.node === node) return this.looked
    const around = this.neighbours(node)
    const shortcuts: Looked['shortcuts'] = []
    this.forEachShortcut(node, around, (from, to, time) => shortcuts.push([from, to, time]))
    this.looked = { node, around, shortcuts }
    return this.looked
  }

  /** Takes a node out; returns what it was connected to. */
  remove(node: number): Neighbours {
    const { around, shortcuts } = this.look(node)
    this.looked = undefined
    for (const other of around.to) this.unlink(other, node)
    for (let at = this.first[node]!; at !== NONE;) {
      const next = this.next[at]!
      this.next[at] = this.free
      this.free = at
      at = next
    }
    this.first[node] = NONE
    for (const [from, to, time] of shortcuts) this.addArc(from, to, time)
    return around
  }

  private forEachShortcut(
    node: number,
    around: Neighbours,
    visit: (from: number, to: number, time: Deciseconds) => void,
  ): void {
    const { count, to, out } = around
    for (let a = 0; a < count; a++) {
      const start = around.in[a]!
      if (start >= UNREACHABLE) continue
      let furthest = -1
      for (let b = 0; b < count; b++)
        if (b !== a && out[b]! < UNREACHABLE && out[b]! > furthest) furthest = out[b]!
      if (furthest < 0) continue
      // between two neighbours the detour is rarely shorter: looking costs more than the shortcut
      if (count > 2) this.witness(to[a]!, { skip: node, around, limit: start + furthest })
      for (let b = 0; b < count; b++) {
        if (b === a || out[b]! >= UNREACHABLE) continue
        const time = start + out[b]!
        if (count <= 2 || this.time[to[b]!]! > time) visit(to[a]!, to[b]!, time)
      }
      if (count > 2) this.forget()
    }
  }

  /** Dijkstra without `skip`, until all neighbours are settled, the limit is passed or patience ends. */
  private witness(source: number, { skip, around, limit }: WitnessSearch): void {
    const { time, wanted, heap, first, next, to, out } = this
    const round = ++this.round
    let left = around.count - 1
    for (const node of around.to) wanted[node] = round
    heap.clear()
    time[source] = 0
    this.touched.push(source)
    heap.push(source, 0)
    let settled = 0
    while (heap.size > 0) {
      const now = heap.soonest()
      const node = heap.pop()
      if (now > time[node]!) continue
      if (now > limit || settled++ >= WITNESS_SETTLED) break
      if (wanted[node] === round && node !== source) {
        wanted[node] = 0
        if (--left === 0) break
      }
      for (let at = first[node]!; at !== NONE; at = next[at]!) {
        const head = to[at]!
        if (head === skip) continue
        const then = now + out[at]!
        if (then > limit || then >= time[head]!) continue
        if (time[head] === UNREACHABLE) this.touched.push(head)
        time[head] = then
        heap.push(head, then)
      }
    }
  }

  private forget(): void {
    for (const node of this.touched) this.time[node] = UNREACHABLE
    this.touched.length = 0
  }

  private lower(from: number, to: number, { out, into }: { out: number; into: number }): void {
    for (let at = this.first[from]!; at !== NONE; at = this.next[at]!) {
      if (this.to[at] !== to) continue
      if (out < this.out[at]!) this.out[at] = out
      if (into < this.into[at]!) this.into[at] = into
      return
    }
    const at = this.slot()
    this.to[at] = to
    this.out[at] = out
    this.into[at] = into
    this.next[at] = this.first[from]!
    this.first[from] = at
  }

  private slot(): number {
    if (this.free !== NONE) {
      const at = this.free
      this.free = this.next[at]!
      return at
    }
    if (this.used === this.to.length) this.grow()
    return this.used++
  }

  private grow(): void {
    this.next = grown(this.next)
    this.to = grown(this.to)
    this.out = grown(this.out)
    this.into = grown(this.into)
  }

  private unlink(node: number, gone: number): void {
    let before = NONE
    for (let at = this.first[node]!; at !== NONE; before = at, at = this.next[at]!) {
      if (this.to[at] !== gone) continue
      if (before === NONE) this.first[node] = this.next[at]!
      else this.next[before] = this.next[at]!
      this.next[at] = this.free
      this.free = at
      return
    }
  }
}
