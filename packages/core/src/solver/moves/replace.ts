/**
 * Replace: an absent optional stop takes the room of one that is on a walk nearby, or room that is left. Where walks
 * are full, the strings that ruin tears out seldom leave just the gap that one stop more would need.
 *
 * Source: the move of the same name in Vansteenwegen, Souffriau, Vanden Berghe, Van Oudheusden (2009),
 * https://doi.org/10.1016/j.ejor.2008.02.037. Differences: one random pair of stop and walk at a time, gaps beside near
 * neighbours only, and worse replacements are taken as the annealing allows.
 */
import { GapMove } from './gap-move.ts'
import { keepIf } from './move.ts'

export class Replace extends GapMove {
  /**
   * Puts a random absent stop into a walk nearby, for nothing where it fits, else for the stop whose leaving costs
   * least.
   *
   * Cost: the length of the walk, and a few neighbours.
   */
  attempt(limit: number): boolean {
    const { state, random, gaps } = this
    const { model, walk, next, link, room, slack } = state
    const { servable, problem, objective, service, serviceRow, stops } = model
    const { gain, walking } = objective
    const { doors } = problem
    const stop = servable[random.below(servable.length)]!
    if (walk[stop]! >= 0) return false
    const w = gaps.walkNear(stop)
    if (w < 0 || !state.isAllowed(stop, w)) return false

    gaps.find(stop, { walk: w, without: -1 })
    const { node, reversed, added } = gaps
    const row = serviceRow[w]!
    const most = slack[w]! - service[row + stop]! + state.doors.spared(stop, w)
    const leastDoors = doors[stop]! - room[w]!
    if (added <= most && leastDoors <= 0) {
      state.insert(stop, { node, reversed })
      return keepIf(state, { limit, walks: [w] })
    }
    const behind = next[node]!
    const raised = gaps.rise(stop, -1)
    const mostSaved = gaps.mostSaved()
    let least = limit - state.cost + gain[stop]!
    let leaving = -1
    let place = { node, reversed }
    let before = link[stops + w]!
    for (let other = next[stops + w]!; other < stops; other = next[other]!) {
      // What a stop saves by leaving is at most twice the shorter of its links.
      const bound = 2 * Math.min(before, link[other]!)
      before = link[other]!
      if (doors[other]! < leastDoors) continue
      const isBeside = other === node || other === behind
      if (!isBeside && gain[other]! + walking * (added - bound) + raised - mostSaved >= least) continue
      if (isBeside) gaps.find(stop, { walk: w, without: other })
      const grown = (isBeside ? gaps.added : added) - gaps.savedWithout(other)
      let lost = gain[other]! + walking * grown
      if (lost - mostSaved >= least) continue
      if (mostSaved > 0) {
        lost += (isBeside ? gaps.rise(stop, other) : raised) - gaps.fall(other)
        if (lost >= least) continue
      }
      const freed = service[row + other]! - state.doors.spared(other, w)
      if (grown + service[row + stop]! - state.doors.spared(stop, w, other) - freed > slack[w]!) continue
      least = lost
      leaving = other
      place = isBeside ? { node: gaps.node, reversed: gaps.reversed } : { node, reversed }
    }
    if (leaving < 0) return false
    state.remove(leaving)
    state.insert(stop, place)
    return keepIf(state, { limit, walks: [w] })
  }
}
