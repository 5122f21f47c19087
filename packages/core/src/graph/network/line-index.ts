/**
 * Finds lines near a place. Lines come in a spatial order already (tiles are sorted), so sixteen in a row share a box
 * and sixteen of these the next: nothing is sorted, which a cold start would pay with a fifth of its time.
 */

export interface LineIndex {
  lines: number
  /** West, south, east, north of every line, then of every sixteen, and so on up to one box of all. */
  bounds: Int32Array
  /** Where each level begins, in boxes; the last entry is their count. */
  levels: number[]
}

/** West, south, east, north in the units of the lines; need not be whole. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

/** Lines under one box. Fewer make more levels, more make looser boxes; 8–32 measure the same. */
const WIDTH = 16

/** @param starts  points of line i: `starts[i]…starts[i + 1]` in `x`, `y`, at least one each */
export function indexLines(starts: Uint32Array, x: Int32Array, y: Int32Array): LineIndex {
  const lines = starts.length - 1
  const levels = [0]
  let total = 0
  for (let size = lines; size > 0; size = size === 1 ? 0 : Math.ceil(size / WIDTH))
    levels.push((total += size))
  const bounds = new Int32Array(4 * total)
  boundLines(bounds, { starts, x, y })
  boundGroups(bounds, levels)
  return { lines, bounds, levels }
}

/** Lines whose box meets the given one, in their order. Cost: what is found, and a few boxes a level. */
export function linesIn({ lines, bounds, levels }: LineIndex, box: Bounds): number[] {
  const found: number[] = []
  const visit = (level: number, index: number) => {
    const at = 4 * (levels[level]! + index)
    if (bounds[at]! > box[2] || bounds[at + 1]! > box[3]) return
    if (bounds[at + 2]! < box[0] || bounds[at + 3]! < box[1]) return
    if (level === 0) {
      found.push(index)
      return
    }
    const size = levels[level]! - levels[level - 1]!
    const last = Math.min(size, (index + 1) * WIDTH)
    for (let below = index * WIDTH; below < last; below++) visit(level - 1, below)
  }
  if (lines > 0) visit(levels.length - 2, 0)
  return found
}

interface Lines {
  starts: Uint32Array
  x: Int32Array
  y: Int32Array
}

function boundLines(bounds: Int32Array, { starts, x, y }: Lines): void {
  let i = 0
  for (let line = 0; line < starts.length - 1; line++) {
    let west = x[i]!
    let south = y[i]!
    let east = west
    let north = south
    for (const end = starts[line + 1]!; i < end; i++) {
      const lng = x[i]!
      const lat = y[i]!
      if (lng < west) west = lng
      else if (lng > east) east = lng
      if (lat < south) south = lat
      else if (lat > north) north = lat
    }
    bounds[4 * line] = west
    bounds[4 * line + 1] = south
    bounds[4 * line + 2] = east
    bounds[4 * line + 3] = north
  }
}

/** Boxes of all levels but the first: each round WIDTH of the level below, or what is left of it. */
function boundGroups(bounds: Int32Array, levels: number[]): void {
  let level = 1
  let below = 0
  for (let group = 4 * levels[1]!; group < bounds.length; group += 4) {
    if (below === 4 * levels[level]!) level++
    const end = Math.min(below + 4 * WIDTH, 4 * levels[level]!)
    let west = bounds[below]!
    let south = bounds[below + 1]!
    let east = bounds[below + 2]!
    let north = bounds[below + 3]!
    for (below += 4; below < end; below += 4) {
      if (bounds[below]! < west) west = bounds[below]!
      if (bounds[below + 1]! < south) south = bounds[below + 1]!
      if (bounds[below + 2]! > east) east = bounds[below + 2]!
      if (bounds[below + 3]! > north) north = bounds[below + 3]!
    }
    bounds[group] = west
    bounds[group + 1] = south
    bounds[group + 2] = east
    bounds[group + 3] = north
  }
}
