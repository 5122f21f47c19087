/** Putting absent stops in one by one: how the first walks are made. */
import type { Places } from './places.ts'
import type { State } from './state.ts'

/** Puts one absent stop where it costs least, if any place is worth it. */
export function insertCheapest(state: State, places: Places, stop: number): void {
  const { gain, walking } = state.model.objective
  places.find(stop, gain[stop]! / walking)
  if (places.node >= 0) state.insert(stop, places)
}

/** Puts an absent stop at the end of a walk, in the better direction; false where it is not allowed or does not fit. */
export function insertLast(state: State, stop: number, walk: number): boolean {
  const { model, prev, room, slack, link, leave } = state
  const { problem, durations, stops, walkers, service, serviceRow } = model
  if (room[walk]! < problem.doors[stop]! || !state.isAllowed(stop, walk)) return false
  const node = prev[stops + walkers + walk]!
  const added = (into: number, outOf: number): number =>
    durations.between(leave[node]!, into) + durations.between(outOf, model.end[walk]!) - link[node]!
  const forward = added(problem.first[stop]!, problem.last[stop]!)
  const backward = added(problem.last[stop]!, problem.first[stop]!)
  const time = service[serviceRow[walk]! + stop]! - state.doors.spared(stop, walk)
  if (Math.min(forward, backward) + time > slack[walk]!) return false
  state.insert(stop, { node, reversed: backward < forward })
  return true
}
