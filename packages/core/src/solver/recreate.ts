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
const NEWCOMERS = 12
const NEWCOMER_CHANCE = 0.7
/** Deciseconds that a stop takes besides its service, when prize is weighed against time. */
const APPROACH = 600
/** Kinds of empty walks looked at when no place was found near. */
const LAST_RESORT_KINDS = 16

/** More than any added walking. */
const NOWHERE = 2_000_000_000

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

  /**
   * Puts back the stops torn out around `seed`, and lets optional stops nearby try their luck. Gives up, with stops
   * still absent, as soon as the cost cannot come below `limit` any more.
   */
  restore(
    seed: number,
    { torn, limit }: { torn: { absent: Int32Array; count: number }; limit: number },
  ): void {
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
    const { state, queue, queued } = this
    const { gain, walking } = state.model.objective
    let toCome = 0
    for (let i = 0; i < queued; i++) toCome += gain[queue[i]!]!
    for (let i = 0; i < queued; i++) {
      const stop = queue[i]!
      this.findPlace(stop, Math.min(gain[stop]!, limit - state.cost + toCome) / walking)
      toCome -= gain[stop]!
      if (this.node >= 0) state.insert(stop, { node: this.node, reversed: this.reversed })
      else if (state.cost - toCome >= limit) return
    }
  }

  /** Puts one absent stop where it costs least; false when there is no place that is worth it. */
  place(stop: number): boolean {
    const { gain, walking } = this.state.model.objective
    this.findPlace(stop, gain[stop]! / walking)
    if (this.node < 0) return false
    this.state.insert(stop, { node: this.node, reversed: this.reversed })
    return true
  }

  /** Puts an absent stop at the end of a walk, in the better direction; false where it is not allowed or does not fit. */
  append(stop: number, walk: number): boolean {
    const { model, prev, room, slack, link, leave } = this.state
    const { problem, durations, stops, walkers, service, serviceRow } = model
    if (room[walk]! < problem.doors[stop]! || !this.isAllowed(stop, walk)) return false
    const node = prev[stops + walkers + walk]!
    const added = (into: number, outOf: number): number =>
      durations.between(leave[node]!, into) + durations.between(outOf, model.end[walk]!) - link[node]!
    const forward = added(problem.first[stop]!, problem.last[stop]!)
    const backward = added(problem.last[stop]!, problem.first[stop]!)
    if (Math.min(forward, backward) + service[serviceRow[walk]! + stop]! > slack[walk]!) return false
    this.state.insert(stop, { node, reversed: backward < forward })
    return true
  }

  /** Sets `node` and `reversed` to the cheapest place that leaves the walk feasible and adds less than `below`. */
  private findPlace(stop: number, below: number): void {
    const { model, walk, prev, next, link, wide, enter, leave, slack, room } = this.state
    const { durations, problem, neighbours, stops, service, serviceRow } = model
    const { list, twice, width } = neighbours
    const doors = problem.doors[stop]!
    const first = problem.first[stop]!
    const last = problem.last[stop]!
    const hasEnds = first !== last
    const isBound = model.forbidden !== null || model.streetDoor[stop]! >= 0
    const end = stop * width + Math.min(width, NEAREST_PLACES)
    const { quality } = this.state
    const perDecisecond = model.objective.walking
    let untilBlink = this.untilBlink
    let best = Math.min(below, NOWHERE)
    let bestNode = -1
    let bestReversed = false
    for (let k = stop * width; k < end; k++) {
      const beside = list[k]!
      if (beside < 0) break
      // A gap whose other end is nearer was seen from there; otherwise both ways are at least as long as this one.
      const bound = twice[k]!
      if (bound - wide[beside]! >= best) continue
      const w = walk[beside]!
      if (w < 0 || room[w]! < doors || (isBound && !this.isAllowed(stop, w))) continue
      const most = slack[w]! - service[serviceRow[w]! + stop]!
      const rise = quality === null ? 0 : quality.rise(stop, w) / perDecisecond
      for (let side = 0; side < 2; side++) {
        const node = side === 0 ? beside : prev[beside]!
        const after = side === 0 ? next[node]! : beside
        const least = bound - link[node]!
        if ((least + rise >= best || least > most) && node < stops && after < stops) continue
        if (--untilBlink <= 0) {
          untilBlink = this.nextBlink()
          continue
        }
        const from = leave[node]!
        const to = enter[after]!
        const added = durations.into(first, from) + durations.between(last, to) - link[node]!
        if (added + rise < best && added <= most) {
          best = added + rise
          bestNode = node
          bestReversed = false
        }
        if (!hasEnds) continue
        const turned = durations.into(last, from) + durations.between(first, to) - link[node]!
        if (turned + rise < best && turned <= most) {
          best = turned + rise
          bestNode = node
          bestReversed = true
        }
      }
    }
    this.untilBlink = untilBlink
    this.node = bestNode
    this.reversed = bestReversed
    if (this.state.openKinds > 0) this.tryEmptyWalks(stop, best)
  }

  /** Whether the rules let a walk take a stop: stairs, and street doors that another walk has opened. */
  isAllowed(stop: number, walk: number): boolean {
    const { model, doorWalk } = this.state
    const { forbidden, kindOf, streetDoor, stops } = model
    if (forbidden !== null && forbidden[kindOf[walk]! * stops + stop] === 1) return false
    const door = streetDoor[stop]!
    return door < 0 || doorWalk[door]! < 0 || doorWalk[door] === walk
  }

  private tryEmptyWalks(stop: number, bestSoFar: number): void {
    const { model, doorWalk, emptyCount, openKind, openKinds, size } = this.state
    const door = model.streetDoor[stop]!
    const onlyWalk = door < 0 ? -1 : doorWalk[door]!
    if (onlyWalk >= 0) {
      if (size[onlyWalk] === 0) this.tryEmptyWalk(stop, onlyWalk, bestSoFar)
      return
    }
    let best = bestSoFar
    for (let k = stop * KINDS_TRIED; k < (stop + 1) * KINDS_TRIED && model.nearKinds[k]! >= 0; k++) {
      const kind = model.nearKinds[k]!
      if (emptyCount[kind]! > 0) best = this.tryEmptyWalk(stop, this.state.emptyWalk(kind), best)
    }
    if (this.node >= 0 || model.kinds <= KINDS_TRIED) return
    const offset = this.random.below(openKinds)
    for (let i = 0; i < Math.min(LAST_RESORT_KINDS, openKinds); i++) {
      const walk = this.state.emptyWalk(openKind[(offset + i) % openKinds]!)
      best = this.tryEmptyWalk(stop, walk, best)
    }
  }

  private tryEmptyWalk(stop: number, walk: number, bestSoFar: number): number {
    const { model, link, slack, room } = this.state
    const { durations, problem, stops, service, serviceRow } = model
    if (room[walk]! < problem.doors[stop]! || !this.isAllowed(stop, walk)) return bestSoFar
    const node = stops + walk
    const most = slack[walk]! - service[serviceRow[walk]! + stop]!
    const rise =
      this.state.quality === null ? 0 : this.state.quality.rise(stop, walk) / model.objective.walking
    const first = problem.first[stop]!
    const last = problem.last[stop]!
    let best = bestSoFar
    for (let direction = 0; direction < (first === last ? 1 : 2); direction++) {
      const into = direction === 0 ? first : last
      const outOf = direction === 0 ? last : first
      const added =
        durations.between(model.start[walk]!, into) + durations.between(outOf, model.end[walk]!) - link[node]!
      if (added + rise < best && added <= most) {
        best = added + rise
        this.node = node
        this.reversed = direction === 1
      }
    }
    return best
  }

  /** Places until the next one overlooked. Drawing the gaps saves a random number per place. */
  private nextBlink(): number {
    return 1 + Math.floor(PLACES_PER_BLINK * MINUS_LOG[this.random.word() & TABLE_MASK]!)
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
