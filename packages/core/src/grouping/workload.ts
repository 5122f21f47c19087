/**
 * What there is to do in each H3 block of a large area, and nothing more: an area of any size is cut by these sums
 * alone.
 */
import type { Candidate } from '../building/select.ts'
import type { Cell } from '../h3.ts'
import type { LngLat, Seconds } from '../units.ts'
import { blocksOf, nearestTo } from './block.ts'

export interface Workload {
  cell: Cell
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

/** Walks are longer than the straight line by about this factor in European towns. */
export const DETOUR = 1.3
/** Walking between neighbouring doors that a straight estimate cannot see. */
export const STEP_SECONDS: Seconds = 20

/** One entry per block that has candidates, in the order of the cells' names. */
export function workloadsOf(candidates: Candidate[], seconds: Seconds[]): Workload[] {
  return blocksOf(candidates).map(({ cell, members, prize, centre }) => {
    const keys = members.filter((index) => candidates[index]!.key)
    const near = nearestTo(
      centre,
      (keys.length > 0 ? keys : members).map((index) => candidates[index]!.target.location),
    )
    return {
      cell,
      targets: members.length,
      prize,
      seconds: members.reduce((sum, index) => sum + seconds[index]! + STEP_SECONDS, 0),
      keys: keys.length,
      keySeconds: keys.reduce((sum, index) => sum + seconds[index]! + STEP_SECONDS, 0),
      place: near,
    }
  })
}

/** Two parts of one block, from two tiles. */
export function joinWorkloads(a: Workload, b: Workload): Workload {
  return {
    cell: a.cell,
    targets: a.targets + b.targets,
    prize: a.prize + b.prize,
    seconds: a.seconds + b.seconds,
    keys: a.keys + b.keys,
    keySeconds: a.keySeconds + b.keySeconds,
    place: a.targets >= b.targets ? a.place : b.place,
  }
}
