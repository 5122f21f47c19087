/** A few solves that must come out the same on every machine, each as one number. */
import { solve } from '@doorwalk/core/solver/solve'
import type { SolveOptions } from '@doorwalk/core/solver/problem/problem'
import type { Shape } from './worlds/problems.ts'
import { randomProblem } from './worlds/problems.ts'

const cases: Record<string, { shape: Shape; options?: Partial<SolveOptions> }> = {
  'optional stops': { shape: { stops: 120, walkers: 6, budget: 2500 } },
  'two ends, one-way streets, street doors, own starts and service times': {
    shape: {
      ...{ stops: 90, walkers: 5, twoEnded: true, asymmetric: true, streetDoors: true },
      ...{ ends: 'own', ownService: true, forbidden: true, heads: true },
    },
  },
  'walk quality': {
    shape: { stops: 80, walkers: 4, ends: 'open' },
    options: { weights: { compactness: 0.3, balance: 0.2, block: 40 } },
  },
  'everything fits': { shape: { stops: 60, walkers: 4, budget: 20_000 } },
  'all mandatory': {
    shape: { stops: 100, walkers: 12, budget: 9000, doors: 60, mandatory: true },
    options: { weights: { walking: 1 } },
  },
}

/** Hash of routes, directions, prize and walking of each. About a second. */
export function fixedAnswers(): Record<string, number> {
  return Object.fromEntries(
    Object.entries(cases).map(([name, { shape, options }]) => {
      const answer = solve(randomProblem(shape, 7), { seed: 7, iterations: 6000, ...options })
      return [name, hashOf(JSON.stringify(answer))]
    }),
  )
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
