/** Invariants of the solver on random problems: deltas, undo, soundness, what is left out. */
import { isDeepStrictEqual } from 'node:util'
import { checkSolution } from '@doorwalk/core/solver/check'
import { Exchange } from '@doorwalk/core/solver/moves/exchange'
import type { MakeMove } from '@doorwalk/core/solver/moves/move'
import { modelOf } from '@doorwalk/core/solver/problem/model'
import type { Problem, Weights } from '@doorwalk/core/solver/problem/problem'
import { Random } from '@doorwalk/core/solver/chance/random'
import { MOVES } from '@doorwalk/core/solver/moves/moves'
import { Replace } from '@doorwalk/core/solver/moves/replace'
import { solve } from '@doorwalk/core/solver/solve'
import { insertLast } from '@doorwalk/core/solver/state/insertion'
import { Places } from '@doorwalk/core/solver/state/places'
import { State } from '@doorwalk/core/solver/state/state'
import { Swap } from '@doorwalk/core/solver/moves/swap'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../support/length.ts'
import { randomProblem, stopsThatFit } from '../../support/worlds/problems.ts'

const QUALITY: Partial<Weights> = {
  compactness: 0.3,
  balance: 0.2,
  block: 40,
  stability: 25,
  side: 60,
  building: 90,
}

const shapes = fc.record({
  stops: fc.integer({ min: 1, max: 25 }),
  walkers: fc.integer({ min: 1, max: 4 }),
  budget: fc.integer({ min: 0, max: 6000 }),
  doors: fc.constantFrom(15, Number.MAX_SAFE_INTEGER),
  twoEnded: fc.boolean(),
  asymmetric: fc.boolean(),
  streetDoors: fc.boolean(),
  forbidden: fc.boolean(),
  unreachable: fc.boolean(),
  heads: fc.boolean(),
  entry: fc.boolean(),
  ownService: fc.boolean(),
  looks: fc.constant(true),
  ends: fc.constantFrom('meeting', 'open', 'anywhere', 'own'),
})

describe('state', () => {
  it('changes its cost by exactly the difference of two full computations, and takes everything back', () => {
    fc.assert(
      fc.property(shapes, fc.integer(), (shape, seed) => {
        const problem = randomProblem({ ...shape, unreachable: false }, seed)
        const previous = problem.walkers.map((_, w) =>
          Array.from(problem.first.keys()).filter((i) => i % 5 === w),
        )
        const model = modelOf(problem, { weights: QUALITY, previous })
        const state = new State(model)
        const random = new Random(seed)
        for (let round = 0; round < 20; round++) {
          const before = { ...picture(state), cost: state.cost }
          for (let move = random.below(12); move >= 0; move--) randomMove(state, random)
          expect(state.cost).toBe(recomputedCost(state, previous))
          if (random.below(2) === 0) state.commit()
          else {
            state.undo()
            expectSame({ ...picture(state), cost: state.cost }, before)
          }
        }
      }),
      runs({ short: 25, long: 60 }),
    )
  })
})

describe('a stop put in', () => {
  it('lowers no term of what walks are liked for, by exactly what was foretold, and gives its walk no time back', () => {
    fc.assert(
      fc.property(shapes, fc.integer(), (shape, seed) => {
        // Balance counts the time, which the foretold rise leaves out.
        const weights = { ...QUALITY, balance: 0 }
        const problem = randomProblem({ ...shape, unreachable: false }, seed)
        const state = new State(modelOf(problem, { weights }))
        const random = new Random(seed)
        for (let move = 0; move < 60; move++) {
          randomMove(state, random)
          const place = randomPlace(state, random)
          if (place === null) continue
          const { stop, node } = place
          const { walk, next, looks, quality, model } = state
          const w = walk[node]!
          looks!.lookAround(stop)
          const foretold = quality!.rise(stop, w) + looks!.rise(stop, w, node, next[node]!)
          const before = { ...costs(state), slack: state.slack[w]!, walking: state.walking }
          state.insert(stop, place)
          expect(costs(state).liked - before.liked).toBe(foretold)
          expect(foretold).toBeGreaterThanOrEqual(0)
          expect(looks!.most).toBeGreaterThanOrEqual(looks!.rise(stop, w, node, next[stop]!))
          expect(looks!.fall(stop, { walk: w, before: node, after: next[stop]! })).toBe(
            costs(state).looks - before.looks,
          )
          const grown = state.walking - before.walking
          expect(before.slack - state.slack[w]! - grown).toBeGreaterThanOrEqual(0)
          expect(model.service[model.serviceRow[w]! + stop]).toBe(
            before.slack - state.slack[w]! - grown + state.doors.spared(stop, w),
          )
        }
      }),
      runs({ short: 40, long: 400 }),
    )
  })
})

/**
 * How many stops come onto walks by a move, and so many may leave; moves that are not named here may do as they like.
 */
const COMES = new Map<MakeMove, number>([
  [Exchange, 0],
  [Swap, 0],
  [Replace, 1],
])

describe.each(MOVES.map(({ Move }) => ({ name: Move.name, Move, comes: COMES.get(Move) })))(
  '$name',
  ({ Move, comes }) => {
    it('keeps every other stop, every limit and the cost in order, or changes nothing', () => {
      let taken = 0
      fc.assert(
        fc.property(shapes, fc.integer(), (shape, seed) => {
          const { stops, budget } = shape
          const roomy = { ...shape, stops: stops + 15, budget: budget + 6000 }
          const problem = randomProblem(roomy, seed)
          const previous = problem.walkers.map(() => [])
          const model = modelOf(problem, { weights: QUALITY })
          if (model.servable.length === 0) return
          const state = new State(model)
          const random = new Random(seed)
          for (const stop of model.servable) insertLast(state, stop, random.below(model.walkers))
          state.commit()
          const move = new Move(state, random, new Places(state, random))
          for (let round = 0; round < 400; round++) {
            const before = { ...picture(state), cost: state.cost, served: servedStops(state) }
            const limit = state.cost + random.below(2000)
            if (move.attempt(limit)) {
              taken++
              expect(state.cost).toBeLessThan(limit)
              expect(state.cost).toBe(recomputedCost(state, previous))
              const served = servedStops(state)
              if (comes !== undefined) {
                expect(served.filter((stop) => !before.served.includes(stop))).toHaveLength(comes)
                const left = before.served.filter((stop) => !served.includes(stop))
                expect(left.length).toBeLessThanOrEqual(comes)
              }
              for (const stop of served) expect(state.isAllowed(stop, state.walk[stop]!)).toBe(true)
              for (let w = 0; w < model.walkers; w++) {
                if (state.size[w] === 0) continue
                expect(Math.min(state.slack[w]!, state.room[w]!)).toBeGreaterThanOrEqual(0)
              }
              state.commit()
            } else expectSame({ ...picture(state), cost: state.cost, served: servedStops(state) }, before)
          }
        }),
        // Swaps are rare.
        runs({ short: Move === Swap ? 110 : 25, long: 150 }),
      )
      expect(taken).toBeGreaterThan(100)
    })
  },
)

describe('solve', () => {
  it('always answers soundly, and leaves out nothing that still fits', () => {
    fc.assert(
      fc.property(shapes, fc.integer(), fc.boolean(), (shape, seed, withQuality) => {
        const problem = randomProblem(shape, seed)
        const weights = withQuality ? QUALITY : {}
        const solution = solve(problem, { seed, iterations: 300, weights })
        expect(checkSolution(problem, solution, weights)).toEqual([])
        // Made-up rows take no time from end to end, so one too far off alone may be on the way between two others.
        if (!withQuality && !shape.twoEnded) expect(stopsThatFit(problem, solution)).toEqual([])
      }),
      runs({ short: 50, long: 150 }),
    )
  })

  it('keeps the budget where a walk grows by losing a stop', () => {
    const shape = {
      stops: 4,
      walkers: 3,
      budget: 2645,
      twoEnded: true,
      asymmetric: true,
      streetDoors: true,
    } as const
    const problem = randomProblem({ ...shape, unreachable: true, ends: 'meeting' }, -2147483643)
    for (const iterations of [100, 200, 300, 400, 500])
      expect(checkSolution(problem, solve(problem, { seed: -2147483643, iterations }))).toEqual([])
  })

  it('moves and drops no stop when stability outweighs everything', () => {
    const problem = randomProblem({ stops: 40, walkers: 4 }, 5)
    const previous = solve(problem, { seed: 1, iterations: 2000 }).routes.map((route) => route.stops)
    const next = solve(problem, { seed: 2, iterations: 2000, previous, weights: { stability: 1e6 } })
    previous.forEach((stops, w) => {
      expect(next.routes[w]!.stops).toEqual(expect.arrayContaining(stops))
    })
  })

  it('splits fewer blocks when they have a weight', () => {
    const problem = randomProblem({ stops: 60, walkers: 4, budget: 4000 }, 8)
    const [loose, whole] = [0, 300].map((block) =>
      extraWalks(problem, solve(problem, { seed: 1, iterations: 6000, weights: { block } }).routes),
    )
    expect(whole!).toBeLessThan(loose!)
  })
})

describe('looks', () => {
  const changesIn = (problem: Problem, weights: Partial<Weights>, iterations: number): number => {
    const { routes } = solve(problem, { seed: 1, iterations, weights })
    const walkOf = new Map(routes.flatMap(({ stops }, w) => stops.map((stop) => [stop, w] as const)))
    return [...new Set(problem.side)].reduce((sum, side) => {
      const row = [...walkOf.keys()].filter((stop) => problem.side![stop] === side)
      const own = row.sort((a, b) => problem.along![a]! - problem.along![b]!).map((stop) => walkOf.get(stop)!)
      return sum + own.filter((w, i) => i > 0 && w !== own[i - 1]).length - (new Set(own).size - 1)
    }, 0)
  }
  /** Rows of ten houses, from west to east. */
  const rows = (budget: number): Problem => {
    const problem = randomProblem({ stops: 80, walkers: 6, budget }, 8)
    const order = Array.from(problem.first.keys()).sort(
      (a, b) => problem.y[problem.first[a]!]! - problem.y[problem.first[b]!]!,
    )
    const side = new Int32Array(80)
    order.forEach((stop, place) => (side[stop] = Math.floor(place / 10)))
    return { ...problem, side, along: problem.first.map((at) => problem.x[at]!) }
  }

  it.each([
    ['where walks are full', 3000],
    ['where everything fits', 9000],
  ])('keep rows on one walk %s', (_, budget) => {
    const problem = rows(budget)
    const [loose, together] = [0, 400].map((side) => changesIn(problem, { side }, 8000))
    expect(together!).toBeLessThan(loose! / 2)
  })

  it('leave nobody out where everything fits, and walks even', () => {
    const problem = { ...rows(9000), prize: new Int32Array(80).fill(1) }
    const { routes, unserved } = solve(problem, {
      seed: 1,
      iterations: 8000,
      weights: { side: 1000, building: 1000 },
    })
    expect(unserved).toEqual([])
    const shares = routes.map(({ duration }, w) => duration / problem.walkers[w]!.budget)
    expect((Math.max(...shares) * shares.length) / shares.reduce((a, b) => a + b)).toBeLessThanOrEqual(1.1)
  })

  it('change nothing while they have no weight', () => {
    const problem = randomProblem({ stops: 60, walkers: 4 }, 3)
    const options = { seed: 1, iterations: 2000 }
    const told = randomProblem({ stops: 60, walkers: 4, looks: true }, 3)
    expect(solve(told, options)).toEqual(solve(problem, options))
  })
})

describe('what is left out', () => {
  const problem = randomProblem({ stops: 40, walkers: 2, budget: 2500 }, 3)

  it('fits on no walk any more', () => {
    const solution = solve(problem, { seed: 1, iterations: 5000 })
    expect(solution.unserved.length).toBeGreaterThan(0)
    expect(stopsThatFit(problem, solution)).toEqual([])
  })

  it('makes one walker more worth more than nothing', () => {
    const options = { seed: 1, iterations: 3000 }
    const { routes, prize } = solve(problem, options)
    const larger = { ...problem, walkers: [...problem.walkers, { ...problem.walkers[0]!, head: [] }] }
    const previous = routes.map((route) => route.stops)
    expect(solve(larger, { ...options, previous }).prize).toBeGreaterThan(prize)
  })
})

function extraWalks(problem: Problem, routes: { stops: number[] }[]): number {
  const pairs = new Set(
    routes.flatMap((route, w) => route.stops.map((stop) => `${problem.block[stop]} ${w}`)),
  )
  return pairs.size - new Set([...pairs].map((pair) => pair.split(' ')[0])).size
}

/** What walks are liked for, and of that the looks. */
function costs(state: State): { liked: number; looks: number } {
  const { walking } = state.model.objective
  return { liked: state.cost + state.gained() - walking * state.walking, looks: state.looks!.cost }
}

/** An absent stop and where it may go, whether it fits or not; null: none was drawn. */
function randomPlace(state: State, random: Random): { stop: number; node: number; reversed: boolean } | null {
  const { model, walk, next } = state
  if (model.servable.length === 0) return null
  const stop = model.servable[random.below(model.servable.length)]!
  let node = model.stops + random.below(model.walkers)
  for (let steps = random.below(6); steps > 0 && next[node]! < model.stops; steps--) node = next[node]!
  return walk[stop]! < 0 && state.isAllowed(stop, walk[node]!) ? { stop, node, reversed: false } : null
}

function randomMove(state: State, random: Random): void {
  const { model, walk, next } = state
  if (model.servable.length === 0) return
  const stop = model.servable[random.below(model.servable.length)]!
  if (walk[stop]! >= 0) {
    state.remove(stop)
    return
  }
  let node = model.stops + random.below(model.walkers)
  for (let steps = random.below(6); steps > 0 && next[node]! < model.stops; steps--) node = next[node]!
  const door = model.streetDoor[stop]!
  const isElsewhere = door >= 0 && state.doors.walkOf[door]! >= 0 && state.doors.walkOf[door] !== walk[node]
  if (isElsewhere) return
  const hasTwoEnds = model.problem.first[stop] !== model.problem.last[stop]
  state.insert(stop, { node, reversed: hasTwoEnds && random.below(2) === 0 })
}

/** Asked a hundred thousand times: only a difference is worth the time of telling where it lies. */
function expectSame(state: object, before: object): void {
  if (!isDeepStrictEqual(state, before)) expect(state).toEqual(before)
}

function servedStops(state: State): number[] {
  return Array.from(state.model.servable).filter((stop) => state.walk[stop]! >= 0)
}

function picture(state: State): object {
  const { next, prev, walk, link, wide, slack, room, size, doors, walking, served, walks } = state
  const present = Array.from(walk.keys()).filter((node) => walk[node]! >= 0)
  const only = (values: Int32Array): number[] => present.map((node) => values[node]!)
  return {
    lists: [next, prev, walk, link, wide].map(only),
    walks: [slack, room, size, doors.walkOf].map((values) => Array.from(values)),
    totals: [walking, served, walks.count],
  }
}

/** The entry of doors that the walk has passed before: of its head, or of a stop before. */
function sparedOn(stops: number[], w: number, { streetDoor, entry, walkers }: Problem): number {
  if (entry === undefined) return 0
  const leastEntry = (door: number) => Math.min(...entry.filter((_, stop) => streetDoor[stop] === door))
  const passed = new Set(walkers[w]!.head.map((stop) => streetDoor[stop]!))
  return stops.reduce((sum, stop) => {
    const door = streetDoor[stop]!
    const isPassed = door >= 0 && passed.has(door)
    passed.add(door)
    return isPassed ? sum + leastEntry(door) : sum
  }, 0)
}

/** T and U of cost.ts, from the walks alone, heads included. */
function recomputedLooks({ model, next }: State): number {
  const { problem, objective } = model
  const walks = problem.walkers.map(({ head }, w) => {
    const stops = [...head]
    for (let at = next[model.stops + w]!; at < model.stops; at = next[at]!) stops.push(at)
    return stops
  })
  const walkOf = new Map(walks.flatMap((stops, w) => stops.map((stop) => [stop, w] as const)))
  const numbersIn = (values: Int32Array): number[] => [...new Set(values)].filter((value) => value >= 0)
  const changesOf = (list: number[]): number => list.slice(1).filter((value, i) => value !== list[i]).length
  const changes = numbersIn(problem.side!).map((side) => {
    const served = [...walkOf.keys()].filter((stop) => problem.side![stop] === side)
    const row = served.sort((a, b) => problem.along![a]! - problem.along![b]! || a - b)
    const own = row.map((stop) => walkOf.get(stop)!)
    return changesOf(own) - Math.max(0, new Set(own).size - 1)
  })
  const returns = numbersIn(problem.building!).map((building) => {
    const runs = walks.map((stops) =>
      stops.filter((stop, i) => isIn(stop, building) && !isIn(stops[i - 1], building)),
    )
    return Math.max(0, runs.flat().length - 1)
  })
  const units = (weight: number): number => Math.round(weight * objective.perPoint)
  const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0)
  return units(QUALITY.side!) * sum(changes) + units(QUALITY.building!) * sum(returns)

  function isIn(stop: number | undefined, building: number): boolean {
    return stop !== undefined && problem.building![stop] === building
  }
}

/** The cost as cost.ts describes it, from the walks alone. */
function recomputedCost(state: State, previous: number[][]): number {
  const { model } = state
  const { problem, objective, durations } = model
  const points = (weight: number | undefined): number => (weight ?? 0) * objective.perPoint
  const mean = (values: Int32Array): number =>
    Math.round(
      Array.from(problem.first, (at) => values[at]!).reduce((a, b) => a + b, 0) / Math.max(1, model.stops),
    )
  const [middleX, middleY] = [mean(problem.x), mean(problem.y)]
  const load = (w: number, free: number): number => {
    const budget = problem.walkers[w]!.budget
    const used = budget - model.budget[w]! + free
    return Math.round((points(QUALITY.balance) * used * used) / Math.max(1, budget) / 10)
  }
  let cost = 0
  const blocks = new Map<number, Set<number>>()
  for (let w = 0; w < model.walkers; w++) {
    const stops: number[] = []
    for (let at = state.next[model.stops + w]!; at < model.stops; at = state.next[at]!) stops.push(at)
    if (stops.length === 0) {
      if (model.hasHead[w] === 0) continue
      const link = durations.between(model.start[w]!, model.end[w]!)
      cost += objective.walking * link + load(w, link)
      continue
    }
    let walking = 0
    let at = model.start[w]!
    for (const stop of stops) {
      walking += durations.between(at, state.enter[stop]!)
      at = state.leave[stop]!
      cost -= objective.gain[stop]!
      const before = previous.findIndex((list) => list.includes(stop))
      if (before >= 0 && before !== w) cost += Math.round(points(QUALITY.stability))
      blocks.set(problem.block[stop]!, (blocks.get(problem.block[stop]!) ?? new Set()).add(w))
    }
    walking += durations.between(at, model.end[w]!)
    cost += objective.walking * walking
    const xs = stops.map((stop) => problem.x[problem.first[stop]!]! - middleX)
    const ys = stops.map((stop) => problem.y[problem.first[stop]!]! - middleY)
    const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0)
    const squares = sum(xs.map((x) => x * x)) + sum(ys.map((y) => y * y))
    const spread = Math.sqrt(Math.max(0, stops.length * squares - sum(xs) ** 2 - sum(ys) ** 2))
    if (stops.length > 1) cost += Math.round(points(QUALITY.compactness) * spread)
    const times = problem.walkers[w]!.service ?? problem.service
    const service = sum(stops.map((stop) => times[stop]!)) - sparedOn(stops, w, problem)
    expect(state.slack[w]).toBe(model.budget[w]! - walking - service)
    cost += load(w, walking + service)
  }
  cost += recomputedLooks(state)
  for (const walks of blocks.values()) cost += Math.round(points(QUALITY.block)) * (walks.size - 1)
  return cost
}
