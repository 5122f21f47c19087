/**
 * Swap: two stops change walks, each to where it costs least in the other one, which need not be the place that the
 * other stop left. Where walks are full, tearing out and putting back seldom makes room on both sides at once.
 *
 * Source: Vidal (2022), https://doi.org/10.1016/j.cor.2021.105643 (SWAP*). Differences: one random pair of walks at a time,
 * places beside near neighbours only, and worse swaps are taken as the annealing allows.
 */
import { GapMove } from './gap-move.ts'
import { keepIf } from './move.ts'

export class Swap extends GapMove {
  /**
   * Swaps a random stop with the first stop of a walk nearby that keeps the cost below `limit` and both walks within
   * their limits.
   *
   * Cost: the length of the other walk, and a few neighbours for each of its stops that looks good.
   */
  attempt(limit: number): boolean {
    const { state, random, gaps } = this
    const { model, walk, next, link, room, slack } = state
    const { servable, problem, service, serviceRow, stops } = model
    const { doors } = problem
    // A street door ties its stops to one walk: they stay where they are.
    if (model.hasStreetDoors) return false
    const stop = servable[random.below(servable.length)]!
    const w = walk[stop]!
    const v = gaps.walkNear(stop)
    if (w < 0 || v < 0 || v === w || !state.isAllowed(stop, v)) return false

    const most = (limit - state.cost) / model.objective.walking
    const saved = gaps.savedWithout(stop)
    gaps.find(stop, { walk: v, without: -1 })
    const { node, reversed, added } = gaps
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
      if (isBeside) gaps.find(stop, { walk: v, without: other })
      const place = isBeside ? { node: gaps.node, reversed: gaps.reversed } : { node, reversed }
      const inV = (isBeside ? gaps.added : added) - gaps.savedWithout(other)
      if (inV - saved >= most || inV + service[rowV + stop]! - service[rowV + other]! > slack[v]!) continue
      if (!state.isAllowed(other, w)) continue
      gaps.find(other, { walk: w, without: stop })
      const inW = gaps.added - saved
      if (inV + inW >= most || inW + service[rowW + other]! - service[rowW + stop]! > slack[w]!) continue
      state.remove(stop)
      state.remove(other)
      state.insert(stop, place)
      state.insert(other, { node: gaps.node, reversed: gaps.reversed })
      return keepIf(state, { limit, walks: [v, w] })
    }
    return false
  }
}
