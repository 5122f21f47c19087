/** Ways to choose stops without a solver: sound walks, and what strays from them. */
import { describe, expect, it } from 'vitest'
import type { Problem } from '@doorwalk/core/solver/problem/problem'
import { figuresOf } from '../../../bench/field/figures.ts'
import { METHODS, OURS, routeOf } from '../../../bench/field/methods.ts'
import { strayStops } from '../../../bench/field/stray.ts'

/** Doors in a row, 10 deciseconds a metre apart on foot, a minute and one prize each unless said. */
function street(at: number[], more: Partial<Problem> = {}): Problem {
  const places = [0, ...at]
  const column = (value: number) => Int32Array.from(at, () => value)
  const stops = Int32Array.from(at, (_, index) => index + 1)
  return {
    locations: places.length,
    durations: Int32Array.from(places.flatMap((from) => places.map((to) => 10 * Math.abs(from - to)))),
    x: Int32Array.from(places),
    y: Int32Array.from(places, () => 0),
    ...{ first: stops, last: stops, service: column(600), prize: column(100), doors: column(1) },
    mandatory: new Uint8Array(at.length),
    ...{ block: column(-1), streetDoor: column(-1) },
    walkers: [0, 1].map(() => ({
      ...{ start: 0, end: 0, budget: 6_000, doors: 100, forbidden: null, service: null, head: [] },
    })),
    ...more,
  }
}

const effort = { seed: 1, iterations: 500, compactness: 0.001 }

describe('every method', () => {
  const at = Array.from({ length: 40 }, (_, index) => 5 + 3 * index)
  const streetDoor = Int32Array.from(at, (_, index) => (index < 4 ? 0 : -1))
  const problem = street(at, { streetDoor, entry: Int32Array.from(at, (_, index) => 100 + index) })

  it.each(METHODS)('$name: gives sound walks', (method) => {
    const routes = method.routes(problem, effort)
    // Throws what the independent check of the solver finds.
    const { prize, balance } = figuresOf({ problem, routes })
    expect(prize).toBeGreaterThan(0)
    expect(balance).toBeGreaterThanOrEqual(1)
  })

  it('none brings more than ours', () => {
    const prizes = METHODS.map(
      (method) => figuresOf({ problem, routes: method.routes(problem, effort) }).prize,
    )
    const ours = prizes[METHODS.findIndex(({ name }) => name === OURS)]!
    expect(Math.max(...prizes)).toBe(ours)
  })
})

describe('a stop strays', () => {
  const problem = street([10, 20, 400])
  const on = (at: Partial<Problem>, stops: number[]) => {
    const with_ = { ...problem, ...at }
    return strayStops(with_, [routeOf(with_, 0, stops)])
  }

  it('where the way to it takes longer than its prize is worth on that walk', () => {
    expect(on({}, [0, 1])).toBe(0)
    // 300 prize in 9,800 deciseconds: one is worth 3,267, and the way to the last 7,600.
    expect(on({}, [0, 1, 2])).toBe(1)
    expect(on({ prize: Int32Array.of(100, 100, 10_000) }, [0, 1, 2])).toBe(0)
  })

  it('unless it holds a given key target', () => {
    expect(on({ keys: Int32Array.of(0, 0, 1) }, [0, 1, 2])).toBe(0)
  })
})
