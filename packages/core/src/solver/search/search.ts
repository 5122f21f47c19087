/** The search: ruin, recreate, keep or take back, until the stop rules or the caller say enough. */
import { Annealing } from '../chance/annealing.ts'
import { Best } from '../state/best.ts'
import { Exchange } from '../moves/exchange.ts'
import type { Model } from '../problem/model.ts'
import type { SolveOptions } from '../problem/problem.ts'
import { Random } from '../chance/random.ts'
import { Recreate } from '../moves/recreate.ts'
import { Replace } from '../moves/replace.ts'
import { Ruin } from '../moves/ruin.ts'
import { State } from '../state/state.ts'
import { Stop } from './stopping.ts'
import { Swap } from '../moves/swap.ts'

/** Iterations between two changes of temperature, at most; a power of two. */
const ITERATIONS_PER_COOLING = 32
/** Exchanges and swaps tried per iteration where every stop is mandatory; elsewhere they gain nothing. */
const EXCHANGES = 4
const SWAPS = 6
/** Replacements tried per iteration where stops are optional. */
const REPLACEMENTS = 2
/** Iterations between two calls of `onProgress`. */
const ITERATIONS_PER_REPORT = 4_096

export interface Phase {
  /** Temperatures, in units of cost. */
  hot: number
  cold: number
  /** Where on the way from 0 to 1 the phase ends. */
  until: number
  /** End early once every stop worth serving is served. */
  untilAllServed: boolean
}

export class Search {
  readonly model: Model
  readonly state: State
  readonly stop: Stop
  readonly recreate: Recreate
  best: Best
  iteration = 0
  private readonly options: SolveOptions
  private readonly random: Random
  private readonly ruin: Ruin
  private readonly exchange: Exchange
  private readonly swap: Swap
  private readonly replace: Replace

  constructor(model: Model, options: SolveOptions) {
    this.model = model
    this.options = options
    this.stop = new Stop(model.servable.length, options)
    this.random = new Random(options.seed)
    this.state = new State(model)
    this.ruin = new Ruin(this.state, this.random)
    this.recreate = new Recreate(this.state, this.random)
    this.exchange = new Exchange(this.state, this.random)
    this.swap = new Swap(this.state, this.random)
    this.replace = new Replace(this.state, this.random)
    this.best = new Best(this.state)
  }

  get allServed(): boolean {
    return this.state.served === this.model.servable.length
  }

  /** How far the search has come, from 0 to 1. */
  progress(): number {
    return this.stop.progress(this.iteration)
  }

  /** Puts in every absent stop that has a place, in the order given; looks at the clock now and then. */
  fill(stops: Iterable<number>): void {
    let count = 0
    for (const stop of stops) {
      if (this.state.walk[stop]! >= 0) continue
      this.recreate.place(stop)
      if (++count % ITERATIONS_PER_COOLING === 0 && this.stop.look()) break
    }
    this.keep()
  }

  /** Begins with given walks: each stop at the end of its walk, where that is allowed and fits. */
  adopt(walks: number[][]): void {
    const { state, model } = this
    const isServable = new Uint8Array(model.stops)
    for (const stop of model.servable) isServable[stop] = 1
    walks.slice(0, model.walkers).forEach((stops, w) => {
      for (const stop of stops) {
        if (isServable[stop] === 1 && state.walk[stop]! < 0) this.recreate.append(stop, w)
      }
    })
    state.commit()
  }

  /** Makes the best walks the present ones. */
  goBack(): void {
    const { state, model } = this
    for (const stop of model.servable) if (state.walk[stop]! >= 0) state.remove(stop)
    this.best.walks().forEach(({ stops, reversed }, w) => {
      let node = model.stops + w
      stops.forEach((stop, i) => {
        state.insert(stop, { node, reversed: reversed[i]! })
        node = stop
      })
    })
    state.commit()
  }

  /** Makes the present walks the best ones. */
  keep(): void {
    this.state.commit()
    this.best = new Best(this.state)
  }

  /** Anneals from `hot` to `cold` until the phase or the whole search is over. */
  anneal(phase: Phase): void {
    const { stop, model } = this
    if (model.servable.length === 0) return
    const annealing = new Annealing(this.random, phase)
    const begin = this.progress()
    for (; !stop.holds(this.iteration); this.iteration++) {
      if (this.iteration % ITERATIONS_PER_COOLING === 0) {
        const progress = this.progress()
        if (progress >= phase.until) return
        annealing.cool((progress - begin) / (phase.until - begin))
      }
      if (this.iteration % ITERATIONS_PER_REPORT === 0) this.report()
      this.step(annealing)
      if (phase.untilAllServed && this.best.served === model.servable.length) return
    }
  }

  private step(annealing: Annealing): void {
    const { state, random, model } = this
    if (model.allMandatory) {
      for (let i = 0; i < EXCHANGES; i++) this.takeIf(this.exchange, annealing)
      for (let i = 0; i < SWAPS; i++) this.takeIf(this.swap, annealing)
    } else if (!this.allServed) {
      for (let i = 0; i < REPLACEMENTS; i++) this.takeIf(this.replace, annealing)
    }
    const limit = state.cost + annealing.allowance()
    const seed = model.servable[random.below(model.servable.length)]!
    this.ruin.tear(seed)
    this.recreate.restore(seed, { torn: this.ruin, limit })
    if (state.cost < limit) this.take()
    else state.undo()
  }

  private takeIf(move: Exchange | Swap | Replace, annealing: Annealing): void {
    if (move.attempt(this.state.cost + annealing.allowance())) this.take()
  }

  private take(): void {
    this.best.note()
    this.state.commit()
    if (this.state.cost < this.best.cost) {
      this.best.keep()
      this.stop.improved(this.iteration)
    }
  }

  private report(): void {
    this.options.onProgress?.({
      iteration: this.iteration,
      iterations: this.stop.iterations,
      prize: this.bestPrize(),
      walking: this.best.walking,
    })
  }

  private bestPrize(): number {
    let prize = 0
    for (const walk of this.best.walks())
      for (const stop of walk.stops) prize += this.model.problem.prize[stop]!
    return prize
  }
}
