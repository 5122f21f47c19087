/** Key targets before everything else: as many as fit, then the most prize with these. */
import { checkSolution } from '@doorwalk/core/solver/check'
import { modelOf } from '@doorwalk/core/solver/problem/model'
import type { Problem, Solution, Weights } from '@doorwalk/core/solver/problem/problem'
import { bestOfAll, canTryAll } from '@doorwalk/core/solver/search/exact'
import { keyTargetsOn, keyWalks } from '@doorwalk/core/solver/search/key-walks'
import { solve } from '@doorwalk/core/solver/solve'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../support/length.ts'
import type { Shape } from '../../support/worlds/problems.ts'
import { bruteForce, randomProblem } from '../../support/worlds/problems.ts'

const shapes = fc.record({
  stops: fc.integer({ min: 2, max: 7 }),
  walkers: fc.integer({ min: 1, max: 3 }),
  budget: fc.integer({ min: 300, max: 3500 }),
  doors: fc.constantFrom(12, Number.MAX_SAFE_INTEGER),
  twoEnded: fc.boolean(),
  asymmetric: fc.boolean(),
  streetDoors: fc.boolean(),
  forbidden: fc.boolean(),
  heads: fc.boolean(),
  entry: fc.boolean(),
  ownService: fc.boolean(),
  ends: fc.constantFrom('meeting', 'open', 'anywhere', 'own'),
  keys: fc.constant(true),
} as const)

/** Made-up rows take no time from end to end, so one too far off alone may be on the way to another; not these. */
function randomWorld(shape: Shape, seed: number): Problem {
  const problem = randomProblem(shape, seed)
  const { locations, first, last, durations } = problem
  if (typeof durations === 'function') throw new Error('a matrix is needed')
  const along = first.map((from, stop) =>
    Math.max(durations[from * locations + last[stop]!]!, durations[last[stop]! * locations + from]!),
  )
  const slower = (service: Int32Array) => service.map((time, stop) => time + along[stop]!)
  const walkers = problem.walkers.map((walker) => ({
    ...walker,
    service: walker.service && slower(walker.service),
  }))
  return { ...problem, service: slower(problem.service), walkers }
}

const LIKED: Partial<Weights> = { compactness: 5, block: 4000, stability: 2000 }

function keysOf({ keys }: Problem, { routes }: Pick<Solution, 'routes'>): number {
  return routes.flatMap(({ stops }) => stops).reduce((sum, stop) => sum + (keys?.[stop] ?? 0), 0)
}

describe('key targets', () => {
  it('are on walks, as many as trying everything finds, and with these the most prize', () => {
    fc.assert(
      fc.property(shapes, fc.integer(), (shape, seed) => {
        // Not here: rows out of reach alone, and doors tied to one walk, of which the search may choose the wrong one.
        const drawn = randomProblem({ ...shape, twoEnded: false }, seed)
        const problem = { ...drawn, divisible: new Uint8Array(shape.stops).fill(1) }
        const solution = solve(problem, { seed, iterations: 3000, weights: { walking: 0.001 } })
        const best = bruteForce(problem)
        expect(checkSolution(problem, solution)).toEqual([])
        expect({ keys: keysOf(problem, solution), prize: solution.prize }).toEqual({
          keys: best.keys,
          prize: best.prize,
        })
      }),
      runs({ short: 60, long: 1500 }),
    )
  })

  it('come before what walks are liked for, and before where a stop was', () => {
    fc.assert(
      fc.property(shapes, fc.integer(), (shape, seed) => {
        const problem = randomWorld(shape, seed)
        const previous = problem.walkers.map((_, w) =>
          Array.from(problem.first.keys()).filter((stop) => stop % problem.walkers.length === w),
        )
        const solution = solve(problem, { seed, iterations: 300, previous, weights: LIKED })
        expect(checkSolution(problem, solution)).toEqual([])
        expect(keysOf(problem, solution)).toBe(bruteForce(problem).keys)
      }),
      runs({ short: 40, long: 1000 }),
    )
  })

  it('are found by annealing where there are too many to try all', () => {
    for (let seed = 1; seed <= 4; seed++) {
      const problem = {
        ...randomProblem({ stops: 40, walkers: 4, budget: 2000 }, seed),
        prize: new Int32Array(40),
      }
      const keys = new Int32Array(40).fill(1)
      const walks = keyWalks({ ...problem, keys }, { seed, iterations: 4000 })!
      const prized = solve({ ...problem, prize: keys.map(() => 100) }, { seed, iterations: 4000 })
      expect(keyTargetsOn(walks, { ...problem, keys })).toBeGreaterThanOrEqual(prized.prize / 100)
    }
  })

  it('outweigh any prize, and the way to the farthest of them', () => {
    const drawn = randomProblem({ stops: 60, walkers: 2, budget: 3000 }, 4)
    const prize = drawn.prize.map((each, stop) => (stop < 3 ? 1 : each * 1000))
    const keys = prize.map((_, stop) => (stop < 3 ? 1 : 0))
    const solution = solve({ ...drawn, prize, keys }, { seed: 1, iterations: 2000 })
    expect(keysOf({ ...drawn, keys }, solution)).toBe(3)
    expect(
      keysOf({ ...drawn, keys }, solve({ ...drawn, prize }, { seed: 1, iterations: 2000 })),
    ).toBeLessThan(3)
  })

  it('change nothing where none is given', () => {
    const problem = randomProblem({ stops: 40, walkers: 3 }, 6)
    const options = { seed: 1, iterations: 1000 }
    expect(solve({ ...problem, keys: new Int32Array(40) }, options)).toEqual(solve(problem, options))
  })

  it('are worth whole units below 2⁵³ in all, however many there are', () => {
    for (const mandatory of [0, 1]) {
      const drawn = randomProblem({ stops: 60, walkers: 3, budget: 300_000_000 }, 1)
      const problem = {
        ...drawn,
        keys: new Int32Array(60).fill(2_000_000),
        prize: new Int32Array(60).fill(2 ** 30),
        mandatory: drawn.mandatory.map((_, stop) => (stop < 20 ? mandatory : 0)),
      }
      const { gain } = modelOf(problem, { weights: { compactness: 1e6 } }).objective
      expect(gain.every(Number.isInteger)).toBe(true)
      expect(gain.reduce((a, b) => a + b, 0)).toBeLessThan(2 ** 53)
    }
  })
})

describe('trying all', () => {
  it('agrees with trying every order', () => {
    fc.assert(
      fc.property(shapes, fc.integer(), (shape, seed) => {
        const { keys: _, ...problem } = randomWorld({ ...shape, stops: Math.min(6, shape.stops) }, seed)
        const model = modelOf(problem, { weights: { walking: 0 } })
        expect(canTryAll(model)).toBe(true)
        const head = problem.walkers.flatMap((walker) => walker.head)
        const stops = [...head, ...bestOfAll(model).flatMap((walk) => walk.stops)]
        const prize = stops.reduce((sum, stop) => sum + problem.prize[stop]!, 0)
        expect(prize).toBe(bruteForce(problem).prize)
      }),
      runs({ short: 40, long: 1000 }),
    )
  })

  it('is not asked for more than an instant', () => {
    expect(canTryAll(modelOf(randomProblem({ stops: 10, walkers: 1, budget: 9000 }, 1), {}))).toBe(false)
    const many = randomProblem({ stops: 9, walkers: 300, budget: 9000, ends: 'own' }, 1)
    expect(canTryAll(modelOf(many, {}))).toBe(false)
  })
})
