/**
 * Gaps: where in one walk a stop would cost least, also if another stop of that walk were gone. What swapping and
 * replacing are weighed with before anything is changed.
 */
import type { Random } from '../chance/random.ts'
import { NOWHERE } from './places.ts'
import type { State } from './state.ts'

/** One of so many neighbours of a stop chooses a walk nearby; beside these and a few more a stop may be put. */
const NEAREST_WALKS = 12
const NEAREST_PLACES = 16

export class Gaps {
  /** The gap found last: behind `node`, -1 = none; what it adds to the walking. */
  node = -1
  reversed = false
  added = NOWHERE
  private readonly state: State
  private readonly random: Random

  constructor(state: State, random: Random) {
    this.state = state
    this.random = random
  }

  /** The walk of a random near neighbour; -1 where that one is on none. */
  walkNear(stop: number): number {
    const { list, width } = this.state.model.neighbours
    const near = list[stop * width + this.random.below(Math.min(width, NEAREST_WALKS))]!
    return near < 0 ? -1 : this.state.walk[near]!
  }

  /**
   * Units of looks that the absent stop would add in the gap found last, `without` (-1: nobody) gone but counted among
   * its neighbours along the street. 0 where looks do not count, or no gap was found.
   */
  rise(stop: number, without: number): number {
    const { looks, walk, next } = this.state
    if (looks?.areWeighed !== true || this.node < 0) return 0
    looks.lookAround(stop)
    const after = next[this.node]!
    return looks.rise(stop, walk[this.node]!, this.node, after === without ? next[without]! : after)
  }

  /** Units of looks that a stop adds where it is. */
  fall(stop: number): number {
    const { looks, walk, prev, next } = this.state
    if (looks?.areWeighed !== true) return 0
    return looks.fall(stop, { walk: walk[stop]!, before: prev[stop]!, after: next[stop]! })
  }

  /** The most that `fall` may say of any stop. */
  mostSaved(): number {
    const { looks } = this.state
    return looks?.areWeighed === true ? looks.most : 0
  }

  /** Deciseconds of walking without a stop, fewer than with it. */
  savedWithout(stop: number): number {
    const { prev, next, link, leave, enter, model } = this.state
    const before = prev[stop]!
    return link[before]! + link[stop]! - model.durations.between(leave[before]!, enter[next[stop]!]!)
  }

  /** The cheapest gap of a walk beside a near neighbour, or where `without` is (-1: nobody) if that stop were gone. */
  find(stop: number, { walk: w, without }: { walk: number; without: number }): void {
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
