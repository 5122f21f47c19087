/**
 * Key targets come before everything else: walks for the key stops alone, with which the search for all stops begins.
 * There a key target outweighs the rest, so that none is lost again; which of them fit together is found here, where
 * nothing else takes their room.
 */
import { modelOf } from '../problem/model.ts'
import type { Problem, SolveOptions } from '../problem/problem.ts'
import type { FreeWalk } from '../state/best.ts'
import { constructionOrder } from './construct.ts'
import { bestOfAll, canTryAll } from './exact.ts'
import { annealWithRestarts } from './restarts.ts'
import { Search } from './search.ts'
import { temperatures } from './temperature.ts'

/** Prize points of one key target while there are only these: only which has more of them counts. */
const POINTS_PER_TARGET = 100
/** Share of the time until the deadline, at most. */
const TIME_SHARE = 0.25

/**
 * Walks with the most key targets that were found, mandatory stops among them; null where no stop is key. The most
 * there can be, and with the most prize, for up to nine stops and few different walkers; for more, as many as annealing
 * finds.
 *
 * Cost: nothing to speak of where all fit or they are few, else as a search for so many stops.
 */
export function keyWalks(problem: Problem, options: SolveOptions): FreeWalk[] | null {
  const { keys, ...rest } = problem
  if (keys === undefined || !keys.some((count) => count > 0)) return null
  const prize = problem.prize.map((each, stop) => (keys[stop]! > 0 ? each : 0))
  const few = modelOf({ ...problem, prize }, {})
  if (few.servable.length === 0) return null
  if (canTryAll(few)) return bestOfAll(few)
  const model = modelOf({ ...rest, prize: keys.map((count) => POINTS_PER_TARGET * count) }, {})
  const { seed, previous = [], signal, now, deadline } = options
  const search = new Search(model, {
    seed,
    ...(options.iterations === undefined ? {} : { iterations: options.iterations }),
    ...(signal ? { signal } : {}),
    ...(now && deadline !== undefined
      ? { now, deadline: now() + TIME_SHARE * (deadline - now()), pace: options.pace ?? 'iterations' }
      : {}),
  })
  search.adopt(previous)
  search.fill(constructionOrder(model))
  if (search.best.served < model.servable.length)
    annealWithRestarts(search, { ...temperatures(search.state), until: 1, untilAllServed: true })
  return search.best.walks()
}

/** Key targets on some walks. */
export function keyTargetsOn(walks: FreeWalk[], { keys }: Problem): number {
  return walks.reduce((sum, { stops }) => sum + stops.reduce((all, stop) => all + (keys?.[stop] ?? 0), 0), 0)
}
