/**
 * When everything fits, who walks how long is free to choose: the walks are made even by shrinking every budget to a
 * little above the mean use, and the walking is shortened under these budgets; then rows and buildings are put together
 * under them.
 */
import { insistOn as insistOnStops } from '../problem/cost.ts'
import type { Best } from '../state/best.ts'
import type { Search } from './search.ts'
import { walkingTemperatures } from './temperature.ts'

/** Shrunk budget ÷ mean use. 1.10 is the promise; the rest is room for walking saved after shrinking. */
const EVEN_SHARE = 1.06
/**
 * Added to it where a round could not put everything in, twice that after so many: a stop that takes long needs more
 * than what is left of each walk.
 */
const RELAXED_BY = 0.04
const PATIENCE = 3
/** Rounds of shrinking: the mean use falls while walking is saved, and rises where more walks must reach the stops. */
const ROUNDS = 8
/** After so many without success only those share who had something to do, if they are less than half of all. */
const ROUNDS_FOR_ALL = 4
/** Where looks count, they do so after so many: hot enough to change who has which house, walks are not made even. */
const ROUNDS_WITHOUT_LOOKS = 6

/**
 * Evens out the best walks and returns the search; they keep every stop that they have, even where they cannot be made
 * even. From now on looks count.
 */
export function balance(search: Search): Search {
  const { state, stopping, model } = search
  const { walkers } = model.problem
  const total = walkers.reduce((sum, walker) => sum + walker.budget, 0)
  if ((walkers.length < 2 && state.looks === null) || !(total > 0)) return search
  const wanted = search.best.walks().flatMap(({ stops }) => stops)
  insistOn(wanted, search)
  let complete = search.best
  let sharing = total
  let even = EVEN_SHARE
  let least = Infinity
  let failed = 0
  const begin = stopping.progress(search.iteration)
  for (let round = 1; round <= ROUNDS && stopping.reason === null; round++) {
    if (round === ROUNDS_FOR_ALL + 1 && least === Infinity && busyBudgets(complete, search) < total / 2) {
      goBackTo(complete, search)
      sharing = busyBudgets(complete, search)
      even = EVEN_SHARE
      failed = 0
    }
    const beginsLooks = round === ROUNDS_WITHOUT_LOOKS + 1 && state.looks !== null
    if (beginsLooks) {
      goBackTo(complete, search)
      search.weighLooks(true)
    }
    const share = beginsLooks ? Math.min(1, least) : Math.min(1, (even * needed(wanted, search)) / sharing)
    const isOpen = walkers.map((_, w) => state.looks?.areWeighed !== true || state.used(w) > 0)
    search.fill(state.limit(walkers.map(({ budget }, w) => (isOpen[w] ? Math.floor(share * budget) : 0))))
    const until = begin + ((1 - begin) * round) / ROUNDS
    search.anneal({ ...walkingTemperatures(state), until, untilAllServed: false })
    const served = new Set(search.best.walks().flatMap(({ stops }) => stops))
    const isComplete = wanted.every((stop) => served.has(stop))
    if (!isComplete) even += ++failed > PATIENCE ? 2 * RELAXED_BY : RELAXED_BY
    else if (share <= least) {
      complete = search.best
      least = share
    }
  }
  goBackTo(complete, search)
  return search
}

function insistOn(wanted: number[], { state, model }: Search): void {
  const gained = state.gained()
  insistOnStops(wanted, model.objective, {
    longest: model.remoteness.reduce((a, b) => Math.max(a, b), 0),
    looks: state.looks?.most ?? 0,
  })
  state.cost += gained - state.gained()
}

/** Deciseconds of all walks together, as if what is still to be put in took as long as what is in, stop for stop. */
function needed(wanted: number[], { state, model }: Search): number {
  const used = model.problem.walkers.reduce((sum, _, w) => sum + state.used(w), 0)
  const isIn = wanted.filter((stop) => state.walk[stop]! >= 0).length
  return (used * wanted.length) / Math.max(1, isIn)
}

/** Deciseconds of those who have something to do. */
function busyBudgets(complete: Best, { model }: Search): number {
  const walks = complete.walks()
  return model.problem.walkers.reduce(
    (sum, { head, budget }, w) => (head.length + walks[w]!.stops.length > 0 ? sum + budget : sum),
    0,
  )
}

/** With whole budgets. */
function goBackTo(complete: Best, search: Search): void {
  const { state } = search
  state.limit(search.model.problem.walkers.map((walker) => walker.budget))
  search.best = complete
  search.goBack()
  search.keep()
}
