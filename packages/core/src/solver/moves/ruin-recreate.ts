/** Ruin and recreate: strings of stops around a random one are torn out, and put back where they cost least. */
import type { Random } from '../chance/random.ts'
import type { Places } from '../state/places.ts'
import type { State } from '../state/state.ts'
import type { Move } from './move.ts'
import { Recreate } from './recreate.ts'
import { Ruin } from './ruin.ts'

export class RuinRecreate implements Move {
  private readonly state: State
  private readonly random: Random
  private readonly ruin: Ruin
  private readonly recreate: Recreate

  constructor(state: State, random: Random, places: Places) {
    this.state = state
    this.random = random
    this.ruin = new Ruin(state, random)
    this.recreate = new Recreate(state, random, places)
  }

  /** Cost: the same for any number of stops and walks. */
  attempt(limit: number): boolean {
    const { state, random, ruin } = this
    const { servable } = state.model
    const seed = servable[random.below(servable.length)]!
    ruin.tear(seed)
    this.recreate.restore(seed, { torn: ruin, limit })
    if (state.cost < limit && ruin.hasLeftTime()) return true
    state.undo()
    return false
  }
}
