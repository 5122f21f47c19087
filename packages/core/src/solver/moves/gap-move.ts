/** What moves have in common that weigh gaps before they change anything. */
import type { Random } from '../chance/random.ts'
import { Gaps } from '../state/gaps.ts'
import type { State } from '../state/state.ts'
import type { Move } from './move.ts'

export abstract class GapMove implements Move {
  protected readonly state: State
  protected readonly random: Random
  protected readonly gaps: Gaps

  constructor(state: State, random: Random) {
    this.state = state
    this.random = random
    this.gaps = new Gaps(state, random)
  }

  abstract attempt(limit: number): boolean
}
