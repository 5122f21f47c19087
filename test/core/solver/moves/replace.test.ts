/** Replacing a stop on a walk by an absent one. */
import { Random } from '@doorwalk/core/solver/chance/random'
import { Replace } from '@doorwalk/core/solver/moves/replace'
import { modelOf } from '@doorwalk/core/solver/problem/model'
import { insertLast } from '@doorwalk/core/solver/state/insertion'
import { State } from '@doorwalk/core/solver/state/state'
import { describe, expect, it } from 'vitest'
import { randomProblem } from '../../../support/worlds/problems.ts'

const PRIZES = [30, 10, 50]

describe('replace', () => {
  it('lets the stop leave that is worth least, and nothing comes back for less', () => {
    const { state, replace } = atOnePoint({ roomFor: 2, on: [0, 1] })
    expect(attempts(replace, state)).toBe(1)
    expect(onWalk(state)).toEqual([0, 2])
  })

  it('lets nobody leave where there is room', () => {
    const { state, replace } = atOnePoint({ roomFor: 3, on: [0, 1] })
    expect(attempts(replace, state)).toBe(1)
    expect(onWalk(state)).toEqual([0, 1, 2])
  })

  it('takes the worse stop where the limit allows it', () => {
    const { state, replace } = atOnePoint({ roomFor: 2, on: [0, 2] })
    expect(attempts(replace, state)).toBe(0)
    const { gain } = state.model.objective
    expect(attempts(replace, state, gain[0]! - gain[1]! + 1)).toBeGreaterThan(0)
  })

  it('makes room for many doors only by a stop with as many', () => {
    const { state, replace } = atOnePoint({ roomFor: 2, on: [0, 1], doors: [5, 1, 5], doorLimit: 6 })
    expect(attempts(replace, state)).toBe(1)
    expect(onWalk(state)).toEqual([1, 2])
  })
})

/** One walker and three stops where she stands, of 100 deciseconds each. */
function atOnePoint({
  roomFor,
  on,
  doors = [1, 1, 1],
  doorLimit = 100,
}: {
  roomFor: number
  on: number[]
  doors?: number[]
  doorLimit?: number
}): { state: State; replace: Replace } {
  const problem = randomProblem({ stops: 3, walkers: 1, doors: doorLimit }, 1)
  problem.walkers[0]!.budget = roomFor * 100
  const durations = new Int32Array(problem.locations ** 2)
  const model = modelOf(
    {
      ...problem,
      durations,
      prize: Int32Array.from(PRIZES),
      doors: Int32Array.from(doors),
      service: new Int32Array(3).fill(100),
    },
    {},
  )
  const state = new State(model)
  for (const stop of on) insertLast(state, stop, 0)
  state.commit()
  return { state, replace: new Replace(state, new Random(1)) }
}

/** How many of 100 attempts changed something; none may lift the cost by `allowance` or more. */
function attempts(replace: Replace, state: State, allowance = 0): number {
  let taken = 0
  for (let i = 0; i < 100; i++) {
    if (!replace.attempt(state.cost + allowance)) continue
    state.commit()
    taken++
  }
  return taken
}

function onWalk(state: State): number[] {
  return [0, 1, 2].filter((stop) => state.walk[stop]! >= 0)
}
