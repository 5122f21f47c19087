/** Seeds on worker threads. */
import { solveParallel } from '@doorwalk/cli/instance/parallel'
import { checkSolution } from '@doorwalk/core/solver/check'
import { solve } from '@doorwalk/core/solver/solve'
import { expect, it } from 'vitest'
import { randomProblem } from '../../support/worlds/problems.ts'

it('returns the best of its seeds, the same every time', async () => {
  const problem = randomProblem({ stops: 60, walkers: 3 }, 4)
  const alone = [7, 8].map((seed) => solve(problem, { seed, iterations: 300 }))
  const solution = await solveParallel(problem, { seed: 7, workers: 2, iterations: 300 })
  expect(checkSolution(problem, solution)).toEqual([])
  expect(solution.prize).toBe(Math.max(...alone.map((one) => one.prize)))
  expect(alone).toContainEqual(solution)
})

it('refuses durations that cannot be sent to a thread', async () => {
  const problem = { ...randomProblem({ stops: 3, walkers: 1 }, 1), durations: () => 1 }
  await expect(solveParallel(problem, { seed: 1, workers: 2 })).rejects.toThrow('expected a matrix')
})
