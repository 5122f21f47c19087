/** The solver against trying everything, its independent checker, and inputs at the edge. */
import { checkSolution } from '@doorwalk/core/solver/check'
import type { Problem } from '@doorwalk/core/solver/problem/problem'
import { solve } from '@doorwalk/core/solver/solve'
import { UNREACHABLE } from '@doorwalk/core/units'
import { describe, expect, it } from 'vitest'
import type { Shape } from '../../support/worlds/problems.ts'
import { bruteForce, randomProblem, stopsThatFit } from '../../support/worlds/problems.ts'

const variants: { name: string; shape: Partial<Shape> }[] = [
  { name: 'closed walks from a meeting point', shape: {} },
  { name: 'open walks', shape: { ends: 'open', budget: 1500 } },
  { name: 'walks that begin anywhere', shape: { ends: 'anywhere', budget: 1200 } },
  { name: 'own starts', shape: { ends: 'own' } },
  { name: 'a door limit', shape: { doors: 12, budget: 4000 } },
  { name: 'stops with two ends', shape: { twoEnded: true } },
  { name: 'one-way streets', shape: { asymmetric: true } },
  { name: 'two ends and one-way streets', shape: { twoEnded: true, asymmetric: true, ends: 'open' } },
  { name: 'forbidden stops', shape: { forbidden: true } },
  { name: 'street doors', shape: { streetDoors: true } },
  { name: 'walkers with service times of their own', shape: { ownService: true } },
  {
    name: 'own service times, two ends and street doors',
    shape: { ownService: true, twoEnded: true, streetDoors: true, budget: 1800 },
  },
  { name: 'the entry of street doors', shape: { entry: true, budget: 2000 } },
  {
    name: 'the entry of street doors, begun walks, own service times and two ends',
    shape: { entry: true, heads: true, ownService: true, twoEnded: true, budget: 1800, ends: 'own' },
  },
  { name: 'walks that have begun', shape: { heads: true } },
  {
    name: 'begun walks with two ends, street doors and open ends',
    shape: { heads: true, twoEnded: true, streetDoors: true, ends: 'open', budget: 1800 },
  },
  { name: 'missing ways', shape: { unreachable: true, asymmetric: true } },
]

describe('solve, against trying everything', () => {
  for (const { name, shape } of variants) {
    it(`finds the most prize with ${name}`, () => {
      for (let seed = 1; seed <= 4; seed++) {
        const problem = randomProblem({ stops: 6, walkers: 2, ...shape }, seed)
        const solution = solve(problem, { seed, iterations: 4000, weights: { walking: 0.001 } })
        expect(checkSolution(problem, solution)).toEqual([])
        expect(solution.prize).toBe(bruteForce(problem).prize)
      }
    })
  }

  it.each([
    { walks: 'walks', shape: {} },
    { walks: 'begun walks', shape: { heads: true } },
    { walks: 'walks from own starts', shape: { ends: 'own' } as const },
    { walks: 'walks with a door limit', shape: { doors: 30, ends: 'open' } as const },
  ])('walks the least when every stop is mandatory: $walks', ({ shape }) => {
    for (let seed = 1; seed <= 6; seed++) {
      const problem = randomProblem({ stops: 7, walkers: 2, budget: 9000, mandatory: true, ...shape }, seed)
      // once so many that the search starts over
      const iterations = seed === 1 ? 18_000 : 4000
      const solution = solve(problem, { seed, iterations, weights: { walking: 1 } })
      expect(checkSolution(problem, solution)).toEqual([])
      expect(solution.unserved).toEqual([])
      expect(solution.walking).toBe(bruteForce(problem).walking)
    }
  })
})

describe('solve, at the edges', () => {
  const small = (): Problem => randomProblem({ stops: 5, walkers: 2 }, 1)
  const edges: { name: string; problem: Problem; served: number }[] = [
    { name: 'no stops', problem: randomProblem({ stops: 0, walkers: 2 }, 1), served: 0 },
    { name: 'no walkers', problem: randomProblem({ stops: 5, walkers: 0 }, 1), served: 0 },
    { name: 'one stop', problem: randomProblem({ stops: 1, walkers: 1, budget: 9000 }, 1), served: 1 },
    { name: 'budget 0', problem: randomProblem({ stops: 5, walkers: 2, budget: 0 }, 1), served: 0 },
    { name: 'all unreachable', problem: allUnreachable(small()), served: 0 },
    { name: 'duplicate points', problem: { ...small(), durations: new Int32Array(64) }, served: 5 },
    { name: 'zero prizes', problem: { ...small(), prize: new Int32Array(5) }, served: 0 },
    {
      name: 'huge prizes',
      problem: {
        ...randomProblem({ stops: 5, walkers: 2, budget: 9000 }, 1),
        prize: new Int32Array(5).fill(2 ** 31 - 1),
      },
      served: 5,
    },
  ]
  for (const { name, problem, served } of edges) {
    it(`answers soundly with ${name}`, () => {
      const solution = solve(problem, { seed: 1, iterations: 300 })
      expect(checkSolution(problem, solution)).toEqual([])
      expect(solution.routes.flatMap((route) => route.stops)).toHaveLength(served)
    })
  }

  it('keeps heads as the beginning of their walks', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const problem = randomProblem(
        { stops: 12, walkers: 3, heads: true, streetDoors: true, twoEnded: true },
        seed,
      )
      const solution = solve(problem, { seed, iterations: 500 })
      expect(checkSolution(problem, solution)).toEqual([])
      expect(solution.routes.map((route) => route.stops[0])).toEqual([0, 4, 8])
    }
  })

  it('adds nothing to a walk whose head already breaks the budget', () => {
    const problem = randomProblem({ stops: 6, walkers: 1, heads: true, budget: 1 }, 3)
    expect(solve(problem, { seed: 1, iterations: 100 }).routes[0]!.stops).toEqual([0])
  })

  it('lists mandatory stops that do not fit as unserved', () => {
    const problem = randomProblem({ stops: 20, walkers: 1, budget: 1500, mandatory: true }, 1)
    const solution = solve(problem, { seed: 1, iterations: 500 })
    expect(checkSolution(problem, solution)).toEqual([])
    expect(solution.unserved.length).toBeGreaterThan(0)
  })

  it('leaves out no mandatory stop of one door for which there is room', () => {
    for (let seed = 1; seed <= 4; seed++) {
      const shape = { stops: 40, walkers: 5, budget: 3000, mandatory: true, ends: 'own' } as const
      const drawn = randomProblem(shape, seed)
      const problem = { ...drawn, doors: drawn.doors.map(() => 1) }
      const solution = solve(problem, { seed, iterations: 3000, weights: { walking: 1 } })
      expect(checkSolution(problem, solution)).toEqual([])
      expect(stopsThatFit(problem, solution)).toEqual([])
    }
  })

  it('names what is wrong with a problem that contradicts itself', () => {
    const problem = { ...small(), service: new Int32Array(4) }
    expect(() => solve(problem, { seed: 1 })).toThrow('service: 4 values, expected one per stop: 5')
  })
})

describe('solve, where a prize is tiny', () => {
  const problem = randomProblem({ stops: 40, walkers: 3, budget: 4000 }, 2)
  const tiny = problem.prize.map((prize, stop) => (stop % 2 === 0 ? prize : 1))

  it('still takes what fits: prize comes before walking', () => {
    const solution = solve({ ...problem, prize: tiny }, { seed: 1, iterations: 5000 })
    expect(stopsThatFit({ ...problem, prize: tiny }, solution)).toEqual([])
  })

  it('leaves it out when the caller weighs walking', () => {
    const weighed = solve({ ...problem, prize: tiny }, { seed: 1, iterations: 5000, weights: { walking: 1 } })
    expect(stopsThatFit({ ...problem, prize: tiny }, weighed).length).toBeGreaterThan(0)
  })

  it('makes the walks even when everything fits but is hardly worth the way', () => {
    const roomy = randomProblem({ stops: 40, walkers: 3, budget: 30_000 }, 2)
    const prize = roomy.prize.map((_, stop) => (stop === 0 ? 2 ** 30 : 1))
    const solution = solve({ ...roomy, prize }, { seed: 1, iterations: 20_000 })
    expect(solution.unserved).toEqual([])
    const used = solution.routes.map((route, w) => route.duration / roomy.walkers[w]!.budget)
    expect((Math.max(...used) * used.length) / used.reduce((a, b) => a + b)).toBeLessThanOrEqual(1.1)
  })
})

describe('solve, where every walker begins elsewhere', () => {
  it('finds the one walk with time for the last stop, however many others there are', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const problem = ninthStopFarAway()
      const solution = solve(problem, { seed, iterations: 1 })
      expect(checkSolution(problem, solution)).toEqual([])
      expect(solution.unserved).toEqual([])
    }
  })
})

/**
 * Nine stops at one place, eight walkers beside it with time for one stop each, a hundred far off, one of them with
 * time.
 */
function ninthStopFarAway(): Problem {
  const [stops, near, far] = [9, 8, 100]
  const walkers = near + far
  const problem = randomProblem({ stops, walkers, ends: 'own' }, 1)
  const { locations } = problem
  const isStop = (at: number): boolean => at > walkers
  const away = (walker: number): number => (walker <= near ? 10 : 1000) + walker
  const durations = Int32Array.from({ length: locations ** 2 }, (_, cell) => {
    const [from, to] = [Math.floor(cell / locations), cell % locations]
    if (from === to || (isStop(from) && isStop(to))) return 0
    return (isStop(from) ? 0 : away(from)) + (isStop(to) ? 0 : away(to))
  })
  const budgetOf = (walker: number): number =>
    walker <= near ? 2 * away(walker) + 150 : walker === near + 40 ? 3000 : 1500
  return {
    ...problem,
    durations,
    service: new Int32Array(stops).fill(100),
    walkers: problem.walkers.map((walker, w) => ({ ...walker, budget: budgetOf(w + 1) })),
  }
}

describe('solve, when everything fits', () => {
  it('evens out the walks', () => {
    for (let seed = 1; seed <= 3; seed++) {
      const problem = randomProblem({ stops: 60, walkers: 4, budget: 20_000 }, seed)
      const solution = solve(problem, { seed, iterations: 20_000 })
      expect(checkSolution(problem, solution)).toEqual([])
      expect(solution.unserved).toEqual([])
      const shares = solution.routes.map((route, w) => route.duration / problem.walkers[w]!.budget)
      const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
      expect(Math.max(...shares) / mean).toBeLessThanOrEqual(1.1)
    }
  })

  it('evens out what some can do, where there is too little for everybody', () => {
    // Each of 15 stops takes so long that a share of all 20 walkers would be less.
    const problem = randomProblem({ stops: 15, walkers: 20, doors: 100 }, 1)
    const short = {
      ...problem,
      durations:
        problem.durations instanceof Int32Array ? problem.durations.map((time) => (time > 0 ? 300 : 0)) : [],
      service: new Int32Array(15).fill(1000),
      walkers: problem.walkers.map((walker) => ({ ...walker, budget: 9000 })),
    } as Problem
    const solution = solve(short, { seed: 1, iterations: 5000 })
    expect(solution.unserved).toEqual([])
    const used = solution.routes.map(({ duration }) => duration).filter((duration) => duration > 0)
    const mean = used.reduce((sum, duration) => sum + duration, 0) / used.length
    expect(Math.max(...used) / mean).toBeLessThanOrEqual(1.1)
  })

  it('evens them out as far as long stops let it, and sends everybody', () => {
    // 13 stops of 1,000 for four walkers: four each at most, though the mean is 3,250.
    const problem = randomProblem({ stops: 13, walkers: 4, doors: 100 }, 1)
    const together = {
      ...problem,
      durations: new Int32Array(problem.locations ** 2).fill(1),
      service: new Int32Array(13).fill(1000),
      walkers: problem.walkers.map((walker) => ({ ...walker, budget: 10_000 })),
    }
    const solution = solve(together, { seed: 1, iterations: 5000 })
    expect(solution.unserved).toEqual([])
    const lengths = solution.routes.map(({ stops }) => stops.length)
    expect(Math.max(...lengths)).toBe(4)
    expect(Math.min(...lengths)).toBeGreaterThan(0)
  })
})

describe('solve, where parts stand behind one street door', () => {
  /** Stops a second apart that take as long as told; the first two stand behind one street door and give more. */
  const tower = (service: number[], walkers: number, budget: number): Problem => {
    const n = service.length
    const drawn = randomProblem({ stops: n, walkers, doors: 100 }, 1)
    const behind = Int32Array.from(service, (_, stop) => (stop < 2 ? 0 : -1))
    return {
      ...drawn,
      durations: new Int32Array(drawn.locations ** 2).fill(1),
      first: Int32Array.from(service.keys()),
      last: Int32Array.from(service.keys()),
      service: Int32Array.from(service),
      prize: Int32Array.from(service, (time, stop) => (stop < 2 ? 1.5 * time : time)),
      streetDoor: behind,
      building: behind,
      walkers: drawn.walkers.map((walker) => ({ ...walker, budget, doors: 1_000, forbidden: null })),
    }
  }
  const BUILDING = { building: 300 }

  it('shares them out where somebody would be left out for them, and nowhere else', () => {
    const full = tower([1000, 1000, 2000, 2000], 2, 3010)
    expect(solve(full, { seed: 1, iterations: 2000 }).unserved.length).toBe(1)
    const shared = solve(full, { seed: 1, iterations: 2000, weights: BUILDING })
    expect(shared.unserved).toEqual([])
    expect(checkSolution(full, shared, BUILDING)).toEqual([])
    expect(checkSolution(full, shared).length).toBe(1)
    // Time is scarce: what a second visit costs, 300, is worth 500 more, not 200 more.
    const visits = (more: number): number => {
      const scarce = tower([1000, 1000, 2000, 2000, 1000, 1000 - more], 2, 3010)
      const { routes } = solve(scarce, { seed: 1, iterations: 4000, weights: BUILDING })
      return routes.filter(({ stops }) => stops.some((stop) => stop < 2)).length
    }
    expect(visits(500)).toBe(2)
    expect(visits(200)).toBeLessThan(2)
  })

  it('makes walks even although the parts together nearly fill one', () => {
    const problem = tower([4900, 4900, ...new Array<number>(24).fill(1000)], 4, 10_000)
    const { routes, unserved } = solve(problem, { seed: 1, iterations: 8000, weights: BUILDING })
    expect(unserved).toEqual([])
    const times = routes.map(({ duration }) => duration)
    expect((4 * Math.max(...times)) / times.reduce((a, b) => a + b)).toBeLessThanOrEqual(1.1)
  })
})

describe('solve, stopping', () => {
  const problem = randomProblem({ stops: 80, walkers: 4 }, 9)

  it('gives the same answer for the same seed and iterations', () => {
    const [a, b] = [1, 2].map(() => solve(problem, { seed: 5, iterations: 2000 }))
    expect(a).toEqual(b)
  })

  it('gives another answer for another seed', () => {
    const [a, b] = [5, 6].map((seed) => solve(problem, { seed, iterations: 100 }))
    expect(a).not.toEqual(b)
  })

  it('stops at the deadline with a sound answer and says so', () => {
    let clock = 0
    const solution = solve(problem, { seed: 1, iterations: 1e9, deadline: 50, now: () => clock++ })
    expect(solution.stoppedBy).toBe('deadline')
    expect(checkSolution(problem, solution)).toEqual([])
  })

  it('is only truncated by the deadline: the first iterations are the same', () => {
    const prizes: number[][] = [[], []]
    const observe = (list: number[]) => (p: { prize: number }) => list.push(p.prize)
    solve(problem, { seed: 1, iterations: 9000, onProgress: observe(prizes[0]!) })
    let clock = 0
    solve(problem, {
      seed: 1,
      iterations: 9000,
      deadline: 200,
      now: () => clock++,
      onProgress: observe(prizes[1]!),
    })
    expect(prizes[1]!.length).toBeGreaterThan(0)
    expect(prizes[0]!.slice(0, prizes[1]!.length)).toEqual(prizes[1])
  })

  it('stops when aborted, also where only that ends it', () => {
    const controller = new AbortController()
    const solution = solve(randomProblem({ stops: 10, walkers: 2 }, 1), {
      seed: 1,
      iterations: Infinity,
      signal: controller.signal,
      onProgress: ({ iteration }) => iteration > 0 && controller.abort(),
    })
    expect(solution.stoppedBy).toBe('aborted')
  })

  it('stops when aborted', () => {
    const controller = new AbortController()
    const solution = solve(problem, {
      seed: 1,
      iterations: 1e9,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    expect(solution.stoppedBy).toBe('aborted')
    expect(checkSolution(problem, solution)).toEqual([])
  })

  it('stops without improvement', () => {
    const solution = solve(problem, { seed: 1, iterations: 1e9, noImprovement: 500 })
    expect(solution.stoppedBy).toBe('no_improvement')
  })
})

function allUnreachable(problem: Problem): Problem {
  const L = problem.locations
  return {
    ...problem,
    durations: Int32Array.from({ length: L * L }, (_, k) => (k % (L + 1) === 0 ? 0 : UNREACHABLE)),
  }
}
