/** Street doors whose stops one walk can hold tie them to it; the others are shared out. */
import { withDivisibleDoors } from '@doorwalk/core/assembly/screening'
import type { Problem, Walker } from '@doorwalk/core/solver/problem/problem'
import { describe, expect, it } from 'vitest'
import { randomProblem } from '../../support/worlds/problems.ts'

/** Three stops behind one door, each 100 with 60 of entry; 20 to the door and 20 back. */
function tower(walker: Partial<Walker>, over: Partial<Problem> = {}): Problem {
  const problem = randomProblem({ stops: 3, walkers: 1, doors: 100 }, 1)
  const [locations, door] = [problem.locations, problem.first[0]!]
  const durations = Int32Array.from({ length: locations ** 2 }, (_, cell) => {
    const [from, to] = [Math.floor(cell / locations), cell % locations]
    return from === to ? 0 : 20
  })
  return {
    ...problem,
    durations,
    first: new Int32Array(3).fill(door),
    last: new Int32Array(3).fill(door),
    service: new Int32Array(3).fill(100),
    entry: new Int32Array(3).fill(60),
    doors: new Int32Array(3).fill(5),
    streetDoor: new Int32Array(3).fill(7),
    walkers: [{ ...problem.walkers[0]!, budget: 220, ...walker }],
    ...over,
  }
}

const divisible = (problem: Problem) => {
  const durations = problem.durations as Int32Array
  return Array.from(withDivisibleDoors(problem, { size: problem.locations, durations }).divisible ?? [])
}

describe('a street door', () => {
  it('ties its stops to one walk that has just the time: entry once, there and back', () => {
    expect(divisible(tower({}))).toEqual([])
  })

  it.each<[string, Problem]>([
    ['a decisecond', tower({ budget: 219 })],
    ['a door', tower({ doors: 14 })],
    ['the stairs', tower({ forbidden: Uint8Array.from([0, 1, 0]) })],
    ['the pace', tower({ service: new Int32Array(3).fill(101) })],
  ])('shares them out where %s is wanting', (_, problem) => {
    expect(divisible(problem)).toEqual([1, 1, 1])
  })

  it('keeps them tied where another walker can, and shared out what was so before', () => {
    const slow = tower({ budget: 100 })
    const walkers = [...slow.walkers, { ...slow.walkers[0]!, budget: 220 }]
    expect(divisible({ ...slow, walkers })).toEqual([])
    expect(divisible({ ...tower({}), divisible: Uint8Array.from([1, 1, 1]) })).toEqual([1, 1, 1])
  })
})
