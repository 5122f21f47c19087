/**
 * Cuts an area along H3 blocks into compact pieces that one plan can hold: halved across its long side until each piece
 * is small enough, blocks torn off by a cut going back to where they touch. No cut goes through a building.
 */
import type { LngLat } from '../units.ts'
import { metresPerDegree } from '../units.ts'
import { groupsOf, nearbyOf, straightened, type Group, type Nearby } from './border.ts'
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
/** Targets in blocks that share buildings, by targets of a piece: beyond this a building is cut. */
const GROUP_SHARE = 0.15

/**
 * Pieces of about `size` targets each. Connected where the blocks themselves are: cells that touch.
 *
 * Cost: O(n log² n) in blocks. The same blocks in the same order give the same pieces.
 */
export function cutBlocks(blocks: Workload[], size = PIECE_TARGETS): Workload[][] {
  return cut(blocks, size, nearbyOf(blocks))
}

function cut(blocks: Workload[], size: number, nearby: Nearby): Workload[][] {
  const targets = targetsIn(blocks)
  const most = (MOST_TARGETS * size) / PIECE_TARGETS
  const pieces = Math.max(targets > most ? 2 : 1, Math.round(targets / size))
  const groups = groupsOf(blocks, nearby, GROUP_SHARE * size)
  if (pieces === 1 || groups.length === 1) return [blocks]
  const [a, b] = halve(groups, Math.floor(pieces / 2) / pieces, nearby)
  return [...cut(a, size, nearby), ...cut(b, size, nearby)]
}

export function targetsIn(blocks: Workload[]): number {
  return blocks.reduce((sum, block) => sum + block.targets, 0)
}

function halve(groups: Group[], share: number, nearby: Nearby): [Workload[], Workload[]] {
  const along = positions(groups)
  const order = groups
    .map((_, index) => index)
    .sort(
      (i, j) => along[i]! - along[j]! || (groups[i]!.blocks[0]!.cell < groups[j]!.blocks[0]!.cell ? -1 : 1),
    )
  const wanted = groups.reduce((sum, { targets }) => sum + targets, 0) * share
  let sum = 0
  let end = 0
  while (end < order.length - 1 && (end === 0 || sum + groups[order[end]!]!.targets / 2 <= wanted))
    sum += groups[order[end++]!]!.targets
  const inOrder = order.map((index) => groups[index]!)
  const half = straightened(inOrder, new Set(inOrder.slice(0, end)), nearby)
  const a = inOrder.filter((group) => half.has(group)).flatMap(({ blocks }) => blocks)
  const b = inOrder.filter((group) => !half.has(group)).flatMap(({ blocks }) => blocks)
  const torn = tornFrom(a, b, nearby)
  const [keptA, grownB] = [a.filter((block) => !torn.has(block)), [...b, ...torn]]
  const tornB = tornFrom(grownB, keptA, nearby)
  return [[...keptA, ...tornB], grownB.filter((block) => !tornB.has(block))]
}

/** Positions along the longer axis (metres, weighted by targets). */
function positions(blocks: Pick<Group, 'place' | 'targets'>[]): number[] {
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
function tornFrom(mine: Workload[], other: Workload[], nearby: Nearby): Set<Workload> {
  const groups = connected(mine, nearby).sort((a, b) => targetsIn(b) - targetsIn(a))
  const across = new Set(other)
  const most = targetsIn(mine) * TORN_SHARE
  const torn = new Set<Workload>()
  let moved = 0
  for (const group of groups.slice(1)) {
    const weight = targetsIn(group)
    if (moved + weight > most) continue
    if (!group.some((block) => nearby.get(block)!.some((near) => across.has(near)))) continue
    moved += weight
    for (const block of group) torn.add(block)
  }
  return torn
}

/** Groups of blocks that touch or share a building. */
export function connected(blocks: Workload[], nearby = nearbyOf(blocks)): Workload[][] {
  const free = new Set(blocks)
  const groups: Workload[][] = []
  for (const block of blocks) {
    if (!free.delete(block)) continue
    const group = [block]
    for (let next = 0; next < group.length; next++)
      for (const near of nearby.get(group[next]!)!) if (free.delete(near)) group.push(near)
    groups.push(group)
  }
  return groups
}
