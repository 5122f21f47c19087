/** Many-to-many times through a hierarchy: up from each source, then down once over what the targets need. */
import { UNREACHABLE, type Deciseconds } from '../units.ts'
import type { Hierarchy, UpArcs } from './hierarchy.ts'

/** Sources swept together: their times lie side by side, so that one arc serves sixteen. */
const BLOCK = 16

/**
 * Times between all nodes of a list, row-major.
 *
 * Equal to Dijkstra on every pair (tested). Source: Delling, Goldberg and Werneck 2011 (RPHAST),
 * https://doi.org/10.4230/OASIcs.ATMOS.2011.52, without the reordering and the vector instructions.
 *
 * Cost: one small upward search per source, then sources × arcs of the part the targets need.
 */
export function sweepAll(hierarchy: Hierarchy, nodes: Int32Array): Int32Array {
  const places = nodes.map((node) => hierarchy.place[node]!)
  const part = restrict(hierarchy, places)
  const climb = new Climb(hierarchy)
  const columns = places.map((place) => part.index[place]!)
  const size = nodes.length
  const times = new Int32Array(size * size)
  const block = new Int32Array(part.count * BLOCK)
  for (let first = 0; first < size; first += BLOCK) {
    const width = Math.min(BLOCK, size - first)
    block.fill(UNREACHABLE)
    for (let lane = 0; lane < width; lane++) {
      climb.from(places[first + lane]!, (place, time) => {
        const at = part.index[place]!
        if (at >= 0) block[at * BLOCK + lane] = time
      })
    }
    sweepDown(part, block)
    for (let lane = 0; lane < width; lane++) {
      const row = (first + lane) * size
      for (let column = 0; column < size; column++)
        times[row + column] = block[columns[column]! * BLOCK + lane]!
    }
  }
  return times
}

/** The part of the hierarchy from which the targets can be reached, top first. */
interface Part extends UpArcs {
  count: number
  /** Index in the part of each place; −1 outside. */
  index: Int32Array
}

function restrict({ nodeCount, down }: Hierarchy, places: Int32Array): Part {
  const index = new Int32Array(nodeCount).fill(-1)
  const stack = [...new Set(places)]
  for (const place of stack) index[place] = 0
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    for (let arc = down.start[place]!; arc < down.start[place + 1]!; arc++) {
      const above = down.head[arc]!
      if (index[above]! >= 0) continue
      index[above] = 0
      stack.push(above)
    }
  }
  let count = 0
  let arcs = 0
  for (let place = 0; place < nodeCount; place++) {
    if (index[place]! < 0) continue
    index[place] = count++
    arcs += down.start[place + 1]! - down.start[place]!
  }
  const start = new Uint32Array(count + 1)
  const head = new Int32Array(arcs)
  const time = new Int32Array(arcs)
  let at = 0
  for (let place = 0; place < nodeCount; place++) {
    const own = index[place]!
    if (own < 0) continue
    for (let arc = down.start[place]!; arc < down.start[place + 1]!; arc++) {
      head[at] = index[down.head[arc]!]!
      time[at++] = down.time[arc]!
    }
    start[own + 1] = at
  }
  return { count, index, start, head, time }
}

function sweepDown({ count, start, head, time }: Part, block: Int32Array): void {
  for (let node = 0; node < count; node++) {
    const own = node * BLOCK
    for (let arc = start[node]!; arc < start[node + 1]!; arc++) {
      const above = head[arc]! * BLOCK
      const more = time[arc]!
      for (let lane = 0; lane < BLOCK; lane++) {
        const sum = block[above + lane]! + more
        if (sum < block[own + lane]!) block[own + lane] = sum
      }
    }
  }
}

/** Upward search without a heap: higher places have lower numbers, so a sorted worklist settles each node once. */
class Climb {
  private readonly up: UpArcs
  private readonly time: Int32Array
  private readonly queue: MaxHeap

  constructor({ nodeCount, up }: Hierarchy) {
    this.up = up
    this.time = new Int32Array(nodeCount).fill(UNREACHABLE)
    this.queue = new MaxHeap(nodeCount)
  }

  from(source: number, visit: (place: number, time: Deciseconds) => void): void {
    const { start, head, time: arcTime } = this.up
    const { time, queue } = this
    time[source] = 0
    queue.push(source)
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
