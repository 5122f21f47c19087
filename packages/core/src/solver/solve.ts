/**
 * Chooses stops for walkers and orders them: ruin and recreate under simulated annealing, on one screen.
 * How it works and what it reaches: docs/algorithm.md.
 */
import { modelOf } from './problem/model.ts'
import type { Problem, Solution, SolveOptions } from './problem/problem.ts'
import { balance } from './search/balance.ts'
import { complete, mayHaveTimeForAll } from './search/complete.ts'
import { constructionOrder } from './search/construct.ts'
import { keyTargetsOn, keyWalks } from './search/key-walks.ts'
import { annealWithRestarts } from './search/restarts.ts'
import { savingsWalks } from './search/savings.ts'
import { Search } from './search/search.ts'
import { temperatures } from './search/temperature.ts'
import { solutionOf } from './solution.ts'

/**
 * Where the time may suffice for all stops, shares of the search after which they are counted; the rest is kept to make
 * the walks even.
 */
const TRY_ALL_UNTIL = [0.6, 0.8]

/**
 * Walks that collect the most prize within every budget and door limit, then walk the least; where everything fits,
 * even walks.
 *
 * The answer depends on the problem, the weights, the seed and the iterations alone, on every machine, unless a
 * deadline or a signal cut it short (`stoppedBy` says so) or `pace: 'clock'` was asked for.
 *
 * @throws VisibleError `solver.problem` when the problem contradicts itself
 *
 * Cost: an iteration costs the same for any number of stops and walks; building the neighbours is O(n²) up to 2,500
 * stops and about linear above.
 * Source: Christiaens, Vanden Berghe (2020), https://doi.org/10.1287/trsc.2019.0914
 */
export function solve(problem: Problem, options: SolveOptions): Solution {
  const model = modelOf(problem, options)
  const isScarce = !model.allMandatory && !mayHaveTimeForAll(model)
  const search = new Search(model, options, isScarce ? 'scarce' : 'ample')

  begin(search, options)

  const evensOut = !model.allMandatory && options.weights?.balance !== 0
  const triesAll = evensOut && mayHaveTimeForAll(model)
  // Where all may fit, nobody is left out for looks: they are mended when the walks are made even.
  if (triesAll) search.weighLooks(false)
  else search.shareOut(model.servable)
  for (const until of triesAll ? TRY_ALL_UNTIL : [1]) {
    annealWithRestarts(search, { ...temperatures(search.state), until, untilAllServed: evensOut })
    complete(search)
    if (evensOut && search.best.served === model.servable.length) return solutionOf(balance(search))
    // Nobody is left out for a street door.
    search.shareOut(model.servable)
  }
  if (triesAll) complete(balance(search))
  return solutionOf(search)
}

/** The first walks, with the rest put in: earlier ones, unless key targets fit of which they hold fewer; or savings. */
function begin(search: Search, options: SolveOptions): void {
  const { model } = search
  const { problem } = model
  const { previous } = options
  const keys = keyWalks(problem, options)
  if (keys === null || previous !== undefined) {
    search.adopt(previous ?? savingsWalks(model))
    search.fill(constructionOrder(model))
    if (keys === null || keyTargetsOn(search.best.walks(), problem) >= keyTargetsOn(keys, problem)) return
  }
  search.lay(keys)
  search.fill(previous?.flat() ?? [])
  search.fill(constructionOrder(model))
}
