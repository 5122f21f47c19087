/** What the search may try: one interface for all moves, and how a move ends. */
import type { Random } from '../chance/random.ts'
import type { Places } from '../state/places.ts'
import type { State } from '../state/state.ts'

/** A change of the walks, drawn at random. */
export interface Move {
  /**
   * Changes the walks if the cost stays below `limit` and every walk within its limits. False: nothing has changed.
   * Nothing may have changed since the last `commit` before it is called; when it is true, the caller commits.
   */
  attempt(limit: number): boolean
}

/** `places` is one for the whole search: it counts the places that are overlooked. */
export type MakeMove = new (state: State, random: Random, places: Places) => Move

/** Whether a change may stay: the cost is below `limit` and no walk it touched is too long. Else it is taken back. */
export function keepIf(state: State, { limit, walks }: { limit: number; walks: number[] }): boolean {
  if (state.cost < limit && walks.every((walk) => state.slack[walk]! >= 0)) return true
  state.undo()
  return false
}
