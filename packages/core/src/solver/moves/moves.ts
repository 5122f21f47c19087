/** The moves of one iteration and their shares. A new move is a file of this room and a line here. */
import type { State } from '../state/state.ts'
import { Exchange } from './exchange.ts'
import type { MakeMove } from './move.ts'
import { Replace } from './replace.ts'
import { RuinRecreate } from './ruin-recreate.ts'
import { Swap } from './swap.ts'

interface MoveShare {
  Move: MakeMove
  /** Tries in one iteration … */
  tries: number
  /** … where this holds, asked once before the first of them. */
  when: (state: State) => boolean
}

/** In the order in which they are tried: each draws from the same stream of random numbers. */
export const MOVES: readonly MoveShare[] = [
  { Move: Exchange, tries: 4, when: allMandatory },
  { Move: Swap, tries: 6, when: allMandatory },
  { Move: Replace, tries: 2, when: someOptionalAbsent },
  { Move: RuinRecreate, tries: 1, when: always },
]

/** Exchanging and swapping save walking only; where stops are optional that gains nothing. */
function allMandatory({ model }: State): boolean {
  return model.allMandatory
}

function someOptionalAbsent({ model, served }: State): boolean {
  return !model.allMandatory && served < model.servable.length
}

function always(): boolean {
  return true
}
