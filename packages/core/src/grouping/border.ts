/**
 * Where the border of two pieces may run: not through a building, and as seldom as it can through a street, because
 * each piece is planned alone and two walks of two pieces would share what lies across.
 */
import type { Cell } from '../h3.ts'
import { disk } from '../h3.ts'
import type { LngLat } from '../units.ts'
import type { Workload } from './workload.ts'

/** What a building on the border counts, in streets that cross it. */
const BUILDING_STREETS = 3
/** Part of its targets that a half may gain or lose for a straighter border. */
const STRAIGHTENED_SHARE = 0.03
/** Rounds over all groups, at most; each moves fewer of them. */
const ROUNDS = 8

/** Blocks of an area, with those that touch each or share a building with it. */
export type Nearby = ReadonlyMap<Workload, Workload[]>

/** Blocks that change sides together. */
export interface Group {
  blocks: Workload[]
  targets: number
  /** Mean of its blocks, by targets. */
  place: LngLat
}

export function nearbyOf(blocks: Workload[]): Nearby {
  const at = new Map<Cell, Workload>(blocks.map((block) => [block.cell, block]))
  return new Map(
    blocks.map((block) => {
      const cells = new Set([...disk(block.cell, 1), ...block.shared])
      cells.delete(block.cell)
      return [block, [...cells].flatMap((cell) => at.get(cell) ?? [])]
    }),
  )
}

/**
 * Blocks that share buildings together, each other one alone, in the order of their first blocks.
 *
 * @param most  targets of a group: where more hang together, buildings are cut after all
 */
export function groupsOf(blocks: Workload[], nearby: Nearby, most: number): Group[] {
  const own = new Set(blocks)
  const groupOf = new Map(blocks.map((block) => [block, [block]]))
  for (const block of blocks) {
    for (const other of nearby.get(block)!) {
      if (!own.has(other) || !block.shared.includes(other.cell)) continue
      const [a, b] = [groupOf.get(block)!, groupOf.get(other)!]
      if (a === b || targetsOf(a) + targetsOf(b) > most) continue
      a.push(...b)
      for (const moved of b) groupOf.set(moved, a)
    }
  }
  return [...new Set(blocks.map((block) => groupOf.get(block)!))].map((group) => ({
    blocks: group,
    targets: targetsOf(group),
    place: middleOf(group),
  }))
}

/**
 * The first half of an area, with groups let go or taken over where fewer streets and buildings then lie across the
 * border. The number of targets stays about the same, and neither half is emptied.
 *
 * Source: one side of Fiduccia, Mattheyses (1982), https://doi.org/10.1145/800263.809204, without moves that lose.
 * Cost: O(groups) a round.
 */
export function straightened(groups: Group[], first: ReadonlySet<Group>, nearby: Nearby): Set<Group> {
  const half = new Set(first)
  const bonds = bondsOf(groups, nearby)
  const wanted = [...first].reduce((sum, { targets }) => sum + targets, 0)
  const total = groups.reduce((sum, { targets }) => sum + targets, 0)
  const most = STRAIGHTENED_SHARE * Math.min(wanted, total - wanted)
  let targets = wanted
  for (let round = 0, moved = true; round < ROUNDS && moved; round++) {
    moved = false
    for (const group of groups) {
      const isIn = half.has(group)
      let gain = 0
      for (const [other, bond] of bonds.get(group)!) gain += half.has(other) === isIn ? -bond : bond
      const then = targets + (isIn ? -group.targets : group.targets)
      const left = isIn ? half.size : groups.length - half.size
      if (gain <= 0 || left === 1 || Math.abs(then - wanted) > most) continue
      if (isIn) half.delete(group)
      else half.add(group)
      targets = then
      moved = true
    }
  }
  return half
}

/** Per group, what a border between it and another one cuts, in streets. */
function bondsOf(groups: Group[], nearby: Nearby): Map<Group, Map<Group, number>> {
  const groupOf = new Map(groups.flatMap((group) => group.blocks.map((block) => [block, group] as const)))
  return new Map(
    groups.map((group) => {
      const bonds = new Map<Group, number>()
      for (const block of group.blocks) {
        for (const other of nearby.get(block)!) {
          const there = groupOf.get(other)
          if (there === undefined || there === group) continue
          const streets = block.streets.filter((street) => other.streets.includes(street)).length
          const bond = streets + (block.shared.includes(other.cell) ? BUILDING_STREETS : 0)
          if (bond > 0) bonds.set(there, (bonds.get(there) ?? 0) + bond)
        }
      }
      return [group, bonds]
    }),
  )
}

function targetsOf(blocks: Workload[]): number {
  return blocks.reduce((sum, { targets }) => sum + targets, 0)
}

function middleOf(blocks: Workload[]): LngLat {
  const total = targetsOf(blocks) + blocks.length
  const mean = (axis: 0 | 1) =>
    blocks.reduce((sum, { place, targets }) => sum + place[axis] * (targets + 1), 0) / total
  return [mean(0), mean(1)]
}
