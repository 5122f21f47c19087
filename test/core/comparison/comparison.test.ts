/** What holds for every comparison of two plans, on plans with walks cut, mixed and handed over at random. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Comparison, TargetChange } from '@doorwalk/core/comparison/answer'
import { comparePlans } from '@doorwalk/core/comparison/comparison'
import { keptInOrder } from '@doorwalk/core/comparison/order'
import { targetIds } from '@doorwalk/core/comparison/pairs'
import type { Plan, Walk, WalkStop } from '@doorwalk/core/walk/answer'
import { runs } from '../../support/length.ts'
import { fixturePlan } from '../../support/worlds/plan-fixture.ts'

const whole = fixturePlan({ walks: 4, stops: 5, targets: 2 })
const stops = whole.walks.flatMap((walk) => walk.stops)

/** Some of the stops of the fixture on as many walks, under ids of this plan or of another. */
const anyPlan = fc
  .record({
    order: fc.shuffledSubarray(stops, { minLength: 1 }),
    cuts: fc.array(fc.nat({ max: stops.length }), { maxLength: 3 }),
    walkers: fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4 }),
    name: fc.constantFrom('p', 'q', 'r'),
  })
  .map(({ order, cuts, walkers, name }): Plan => {
    const ends = [...new Set([...cuts.filter((cut) => cut < order.length), order.length])].sort(
      (a, b) => a - b,
    )
    const parts = ends
      .map((end, index) => order.slice(ends[index - 1] ?? 0, end))
      .filter((part) => part.length > 0)
    const walks = parts.map((part, index) => walkOf(part, { index, name, walker: walkers[index]! }))
    return { ...whole, id: `pln_${name}`, walks }
  })

function walkOf(
  own: WalkStop[],
  { index, name, walker }: { index: number; name: string; walker: string },
): Walk {
  const targets = own.flatMap((stop) => stop.targets)
  const doors = targets.reduce((sum, target) => sum + target.doors, 0)
  return {
    ...whole.walks[0]!,
    walkId: `wlk_${name}_${index + 1}`,
    number: index + 1,
    walker,
    doors,
    stops: own,
    reserves: [],
  }
}

it('of a plan with itself is empty', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const { changes, walks, changed } = comparePlans(plan, plan)
      expect([changes, walks]).toEqual([[], []])
      expect(changed.same).toBe(plan.walks.flatMap(targetIds).length)
    }),
    runs({ short: 40, long: 2_000 }),
  )
})

it('the other way round tells the same with every sign turned', () => {
  fc.assert(
    fc.property(anyPlan, anyPlan, (a, b) => {
      const [there, back] = [comparePlans(a, b), comparePlans(b, a)]
      expect(asSet(back.changes)).toEqual(asSet(there.changes.map(turned)))
      expect(back.changed).toEqual({ ...there.changed, came: there.changed.left, left: there.changed.came })
      expect(numbersIn(back.difference)).toEqual(numbersIn(there.difference).map((value) => 0 - value))
      const pairs = (walks: Comparison['walks'], swap: boolean) =>
        walks
          .map(({ first, second }) => (swap ? [second, first] : [first, second]))
          .map((pair) => pair.map((one) => one?.walkId))
      expect(asSet(pairs(back.walks, true))).toEqual(asSet(pairs(there.walks, false)))
    }),
    runs({ short: 60, long: 2_000 }),
  )
})

it('tells of each target once, and leads from one plan to the other', () => {
  fc.assert(
    fc.property(anyPlan, anyPlan, (a, b) => {
      const { changes, changed } = comparePlans(a, b)
      expect(new Set(changes.map(({ target }) => target)).size).toBe(changes.length)
      const placed = (plan: Plan) =>
        new Map(
          plan.walks.flatMap((walk) =>
            targetIds(walk).map((id, index) => [id, `${walk.walkId} ${index + 1}`]),
          ),
        )
      const [before, after] = [placed(a), placed(b)]
      for (const { target, from, to } of changes) {
        expect(from ? `${from.walkId} ${from.place}` : undefined).toBe(before.get(target))
        expect(to ? `${to.walkId} ${to.place}` : undefined).toBe(after.get(target))
      }
      expect(changed.same + changed.moved + changed.reordered + changed.left).toBe(before.size)
      expect(changed.same + changed.moved + changed.reordered + changed.came).toBe(after.size)
    }),
    runs({ short: 60, long: 2_000 }),
  )
})

it('keeps in order as many names as a search of all subsets finds', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  fc.assert(
    fc.property(fc.shuffledSubarray(names), fc.shuffledSubarray(names), (one, other) => {
      const kept = keptInOrder(one, other)
      expect([...keptInOrder(other, one)].sort()).toEqual([...kept].sort())
      expect(one.filter((name) => kept.has(name))).toEqual(other.filter((name) => kept.has(name)))
      const most = Math.max(
        ...Array.from({ length: 2 ** names.length }, (_, bits) =>
          names.filter((__, bit) => (bits >> bit) & 1),
        )
          .filter((some) => some.every((name) => one.includes(name) && other.includes(name)))
          .map((some) => {
            const [a, b] = [one, other].map((list) => list.filter((name) => some.includes(name)).join())
            return a === b ? some.length : 0
          }),
      )
      expect(kept.size).toBe(most)
    }),
    runs({ short: 60, long: 2_000 }),
  )
})

it('says of two that swap walkers that their walks changed hands, and no target', () => {
  const [a, b, ...rest] = whole.walks
  const swapped = { ...whole, walks: [{ ...a!, walker: b!.walker }, { ...b!, walker: a!.walker }, ...rest] }
  const { changes, walks, changed } = comparePlans(whole, swapped)
  expect([changes, changed.walks]).toEqual([[], 2])
  expect(walks.map(({ first, second }) => [first!.walker, second!.walker])).toEqual([
    [a!.walker, b!.walker],
    [b!.walker, a!.walker],
  ])
})

it('says of what regions the plans are', () => {
  const older = { ...whole, region: { ...whole.region, version: 'older' } }
  const elsewhere = { ...whole, region: { ...whole.region, name: 'elsewhere' } }
  expect([older, elsewhere].map((plan) => comparePlans(whole, plan).regions)).toEqual([
    'other_version',
    'other_region',
  ])
})

function turned({ change, from, to, ...rest }: TargetChange): TargetChange {
  const other = { came: 'left', left: 'came', moved: 'moved', reordered: 'reordered' } as const
  return { ...rest, change: other[change], from: to, to: from }
}

function asSet(values: unknown[]): Set<string> {
  const sorted = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value
  return new Set(values.map((value) => JSON.stringify(sorted(value))))
}

function numbersIn(difference: Comparison['difference']): number[] {
  return Object.values(difference).filter((value) => typeof value === 'number')
}
