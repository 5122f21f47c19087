/**
 * When everything fits, who walks how long is free to choose: the walks are made even by shrinking every budget to a
 * little above the mean use, and the walking is shortened under these budgets; then rows and buildings are put together
 * under them.
 */
import { insistOn as insistOnStops } from '../problem/cost.ts'
import type { Best } from '../state/best.ts'
import type { Search } from './search.ts'
import { leastShare, tiedBeyond } from './least-share.ts'
import { PROMISED, Shrinking } from './shrinking.ts'
import { walkingTemperatures } from './temperature.ts'

/** Rounds of shrinking: the mean use falls while walking is saved, and rises where more walks must reach the stops. */
const ROUNDS = 8
/**
 * After so many that left them uneven, only those share who had something to do, if they are less than half of all;
 * else what a street door ties together is shared out where it takes longer than any walk should.
 */
const ROUNDS_FOR_ALL = 4
/** Where looks count, they do so after so many: hot enough to change who has which house, walks are not made even. */
const ROUNDS_WITHOUT_LOOKS = 6

/**
 * Evens out the best walks and returns the search; they keep every stop that they have, even where they cannot be made
 * even. From now on looks count.
 */
export function balance(search: Search): Search {
  const { walkers } = search.model.problem
  const total = walkers.reduce((sum, walker) => sum + walker.budget, 0)
  if ((walkers.length < 2 && search.state.looks === null) || !(total > 0)) return search
  const balancing = new Balancing(search, total)
  const begin = search.progress()
  for (let round = 1; round <= ROUNDS && search.stopping.reason === null; round++) {
    if (round === ROUNDS_FOR_ALL + 1) balancing.reconsider(total)
    if (round === ROUNDS_WITHOUT_LOOKS + 1) balancing.weighLooks()
    balancing.tryUntil(begin + ((1 - begin) * round) / ROUNDS)
  }
  return balancing.end()
}

class Balancing {
  private readonly search: Search
  private readonly wanted: number[]
  private readonly first: Best
  /** The best walks with every wanted stop, and their unevenness; Infinity while they are the first ones. */
  private complete: Best
  private unevenness = Infinity
  /** Deciseconds of those who share the work. */
  private sharing: number
  private shrinking: Shrinking

  constructor(search: Search, sharing: number) {
    this.search = search
    this.sharing = sharing
    this.wanted = search.best.walks().flatMap(({ stops }) => stops)
    insistOn(this.wanted, search)
    this.first = this.complete = search.best
    this.shrinking = new Shrinking(leastShare(this.wanted, search))
  }

  /** One round under shrunk budgets. */
  tryUntil(until: number): void {
    const { search, wanted } = this
    const { state, model } = search
    const isLooked = state.looks?.areWeighed === true
    const mean = needed(wanted, search) / this.sharing
    const share = isLooked ? this.shrinking.forLooks(mean) : this.shrinking.next(mean)
    // For looks nobody is called out who stays at home.
    const limits = model.problem.walkers.map(({ budget }, w) =>
      !isLooked || state.used(w) > 0 ? Math.floor(share * budget) : 0,
    )
    search.fill(state.limit(limits))
    search.anneal({ ...walkingTemperatures(state), until, untilAllServed: false })
    const served = new Set(search.best.walks().flatMap(({ stops }) => stops))
    if (!wanted.every((stop) => served.has(stop))) return this.shrinking.failed(share)
    this.shrinking.fitted(share)
    search.goBack()
    const uneven = unevennessOf(search)
    if (uneven > Math.max(PROMISED, this.unevenness)) return
    this.complete = search.best
    this.unevenness = uneven
  }

  /** Where the walks are still uneven: others share the work, or parts of a street door are shared out. */
  reconsider(total: number): void {
    const { search, wanted, first } = this
    if (this.unevenness <= PROMISED) return
    if (busyBudgets(first, search) < total / 2) {
      this.complete = first
      this.unevenness = Infinity
      this.goBack()
      this.sharing = busyBudgets(first, search)
      this.shrinking = new Shrinking(leastShare(wanted, search))
    } else {
      search.shareOut(tiedBeyond(wanted, (PROMISED * needed(wanted, search)) / this.sharing, search))
      this.shrinking.settle(leastShare(wanted, search))
    }
  }

  weighLooks(): void {
    if (this.search.state.looks === null) return
    this.goBack()
    this.search.weighLooks(true)
  }

  end(): Search {
    this.goBack()
    return this.search
  }

  /** With whole budgets. */
  private goBack(): void {
    const { state, model } = this.search
    state.limit(model.problem.walkers.map((walker) => walker.budget))
    this.search.best = this.complete
    this.search.goBack()
    this.search.keep()
  }
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

/** Longest walk ÷ mean, by shares of their budgets; of those who have something to do. */
function unevennessOf({ state, model }: Search): number {
  const shares = model.problem.walkers
    .map(({ budget }, w) => state.used(w) / Math.max(1, budget))
    .filter((share) => share > 0)
  return (Math.max(...shares) * shares.length) / shares.reduce((sum, share) => sum + share, 0)
}

/** Deciseconds of those who have something to do. */
function busyBudgets(complete: Best, { model }: Search): number {
  const walks = complete.walks()
  return model.problem.walkers.reduce(
    (sum, { head, budget }, w) => (head.length + walks[w]!.stops.length > 0 ? sum + budget : sum),
    0,
  )
}
