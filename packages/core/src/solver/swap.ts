/**
 * Swap: two stops change walks, each to where it costs least in the other one, which need not be the place that the other
 * stop left. Where walks are full, tearing out and putting back seldom makes room on both sides at once.
 *
 * Source: Vidal (2022), https://doi.org/10.1016/j.cor.2021.105643 (SWAP*). Differences: one random pair of walks at a time,
 * places beside near neighbours only, and worse swaps are taken as the annealing allows.
 */
import { keepIf } from './exchange.ts'
import { NOWHERE } from './places.ts'
import type { Random } from './random.ts'
import type { State } from './state.ts'

/** One of the nearest neighbours of a stop chooses the other walk; beside these and a few more a stop may be put. */
const NEAREST_WALKS = 12
const NEAREST_PLACES = 16

export class Swap {
  private readonly state: State
  private readonly random: Random
  /** The place found last: behind `node`, -1 = none; what it adds to the walking. */
  private node = -1
  private reversed = false
  private added = NOWHERE

  constructor(state: State, random: Random) {
    this.state = state
    this.random = random
  }

  /**
   * Swaps a random stop with the first stop of a walk nearby that keeps the cost below `limit` and both walks within
   * their limits. False: nothing has changed, and nothing else may have changed since the last `commit`.
   *
   * Cost: the length of the other walk, and a few neighbours for each of its stops that looks good.
   */
  attempt(limit: number): boolean {
    const { state, random } = this
    const { model, walk, next, link, room, slack } = state
    const { servable, neighbours, problem, service, serviceRow, stops } = model
    const { list, width } = neighbours
    const { doors } = problem
    // A street door ties its stops to one walk: they stay where they are.
    if (model.hasStreetDoors) return false
    const stop = servable[random.below(servable.length)]!
    const near = list[stop * width + random.below(Math.min(width, NEAREST_WALKS))]!
    if (near < 0) return false
    const w = walk[stop]!
    const v = walk[near]!
    if (w < 0 || v < 0 || v === w || !state.isAllowed(stop, v)) return false

    const most = (limit - state.cost) / model.objective.walking
    const saved = this.savedWithout(stop)
    this.findPlace(stop, { walk: v, without: -1 })
    const { node, reversed, added } = this
    const behind = next[node]!
    const leastDoors = doors[stop]! - room[v]!
    const mostDoors = doors[stop]! + room[w]!
    const [rowV, rowW] = [serviceRow[v]!, serviceRow[w]!]
    let before = link[stops + v]!
    for (let other = next[stops + v]!; other < stops; other = next[other]!) {
      // What a stop saves by leaving is at most twice the shorter of its links.
      const bound = 2 * Math.min(before, link[other]!)
      before = link[other]!
      if (doors[other]! < leastDoors || doors[other]! > mostDoors) continue
      const isBeside = other === node || other === behind
      if (!isBeside && added - saved - bound >= most) continue
      if (isBeside) this.findPlace(stop, { walk: v, without: other })
      const place = isBeside ? { node: this.node, reversed: this.reversed } : { node, reversed }
      const inV = (isBeside ? this.added : added) - this.savedWithout(other)
      if (inV - saved >= most || inV + service[rowV + stop]! - service[rowV + other]! > slack[v]!) continue
      if (!state.isAllowed(other, w)) continue
      this.findPlace(other, { walk: w, without: stop })
      const inW = this.added - saved
      if (inV + inW >= most || inW + service[rowW + other]! - service[rowW + stop]! > slack[w]!) continue
      state.remove(stop)
      state.remove(other)
      state.insert(stop, place)
      state.insert(other, { node: this.node, reversed: this.reversed })
      return keepIf(state, { limit, walks: [v, w] })
    }
    return false
  }

  /** Deciseconds of walking without a stop, fewer than with it. */
  private savedWithout(stop: number): number {
    const { prev, next, link, leave, enter, model } = this.state
    const before = prev[stop]!
    return link[before]! + link[stop]! - model.durations.between(leave[before]!, enter[next[stop]!]!)
  }

  /** The cheapest gap of a walk beside a near neighbour, or where `without` is (-1: nobody) if that stop were gone. */
  private findPlace(stop: number, { walk: w, without }: { walk: number; without: number }): void {
    const { model, walk, prev, next, wide } = this.state
    const { list, twice, width } = model.neighbours
    this.node = -1
    this.added = NOWHERE
    if (without >= 0) this.lookInto(stop, prev[without]!, next[without]!)
    const end = stop * width + Math.min(width, NEAREST_PLACES)
    for (let k = stop * width; k < end; k++) {
      const near = list[k]!
      if (near < 0) return
      if (walk[near] !== w || near === without || twice[k]! - wide[near]! >= this.added) continue
      if (next[near] !== without) this.lookInto(stop, near, next[near]!)
      if (prev[near] !== without) this.lookInto(stop, prev[near]!, near)
    }
  }

  private lookInto(stop: number, node: number, after: number): void {
    const { model, leave, enter, link, next } = this.state
    const { durations, problem } = model
    const from = leave[node]!
    const to = enter[after]!
    const open = next[node] === after ? link[node]! : durations.between(from, to)
    const first = problem.first[stop]!
    const last = problem.last[stop]!
    const added = durations.into(first, from) + durations.between(last, to) - open
    if (added < this.added) {
      this.added = added
      this.node = node
      this.reversed = false
    }
    if (first === last) return
    const turned = durations.into(last, from) + durations.between(first, to) - open
    if (turned < this.added) {
      this.added = turned
      this.node = node
      this.reversed = true
    }
  }
}
