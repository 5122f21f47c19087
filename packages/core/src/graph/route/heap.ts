/** Nodes by the time they are reached, soonest first: the queue of every search here. */
import type { Deciseconds } from '../../units.ts'
import { grown } from '../tile/arrays.ts'

const FIRST_CAPACITY = 256

/**
 * A 4-ary heap in typed arrays. A node may stand in it several times; whoever pops it drops the late ones.
 *
 * Among equal times the order follows from the order of pushes alone.
 * Cost: O(log size) a push or pop; 8 bytes an entry.
 */
export class TimeHeap {
  size = 0
  private times = new Int32Array(FIRST_CAPACITY)
  private nodes = new Int32Array(FIRST_CAPACITY)

  /** Time of what pop would give; only while `size` > 0. */
  soonest(): Deciseconds {
    return this.times[0]!
  }

  clear(): void {
    this.size = 0
  }

  push(node: number, time: Deciseconds): void {
    if (this.size === this.times.length) this.grow()
    const { times, nodes } = this
    let at = this.size++
    while (at > 0) {
      const parent = (at - 1) >> 2
      if (times[parent]! <= time) break
      times[at] = times[parent]!
      nodes[at] = nodes[parent]!
      at = parent
    }
    times[at] = time
    nodes[at] = node
  }

  pop(): number {
    const { times, nodes } = this
    const top = nodes[0]!
    const size = --this.size
    const time = times[size]!
    const node = nodes[size]!
    let at = 0
    for (;;) {
      const first = (at << 2) + 1
      if (first >= size) break
      let least = first
      const end = Math.min(first + 4, size)
      for (let child = first + 1; child < end; child++) if (times[child]! < times[least]!) least = child
      if (times[least]! >= time) break
      times[at] = times[least]!
      nodes[at] = nodes[least]!
      at = least
    }
    times[at] = time
    nodes[at] = node
    return top
  }

  private grow(): void {
    this.times = grown(this.times)
    this.nodes = grown(this.nodes)
  }
}
