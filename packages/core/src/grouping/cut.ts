/**
 * Cuts an area along H3 blocks into compact pieces that one plan can hold: halved across its long side until each piece
 * is small enough, blocks torn off by a cut going back to where they touch.
 */
import { disk, type Cell } from '../h3.ts'
import type { LngLat } from '../units.ts'
import { metresPerDegree } from '../units.ts'
import type { Workload } from './workload.ts'

/**
 * Targets of a piece: below, pieces lose prize at their borders; above, the full matrix of the piece grows out of
 * bounds.
 */
const PIECE_TARGETS = 1_500
/** Beyond this a piece is halved once more. */
const MOST_TARGETS = 1_800
/** Part of a half that may change sides to keep both connected. */
const TORN_SHARE = 0.15

/**
 * Pieces of about `size` targets each. Connected where the blocks themselves are: cells that touch.
 *
 * Cost: O(n log² n) in blocks. The same blocks in the same order give the same pieces.
 */
export function cutBlocks(blocks: Workload[], size = PIECE_TARGETS): Workload[][] {
  const targets = targetsIn(blocks)
  const most = (MOST_TARGETS * size) / PIECE_TARGETS
  const pieces = Math.max(targets > most ? 2 : 1, Math.round(targets / size))
  if (pieces === 1 || blocks.length === 1) return [blocks]
  const first = Math.floor(pieces / 2)
  const [a, b] = halve(blocks, first / pieces)
  return [...cutBlocks(a, size), ...cutBlocks(b, size)]
}

export function targetsIn(blocks: Workload[]): number {
  return blocks.reduce((sum, block) => sum + block.targets, 0)
}

function halve(blocks: Workload[], share: number): [Workload[], Workload[]] {
  const along = positions(blocks)
  const order = blocks
    .map((_, index) => index)
    .sort((i, j) => along[i]! - along[j]! || (blocks[i]!.cell < blocks[j]!.cell ? -1 : 1))
  const wanted = targetsIn(blocks) * share
  let sum = 0
  let end = 0
  while (end < order.length - 1 && (end === 0 || sum + blocks[order[end]!]!.targets / 2 <= wanted))
    sum += blocks[order[end++]!]!.targets
  const a = order.slice(0, end).map((index) => blocks[index]!)
  const b = order.slice(end).map((index) => blocks[index]!)
  const torn = tornFrom(a, b)
  const [keptA, grownB] = [a.filter((block) => !torn.has(block)), [...b, ...torn]]
  const tornB = tornFrom(grownB, keptA)
  return [[...keptA, ...tornB], grownB.filter((block) => !tornB.has(block))]
}

/** Positions along the longer axis of the blocks (metres, weighted by targets). */
function positions(blocks: Workload[]): number[] {
  const scale = metresPerDegree(blocks[0]!.place[1])
  const points = blocks.map(({ place }): LngLat => [place[0] * scale.lng, place[1] * scale.lat])
  const weights = blocks.map(({ targets }) => targets + 1)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const mean = [0, 1].map(
    (axis) => points.reduce((sum, point, index) => sum + point[axis]! * weights[index]!, 0) / total,
  )
  let [xx, xy, yy] = [0, 0, 0]
  points.forEach((point, index) => {
    const [dx, dy] = [point[0] - mean[0]!, point[1] - mean[1]!]
    xx += weights[index]! * dx * dx
    xy += weights[index]! * dx * dy
    yy += weights[index]! * dy * dy
  })
  // The eigenvector of the larger eigenvalue of the covariance, without trigonometry.
  const larger = (xx + yy + Math.sqrt((xx - yy) * (xx - yy) + 4 * xy * xy)) / 2
  const axis = xy !== 0 ? [larger - yy, xy] : xx >= yy ? [1, 0] : [0, 1]
  const length = Math.sqrt(axis[0]! * axis[0]! + axis[1]! * axis[1]!)
  return points.map((point) => ((point[0] - mean[0]!) * axis[0]! + (point[1] - mean[1]!) * axis[1]!) / length)
}

/** Blocks of `mine` that a cut left without their neighbours and that touch the other half. */
function tornFrom(mine: Workload[], other: Workload[]): Set<Workload> {
  const groups = connected(mine).sort((a, b) => targetsIn(b) - targetsIn(a))
  const across = new Set(other.map(({ cell }) => cell))
  const most = targetsIn(mine) * TORN_SHARE
  const torn = new Set<Workload>()
  let moved = 0
  for (const group of groups.slice(1)) {
    const weight = targetsIn(group)
    if (moved + weight > most) continue
    if (!group.some(({ cell }) => disk(cell, 1).some((near) => across.has(near)))) continue
    moved += weight
    for (const block of group) torn.add(block)
  }
  return torn
}

/** Groups of blocks whose cells touch. */
export function connected(blocks: Workload[]): Workload[][] {
  const free = new Map<Cell, Workload>(blocks.map((block) => [block.cell, block]))
  const groups: Workload[][] = []
  for (const block of blocks) {
    if (!free.delete(block.cell)) continue
    const group = [block]
    for (let next = 0; next < group.length; next++)
      for (const near of disk(group[next]!.cell, 1)) {
        const neighbour = free.get(near)
        if (!neighbour) continue
        free.delete(near)
        group.push(neighbour)
      }
    groups.push(group)
  }
  return groups
}
