/** What took the time of a plan is told to who asks for it, and to nobody else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Timings, timingsOf } from '@doorwalk/functions/plans/timings'
import { PLAN } from '@doorwalk/functions/store/keys'
import { type TestApi, openTestApi } from '../../support/servers/api.ts'
import { BUNDLED } from '../../support/worlds/regions.ts'

const STEPS = ['area', 'building', 'graph', 'grouping', 'matrix', 'solver', 'walk']
const area = { precincts: ['0925'] }
const body = { region: 'paris-9e-10e', area, volunteers: 2, minutes: 45, iterations: 50 }

let api: TestApi
let key: string
beforeAll(async () => {
  api = await openTestApi({ regionRoots: [BUNDLED] })
  key = await api.key('alpha', 'organiser')
})
afterAll(() => api.close())

type Json = Record<string, unknown>
const json = async (answer: Response): Promise<Json> => (await answer.json()) as Json

describe('a plan', () => {
  it('tells what took its time where that is asked for, and is the same otherwise', async () => {
    const made = await json(await api.call('/v1/plans?timings=true', { key, method: 'POST', body }))
    const { timings, ...plan } = made
    expect(Object.keys(Timings.required().parse(timings).steps)).toEqual(STEPS)
    const path = `/v1/plans/${String(made['id'])}`
    expect(await json(await api.call(path, { key }))).toEqual(plan)
    expect(await json(await api.call(`${path}?timings=false`, { key }))).toEqual(plan)
    expect(await json(await api.call(`${path}?timings=true`, { key }))).toEqual(made)
    const list = await json(await api.call('/v1/plans', { key }))
    expect((list['plans'] as Json[])[0]).not.toHaveProperty('timings')
  })

  it('does not tell without being asked, and refuses another wish', async () => {
    const made = await json(await api.call('/v1/plans', { key, method: 'POST', body }))
    expect(made).not.toHaveProperty('timings')
    expect((await api.call('/v1/plans?timings=yes', { key, method: 'POST', body })).status).toBe(400)
  })

  it('tells it of a replan', async () => {
    const made = await json(await api.call('/v1/plans', { key, method: 'POST', body }))
    const path = `/v1/plans/${String(made['id'])}/replan?timings=true`
    const roll = { present: 1, keep: 'walks' }
    const again = await api.call(path, { key, method: 'POST', body: roll })
    expect(again.status, await again.clone().text()).toBe(201)
    expect(Timings.safeParse((await json(again))['timings']).success).toBe(true)
  })

  it('of a version that did not keep it says null', async () => {
    const made = await json(await api.call('/v1/plans', { key, method: 'POST', body }))
    const id = String(made['id'])
    const item = await api.world.store.get(PLAN.key('alpha', id))
    const { timings: _timings, ...data } = item!.data
    await api.world.store.replace({ ...PLAN.key('alpha', id), data }, item!.version)
    const read = await json(await api.call(`/v1/plans/${id}?timings=true`, { key }))
    expect(read).toEqual({ ...made, timings: null })
  })
})

describe('timings', () => {
  const createdAt = '2026-03-14T13:00:00.000Z'
  const from = Date.parse(createdAt)

  it('add up in whole milliseconds', () => {
    const steps = { area: 1.4, solver: 300.6 }
    expect(timingsOf({ createdAt, begunAt: from + 5, now: from + 320, steps })).toEqual({
      total: 320,
      waiting: 5,
      steps: { area: 1, solver: 301 },
      other: 13,
    })
  })

  it('of pieces are sums, which say nothing of the rest', () => {
    const steps = { solver: 900 }
    expect(timingsOf({ createdAt, now: from + 500, steps })).toEqual({ total: 500, steps })
  })

  it('are not negative where the clock was set back', () => {
    expect(timingsOf({ createdAt, begunAt: from - 60_000, now: from - 60_000, steps: {} })).toEqual({
      total: 0,
      waiting: 0,
      steps: {},
      other: 0,
    })
  })
})
