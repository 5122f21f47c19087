/**
 * Restarts: which walk goes to which part of the area is decided while it is hot, and one annealing decides it once.
 * Where there are iterations to spare, several short ones decide it several times; the best is then annealed longer.
 */
import type { Phase, Search } from './search.ts'

/**
 * `spare`: iterations per stop from which on one long annealing gains less. `least` and `most`: restarts; between the
 * two, one for `each` iterations per stop. `reheat`: how hot the last annealing begins, which must keep most of what
 * was found. Measured in docs/algorithm.md.
 */
const OPTIONAL = { spare: 200, least: 8, most: 40, each: 110, reheat: 0.2 }
const MANDATORY = { spare: 2_500, least: 4, most: 4, each: 110, reheat: 0.3 }
/**
 * Share of the phase for all restarts together; below so many iterations per stop less, or the last annealing is short.
 */
const SHARE = 0.5
const SCARCE = 400
const SCARCE_SHARE = 0.35

/** Anneals as `Search.anneal` does; with iterations to spare several times from hot to cold, and then from the best. */
export function annealWithRestarts(search: Search, phase: Phase): void {
  const { model } = search
  const { spare, least, most, each, reheat } = model.allMandatory ? MANDATORY : OPTIONAL
  const begin = search.progress()
  const length = phase.until - begin
  const perStop = (search.stopping.expected * length) / Math.max(1, model.servable.length)
  if (perStop < spare) return search.anneal(phase)
  const share = perStop < SCARCE ? SCARCE_SHARE : SHARE
  const times = Math.min(most, Math.max(least, Math.floor((share * perStop) / each)))
  for (let i = 1; i <= times; i++) search.anneal({ ...phase, until: begin + (i * share * length) / times })
  search.goBack()
  search.anneal({ ...phase, hot: reheat * phase.hot })
}
