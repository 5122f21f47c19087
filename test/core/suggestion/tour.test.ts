/** Times of tours and places for one stop more, against the solver's own figures and a search of all places. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { solve } from '@doorwalk/core/solver/solve'
import { type Tour, cheapestGap, timeOf } from '@doorwalk/core/suggestion/tour'
import { runs } from '../../support/length.ts'
import { randomProblem } from '../../support/worlds/problems.ts'

const problems = fc
  .record({
    ...{ stops: fc.integer({ min: 1, max: 14 }), walkers: fc.integer({ min: 1, max: 3 }) },
    ...{ budget: fc.integer({ min: 500, max: 6000 }), doors: fc.constantFrom(15, Number.MAX_SAFE_INTEGER) },
    ...{ twoEnded: fc.boolean(), asymmetric: fc.boolean(), streetDoors: fc.boolean(), entry: fc.boolean() },
    ends: fc.constantFrom('meeting' as const, 'open' as const, 'anywhere' as const, 'own' as const),
    ownService: fc.boolean(),
    seed: fc.nat(),
  })
  .map(({ seed, ...shape }) =>
    randomProblem({ ...shape, forbidden: false, unreachable: false, heads: false }, seed),
  )

it('takes as long as the solver says', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const { routes } = solve(problem, { seed: 1, iterations: 50 })
      routes.forEach((route, index) => {
        const { duration, walking } = timeOf(route, problem.walkers[index]!, problem)
        expect([duration, walking]).toEqual([route.duration, route.walking])
      })
    }),
    runs({ short: 40, long: 2_000 }),
  )
})

it('puts a stop where it costs least time', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const { routes, unserved } = solve(problem, { seed: 1, iterations: 50 })
      const walker = problem.walkers[0]!
      const tour: Tour = routes[0]!
      for (const stop of unserved.slice(0, 5)) {
        const gap = cheapestGap(stop, tour, walker, problem)
        const before = timeOf(tour, walker, problem).duration
        const all = Array.from({ length: tour.stops.length + 1 }, (_, place) =>
          [false, true].map((reversed) => {
            const longer = {
              stops: tour.stops.toSpliced(place, 0, stop),
              reversed: tour.reversed.toSpliced(place, 0, reversed),
            }
            return timeOf(longer, walker, problem).duration - before
          }),
        ).flat()
        const least = Math.min(...all)
        if (gap) expect(gap.duration).toBe(least)
      }
    }),
    runs({ short: 40, long: 2_000 }),
  )
})
