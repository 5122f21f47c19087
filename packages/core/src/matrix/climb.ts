/** Upward searches in a hierarchy: from a place to all more important ones it can be reached from or can reach. */
import { TimeHeap } from '../graph/route/heap.ts'
import { UNREACHABLE, type Deciseconds } from '../units.ts'
import type { UpArcs } from './hierarchy.ts'

/**
 * Higher places have lower numbers, so a worklist sorted by place settles each place once, whatever its time. Its heap
 * takes the negative place for the time: the largest number comes first.
 */
export class Climb {
  private readonly arcs: UpArcs
  private readonly time: Int32Array
  private readonly queue = new TimeHeap()

  /** @param arcs  `up` of a hierarchy to leave from places, `down` to arrive at them */
  constructor(nodeCount: number, arcs: UpArcs) {
    this.arcs = arcs
    this.time = new Int32Array(nodeCount).fill(UNREACHABLE)
  }

  /** The next climb begins here too, with so much time already used. */
  start(place: number, time: Deciseconds): void {
    if (time >= this.time[place]!) return
    if (this.time[place] === UNREACHABLE) this.queue.push(place, -place)
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
        if (time[above] === UNREACHABLE) queue.push(above, -above)
        if (then < time[above]!) time[above] = then
      }
    }
  }
}
