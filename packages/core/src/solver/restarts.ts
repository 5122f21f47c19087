/**
 * Restarts: which walk goes to which part of the area is decided while it is hot, and one annealing decides it once.
 * Where there are iterations to spare, several short ones decide it several times; the best is then annealed longer.
 */
import type { Phase, Search } from './search.ts'

/** Iterations per stop from which on one long annealing gains less: measured in docs/algorithm.md. */
const SPARE_OPTIONAL = 200
const SPARE_MANDATORY = 2_500
const RESTARTS = 4
/** Share of the phase for all restarts together. */
const SHARE = 0.5
/** How hot the last annealing begins, which must keep most of what was found. */
const REHEAT = 0.3
/** Share of a search by the clock in which its speed is measured. */
const PROBE = 0.01

/** Anneals as `Search.anneal` does; with iterations to spare several times from hot to cold, and then from the best. */
export function annealWithRestarts(search: Search, phase: Phase): void {
  const { model } = search
  const begin = search.progress()
  const stops = Math.max(1, model.servable.length)
  const spare = model.allMandatory ? SPARE_MANDATORY : SPARE_OPTIONAL
  if (iterationsOf(search, phase) * (phase.until - begin) < spare * stops) return search.anneal(phase)
  const share = (SHARE * (phase.until - begin)) / RESTARTS
  for (let i = 1; i <= RESTARTS; i++) search.anneal({ ...phase, until: begin + i * share })
  search.goBack()
  search.anneal({ ...phase, hot: REHEAT * phase.hot })
}

/** All iterations of the search; by the clock, as many as its first ones let expect. */
function iterationsOf(search: Search, phase: Phase): number {
  const { stop } = search
  if (Number.isFinite(stop.iterations)) return stop.iterations
  search.anneal({ ...phase, until: search.progress() + PROBE })
  return search.iteration / Math.max(PROBE, search.progress())
}
