/** What is pinned to a walk is on it, although the search begins from a walk that has no room for it. */
import { expect, it } from 'vitest'
import { withPinsServed } from '@doorwalk/core/replan/pinned'
import type { Problem } from '@doorwalk/core/solver/problem/problem'
import { solve } from '@doorwalk/core/solver/solve'
import { UNREACHABLE } from '@doorwalk/core/units'

const NEAR = 12

/** One walker who may begin anywhere: twelve doors in a row, and one on the other side of a river without a bridge. */
function riverside(): Problem {
  const stops = NEAR + 1
  const durations = new Int32Array(stops * stops)
  for (let a = 0; a < stops; a++)
    for (let b = 0; b < stops; b++)
      durations[a * stops + b] = a === b ? 0 : Math.max(a, b) === NEAR ? UNREACHABLE : 100 * Math.abs(a - b)
  const each = (of: (stop: number) => number) => Int32Array.from({ length: stops }, (_, stop) => of(stop))
  return {
    ...{ locations: stops, durations, x: each((stop) => 10 * stop), y: each(() => 0) },
    ...{ first: each((stop) => stop), last: each((stop) => stop), service: each(() => 600) },
    ...{ prize: each(() => 100), doors: each(() => 1), block: each(() => -1), streetDoor: each(() => -1) },
    mandatory: Uint8Array.from(each((stop) => Number(stop === NEAR))),
    walkers: [{ start: -1, end: -1, budget: 9_000, doors: 100, forbidden: null, service: null, head: [] }],
  }
}

it('begins with what is pinned alone where a full walk has no way to it', () => {
  const problem = riverside()
  const full = [[...Array(NEAR).keys()]]
  const search = (previous: number[][]) =>
    solve(problem, { seed: 1, iterations: 2_000, previous, weights: { balance: 0, stability: 64 } })
  expect(search(full).unserved, 'else this shows nothing').toContain(NEAR)
  expect(withPinsServed(problem, full, search).routes[0]!.stops).toEqual([NEAR])
})

it('searches once where all that is pinned is there', () => {
  const problem = { ...riverside(), mandatory: new Uint8Array(NEAR + 1) }
  let searches = 0
  withPinsServed(problem, [[0, 1, 2]], (previous) => {
    searches++
    return solve(problem, { seed: 1, iterations: 100, previous })
  })
  expect(searches).toBe(1)
})
