/** What must hold for every plan, checked from outside: nothing here calls the code that made it. */
import type { PlanRequest } from '@doorwalk/core/request/request'
import { Plan } from '@doorwalk/core/walk/answer'
import { expect } from 'vitest'

/** @param request  as asked, defaults filled in */
export function checkPlan(plan: Plan, request: PlanRequest): void {
  expect(Plan.safeParse(plan).error?.issues ?? []).toEqual([])
  const served = plan.walks.flatMap((walk) =>
    walk.stops.flatMap((stop) => stop.targets.map((target) => target.id)),
  )
  const reserved = plan.walks.flatMap((walk) => walk.reserves.map((target) => target.id))
  expect(new Set(served).size, 'every target on one walk at most').toBe(served.length)
  expect(new Set(reserved).size, 'every reserve on one walk at most').toBe(reserved.length)
  const out = plan.leftOut.map(({ target }) => target)
  expect(new Set(out).size, 'every target left out once').toBe(out.length)
  expect(
    served.filter((id) => out.includes(id)),
    'served and left out',
  ).toEqual([])
  expect(
    reserved.filter((id) => served.includes(id)),
    'served and in reserve',
  ).toEqual([])
  expect(
    plan.leftOut.filter(({ target, key }) => !key && reserved.includes(target)),
    'in reserve and left out',
  ).toEqual([])
  expect(plan.summary.reserves).toBe(reserved.filter((id) => !out.includes(id)).length)
  for (const walk of plan.walks) checkWalk(walk, request)
  const sum = (of: (walk: Plan['walks'][number]) => number) =>
    plan.walks.reduce((total, walk) => total + of(walk), 0)
  expect(plan.summary.seconds).toBe(sum((walk) => walk.seconds))
  expect(plan.summary.metres).toBe(sum((walk) => walk.metres))
  expect(plan.summary.doors).toBe(sum((walk) => walk.doors))
  expect(plan.summary.targets).toBe(served.length)
  expect(Object.values(plan.summary.leftOut).reduce((total, count) => total + count, 0)).toBe(out.length)
}

/** Targets of the area by place: on a walk, in reserve or left out; what the request names elsewhere is not counted. */
export function targetsOf(plan: Plan): string[] {
  const onWalks = plan.walks.flatMap(({ stops, reserves }) => [
    ...stops.flatMap(({ targets }) => targets.map(({ id }) => id)),
    ...reserves.map(({ id }) => id),
  ])
  const out = plan.leftOut.filter(({ reason }) => !reason.startsWith('outside_')).map(({ target }) => target)
  // A key building that is missed may be in reserve, too.
  return [...new Set([...onWalks, ...out])].sort()
}

function checkWalk(walk: Plan['walks'][number], request: PlanRequest): void {
  const ends = (walk.start ? 1 : 0) + (walk.end ? 1 : 0)
  expect(walk.legs.length).toBe(walk.stops.length - 1 + ends)
  expect(walk.seconds).toBe(
    walk.legs.reduce((sum, leg) => sum + leg.seconds, 0) +
      walk.stops.reduce((sum, stop) => sum + stop.seconds, 0),
  )
  expect(walk.metres).toBe(walk.legs.reduce((sum, leg) => sum + leg.metres, 0))
  expect(walk.seconds).toBeLessThanOrEqual(walk.budget)
  const targets = walk.stops.flatMap((stop) => stop.targets)
  expect(walk.doors).toBe(targets.reduce((sum, target) => sum + target.doors, 0))
  if (request.doors !== undefined && typeof request.volunteers === 'number')
    expect(walk.doors).toBeLessThanOrEqual(request.doors)
  let elapsed = 0
  walk.stops.forEach((stop, index) => {
    const leg = walk.start ? walk.legs[index] : walk.legs[index - 1]
    elapsed += leg?.seconds ?? 0
    expect(stop.arrive).toBe(elapsed)
    const left = walk.stops[index - 1]?.targets.at(-1)
    if (left && leg && String(left.location) === String(stop.targets[0]!.location)) {
      const { coordinates } = leg.geometry
      expect(leg, 'from floor to floor').toMatchObject({ metres: 0, seconds: 0, steps: [] })
      expect([coordinates.length, coordinates[0]]).toEqual([2, coordinates[1]])
    }
    elapsed += stop.seconds
  })
  const said = walk.legs.flatMap((leg) => leg.steps).filter(({ type }) => type === 'cross')
  const crossings = Object.values(walk.crossings).reduce((total, count) => total + count, 0)
  expect(crossings).toBeLessThanOrEqual(said.length)
  walk.legs.forEach((leg, index) => {
    const isFirst = index === 0 && walk.start !== null
    if (leg.metres > 40 || isFirst) expect(leg.steps.length, 'words').toBeGreaterThan(0)
    if (leg.steps.length === 0) return
    if (leg.metres < 40 && index > 0) expect(leg.steps.length, 'more than there and back').toBeGreaterThan(2)
    expect(leg.steps.every((step) => step.instruction.length > 0)).toBe(true)
    expect(Math.abs(leg.steps.reduce((sum, step) => sum + step.metres, 0) - leg.metres)).toBeLessThanOrEqual(
      leg.steps.length,
    )
  })
}
