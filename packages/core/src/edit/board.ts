/** A plan on the table while edits are made, one after the other: who has what, what must stay, what may change. */
import { fieldError } from '../error.ts'
import type { WalkNow } from '../replan/roll-call.ts'
import type { TargetOverride, VolunteerRequest } from '../request/request.ts'
import type { LngLat } from '../units.ts'
import type { EditPin } from '../walk/answer.ts'

/** A walk of the plan, or one that is added. */
export interface BoardWalk {
  /** Null: added by these edits. */
  now: WalkNow | null
  walker: string
  /** As its walker is planned for. */
  volunteer: VolunteerRequest
  /** Stops ahead, ids of their targets in order. */
  stops: string[][]
  /** Targets that these edits bring, each with the edit that did. */
  brought: Map<string, number>
  /** It is planned again. */
  isTouched: boolean
  /** It begins and ends where it did. */
  keepsEnds: boolean
  /** Else the minutes of its walker count. */
  keepsBudget: boolean
}

export interface Board {
  walks: Map<string, BoardWalk>
  /** Walks that are given up. */
  removed: Set<string>
  /** By target. */
  pins: Map<string, string>
  locks: Set<string>
  /** What the request of the plan says of targets, by id. */
  targets: Map<string, TargetOverride>
  /** Of the request: nothing of them is walked. */
  skipped: ReadonlySet<string>
  /** All targets of the plan. */
  known: ReadonlySet<string>
  /** On no walk, with the reason. */
  leftOut: ReadonlyMap<string, string>
  /** Ids of all who have a walk. */
  walkers: Set<string>
  /** Ids of these, and of who was asked for and has no walk: nobody is called so without being meant. */
  names: Set<string>
  /** Of who wishes nothing else. */
  minutes: number
  /** Where a target stands; undefined: unknown. */
  locate: (target: string) => LngLat | undefined
  /** Which edit set what, to tell contradictions. */
  said: Map<string, { by: number; what: string }>
}

/** @throws VisibleError `edit.unknown_walk`, `edit.walk_over`, `edit.removed` */
export function walkOn(board: Board, id: string, pointer: string): BoardWalk {
  const walk = board.walks.get(id)
  if (board.removed.has(id))
    throw fieldError(
      'edit.contradiction',
      pointer,
      `got "${id}", which an edit before gives up; leave out one of the two`,
    )
  if (!walk) {
    const known = [...board.walks].filter(([, { now }]) => now !== null).map(([walkId]) => walkId)
    throw fieldError(
      'edit.unknown_walk',
      pointer,
      `got "${id}"; expected a walk of this plan that is not over: ${known.slice(0, 5).join(', ')}${known.length > 5 ? ' …' : ''}`,
    )
  }
  return walk
}

/** The same, to change its stops. @throws VisibleError `edit.locked`, and those of {@link walkOn} */
export function changeableWalk(board: Board, id: string, pointer: string): BoardWalk {
  const walk = walkOn(board, id, pointer)
  if (board.locks.has(id))
    throw fieldError(
      'edit.locked',
      pointer,
      `walk "${id}" is locked; unlock it first, in the same list if you like`,
    )
  return walk
}

/**
 * Ids of the targets that are named: the target itself, or all of a building.
 *
 * @throws VisibleError `edit.unknown_target`
 */
export function targetsNamed(board: Board, id: string, pointer: string): string[] {
  const found = [...board.known].filter((target) => isNamedBy(id, target))
  if (found.length > 0) return found
  throw fieldError(
    'edit.unknown_target',
    pointer,
    `got "${id}"; expected a target or a building that stands on a walk of the plan, in reserve or in leftOut`,
  )
}

/** Whether a target is what an edit names, or a part of it. */
export function isNamedBy(id: string, target: string): boolean {
  return target === id || target.startsWith(`${id}!`) || target.startsWith(`${id}#`)
}

/** The walk that has a target ahead of it; undefined: none. */
export function walkOfTarget(board: Board, target: string): string | undefined {
  for (const [id, { stops }] of board.walks) if (stops.some((stop) => stop.includes(target))) return id
  return undefined
}

/** Takes a target from the walk that has it. @throws VisibleError `edit.locked` */
export function takeOff(board: Board, target: string, pointer: string): void {
  const from = walkOfTarget(board, target)
  if (from === undefined) return
  const walk = changeableWalk(board, from, pointer)
  walk.stops = walk.stops.map((stop) => stop.filter((id) => id !== target)).filter((stop) => stop.length > 0)
  walk.brought.delete(target)
  walk.isTouched = true
}

/**
 * Notes what an edit says, and refuses what contradicts one before it in the same list.
 *
 * @throws VisibleError `edit.contradiction`
 */
export function say(
  board: Board,
  { about, what, by, pointer }: { about: string; what: string; by: number; pointer: string },
): void {
  const before = board.said.get(about)
  if (before && before.by !== by)
    throw fieldError(
      'edit.contradiction',
      pointer,
      `"${about}" is ${what} here and ${before.what} by edit ${before.by} of the same list; leave out one of the two`,
    )
  board.said.set(about, { by, what })
}

/** @returns the error of an edit that changes nothing */
export function noEffect(pointer: string, why: string): Error {
  return fieldError('edit.no_effect', pointer, `${why}; this edit would change nothing: leave it out`)
}

export function pinsOf({ pins }: Board): EditPin[] {
  return [...pins].map(([target, walk]) => ({ target, walk })).sort((a, b) => (a.target < b.target ? -1 : 1))
}
