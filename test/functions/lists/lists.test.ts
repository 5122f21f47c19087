/** Filters of lists, and `fields=`: the same for all of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filteredPage } from '@doorwalk/functions/store/filtered-page'
import type { Store } from '@doorwalk/functions/ports/store'
import { type TestApi, openTestApi } from '../../support/servers/api.ts'
import { planOnly } from '../../support/servers/planner.ts'
import { fixturePlan } from '../../support/worlds/plan-fixture.ts'

const PART = 'application/vnd.doorwalk.part+json'

let api: TestApi
let key: string
let hook: string
beforeAll(async () => {
  const planner = planOnly(({ planId }) =>
    Promise.resolve({ ...fixturePlan({ walks: 1, stops: 1 }), id: planId }),
  )
  api = await openTestApi({ planner, webhookAllow: ['http://127.0.0.1:9'] })
  key = await api.key('alpha', 'organiser')
  const post = async (path: string, body: unknown, headers = {}) => {
    const answer = await api.call(path, { key, method: 'POST', body, headers })
    expect(answer.ok, await answer.clone().text()).toBe(true)
    return answer.json() as Promise<{ id: string }>
  }
  for (const [label, region] of [
    ['A', 'tiny'],
    ['B', 'other'],
    ['C', 'tiny'],
  ])
    if (region === 'tiny') await post('/v1/areas', { label, region, area: { precincts: ['0901'] } })
  const targets = [
    { id: 'a', location: [2.35, 48.875], doors: 3, key: true },
    { id: 'b', location: [2.35, 48.875], doors: 4 },
    { id: 'c', location: [2.35, 48.875], doors: 5, key: true },
  ]
  await post('/v1/buildings?region=tiny', { targets })
  hook = (await post('/v1/webhooks', { url: 'http://127.0.0.1:9/', label: 'nobody' })).id
  for (const seed of [1, 2, 3]) await post('/v1/plans', { region: 'tiny', volunteers: 1, seed })
  await post(`/v1/webhooks/${hook}/test`, undefined)
  const shifts = [{ startAt: '2026-03-20T18:00:00+01:00', minutes: 30 }]
  await post('/v1/batches', { region: 'tiny', shifts, volunteers: 1 }, { Prefer: 'wait=25' })
})
afterAll(() => api.close())

const get = async (path: string): Promise<Record<string, unknown> & { next: string | null }> => {
  const answer = await api.call(path, { key })
  expect(answer.status, await answer.clone().text()).toBe(200)
  return (await answer.json()) as Record<string, unknown> & { next: string | null }
}

/** Name of the list, where it is, and a field that all entries have. */
const LISTS: [name: string, path: () => string, field: string][] = [
  ['plans', () => '/v1/plans', 'id'],
  ['areas', () => '/v1/areas', 'id'],
  ['batches', () => '/v1/batches', 'id'],
  ['targets', () => '/v1/buildings?region=tiny', 'id'],
  ['deliveries', () => `/v1/webhooks/${hook}/deliveries`, 'eventId'],
]
const withQuery = (path: string, query: string): string => `${path}${path.includes('?') ? '&' : '?'}${query}`

describe.each(LISTS)('%s', (name, path, field) => {
  it('have only the fields that are asked for, in a type of their own', async () => {
    const whole = (await get(path()))[name] as Record<string, unknown>[]
    expect(whole.length).toBeGreaterThan(0)
    expect(Object.keys(whole[0]!).length).toBeGreaterThan(1)
    const answer = await api.call(withQuery(path(), `fields=${field}&limit=1`), { key })
    expect(answer.headers.get('Content-Type')).toBe(PART)
    const page = (await answer.json()) as Record<string, unknown>
    expect(page[name]).toEqual([{ [field]: whole[0]![field] }])
    expect(Object.keys(page).sort()).toEqual([name, 'next'].sort())
    // Several, in whatever order.
    const names = Object.keys(whole[0]!).slice(0, 2)
    const some = (await get(withQuery(path(), `fields=${names.toReversed().join(',')}`)))[name]
    expect(some).toEqual(whole.map((entry) => Object.fromEntries(names.map((each) => [each, entry[each]]))))
    expect((await api.call(path(), { key })).headers.get('Content-Type')).toContain('application/json')
  })

  it('refuse a field that they do not have, by its place', async () => {
    for (const fields of ['no_such', `${field},`, `${field};x`, '', 'constructor']) {
      const answer = await api.call(withQuery(path(), `fields=${fields}`), { key })
      const problem = (await answer.json()) as { code: string; errors: { pointer: string; detail: string }[] }
      expect([answer.status, problem.code, problem.errors[0]?.pointer], fields).toEqual([
        ...[400, 'request.invalid', '?fields'],
      ])
      expect(problem.errors[0]?.detail).toContain(field)
    }
  })
})

describe('filters', () => {
  const count = async (path: string, name: string): Promise<number> => ((await get(path))[name] as []).length

  it('of plans are their status and region', async () => {
    expect(await count('/v1/plans?status=done', 'plans')).toBe(4)
    expect(await count('/v1/plans?status=failed,cancelled', 'plans')).toBe(0)
    expect(await count('/v1/plans?status=done,failed&region=tiny', 'plans')).toBe(4)
    expect(await count('/v1/plans?region=other', 'plans')).toBe(0)
    const first = await get('/v1/plans?status=done&limit=3')
    const second = await get(`/v1/plans?status=done&limit=3&cursor=${first.next}`)
    expect((second['plans'] as []).length).toBe(1)
    expect((await api.call('/v1/plans?status=ready', { key })).status).toBe(400)
  })

  it('of batches, areas, own targets and deliveries are what tells them apart', async () => {
    expect(await count('/v1/batches?status=done&region=tiny', 'batches')).toBe(1)
    expect(await count('/v1/batches?status=running', 'batches')).toBe(0)
    expect(await count('/v1/areas?region=tiny', 'areas')).toBe(2)
    expect(await count('/v1/areas?region=other', 'areas')).toBe(0)
    expect(await count('/v1/buildings?region=tiny&key=true', 'targets')).toBe(2)
    expect(await count('/v1/buildings?region=tiny&key=false', 'targets')).toBe(1)
    const sent = `/v1/webhooks/${hook}/deliveries`
    expect(await count(`${sent}?type=webhook.test`, 'deliveries')).toBe(1)
    expect(await count(`${sent}?type=plan.completed,batch.completed`, 'deliveries')).toBe(5)
    expect(await count(`${sent}?state=delivered`, 'deliveries')).toBe(0)
    expect((await api.call(`${sent}?type=planxcompleted`, { key })).status).toBe(400)
  })
})

it('a page that few entries pass ends before all are read, and the next goes on', async () => {
  const all = Array.from({ length: 10_000 }, (_, index) => String(index).padStart(5, '0'))
  let read = 0
  const store: Pick<Store, 'query'> = {
    query({ after, limit }) {
      const from = after === undefined ? 0 : Number(after) + 1
      const some = all.slice(from, from + limit)
      read += some.length
      const items = some.map((sk) => ({ pk: 'p', sk, version: 1, data: {} }))
      return Promise.resolve({ items, next: from + limit < all.length ? some.at(-1) : undefined })
    },
  }
  const found: string[] = []
  let pages = 0
  for (let after: string | undefined; pages === 0 || after !== undefined; pages++) {
    read = 0
    const range = { pk: 'p', prefix: '', limit: 50, after }
    const page = await filteredPage(store, range, (items) =>
      items.map(({ sk }) => (Number(sk) % 1_234 === 0 ? sk : undefined)),
    )
    expect(read).toBeLessThanOrEqual(2_050)
    found.push(...page.entries)
    after = page.next
  }
  expect(found).toEqual(all.filter((sk) => Number(sk) % 1_234 === 0))
  expect(pages).toBe(5)
})
