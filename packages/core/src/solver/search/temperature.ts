/** Where the annealing begins and ends, from the scale of the problem; measured in docs/algorithm.md. */
import type { State } from '../state/state.ts'

/**
 * Times what the walking of a mean link is worth in prize, for 100 stops. With more stops fewer iterations fall to
 * each, so the search begins and ends colder: hot by the fourth root of n, cold by the square root.
 */
const PRIZE_HOT = 2
const PRIZE_COLD = 0.1
const PRIZE_STOPS = 100
/**
 * The least that a mean link is taken to be worth, times the mean gain of an optional stop: where nobody has to walk.
 */
const LEAST_WORTH = 0.02
/** Times the mean length of a link. */
const WALKING_HOT = 0.4
const WALKING_COLD = 0.013
/** Times what one stop may add in looks: houses change walks only where this is not frozen from the start. */
const LOOKS_HOT = 0.1

interface Temperatures {
  hot: number
  cold: number
}

/** While prize is to be won, prize sets the scale; when only walking is left, the links of the present walks do. */
export function temperatures(state: State): Temperatures {
  const { allMandatory, objective, servable } = state.model
  if (allMandatory || objective.meanGain === 0) return walkingTemperatures(state)
  const worth = Math.max(linkWorth(state), LEAST_WORTH * objective.meanGain)
  const colder = Math.sqrt(Math.max(1, servable.length / PRIZE_STOPS))
  return { hot: (PRIZE_HOT * worth) / Math.sqrt(colder), cold: (PRIZE_COLD * worth) / colder }
}

export function walkingTemperatures(state: State): Temperatures {
  const scale = Math.max(1, state.model.objective.walking * meanLink(state))
  const looks = LOOKS_HOT * (state.looks?.areWeighed === true ? state.looks.most : 0)
  return { hot: Math.max(WALKING_HOT * scale, looks), cold: WALKING_COLD * scale }
}

/**
 * What the present walks gain in the time of one mean link, in units of cost: by so much two choices of stops differ
 * that take about as long. Where stops take long and walking is short it is far less than a stop gains.
 */
function linkWorth(state: State): number {
  const { servable, objective, problem } = state.model
  let gained = 0
  for (const stop of servable) if (state.walk[stop]! >= 0) gained += objective.prizeGain[stop]!
  let used = 0
  for (let w = 0; w < problem.walkers.length; w++) if (state.size[w]! > 0) used += state.used(w)
  const perDecisecond = Math.max(gained / Math.max(1, used), objective.walking)
  return perDecisecond * meanLink(state) + qualityWorth(state)
}

/** What the qualities of the walks cost for each stop on one. */
function qualityWorth(state: State): number {
  if (state.quality === null && state.looks === null) return 0
  const cost = state.cost + state.gained() - state.model.objective.walking * state.walking
  return Math.max(0, cost) / Math.max(1, state.served)
}

/** Deciseconds. */
function meanLink(state: State): number {
  return state.walking / Math.max(1, state.served + state.walks.count)
}
