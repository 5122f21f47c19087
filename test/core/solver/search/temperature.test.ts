/** How hot the annealing begins and how cold it ends: by what the walking of a link is worth. */
import { modelOf } from '@doorwalk/core/solver/problem/model'
import type { Problem, Weights } from '@doorwalk/core/solver/problem/problem'
import { temperatures } from '@doorwalk/core/solver/search/temperature'
import { insertLast } from '@doorwalk/core/solver/state/insertion'
import { State } from '@doorwalk/core/solver/state/state'
import { describe, expect, it } from 'vitest'
import { randomProblem } from '../../../support/worlds/problems.ts'

const STOPS = 8

describe('temperatures', () => {
  it('begin at twice what the walks gain in the time of one link', () => {
    const state = walking({})
    const { gain } = state.model.objective
    const gained = gain.reduce((sum, each) => sum + each, 0)
    const link = state.walking / (STOPS + 1)
    expect(temperatures(state).hot).toBeCloseTo((2 * gained * link) / state.used(0), 0)
  })

  it('fall where stops take longer and the same links count for less', () => {
    const [short, long] = [60, 6_000].map((seconds) => temperatures(walking({ seconds })))
    expect(long!.hot).toBeLessThan(short!.hot / 10)
    expect(long!.cold).toBeLessThan(short!.cold / 10)
  })

  it('leave out what mandatory stops are worth', () => {
    const mandatory = Uint8Array.from({ length: STOPS }, (_, stop) => (stop === 0 ? 1 : 0))
    expect(temperatures(walking({ mandatory })).hot).toBeLessThan(temperatures(walking({})).hot)
  })

  it('are above nothing where nobody has to walk and where no stop is on a walk', () => {
    const durations = new Int32Array(randomProblem({ stops: STOPS, walkers: 1 }, 1).locations ** 2)
    for (const state of [walking({ durations }), walking({ on: 0 })]) {
      const { hot, cold } = temperatures(state)
      expect(cold).toBeGreaterThan(0)
      expect(hot).toBeGreaterThan(cold)
    }
  })

  it('rise with what a stop far from the others of its walk costs', () => {
    const [loose, compact] = [{}, { compactness: 100 }].map((weights) => temperatures(walking({ weights })))
    expect(compact!.hot).toBeGreaterThan(loose!.hot)
  })

  it('are no colder than the weight of walking alone asks for', () => {
    const state = walking({ weights: { walking: 10 } })
    const link = state.walking / (STOPS + 1)
    expect(temperatures(state).hot).toBeCloseTo(2 * state.model.objective.walking * link, 0)
  })
})

/** One walk with the first `on` stops of a random problem, in any order. */
function walking({
  seconds = 60,
  on = STOPS,
  weights = {},
  ...changed
}: { seconds?: number; on?: number; weights?: Partial<Weights> } & Partial<Problem>): State {
  const problem = randomProblem({ stops: STOPS, walkers: 1 }, 1)
  problem.walkers[0]!.budget = 1_000_000
  problem.walkers[0]!.doors = 1_000
  const service = new Int32Array(STOPS).fill(10 * seconds)
  const prize = new Int32Array(STOPS).fill(10)
  const state = new State(modelOf({ ...problem, service, prize, ...changed }, { weights }))
  for (let stop = 0; stop < on; stop++) insertLast(state, stop, 0)
  state.commit()
  expect(state.served).toBe(on)
  return state
}
