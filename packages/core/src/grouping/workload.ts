/**
 * What there is to do in each H3 block of a large area, and nothing more: an area of any size is cut by these sums
 * alone.
 */
import type { Candidate } from '../building/select.ts'
import type { Cell } from '../h3.ts'
import type { LngLat, Seconds } from '../units.ts'
import { blocksOf, nearestTo } from './block.ts'

export interface Work {
  /** 0 where nothing is left to knock on. */
  targets: number
  prize: number
  /** At the doors and between them. */
  seconds: Seconds
  /** Key targets that the request names, and the time that they take. */
  keys: number
  keySeconds: Seconds
  /** A door near the middle of its candidates, a key building where there is one; of the cell where there are none. */
  place: LngLat
}

export interface Workload extends Work {
  cell: Cell
  /** Of the work, what takes no stairs: all there is for who avoids them. */
  ground: Work
  /** Names of the streets in which its targets stand, sorted. */
  streets: string[]
  /** Other blocks in which its buildings have targets, sorted. */
  shared: Cell[]
}

/** Walks are longer than the straight line by about this factor in European towns. */
export const DETOUR = 1.3
/** Walking between neighbouring doors that a straight estimate cannot see. */
export const STEP_SECONDS: Seconds = 20

/** One entry per block that has candidates, in the order of the cells' names. */
export function workloadsOf(candidates: Candidate[], seconds: Seconds[]): Workload[] {
  const cellsOf = new Map<string, Set<Cell>>()
  for (const { target } of candidates) {
    const cells = cellsOf.get(target.building)
    if (cells) cells.add(target.block)
    else cellsOf.set(target.building, new Set([target.block]))
  }
  return blocksOf(candidates).map(({ cell, members, centre }) => {
    const workOf = (some: number[]): Work => {
      const keys = some.filter((index) => candidates[index]!.key)
      const near = (keys.length > 0 ? keys : some).map((index) => candidates[index]!.target.location)
      return {
        targets: some.length,
        prize: some.reduce((sum, index) => sum + candidates[index]!.prize, 0),
        seconds: some.reduce((sum, index) => sum + seconds[index]! + STEP_SECONDS, 0),
        keys: keys.length,
        keySeconds: keys.reduce((sum, index) => sum + seconds[index]! + STEP_SECONDS, 0),
        place: near.length > 0 ? nearestTo(centre, near) : centre,
      }
    }
    const targets = members.map((index) => candidates[index]!.target)
    return {
      cell,
      ...workOf(members),
      ground: workOf(members.filter((index) => !candidates[index]!.climbs)),
      streets: sorted(targets.flatMap(({ address }) => address?.street ?? [])),
      shared: sorted(targets.flatMap(({ building }) => [...cellsOf.get(building)!])).filter(
        (other) => other !== cell,
      ),
    }
  })
}

/** A block in which there is nothing to do. */
export function emptyWorkload(cell: Cell, place: LngLat): Workload {
  const work: Work = { targets: 0, prize: 0, seconds: 0, keys: 0, keySeconds: 0, place }
  return { cell, ...work, ground: work, streets: [], shared: [] }
}

/** Two parts of one block, from two tiles. */
export function joinWorkloads(a: Workload, b: Workload): Workload {
  return {
    cell: a.cell,
    ...joinWork(a, b),
    ground: joinWork(a.ground, b.ground),
    streets: sorted([...a.streets, ...b.streets]),
    shared: sorted([...a.shared, ...b.shared]),
  }
}

/** The blocks as they are for who avoids stairs. */
export function withoutStairs(blocks: Workload[]): Workload[] {
  return blocks.map((block) => ({ ...block, ...block.ground }))
}

function joinWork(a: Work, b: Work): Work {
  return {
    targets: a.targets + b.targets,
    prize: a.prize + b.prize,
    seconds: a.seconds + b.seconds,
    keys: a.keys + b.keys,
    keySeconds: a.keySeconds + b.keySeconds,
    place: a.targets >= b.targets ? a.place : b.place,
  }
}

function sorted(names: string[]): string[] {
  return [...new Set(names)].sort()
}
