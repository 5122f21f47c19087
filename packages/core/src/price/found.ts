/** What a search found: walks by the names of their targets, so that searches on other ground can go on from them. */
import { PRIZE_POINTS } from '../assembly/problem.ts'
import type { Task } from '../assembly/task.ts'

/** Targets of the stops of each walk. */
export type Walks = string[][][]

export interface Found {
  /** Key targets. */
  keys: number
  prize: number
  doors: number
  walks: Walks
}

/** Key targets come before prize, as in every plan. */
export function isBetter(a: Found, b: Found): boolean {
  return a.keys > b.keys || (a.keys === b.keys && a.prize > b.prize)
}

export function foundBy(task: Task, routes: number[][]): Found {
  const { problem, stops, placed } = task
  const served = routes.flat()
  return {
    keys: served.reduce((sum, stop) => sum + (problem.keys?.[stop] ?? 0), 0),
    prize: served.reduce((sum, stop) => sum + problem.prize[stop]!, 0) / PRIZE_POINTS,
    doors: served.reduce((sum, stop) => sum + problem.doors[stop]!, 0),
    walks: routes.map((route) =>
      route.map((stop) =>
        stops[task.feasible[stop]!]!.members.map((index) => placed.targets[index]!.candidate.target.id),
      ),
    ),
  }
}

/** Stops of a task that hold these targets; one that holds others as well goes with its first. */
export function stopsOf(walks: Walks, { feasible, stops, placed }: Task): number[][] {
  const stopOf = new Map(
    feasible.flatMap((stop, index) =>
      stops[stop]!.members.map((member) => [placed.targets[member]!.candidate.target.id, index] as const),
    ),
  )
  const taken = new Set<number>()
  return walks.map((own) =>
    own.flat().flatMap((id) => {
      const stop = stopOf.get(id)
      return stop === undefined || taken.size === taken.add(stop).size ? [] : [stop]
    }),
  )
}
