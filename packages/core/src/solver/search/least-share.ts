/** How far budgets can be shrunk: some stop takes so much of a walk although nothing else is on it. */
import type { Search } from './search.ts'

/** Share of a budget that the longest of these stops takes alone, with what its street door ties to it. */
export function leastShare(stops: number[], search: Search): number {
  return Math.max(0, ...togetherOf(stops, search).map((group) => shareAlone(group, search)))
}

/** Of these stops, those that street doors tie to walks of more than a share of every budget. */
export function tiedBeyond(stops: number[], share: number, search: Search): number[] {
  return togetherOf(stops, search)
    .filter((group) => group.length > 1 && shareAlone(group, search) > share)
    .flat()
}

/** Stops that must be on one walk. */
function togetherOf(stops: number[], { state }: Search): number[][] {
  const groups = new Map<number, number[]>()
  for (const stop of stops) {
    const door = state.doors.tie[stop]!
    const key = door < 0 ? -1 - stop : door
    groups.set(key, [...(groups.get(key) ?? []), stop])
  }
  return [...groups.values()]
}

/** At least; the walker for whom it is least. */
function shareAlone(group: number[], { model }: Search): number {
  const { remoteness, service, serviceRow, spares, problem } = model
  const way = Math.max(...group.map((stop) => remoteness[stop]!))
  const spared = group.slice(1).reduce((sum, stop) => sum + spares[stop]!, 0)
  const shares = problem.walkers.map(({ budget }, w) => {
    const time = group.reduce((sum, stop) => sum + service[serviceRow[w]! + stop]!, way - spared)
    return time / Math.max(1, budget)
  })
  return Math.min(...shares)
}
