/**
 * Recreate: puts absent stops back one by one, each where it costs least, now and then overlooking a place.
 *
 * Source: Christiaens, Vanden Berghe (2020), https://doi.org/10.1287/trsc.2019.0914, section 4.2 (greedy insertion with
 * blinks). Differences: only places beside a near neighbour are looked at, and empty walks; optional stops may stay
 * absent, and stops that were absent before compete for the room with those just torn out.
 */
import { MINUS_LOG, TABLE_MASK } from './logarithm.ts'
import { KINDS_TRIED } from './model.ts'
import type { Random } from './random.ts'
import type { State } from './state.ts'

/** One place in so many is overlooked (paper: β = 0.01). */
const PLACES_PER_BLINK = 100
/** Neighbours beside which a stop may be put. More: better places, slower. */
const NEAREST_PLACES = 40
/** Optional stops that were absent before and may come in, at most, and the chance of each. */
const NEWCOMERS = 25
const NEWCOMER_CHANCE = 0.7
/** Deciseconds that a stop takes besides its service, when prize is weighed against time. */
const APPROACH = 600
/** Kinds of empty walks looked at when no place was found near. */
const LAST_RESORT_KINDS = 16

export class Recreate {
  private readonly state: State
  private readonly random: Random
  private readonly key: Float64Array
  private readonly queue: Int32Array
  private queued = 0
  private untilBlink = PLACES_PER_BLINK
  /** The best place of the last `findPlace`: behind `node`, -1 = none. */
  private node = -1
  private reversed = false

  constructor(state: State, random: Random) {
    this.state = state
    this.random = random
    this.key = new Float64Array(state.model.stops)
    this.queue = new Int32Array(state.model.stops)
  }

  /** Puts back the stops torn out around `seed`, and lets optional stops nearby try their luck. */
  restore(seed: number, torn: { absent: Int32Array; count: number }): void {
    const { state, random } = this
    this.queued = 0
    for (let i = 0; i < torn.count; i++) this.queue[this.queued++] = torn.absent[i]!
    if (state.served + torn.count < state.model.servable.length) this.inviteNewcomers(seed, torn.count)
    if (state.model.allMandatory) this.orderMandatory(random.below(11))
    else this.orderByPrize(random.unit())
    for (let i = 0; i < this.queued; i++) this.place(this.queue[i]!)
  }

  /** Puts one absent stop where it costs least; false when there is no place, or none that is worth it. */
  place(stop: number): boolean {
    const { objective } = this.state.model
    const added = this.findPlace(stop)
    if (this.node < 0 || objective.walking * added >= objective.gain[stop]!) return false
    this.state.insert(stop, { node: this.node, reversed: this.reversed })
    return true
  }

  /** Puts an absent stop at the end of a walk, in the better direction; false where it is not allowed or does not fit. */
  append(stop: number, walk: number): boolean {
    const { model, prev, room, slack, link, leave, doorWalk } = this.state
    const { problem, durations, forbidden, kindOf, stops, walkers } = model
    const door = model.streetDoor[stop]!
    if (door >= 0 && doorWalk[door]! >= 0 && doorWalk[door] !== walk) return false
    if (room[walk]! < problem.doors[stop]!) return false
    if (forbidden !== null && forbidden[kindOf[walk]! * stops + stop] === 1) return false
    const node = prev[stops + walkers + walk]!
    const added = (into: number, outOf: number): number =>
      durations.between(leave[node]!, into) + durations.between(outOf, model.end[walk]!) - link[node]!
    const forward = added(problem.first[stop]!, problem.last[stop]!)
    const backward = added(problem.last[stop]!, problem.first[stop]!)
    if (Math.min(forward, backward) + problem.service[stop]! > slack[walk]!) return false
    this.state.insert(stop, { node, reversed: backward < forward })
    return true
  }

  /** Sets `node` and `reversed` to the cheapest place that leaves the walk feasible; returns its added walking. */
  private findPlace(stop: number): number {
    const { model, walk, prev, next, link, enter, leave, slack, room, doorWalk } = this.state
    const { durations, problem, neighbours, forbidden, kindOf, stops } = model
    const { list, width } = neighbours
    const service = problem.service[stop]!
    const doors = problem.doors[stop]!
    const door = model.streetDoor[stop]!
    const onlyWalk = door < 0 ? -1 : doorWalk[door]!
    const first = problem.first[stop]!
    const last = problem.last[stop]!
    const directions = first === last ? 1 : 2
    const begin = stop * width
    const end = begin + Math.min(width, NEAREST_PLACES)
    let best = 2_000_000_000
    this.node = -1
    this.reversed = false
    for (let k = begin; k < end; k++) {
      const beside = list[k]!
      if (beside < 0) break
      const w = walk[beside]!
      if (w < 0 || room[w]! < doors || (onlyWalk >= 0 && w !== onlyWalk)) continue
      if (forbidden !== null && forbidden[kindOf[w]! * stops + stop] === 1) continue
      const most = slack[w]! - service
      for (let direction = 0; direction < directions; direction++) {
        const into = direction === 0 ? first : last
        const outOf = direction === 0 ? last : first
        if (this.sees()) {
          const added =
            durations.into(into, leave[beside]!) +
            durations.between(outOf, enter[next[beside]!]!) -
            link[beside]!
          if (added < best && added <= most) {
            best = added
            this.node = beside
            this.reversed = direction === 1
          }
        }
        if (this.sees()) {
          const node = prev[beside]!
          const added =
            durations.into(into, leave[node]!) + durations.between(outOf, enter[beside]!) - link[node]!
          if (added < best && added <= most) {
            best = added
            this.node = node
            this.reversed = direction === 1
          }
        }
      }
    }
    return this.state.openKinds === 0 ? best : this.tryEmptyWalks(stop, best)
  }

  private tryEmptyWalks(stop: number, bestSoFar: number): number {
    const { model, doorWalk, emptyCount, openKind, openKinds, size } = this.state
    const door = model.streetDoor[stop]!
    const onlyWalk = door < 0 ? -1 : doorWalk[door]!
    if (onlyWalk >= 0) return size[onlyWalk] === 0 ? this.tryEmptyWalk(stop, onlyWalk, bestSoFar) : bestSoFar
    let best = bestSoFar
    for (let k = stop * KINDS_TRIED; k < (stop + 1) * KINDS_TRIED && model.nearKinds[k]! >= 0; k++) {
      const kind = model.nearKinds[k]!
      if (emptyCount[kind]! > 0) best = this.tryEmptyWalk(stop, this.state.emptyWalk(kind), best)
    }
    if (this.node >= 0 || model.kinds <= KINDS_TRIED) return best
    const offset = this.random.below(openKinds)
    for (let i = 0; i < Math.min(LAST_RESORT_KINDS, openKinds); i++) {
      const walk = this.state.emptyWalk(openKind[(offset + i) % openKinds]!)
      best = this.tryEmptyWalk(stop, walk, best)
    }
    return best
  }

  private tryEmptyWalk(stop: number, walk: number, bestSoFar: number): number {
    const { model, link, slack, room } = this.state
    const { durations, problem, forbidden, kindOf, stops } = model
    if (room[walk]! < problem.doors[stop]!) return bestSoFar
    if (forbidden !== null && forbidden[kindOf[walk]! * stops + stop] === 1) return bestSoFar
    const node = stops + walk
    const first = problem.first[stop]!
    const last = problem.last[stop]!
    let best = bestSoFar
    for (let direction = 0; direction < (first === last ? 1 : 2); direction++) {
      const into = direction === 0 ? first : last
      const outOf = direction === 0 ? last : first
      const added =
        durations.between(model.start[walk]!, into) + durations.between(outOf, model.end[walk]!) - link[node]!
      if (added < best && added <= slack[walk]! - problem.service[stop]! && this.sees()) {
        best = added
        this.node = node
        this.reversed = direction === 1
      }
    }
    return best
  }

  /** False once in a while: a blink. The gaps are exponential, so no random number is drawn per place. */
  private sees(): boolean {
    if (--this.untilBlink > 0) return true
    this.untilBlink = 1 + Math.floor(PLACES_PER_BLINK * MINUS_LOG[this.random.word() & TABLE_MASK]!)
    return false
  }

  /** Absent optional stops among the neighbours of the seed join the queue. */
  private inviteNewcomers(seed: number, torn: number): void {
    const { model, walk } = this.state
    const { list, width } = model.neighbours
    for (let i = 0; i < torn; i++) this.key[this.queue[i]!] = -1
    let invited = 0
    for (let k = -1; k < width && invited < NEWCOMERS; k++) {
      const stop = k < 0 ? seed : list[seed * width + k]!
      if (stop < 0) break
      if (walk[stop]! >= 0 || this.key[stop] === -1) continue
      if (k >= 0 && this.random.unit() >= NEWCOMER_CHANCE) continue
      this.queue[this.queued++] = stop
      invited++
    }
    for (let i = 0; i < torn; i++) this.key[this.queue[i]!] = 0
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
