/**
 * When everything fits, who walks how long is free to choose: the walks are made even by shrinking every budget to a
 * little above the mean use, and the walking is shortened under these budgets.
 */
import { insistOnAll } from '../problem/cost.ts'
import type { Search } from './search.ts'
import { walkingTemperatures } from './temperature.ts'

/** Shrunk budget ÷ mean use. 1.10 is the promise; the rest is room for walking saved after shrinking. */
const EVEN_SHARE = 1.06
/**
 * Added to it where a round could not put everything in: a stop that takes long needs more than what is left of each
 * walk.
 */
const RELAXED_BY = 0.04
/** Rounds of shrinking: the mean use falls while walking is saved, and rises where more walks must reach the stops. */
const ROUNDS = 8

/**
 * Evens out a complete solution and returns the search; its best walks stay complete, even where they cannot be made
 * even.
 */
export function balance(search: Search): Search {
  const { state, stopping, model } = search
  const { walkers } = model.problem
  const total = walkers.reduce((sum, walker) => sum + walker.budget, 0)
  if (walkers.length < 2 || !(total > 0)) return search
  let complete = search.best
  const gained = state.gained()
  insistOnAll(
    model.objective,
    model.remoteness.reduce((a, b) => Math.max(a, b), 0),
  )
  state.cost += gained - state.gained()
  const begin = stopping.progress(search.iteration)
  let even = EVEN_SHARE
  let least = 1
  for (let round = 1; round <= ROUNDS && stopping.reason === null; round++) {
    const used = walkers.reduce((sum, _, w) => sum + state.used(w), 0)
    // What is still to be put in takes as long as what is in, stop for stop.
    const needed = (used * model.servable.length) / Math.max(1, state.served)
    const share = Math.min(1, (even * needed) / total)
    const evicted = state.limit(walkers.map((walker) => Math.floor(share * walker.budget)))
    search.fill(evicted)
    const until = begin + ((1 - begin) * round) / ROUNDS
    search.anneal({ ...walkingTemperatures(state), until, untilAllServed: false })
    if (search.best.served < model.servable.length) even += RELAXED_BY
    else if (share <= least) {
      complete = search.best
      least = share
    }
  }
  search.best = complete
  return search
}
