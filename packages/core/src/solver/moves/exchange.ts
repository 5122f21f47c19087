/**
 * Exchange: two walks swap what comes behind a point of each (2-opt*), or a walk turns a part of itself (2-opt). The
 * strings that ruin tears out are short; these moves change long walks as a whole.
 *
 * Sources: Potvin, Rousseau (1995), https://doi.org/10.1057/jors.1995.204; Croes (1958),
 * https://doi.org/10.1287/opre.6.6.791. Only links to near neighbours that are shorter than the one they replace are
 * tried, as in Toth, Vigo (2003), https://doi.org/10.1287/ijoc.15.4.333.24890.
 */
import type { Random } from '../chance/random.ts'
import type { State } from '../state/state.ts'
import { keepIf, type Move } from './move.ts'

/** Neighbours that a stop may be linked to. */
const NEAREST_LINKS = 12

/** What follows a node to the end of its walk: deciseconds with the link to it and the way to the end. */
interface Tail {
  stops: number[]
  time: number
  doors: number
}

export class Exchange implements Move {
  private readonly state: State
  private readonly random: Random

  constructor(state: State, random: Random) {
    this.state = state
    this.random = random
  }

  /** Links a random stop to a near one. Cost: a few neighbours; the length of the walks where a link looks good. */
  attempt(limit: number): boolean {
    const { state, random } = this
    const { model, next, prev, walk, link, enter, leave } = state
    const { durations, stops } = model
    const { list, twice, width } = model.neighbours
    const stop = model.servable[random.below(model.servable.length)]!
    const w = walk[stop]!
    if (w < 0) return false
    const after = next[stop]!
    const most = (limit - state.cost) / model.objective.walking + link[stop]!
    const end = stop * width + Math.min(width, NEAREST_LINKS)
    for (let k = stop * width; k < end; k++) {
      const near = list[k]!
      if (near < 0 || twice[k]! >= 2 * link[stop]!) break
      const v = walk[near]!
      if (v < 0 || near === after) continue
      if (v === w) {
        const last = next[near]!
        if (last === stop) continue
        const added =
          durations.between(leave[stop]!, leave[near]!) + durations.between(enter[after]!, enter[last]!)
        if (added - link[near]! < most && this.turnBetween(stop, near, limit)) return true
      } else {
        const before = prev[near]!
        const into = after < stops ? enter[after]! : model.end[v]!
        const added = durations.between(leave[stop]!, enter[near]!) + durations.between(leave[before]!, into)
        if (added - link[before]! < most && this.swapTails(stop, before, limit)) return true
      }
    }
    return false
  }

  /** The tail of `a` behind `b` and the other way round; `b` may be where a walk begins. */
  private swapTails(a: number, b: number, limit: number): boolean {
    const { state } = this
    const { walk, room, model } = state
    const { forbidden, kindOf, hasStreetDoors } = model
    const v = walk[a]!
    const w = walk[b]!
    // Tails that some walkers may not take, or that a street door ties to their walk, stay where they are.
    if (hasStreetDoors || (forbidden !== null && kindOf[v] !== kindOf[w])) return false
    const tailA = this.tailOf(a)
    const tailB = this.tailOf(b)
    if (room[v]! < tailB.doors - tailA.doors || room[w]! < tailA.doors - tailB.doors) return false
    if (this.slackWith(a, tailA, tailB) < 0 || this.slackWith(b, tailB, tailA) < 0) return false
    this.cut(tailA.stops)
    this.cut(tailB.stops)
    this.append(a, tailB.stops)
    this.append(b, tailA.stops)
    return keepIf(state, { limit, walks: [v, w] })
  }

  private tailOf(node: number): Tail {
    const { next, link, walk, model } = this.state
    const { problem, service, serviceRow } = model
    const row = serviceRow[walk[node]!]!
    const tail: Tail = { stops: [], time: link[node]!, doors: 0 }
    for (let at = next[node]!; at < model.stops; at = next[at]!) {
      tail.stops.push(at)
      tail.time += service[row + at]! + link[at]!
      tail.doors += problem.doors[at]!
    }
    return tail
  }

  /** Deciseconds left with another tail behind a node; an estimate where walkers differ in their end or service. */
  private slackWith(node: number, { time }: Tail, other: Tail): number {
    const { slack, walk, leave, enter, prev, link, model } = this.state
    const first = other.stops[0]
    const into = first === undefined ? model.end[walk[node]!]! : enter[first]!
    const behind = first === undefined ? 0 : other.time - link[prev[first]!]!
    return slack[walk[node]!]! + time - model.durations.between(leave[node]!, into) - behind
  }

  /** Turns the stops between two of one walk, so that these two become neighbours. */
  private turnBetween(a: number, b: number, limit: number): boolean {
    const { state } = this
    const { next, model, walk } = state
    let at = next[a]!
    while (at < model.stops && at !== b) at = next[at]!
    const [before, last] = at === b ? [a, b] : [b, a]
    const part: number[] = []
    for (at = before; at !== last;) part.push((at = next[at]!))
    this.cut(part)
    let node = before
    for (let i = part.length - 1; i >= 0; i--) {
      state.insert(part[i]!, { node, reversed: !state.isReversed(part[i]!) })
      node = part[i]!
    }
    return keepIf(state, { limit, walks: [walk[a]!] })
  }

  private cut(part: number[]): void {
    for (let i = part.length - 1; i >= 0; i--) this.state.remove(part[i]!)
  }

  private append(node: number, part: number[]): void {
    const { state } = this
    let at = node
    for (const stop of part) {
      state.insert(stop, { node: at, reversed: state.isReversed(stop) })
      at = stop
    }
  }
}
