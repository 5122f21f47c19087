/**
 * Blocks: the candidates of one H3 cell of resolution 10, the unit in which a large area is shortened and a meeting
 * point found.
 */
import type { Candidate } from '../building/select.ts'
import type { Cell } from '../h3.ts'
import type { LngLat, Metres } from '../units.ts'
import { metresBetween } from '../units.ts'

export interface Block {
  cell: Cell
  /** Indices of its candidates, ascending. */
  members: number[]
  prize: number
  /** Mean of its candidates' locations. */
  centre: LngLat
}

/** Blocks in the order of their cell's name, so that nothing depends on the order of the input. */
export function blocksOf(candidates: Candidate[]): Block[] {
  const byCell = new Map<Cell, number[]>()
  candidates.forEach(({ target }, index) => {
    const members = byCell.get(target.block)
    if (members) members.push(index)
    else byCell.set(target.block, [index])
  })
  return [...byCell]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([cell, members]) => ({
      cell,
      members,
      prize: members.reduce((sum, index) => sum + candidates[index]!.prize, 0),
      centre: meanOf(members.map((index) => candidates[index]!.target.location)),
    }))
}

/** Beyond this distance a block says nothing about where to meet: a ten minutes' walk. */
export const MEETING_REACH: Metres = 800

/**
 * Where to meet when the request does not say: the candidate nearest to the heart of the richest surroundings.
 *
 * Each block is weighed by the prize around it, falling linearly to nothing at 800 m; around the best one the
 * weighted mean is taken. Cost: O(blocks²).
 *
 * @returns null when there are no candidates
 */
export function proposeMeetingPoint(candidates: Candidate[], blocks: Block[]): LngLat | null {
  if (candidates.length === 0) return null
  const heart = heartOf(blocks)
  return nearestTo(
    heart,
    candidates.map(({ target }) => target.location),
  )
}

/** The weighted mean around the block with the richest surroundings. */
export function heartOf(blocks: Pick<Block, 'prize' | 'centre'>[]): LngLat {
  const weights = (from: LngLat) => blocks.map((block) => block.prize * nearness(from, block.centre))
  const richness = blocks.map((block) => weights(block.centre).reduce((sum, weight) => sum + weight, 0))
  const best = blocks[richness.reduce((most, rich, index) => (rich > richness[most]! ? index : most), 0)]!
  return meanOf(
    blocks.map((block) => block.centre),
    weights(best.centre),
  )
}

/** The point of `places` (not empty) that is nearest. */
export function nearestTo(point: LngLat, places: LngLat[]): LngLat {
  let best = places[0]!
  let least: Metres = Number.MAX_VALUE
  for (const place of places) {
    const metres = metresBetween(point, place)
    if (metres < least) [best, least] = [place, metres]
  }
  return best
}

function nearness(a: LngLat, b: LngLat): number {
  return Math.max(0, 1 - metresBetween(a, b) / MEETING_REACH)
}

function meanOf(points: LngLat[], weights?: number[]): LngLat {
  let lng = 0
  let lat = 0
  let total = 0
  points.forEach((point, index) => {
    const weight = weights?.[index] ?? 1
    lng += point[0] * weight
    lat += point[1] * weight
    total += weight
  })
  return [lng / total, lat / total]
}
