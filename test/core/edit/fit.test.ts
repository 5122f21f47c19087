/** Whether what must be on a walk fits, asked before anything is planned. */
import { describe, expect, it } from 'vitest'
import { checkFit } from '@doorwalk/core/edit/fit'
import { VisibleError } from '@doorwalk/core/error'
import type { Problem, Walker } from '@doorwalk/core/solver/problem/problem'
import { UNREACHABLE } from '@doorwalk/core/units'

/** Two stops, ten minutes from the start and from each other, with ten minutes of work at each. */
function pair({ way = 6_000, ...walker }: Partial<Walker> & { way?: number } = {}): Problem {
  const zero = () => new Int32Array(2)
  return {
    locations: 3,
    durations: Int32Array.from([0, way, way, way, 0, way, way, way, 0]),
    x: new Int32Array(3),
    y: new Int32Array(3),
    first: Int32Array.from([1, 2]),
    last: Int32Array.from([1, 2]),
    service: zero().fill(6_000),
    prize: zero().fill(100),
    doors: zero().fill(5),
    mandatory: new Uint8Array(2),
    block: zero(),
    streetDoor: zero().fill(-1),
    walkers: [
      { start: 0, end: 0, budget: 30_000, doors: 10, forbidden: null, service: null, head: [], ...walker },
    ],
  }
}

function refusal(problem: Problem): [string, string | undefined, string] | null {
  const held = [
    [
      { id: 'a', by: null },
      { id: 'b', by: 3 },
    ],
  ]
  const stopOf = new Map([
    ['a', 0],
    ['b', 1],
  ])
  try {
    checkFit(problem, { held, stopOf, numbers: [7] })
    return null
  } catch (error) {
    if (!(error instanceof VisibleError)) throw error
    return [error.code, error.errors[0]?.pointer, error.message]
  }
}

describe('what must be on a walk', () => {
  it('fits to the last second and the last door', () => expect(refusal(pair())).toBeNull())

  it('is told in minutes where it does not', () => {
    const [code, pointer, detail] = refusal(pair({ budget: 29_000 }))!
    expect([code, pointer]).toEqual(['edit.does_not_fit', '/edits/3'])
    expect(detail).toContain('walk 7 takes 50 minutes')
    expect(detail).toContain('2 minutes more')
  })

  it('is told in doors', () => expect(refusal(pair({ doors: 9 }))![2]).toContain('10 doors'))

  it('is refused where who walks avoids stairs', () => {
    const [code, pointer] = refusal(pair({ forbidden: Uint8Array.from([0, 1]) }))!
    expect([code, pointer]).toEqual(['edit.stairs', '/edits/3'])
  })

  it('is refused where no way leads to it', () => {
    expect(refusal(pair({ way: UNREACHABLE }))![0]).toBe('edit.unreachable')
  })
})
