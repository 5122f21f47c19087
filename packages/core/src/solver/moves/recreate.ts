/**
 * Recreate: puts absent stops back one by one, each where it costs least, now and then overlooking a place.
 *
 * Source: Christiaens, Vanden Berghe (2020), https://doi.org/10.1287/trsc.2019.0914, section 4.2 (greedy insertion with
 * blinks). Differences: places beside near neighbours come first (`places.ts`); optional stops may stay absent, and
 * stops that were absent before compete for the room with those just torn out.
 */
import type { Random } from '../chance/random.ts'
import type { Places } from '../state/places.ts'
import type { State } from '../state/state.ts'

/** Optional stops that were absent before and may come in, at most, and the chance of each. */
const NEWCOMERS = 12
const NEWCOMER_CHANCE = 0.7
/** Deciseconds that a stop takes besides its service, when prize is weighed against time. */
const APPROACH = 600

interface Restoring {
  /** The first `count` of `absent`. */
  torn: { absent: Int32Array; count: number }
  /** The cost that it must come below. */
  limit: number
}

export class Recreate {
  private readonly state: State
  private readonly random: Random
  private readonly places: Places
  private readonly key: Float64Array
  private readonly queue: Int32Array
  private queued = 0
  /** Per stop, the round in which it was torn out last. */
  private readonly tornIn: Int32Array
  private round = 0

  constructor(state: State, random: Random, places: Places) {
    this.state = state
    this.random = random
    this.places = places
    this.key = new Float64Array(state.model.stops)
    this.queue = new Int32Array(state.model.stops)
    this.tornIn = new Int32Array(state.model.stops)
  }

  /**
   * Puts back the stops torn out around `seed`, and lets optional stops nearby try their luck. Gives up, with stops
   * still absent, as soon as the cost cannot come below `limit` any more.
   */
  restore(seed: number, { torn, limit }: Restoring): void {
    const { state, random } = this
    const { model } = state
    this.queued = 0
    for (let i = 0; i < torn.count; i++) this.queue[this.queued++] = torn.absent[i]!
    if (state.served + torn.count < model.servable.length) this.inviteNewcomers(seed, torn.count)
    if (model.allMandatory) this.orderMandatory(random.below(11))
    else this.orderByPrize(random.unit())
    this.placeQueue(limit)
  }

  /**
   * Bounds: putting a stop in does not shorten the walking, and no more can be gained than the stops still queued are
   * worth. So a place that lifts the cost too far is as good as none.
   */
  private placeQueue(limit: number): void {
    const { state, queue, queued, places } = this
    const { gain, walking } = state.model.objective
    let toCome = 0
    for (let i = 0; i < queued; i++) toCome += gain[queue[i]!]!
    for (let i = 0; i < queued; i++) {
      const stop = queue[i]!
      places.find(stop, Math.min(gain[stop]!, limit - state.cost + toCome) / walking)
      toCome -= gain[stop]!
      if (places.node >= 0) state.insert(stop, places)
      else if (state.cost - toCome >= limit) return
    }
  }

  /** Absent optional stops among the neighbours of the seed join the queue. */
  private inviteNewcomers(seed: number, torn: number): void {
    const { model, walk } = this.state
    const { list, width } = model.neighbours
    this.round++
    for (let i = 0; i < torn; i++) this.tornIn[this.queue[i]!] = this.round
    let invited = 0
    for (let k = -1; k < width && invited < NEWCOMERS; k++) {
      const stop = k < 0 ? seed : list[seed * width + k]!
      if (stop < 0) break
      if (walk[stop]! >= 0 || this.tornIn[stop] === this.round) continue
      if (k >= 0 && this.random.unit() >= NEWCOMER_CHANCE) continue
      this.queue[this.queued++] = stop
      invited++
    }
  }

  /** The four orders of the paper with its weights: random 4, most doors first 4, farthest first 2, nearest first 1. */
  private orderMandatory(draw: number): void {
    const { problem, remoteness } = this.state.model
    for (let i = 0; i < this.queued; i++) {
      const stop = this.queue[i]!
      if (draw < 4) this.key[stop] = this.random.word()
      else if (draw < 8) this.key[stop] = -problem.doors[stop]!
      else this.key[stop] = draw < 10 ? -remoteness[stop]! : remoteness[stop]!
    }
    this.sortQueue()
  }

  /** Optional stops: random, most prize first, or most prize per time at the stop first, the last two with noise. */
  private orderByPrize(draw: number): void {
    const { problem, objective } = this.state.model
    for (let i = 0; i < this.queued; i++) {
      const stop = this.queue[i]!
      const chance = this.random.unit()
      if (draw < 0.3) this.key[stop] = chance
      else if (draw < 0.5) this.key[stop] = -objective.gain[stop]! * (0.8 + 0.4 * chance)
      else {
        const time = problem.service[stop]! + APPROACH
        this.key[stop] = (-objective.gain[stop]! * (0.7 + 0.6 * chance)) / time
      }
    }
    this.sortQueue()
  }

  /** By key, stable; queues are short. */
  private sortQueue(): void {
    const { queue, key } = this
    for (let i = 1; i < this.queued; i++) {
      const stop = queue[i]!
      let at = i - 1
      while (at >= 0 && key[queue[at]!]! > key[stop]!) {
        queue[at + 1] = queue[at]!
        at--
      }
      queue[at + 1] = stop
    }
  }
}
