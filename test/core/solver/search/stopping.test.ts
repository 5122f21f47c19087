import { solve } from '@doorwalk/core/solver/solve'
import { StoppingCriterion } from '@doorwalk/core/solver/search/stopping'
import { describe, expect, it } from 'vitest'
import { randomProblem } from '../../../support/worlds/problems.ts'

/** A machine that needs so many milliseconds an iteration. */
function machine(millisecondsEach: number, deadline: number) {
  let time = 0
  const stopping = new StoppingCriterion(10, {
    seed: 1,
    iterations: 1_000,
    deadline,
    pace: 'cap',
    now: () => time,
  })
  return (iteration: number) => {
    time = iteration * millisecondsEach
    stopping.look()
    return stopping.progress(iteration)
  }
}

describe('a time limit as a cap', () => {
  it('does not show while the iterations fit: cooling follows them', () => {
    const progress = machine(1, 2_000)
    expect([0, 20, 500].map(progress)).toEqual([0, 0.02, 0.5])
  })

  it('takes over when the first iterations show that they will not: 10 ms each, 100 would fit', () => {
    const progress = machine(10, 1_000)
    expect(progress(0)).toBe(0)
    expect(progress(20)).toBe(0.2)
    expect(progress(50)).toBe(0.5)
    expect(progress(200)).toBe(1)
  })
})

describe('the default number of iterations', () => {
  it('is smaller where time is scarce than where it may suffice for all stops', () => {
    expect(new StoppingCriterion(100, { seed: 1 }, 'scarce').iterations).toBe(17_000)
    expect(new StoppingCriterion(100, { seed: 1 }).iterations).toBe(26_000)
    const iterations = (budget: number) =>
      solve(randomProblem({ stops: 100, walkers: 2, budget }, 1), { seed: 1 }).iterations
    expect(iterations(3_000)).toBe(17_000)
    expect(iterations(1_000_000)).toBe(26_000)
  })
})
