/** Upward searches in a hierarchy: from a place to all more important ones it can be reached from or can reach. */
import { UNREACHABLE, type Deciseconds } from '../units.ts'
import type { UpArcs } from './hierarchy.ts'

/** Without a heap of times: higher places have lower numbers, so a sorted worklist settles each place once. */
export class Climb {
  private readonly arcs: UpArcs
  private readonly time: Int32Array
  private readonly queue: MaxHeap

  /** @param arcs  `up` of a hierarchy to leave from places, `down` to arrive at them */
  constructor(nodeCount: number, arcs: UpArcs) {
    this.arcs = arcs
    this.time = new Int32Array(nodeCount).fill(UNREACHABLE)
    this.queue = new MaxHeap(nodeCount)
  }

  /** The next climb begins here too, with so much time already used. */
  start(place: number, time: Deciseconds): void {
    if (time >= this.time[place]!) return
    if (this.time[place] === UNREACHABLE) this.queue.push(place)
    this.time[place] = time
  }

  /** Visits every place above the starts, from the bottom (largest number) to the top; forgets the starts. */
  run(visit: (place: number, time: Deciseconds) => void): void {
    const { start, head, time: arcTime } = this.arcs
    const { time, queue } = this
    while (queue.size > 0) {
      const place = queue.pop()
      const now = time[place]!
      time[place] = UNREACHABLE
      visit(place, now)
      for (let arc = start[place]!; arc < start[place + 1]!; arc++) {
        const above = head[arc]!
        const then = now + arcTime[arc]!
        if (time[above] === UNREACHABLE) queue.push(above)
        if (then < time[above]!) time[above] = then
      }
    }
  }
}

/** Lowest node of the hierarchy first: the largest number. */
class MaxHeap {
  size = 0
  private readonly keys: Int32Array

  constructor(capacity: number) {
    this.keys = new Int32Array(capacity)
  }

  push(key: number): void {
    const { keys } = this
    let at = this.size++
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (keys[parent]! >= key) break
      keys[at] = keys[parent]!
      at = parent
    }
    keys[at] = key
  }

  pop(): number {
    const { keys } = this
    const top = keys[0]!
    const key = keys[--this.size]!
    let at = 0
    for (let child = 1; child < this.size; child = 2 * at + 1) {
      if (child + 1 < this.size && keys[child + 1]! > keys[child]!) child++
      if (keys[child]! <= key) break
      keys[at] = keys[child]!
      at = child
    }
    keys[at] = key
    return top
  }
}
