/** Changes of the board that several kinds of edit make, and why some are refused. */
import { fieldError } from '../error.ts'
import type { VolunteerRequest } from '../request/request.ts'
import { metresBetween } from '../units.ts'
import { type Board, type BoardWalk, changeableWalk, takeOff, walkOfTarget } from './board.ts'

/** Walks that may take a key building which is on none: the nearest. */
const WALKS_FOR_A_KEY = 3

export function bring(
  board: Board,
  { id, walk, by, at, field }: { id: string; walk: string; by: number; at: string; field: string },
): void {
  const to = changeableWalk(board, walk, `${at}/walk`)
  takeOff(board, id, `${at}/${field}`)
  to.stops.push([id])
  to.brought.set(id, by)
  to.isTouched = true
}

export function refuseExcluded(board: Board, id: string, pointer: string): void {
  const isIncluded = board.targets.get(id)?.exclude === false
  if (board.targets.get(id)?.exclude || (!isIncluded && board.leftOut.get(id) === 'excluded'))
    throw fieldError(
      'edit.excluded',
      pointer,
      `"${id}" is excluded; \`include\` it first, in the same list if you like`,
    )
}

export function refusePinned(board: Board, id: string, pointer: string): void {
  const walk = board.pins.get(id)
  if (walk !== undefined)
    throw fieldError(
      'edit.pinned',
      pointer,
      `"${id}" is pinned to walk "${walk}"; \`unpin\` it first, or pin it to another walk`,
    )
}

export function refuseBegun(
  walk: BoardWalk,
  { id, pointer, why }: { id: string; pointer: string; why: string },
): void {
  if (walk.now && walk.now.begunAt !== null)
    throw fieldError('edit.walk_begun', pointer, `walk "${id}" has begun: ${why}`)
}

/** What a walk depends on of who walks it. */
export function likeness({ id: _id, ...rest }: VolunteerRequest): string {
  return JSON.stringify(
    Object.entries(rest)
      .filter(([, value]) => value !== undefined)
      .sort(),
  )
}

export function handTo(walk: BoardWalk, { walker, volunteer }: BoardWalk): void {
  // Nobody begins or ends at a place of somebody else.
  if (hasOwnEnds(walk.volunteer) || hasOwnEnds(volunteer)) walk.keepsEnds = false
  walk.walker = walker
  walk.volunteer = volunteer
  walk.keepsBudget = false
}

function hasOwnEnds({ start, end }: VolunteerRequest): boolean {
  return start !== undefined || end !== undefined
}

export function override(board: Board, id: string, change: { exclude?: boolean; key?: boolean }): void {
  board.targets.set(id, { ...board.targets.get(id), id, ...change })
}

/** The walk that has a target is planned again, or those that stand nearest to it. Locked ones stay as they are. */
export function openFor(board: Board, id: string): void {
  const own = walkOfTarget(board, id)
  if (own !== undefined) {
    if (!board.locks.has(own)) board.walks.get(own)!.isTouched = true
    return
  }
  const place = board.locate(id)
  if (!place) return
  const distances = [...board.walks]
    .filter(([walkId]) => !board.locks.has(walkId))
    .map(([, walk]) => {
      const stops = walk.now?.walk.stops ?? []
      return {
        walk,
        metres: Math.min(Infinity, ...stops.map(({ location }) => metresBetween(location, place))),
      }
    })
    .sort((a, b) => a.metres - b.metres)
  for (const { walk } of distances.slice(0, WALKS_FOR_A_KEY)) walk.isTouched = true
}
