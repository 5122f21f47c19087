/** Key buildings that a request names: on walks before anything else, or left out with what it would take. */
import { describe, expect, it } from 'vitest'
import { planWalks } from '@doorwalk/core/plan'
import { PlanRequest, type PlanRequestInput } from '@doorwalk/core/request/request'
import { keepRouters } from '@doorwalk/core/matrix/street-router'
import type { LeftOut, Plan } from '@doorwalk/core/walk/answer'
import { checkPlan } from '../support/check-plan.ts'
import { keyTrials, missing } from '../support/key-trials.ts'
import { rounds } from '../support/length.ts'
import { bundledRegion } from '../support/worlds/regions.ts'

const { regions, region } = bundledRegion()
const router = keepRouters()
const START: [number, number] = [2.3452, 48.8789]

async function plan(body: Partial<PlanRequestInput>): Promise<Plan> {
  const request = PlanRequest.parse({
    ...{ region, volunteers: 1, minutes: 60, start: START, iterations: 300, language: 'en' },
    ...body,
  })
  const made = await planWalks(request, {
    ...{ regions, router, clock: { now: () => Date.parse('2026-03-14T12:00:00Z') } },
    id: (prefix) => `${prefix}_test`,
  })
  checkPlan(made, request)
  return made
}

const keysOn = ({ walks }: Plan): string[] =>
  walks
    .flatMap(({ stops }) =>
      stops.flatMap(({ targets }) => targets.filter(({ key }) => key).map(({ id }) => id)),
    )
    .sort()
const missed = ({ leftOut }: Plan): LeftOut[] => leftOut.filter(({ key }) => key)

/** Targets that a plain plan leaves out, from the start on. */
const all = await plan({ volunteers: 40, minutes: 120, iterations: 0 })
const served = all.walks.flatMap(({ stops }) => stops.flatMap(({ targets }) => targets))
const far = served
  .filter(({ floors }) => floors > 1)
  .toSorted((a, b) => distance(b.location) - distance(a.location))
  .map(({ id }) => id)

function distance([lng, lat]: [number, number]): number {
  return Math.abs(lng - START[0]) + 1.5 * Math.abs(lat - START[1])
}

describe('key buildings that fit', () => {
  it('are all on walks, whatever they are worth', async () => {
    let trials = 0
    for await (const { targets, plan: make } of keyTrials(bundledRegion(), { seed: 17, iterations: 100 })) {
      expect(missing(await make(), targets)).toEqual([])
      if (++trials === rounds({ short: 6, long: 100 })) break
    }
  })

  it('change nothing but the walks: as many doors, summary and why', async () => {
    const made = await plan({ targets: [{ id: far[0]!, key: true }], minutes: 120 })
    expect(keysOn(made)).toEqual([far[0]])
    expect(made.summary.keys).toEqual({ by: 'request', reached: 1, of: 1 })
    const [key] = made.walks[0]!.stops.flatMap(({ targets }) => targets.filter(({ id }) => id === far[0]))
    expect(key!.why).toMatch(/^key building; \d+ doors; \d+ min of work$/)
    expect(missed(made)).toEqual([])
    expect(made.warnings.join()).not.toContain('key building')
  })

  it('are reached from where the plan lets people meet, when it may choose', async () => {
    const made = await plan({ start: undefined, minutes: 30, targets: [{ id: far[0]!, key: true }] })
    expect(keysOn(made)).toEqual([far[0]])
  })
})

describe('key buildings that do not fit', () => {
  const tooFar = { minutes: 20, targets: [{ id: far[0]!, key: true }] }

  it('say how many minutes would do, and how near a start: both are tried', async () => {
    const made = await plan(tooFar)
    const [out] = missed(made)
    expect(out).toMatchObject({ target: far[0], reason: 'key_not_reached', key: true })
    expect(made.summary).toMatchObject({
      keys: { by: 'request', reached: 0, of: 1 },
      leftOut: { key_not_reached: 1 },
    })
    const { minutes, startWithin, walkers } = out!.needs!
    expect(minutes).toBeGreaterThan(20)
    expect(walkers).toBeUndefined()
    expect(keysOn(await plan({ ...tooFar, minutes: minutes! }))).toEqual([far[0]])
    // Nothing else is on the way: no fewer minutes would do.
    expect(keysOn(await plan({ ...tooFar, minutes: minutes! - 1 }))).toEqual([])
    if (startWithin !== undefined) {
      const target = served.find(({ id }) => id === far[0])!
      expect(keysOn(await plan({ ...tooFar, start: target.location }))).toEqual([far[0]])
    }
    expect(made.warnings.join()).toContain(`walks of ${minutes} minutes`)
    expect(made.warnings.join()).toContain(far[0])
  })

  it('say that one more would do, where each fits alone', async () => {
    const near = served.toSorted((a, b) => distance(a.location) - distance(b.location)).map(({ id }) => id)
    const body = { minutes: 40, targets: near.slice(0, 12).map((id) => ({ id, key: true })) }
    const made = await plan(body)
    const out = missed(made)
    expect(out.length).toBeGreaterThan(0)
    expect(made.summary.keys).toEqual({ by: 'request', reached: 12 - out.length, of: 12 })
    const before = keysOn(made)
    for (const { target, needs } of out.slice(0, 3)) {
      expect(needs!.walkers).toBe(1)
      const only = { targets: [...before, target].map((id) => ({ id, key: true })) }
      expect(keysOn(await plan({ ...body, ...only, volunteers: 2 }))).toEqual([...before, target].sort())
      expect(keysOn(await plan({ ...body, ...only, minutes: needs!.minutes! }))).toEqual(
        [...before, target].sort(),
      )
    }
  })

  it('say how many doors would do, or that stairs must be climbed', async () => {
    const near = served.toSorted((a, b) => distance(a.location) - distance(b.location))
    const large = near.find(({ doors, floors }) => doors > 3 && floors > 2)!
    const body = { minutes: 90, targets: [{ id: large.id, key: true }] }
    const [narrow] = missed(await plan({ ...body, doors: 2 }))
    expect(narrow!.needs).toEqual({ doors: large.doors })
    expect(keysOn(await plan({ ...body, doors: large.doors }))).toEqual([large.id])
    const [steep] = missed(await plan({ ...body, volunteers: [{ avoidStairs: true }] }))
    expect(steep).toMatchObject({ reason: 'key_not_reached', needs: { stairs: true } })
  })

  it('are first among the reserves of a walk near them', async () => {
    const near = served.toSorted((a, b) => distance(a.location) - distance(b.location))
    const targets = near.slice(0, 8).map(({ id }) => ({ id, key: true }))
    const made = await plan({ minutes: 30, targets })
    const out = missed(made).map(({ target }) => target)
    expect(out.length).toBeGreaterThan(0)
    const [first] = made.walks[0]!.reserves
    expect(out).toContain(first!.id)
  })

  it('keep the reason that can be proved, and are named all the same', async () => {
    const [visited, excluded, zero] = far
    const made = await plan({
      minutes: 120,
      skip: { targets: [visited!] },
      targets: [
        { id: visited!, key: true },
        { id: excluded!, key: true, exclude: true },
        { id: zero!, key: true, doors: 0 },
        { id: 'crm:nowhere', key: true },
      ],
    })
    expect(missed(made).map(({ target, reason }) => [target, reason])).toEqual(
      [
        [visited, 'excluded'],
        [excluded, 'excluded'],
        [zero, 'no_doors'],
      ].sort(),
    )
    expect(made.summary.keys).toEqual({ by: 'request', reached: 0, of: 3 })
    const said = made.warnings.join('\n')
    for (const id of [visited, excluded, zero, 'crm:nowhere']) expect(said).toContain(id)
  })

  it('are told in French, too', async () => {
    const made = await plan({ ...tooFar, language: 'fr' })
    expect(made.warnings.join()).toMatch(
      /1 immeuble-clé sur 1 n’est sur aucune tournée\. .*\s: il faut des tournées de \d+ minutes/,
    )
  })
})
