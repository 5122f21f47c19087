/** Where the annealing begins and ends, from the scale of the problem; measured in docs/algorithm.md. */
import type { State } from './state.ts'

/** Times the mean gain of an optional stop. */
const PRIZE_HOT = 0.8
const PRIZE_COLD = 0.01
/** Times the mean length of a link. */
const WALKING_HOT = 0.3
const WALKING_COLD = 0.005

export interface Temperatures {
  hot: number
  cold: number
}

/** While prize is to be won, prize sets the scale; when only walking is left, the links of the present walks do. */
export function temperatures(state: State): Temperatures {
  const { allMandatory, objective } = state.model
  if (allMandatory || objective.meanGain === 0) return walkingTemperatures(state)
  return { hot: PRIZE_HOT * objective.meanGain, cold: PRIZE_COLD * objective.meanGain }
}

export function walkingTemperatures(state: State): Temperatures {
  const links = Math.max(1, state.served + state.walksUsed)
  const scale = Math.max(1, (state.model.objective.walking * state.walking) / links)
  return { hot: WALKING_HOT * scale, cold: WALKING_COLD * scale }
}
