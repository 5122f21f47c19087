/**
 * Places: where an absent stop costs least. Beside near neighbours first; where every stop must be served and no place
 * is near, in any gap of any walk with room, so that no walk is opened for a stop that another could have taken.
 */
import { MINUS_LOG, TABLE_MASK } from '../chance/logarithm.ts'
import type { Random } from '../chance/random.ts'
import type { Looks } from '../problem/looks.ts'
import { KINDS_TRIED } from '../problem/model.ts'
import type { State } from './state.ts'

/** One place in so many is overlooked (paper: β = 0.01). */
const PLACES_PER_BLINK = 100
/** Neighbours beside which a stop may be put. More: better places, slower. */
const NEAREST_PLACES = 40
/** Kinds of empty walks looked at when no place was found near, drawn from those that are left. */
const LAST_RESORT_KINDS = 16

/** More than any added walking. */
export const NOWHERE = 2_000_000_000

export class Places {
  /** The place found last: behind `node`, -1 = none. */
  node = -1
  reversed = false
  private readonly state: State
  private readonly random: Random
  private untilBlink = PLACES_PER_BLINK

  constructor(state: State, random: Random) {
    this.state = state
    this.random = random
  }

  /** Sets `node` and `reversed` to the cheapest place that leaves the walk feasible and adds less than `below`. */
  find(stop: number, below: number): void {
    const { model, walk, prev, next, link, wide, enter, leave, slack, room } = this.state
    const { durations, problem, neighbours, stops, service, serviceRow } = model
    const { list, twice, width } = neighbours
    const doors = problem.doors[stop]!
    const first = problem.first[stop]!
    const last = problem.last[stop]!
    const hasEnds = first !== last
    const isBound = model.forbidden !== null || this.state.doors.tie[stop]! >= 0
    const isSpared = model.spares[stop]! > 0
    const end = stop * width + Math.min(width, NEAREST_PLACES)
    const { quality } = this.state
    const looks = this.looks()
    let isLooked = false
    const perDecisecond = model.objective.walking
    let untilBlink = this.untilBlink
    let best = Math.min(below, NOWHERE)
    let bestNode = -1
    let bestReversed = false
    for (let k = stop * width; k < end; k++) {
      const beside = list[k]!
      if (beside < 0) break
      const widest = wide[beside]!
      // Three neighbours of four are on no walk where time is scarce.
      if (widest < 0) continue
      // A gap whose other end is nearer was seen from there; otherwise both ways are at least as long as this one.
      const bound = twice[k]!
      const nearest = bound - widest
      if (nearest >= best) continue
      const w = walk[beside]!
      if (room[w]! < doors) continue
      const most =
        slack[w]! - service[serviceRow[w]! + stop]! + (isSpared ? this.state.doors.spared(stop, w) : 0)
      if (nearest > most || (isBound && !this.state.isAllowed(stop, w))) continue
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
        let added = durations.into(first, from) + durations.between(last, to) - link[node]!
        let isTurned = false
        if (hasEnds) {
          const turned = durations.into(last, from) + durations.between(first, to) - link[node]!
          isTurned = turned < added
          if (isTurned) added = turned
        }
        if (added + rise >= best || added > most) continue
        let raised = added + rise
        // Only now: most gaps are out of the question by their length alone.
        if (looks !== null) {
          if (!isLooked) looks.lookAround(stop)
          isLooked = true
          raised += looks.rise(stop, w, node, after) / perDecisecond
          if (raised >= best) continue
        }
        best = raised
        bestNode = node
        bestReversed = isTurned
      }
    }
    this.untilBlink = untilBlink
    this.node = bestNode
    this.reversed = bestReversed
    if (!model.allMandatory) this.tryEmptyWalks(stop, best)
    else if (bestNode < 0) this.findAnywhere(stop, best)
    else if (model.kinds > 1) this.tryEmptyWalks(stop, best)
  }

  /**
   * The same over every gap of every walk, none overlooked; empty walks only where no other has a place, or where
   * walkers differ and another of them may be nearer.
   *
   * @param kinds  kinds of empty walks looked at, at most, after the nearest ones
   * Cost: the stops of all walks that have room.
   */
  findAnywhere(stop: number, below: number, kinds = LAST_RESORT_KINDS): void {
    const { model, walks, room } = this.state
    const doors = model.problem.doors[stop]!
    this.node = -1
    let best = Math.min(below, NOWHERE)
    for (let i = 0; i < walks.count; i++) {
      const walk = walks.list[i]!
      if (room[walk]! >= doors) best = this.tryWalk(stop, walk, best)
    }
    if (this.node < 0 || model.kinds > 1) this.tryEmptyWalks(stop, best, kinds)
  }

  /** Every gap of one walk, empty or not; returns the cost of the best place so far. */
  private tryWalk(stop: number, walk: number, bestSoFar: number): number {
    const { model, next, link, enter, leave, slack, room, quality } = this.state
    const { durations, problem, stops, service, serviceRow, objective } = model
    if (room[walk]! < problem.doors[stop]! || !this.state.isAllowed(stop, walk)) return bestSoFar
    const most = slack[walk]! - service[serviceRow[walk]! + stop]! + this.state.doors.spared(stop, walk)
    const rise = quality === null ? 0 : quality.rise(stop, walk) / objective.walking
    const looks = this.looks()
    looks?.lookAround(stop)
    const first = problem.first[stop]!
    const last = problem.last[stop]!
    const end = stops + model.walkers + walk
    let best = bestSoFar
    for (let node = stops + walk; node !== end; node = next[node]!) {
      const from = leave[node]!
      const to = enter[next[node]!]!
      for (let direction = 0; direction < (first === last ? 1 : 2); direction++) {
        const into = direction === 0 ? first : last
        const outOf = direction === 0 ? last : first
        const added = durations.into(into, from) + durations.between(outOf, to) - link[node]!
        if (added + rise >= best || added > most) continue
        const raised = looks === null ? 0 : looks.rise(stop, walk, node, next[node]!) / objective.walking
        if (added + rise + raised >= best) continue
        best = added + rise + raised
        this.node = node
        this.reversed = direction === 1
      }
    }
    return best
  }

  private tryEmptyWalks(stop: number, bestSoFar: number, kinds = LAST_RESORT_KINDS): void {
    const { model, doors, walks, size } = this.state
    const { emptyCount, openKind, openKinds } = walks
    const door = doors.tie[stop]!
    const onlyWalk = door < 0 ? -1 : doors.walkOf[door]!
    if (onlyWalk >= 0) {
      if (size[onlyWalk] === 0) this.tryWalk(stop, onlyWalk, bestSoFar)
      return
    }
    if (openKinds === 0) return
    let best = bestSoFar
    for (let k = stop * KINDS_TRIED; k < (stop + 1) * KINDS_TRIED && model.nearKinds[k]! >= 0; k++) {
      const kind = model.nearKinds[k]!
      if (emptyCount[kind]! > 0) best = this.tryWalk(stop, walks.emptyWalk(kind), best)
    }
    if (this.node >= 0 || model.kinds <= KINDS_TRIED) return
    const offset = this.random.below(openKinds)
    for (let i = 0; i < Math.min(kinds, openKinds); i++) {
      const walk = walks.emptyWalk(openKind[(offset + i) % openKinds]!)
      best = this.tryWalk(stop, walk, best)
    }
  }

  /** Null where they do not count. */
  private looks(): Looks | null {
    const { looks } = this.state
    return looks?.areWeighed === true ? looks : null
  }

  /** Places until the next one overlooked. Drawing the gaps saves a random number per place. */
  private nextBlink(): number {
    return 1 + Math.floor(PLACES_PER_BLINK * MINUS_LOG[this.random.word() & TABLE_MASK]!)
  }
}
