/** Where the annealing begins and ends, from the scale of the problem; measured in docs/algorithm.md. */
import type { State } from './state.ts'

/**
 * Times the mean gain of an optional stop, for 100 stops. With more stops, more of them waver at once and fewer
 * iterations fall to each, so the search begins and ends colder: hot by 1/n, cold by 1/n^1.5.
 */
const PRIZE_HOT = 2
const PRIZE_COLD = 0.1
const PRIZE_STOPS = 100
/** Times the mean length of a link. */
const WALKING_HOT = 0.4
const WALKING_COLD = 0.013

export interface Temperatures {
  hot: number
  cold: number
}

/** While prize is to be won, prize sets the scale; when only walking is left, the links of the present walks do. */
export function temperatures(state: State): Temperatures {
  const { allMandatory, objective, servable } = state.model
  if (allMandatory || objective.meanGain === 0) return walkingTemperatures(state)
  const many = Math.max(1, servable.length / PRIZE_STOPS)
  return {
    hot: (PRIZE_HOT * objective.meanGain) / many,
    cold: (PRIZE_COLD * objective.meanGain) / (many * Math.sqrt(many)),
  }
}

export function walkingTemperatures(state: State): Temperatures {
  const links = Math.max(1, state.served + state.walksUsed)
  const scale = Math.max(1, (state.model.objective.walking * state.walking) / links)
  return { hot: WALKING_HOT * scale, cold: WALKING_COLD * scale }
}
