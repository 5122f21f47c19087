/** Many-to-many times through a hierarchy: up from each source, then down once over what the targets need. */
import { UNREACHABLE } from '../units.ts'
import { Climb } from './climb.ts'
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
  const climb = new Climb(hierarchy.nodeCount, hierarchy.up)
  const columns = places.map((place) => part.index[place]!)
  const size = nodes.length
  const times = new Int32Array(size * size)
  const block = new Int32Array(part.count * BLOCK)
  for (let first = 0; first < size; first += BLOCK) {
    const width = Math.min(BLOCK, size - first)
    block.fill(UNREACHABLE)
    for (let lane = 0; lane < width; lane++) {
      climb.start(places[first + lane]!, 0)
      climb.run((place, time) => {
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
