/**
 * The last pass: prize comes before walking. The weight of walking is a tie-break, but a small one times a long detour may
 * still outweigh a very small prize, so every stop that fits into the best walks as they are is put in here.
 */
import type { Model } from './model.ts'
import type { Search } from './search.ts'

/** Whether all stops together, each with the way to its nearest neighbour, take no longer than the budgets. */
export function mayHaveTimeForAll({ servable, service, neighbours, budget }: Model): boolean {
  const { twice, width } = neighbours
  const needed = servable.reduce((sum, stop) => sum + service[stop]! + twice[stop * width]! / 2, 0)
  return needed <= budget.reduce((sum, left) => sum + Math.max(0, left), 0)
}

interface Gap {
  node: number
  reversed: boolean
  added: number
}

/**
 * Goes back to the best walks and puts in each absent stop that still fits, most prize first, where that adds the least
 * walking and costs less walk quality than it gains. Does nothing when the caller has weighed walking: then it is meant.
 *
 * Cost: absent stops × gaps of the walks that have time left for them; once or twice in a search.
 */
export function complete(search: Search): void {
  const { state, model } = search
  if (model.weights.walking !== undefined || search.best.served === model.servable.length) return
  search.goBack()
  const { gain } = model.objective
  const absent = Array.from(model.servable)
    .filter((stop) => state.walk[stop]! < 0)
    .sort((a, b) => gain[b]! - gain[a]! || a - b)
  // Each stop put in may bring another one within reach.
  while (absent.some((stop) => state.walk[stop]! < 0 && putIn(search, stop)));
  search.keep()
}

function putIn(search: Search, stop: number): boolean {
  const { state, model } = search
  const gap = shortestDetour(search, stop)
  if (gap === null) return false
  const before = state.cost
  state.insert(stop, gap)
  if (state.cost - model.objective.walking * gap.added < before) return true
  state.remove(stop)
  return false
}

/** Over every gap of every walk that may take the stop; null where none has the time. */
function shortestDetour({ state, model, recreate }: Search, stop: number): Gap | null {
  const { durations, problem, stops, service, serviceRow } = model
  const first = problem.first[stop]!
  const last = problem.last[stop]!
  let best: Gap | null = null
  for (let w = 0; w < model.walkers; w++) {
    let most = state.slack[w]! - service[serviceRow[w]! + stop]!
    if (most < 0 || state.room[w]! < problem.doors[stop]! || !recreate.isAllowed(stop, w)) continue
    if (best !== null) most = Math.min(most, best.added - 1)
    for (let node = stops + w; node < stops + model.walkers; node = state.next[node]!) {
      const from = state.leave[node]!
      const to = state.enter[state.next[node]!]!
      for (const reversed of first === last ? [false] : [false, true]) {
        const [into, outOf] = reversed ? [last, first] : [first, last]
        const added = durations.between(from, into) + durations.between(outOf, to) - state.link[node]!
        if (added > most) continue
        best = { node, reversed, added }
        most = added - 1
      }
    }
  }
  return best
}
