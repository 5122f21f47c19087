/** `Prefer`: how long a caller waits for a plan or a batch, and what he is told when it is not done. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { preferenceOf } from '@doorwalk/functions/waiting/prefer'
import { WEEKEND } from '../../support/scenes/batch.ts'
import { type TestApi, openTestApi } from '../../support/servers/api.ts'
import { planOnly } from '../../support/servers/planner.ts'
import { until } from '../../support/until.ts'
import { fixturePlan } from '../../support/worlds/plan-fixture.ts'

describe('a preference', () => {
  it.each([
    [undefined, undefined, undefined],
    ['respond-async', 0, 'respond-async'],
    ['Respond-Async; x=1', 0, 'respond-async'],
    ['wait=10', 10_000, 'wait=10'],
    ['respond-async, wait=10', 10_000, 'respond-async, wait=10'],
    ['wait="3"', 3_000, 'wait=3'],
    [' wait = 3 ', 3_000, 'wait=3'],
    ['wait=3, wait=9', 3_000, 'wait=3'],
    ['wait=0', 0, 'wait=0'],
    ['wait=3600', 25_000, 'wait=25'],
    ['wait=99999999999999999999', 25_000, 'wait=25'],
    ['wait=-1', undefined, undefined],
    ['wait=soon, return=minimal', undefined, undefined],
    ['wait', undefined, undefined],
    [';;,=,', undefined, undefined],
  ])('%j', (header, wait, applied) => {
    expect(preferenceOf(header)).toEqual({
      wait,
      headers: applied === undefined ? {} : { 'Preference-Applied': applied },
    })
  })
})

describe('a plan that takes long', () => {
  let api: TestApi
  let key: string
  let release: () => void = () => undefined
  beforeAll(async () => {
    const planner = planOnly(async ({ planId }) => {
      await new Promise<void>((done) => (release = done))
      return { ...fixturePlan({ walks: 1, stops: 1 }), id: planId }
    })
    api = await openTestApi({ planner })
    key = await api.key('alpha', 'organiser')
  })
  afterAll(() => api.close())
  const ask = (path: string, prefer: string, init: { method?: string; body?: unknown } = {}) =>
    api.call(path, { key, headers: { Prefer: prefer }, ...init })
  const told = (answer: Response) => [answer.status, answer.headers.get('Preference-Applied')]

  it('is waited for so long, and asked for again so long', async () => {
    const body = { region: 'tiny', volunteers: 1 }
    // The time that callers are kept waiting by default is ten minutes here.
    const answer = await ask('/v1/plans', 'wait=1', { method: 'POST', body })
    expect(told(answer)).toEqual([202, 'wait=1'])
    expect(answer.headers.get('Retry-After')).toBe('2')
    const path = answer.headers.get('Location')!
    expect(told(await ask(path, 'wait=0'))).toEqual([202, 'wait=0'])
    expect(told(await api.call(path, { key }))).toEqual([202, null])
    const waiting = ask(path, 'wait=25')
    const page = ask(`${path}.geojson`, 'wait=25')
    setTimeout(() => release(), 100)
    expect(told(await waiting)).toEqual([200, 'wait=25'])
    expect(told(await page)).toEqual([200, 'wait=25'])
    expect(told(await api.call(path, { key }))).toEqual([200, null])
  })

  it('is waited for although it has many walkers, where the caller says so', async () => {
    const body = { region: 'tiny', volunteers: 60 }
    const at = await ask('/v1/plans', 'respond-async', { method: 'POST', body })
    expect(told(at)).toEqual([202, 'respond-async'])
    await until(async () => {
      release()
      return (await ask(at.headers.get('Location')!, 'wait=0')).status === 200
    })
    const asked = ask('/v1/plans', 'wait=25', { method: 'POST', body: { ...body, seed: 2 } })
    const releasing = setInterval(() => release(), 20)
    expect(told(await asked)).toEqual([201, 'wait=25'])
    clearInterval(releasing)
  })
})

describe('a batch', () => {
  let api: TestApi
  let key: string
  beforeAll(async () => {
    api = await openTestApi({ regionRoots: [join(import.meta.dirname, '../../../data')] })
    api.clock.time = Date.parse('2026-03-10T12:00:00Z')
    key = await api.key('alpha', 'organiser')
  })
  afterAll(() => api.close())

  it('is waited for when it is made, asked for and planned again', async () => {
    const areas = [{ label: 'A', area: { precincts: ['0925'] } }]
    const body = { ...WEEKEND, areas, iterations: 20 }
    const ask = (path: string, prefer: string | undefined, init: { method?: string; body?: unknown } = {}) =>
      api.call(path, { key, ...(prefer !== undefined && { headers: { Prefer: prefer } }), ...init })
    const told = async (answer: Response) => [
      answer.status,
      answer.headers.get('Preference-Applied'),
      ((await answer.json()) as { status: string }).status,
    ]
    const made = await ask('/v1/batches', 'wait=25', { method: 'POST', body })
    const path = made.headers.get('Location')!
    expect(await told(made)).toEqual([201, 'wait=25', 'done'])
    expect(await told(await ask(path, 'wait=5'))).toEqual([200, 'wait=5', 'done'])
    const again = { method: 'POST' }
    expect(await told(await ask(`${path}/shifts/2/replan`, undefined, again))).toEqual([202, null, 'running'])
    expect(await told(await ask(path, undefined))).toEqual([200, null, expect.any(String)])
    expect(await told(await ask(path, 'wait=25'))).toEqual([200, 'wait=25', 'done'])
    expect(await told(await ask(`${path}/shifts/3/replan`, 'wait=25', again))).toEqual([
      200,
      'wait=25',
      'done',
    ])
    const other = await ask('/v1/batches', 'wait=0', { method: 'POST', body: { ...body, seed: 9 } })
    expect(await told(other)).toEqual([202, 'wait=0', 'running'])
    expect(await told(await ask(other.headers.get('Location')!, 'wait=0'))).toEqual([
      202,
      'wait=0',
      'running',
    ])
  })
})
