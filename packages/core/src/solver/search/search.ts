/** The search: try moves, keep or take back, until the stopping criterion or the caller says enough. */
import { Annealing } from '../chance/annealing.ts'
import { Random } from '../chance/random.ts'
import type { Move } from '../moves/move.ts'
import { MOVES } from '../moves/moves.ts'
import type { Model } from '../problem/model.ts'
import type { SolveOptions } from '../problem/problem.ts'
import { Best, type FreeWalk } from '../state/best.ts'
import { insertCheapest, insertLast } from '../state/insertion.ts'
import { Places } from '../state/places.ts'
import { State } from '../state/state.ts'
import { StoppingCriterion, type Time } from './stopping.ts'

/** Iterations between two changes of temperature, at most; a power of two. */
const ITERATIONS_PER_COOLING = 32
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
  readonly stopping: StoppingCriterion
  readonly places: Places
  best: Best
  iteration = 0
  private readonly options: SolveOptions
  private readonly random: Random
  private readonly moves: { move: Move; tries: number; when: (state: State) => boolean }[]

  constructor(model: Model, options: SolveOptions, time?: Time) {
    this.model = model
    this.options = options
    this.stopping = new StoppingCriterion(model.servable.length, options, time)
    this.random = new Random(options.seed)
    this.state = new State(model)
    this.places = new Places(this.state, this.random)
    this.moves = MOVES.map(({ Move, tries, when }) => ({
      move: new Move(this.state, this.random, this.places),
      tries,
      when,
    }))
    this.best = new Best(this.state)
  }

  /** How far the search has come, from 0 to 1. */
  progress(): number {
    return this.stopping.progress(this.iteration)
  }

  /** Puts in every absent stop that has a place, in the order given; looks at the clock now and then. */
  fill(stops: Iterable<number>): void {
    let count = 0
    for (const stop of stops) {
      if (this.state.walk[stop]! >= 0) continue
      insertCheapest(this.state, this.places, stop)
      if (++count % ITERATIONS_PER_COOLING === 0 && this.stopping.look()) break
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
        if (isServable[stop] === 1 && state.walk[stop]! < 0) insertLast(state, stop, w)
      }
    })
    state.commit()
  }

  /** Makes the best walks the present ones. */
  goBack(): void {
    this.lay(this.best.walks())
  }

  /** Makes given walks the present ones, as they are: they must keep every limit. */
  lay(walks: FreeWalk[]): void {
    const { state, model } = this
    for (const stop of model.servable) if (state.walk[stop]! >= 0) state.remove(stop)
    walks.forEach(({ stops, reversed }, w) => {
      let node = model.stops + w
      stops.forEach((stop, i) => {
        state.insert(stop, { node, reversed: reversed[i]! })
        node = stop
      })
    })
    state.commit()
  }

  /** Whether looks count from now on; the best walks become the present ones. */
  weighLooks(isWeighed: boolean): void {
    const { state } = this
    if (state.looks === null || state.looks.areWeighed === isWeighed) return
    this.goBack()
    state.weighLooks(isWeighed)
    this.keep()
  }

  /** Lets go of street doors, where a weight holds buildings together without them. */
  shareOut(stops: Iterable<number>): void {
    if ((this.model.weights.building ?? 0) > 0) this.state.doors.loosen(stops)
  }

  /** Makes the present walks the best ones. */
  keep(): void {
    this.state.commit()
    this.best = new Best(this.state)
  }

  /** Anneals from `hot` to `cold` until the phase or the whole search is over. */
  anneal(phase: Phase): void {
    const { stopping, model } = this
    if (model.servable.length === 0) return
    const annealing = new Annealing(this.random, phase)
    const begin = this.progress()
    for (; !stopping.holds(this.iteration); this.iteration++) {
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
    const { state } = this
    for (const { move, tries, when } of this.moves) {
      if (!when(state)) continue
      for (let i = 0; i < tries; i++) if (move.attempt(state.cost + annealing.allowance())) this.take()
    }
  }

  private take(): void {
    this.best.note()
    this.state.commit()
    if (this.state.cost < this.best.cost) {
      this.best.keep()
      this.stopping.improved(this.iteration)
    }
  }

  private report(): void {
    this.options.onProgress?.({
      iteration: this.iteration,
      iterations: this.stopping.iterations,
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
