/**
 * The solver on the public instances, when they are there: better than VROOM on real streets, sound on every format.
 */
import { readFileSync } from 'node:fs'
import type { SolveFormat } from '@doorwalk/cli/commands/solve'
import { customerRoutes, readInstance } from '@doorwalk/cli/commands/solve'
import { checkSolution } from '@doorwalk/core/solver/check'
import { solve } from '@doorwalk/core/solver/solve'
import { describe, expect, it } from 'vitest'
import { SHARED_MISSING, shared } from '../support/worlds/shared.ts'

/** `least`: VROOM -x 5, one thread, 40 CPU s. `most`: 2 % above the best known cost. */
const cases: { file: string; format: SolveFormat; least?: number; most?: number }[] = [
  { file: 'FIELD/geneve-600-20.json', format: 'field', least: 5239 },
  { file: 'FIELD/bondy-500-12.json', format: 'field', least: 3032 },
  { file: 'TOP/p7.4.p.txt', format: 'top', least: 820 },
  { file: 'X/X-n115-k10.vrp', format: 'vrp', most: 13001 },
  { file: 'CMT/CMT13.vrp', format: 'vrp', most: 1580 },
  { file: 'DIMACS/ORTEC-n242-k12.vrp', format: 'vrp', most: 126225 },
  { file: 'MDVRP/p01.txt', format: 'mdvrp', most: 588.4 },
]

describe('public instances', () => {
  for (const { file, format, least, most } of cases) {
    const path = shared(`bench/${file}`)
    it(`solves ${file} well`, (context) => {
      if (path === null) return context.skip(SHARED_MISSING)
      const instance = readInstance(readFileSync(path, 'utf8'), { file, format, real: false })
      const solution = solve(instance.problem, { seed: 1, iterations: 60_000, weights: instance.weights })
      expect(checkSolution(instance.problem, solution)).toEqual([])
      const value = instance.evaluate(customerRoutes(instance, solution))
      if (least !== undefined) expect(value).toBeGreaterThanOrEqual(least)
      if (most !== undefined) expect(value).toBeLessThanOrEqual(most)
    })
  }
})
