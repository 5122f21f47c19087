/**
 * The last pass: prize comes before walking. The weight of walking is a tie-break, but a small one times a long detour
 * may still outweigh a very small prize, so every stop that fits into the best walks as they are is put in here.
 */
import type { Model } from '../problem/model.ts'
import type { Search } from './search.ts'

/** Whether all stops together, each with the way to its nearest neighbour, take no longer than the budgets. */
export function mayHaveTimeForAll(model: Model): boolean {
  const { servable, service, neighbours, budget } = model
  const { twice, width } = neighbours
  const needed =
    servable.reduce((sum, stop) => sum + service[stop]! + twice[stop * width]! / 2, 0) - sparedInAll(model)
  return needed <= budget.reduce((sum, left) => sum + Math.max(0, left), 0)
}

/** Deciseconds that walks are spared at most: the street door of each stop but the first behind it. */
function sparedInAll({ servable, spares, entryDoor }: Model): number {
  const passed = new Set<number>()
  return servable.reduce((sum, stop) => {
    const isPassed = passed.has(entryDoor[stop]!)
    passed.add(entryDoor[stop]!)
    return isPassed ? sum + spares[stop]! : sum
  }, 0)
}

/**
 * Goes back to the best walks and puts in each absent stop that still fits, most prize first, where that adds the least
 * walking and costs less walk quality than it gains; nobody is left out for looks. Does nothing when the caller has
 * weighed walking: then it is meant.
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

function putIn({ state, model, places }: Search, stop: number): boolean {
  places.findAnywhere(stop, Infinity, model.kinds)
  if (places.node < 0) return false
  const cost = (): number => state.cost - model.objective.walking * state.walking - (state.looks?.cost ?? 0)
  const before = cost()
  state.insert(stop, places)
  if (cost() < before) return true
  state.remove(stop)
  return false
}
