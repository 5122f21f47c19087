/** The client against the API: typed answers, forms, lists, plans that are waited for. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Doorwalk, type Plan, ProblemError } from '@doorwalk/client'
import { clientOf } from '../support/client.ts'
import { type TestApi, openTestApi } from '../support/servers/api.ts'

const REGION = 'paris-9e-10e'
const AREA = { precincts: ['0925'] }
const REQUEST = { region: REGION, area: AREA, volunteers: 1, minutes: 30, iterations: 20 }

let api: TestApi
let doorwalk: Doorwalk
let plan: Plan
/** Addresses. */
let asked: string[] = []
beforeAll(async () => {
  api = await openTestApi({ regionRoots: [join(import.meta.dirname, '../../data')] })
  const call: TestApi['call'] = (path, init) => {
    asked.push(path)
    return api.call(path, init)
  }
  doorwalk = clientOf({ call }, await api.key('c', 'organiser'))
  plan = await doorwalk.makePlan(REQUEST)
})
afterAll(() => api.close())

async function collected<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = []
  for await (const item of items) list.push(item)
  return list
}

const asJob = { body: REQUEST, params: { header: { Prefer: 'respond-async' } } }

it('brings a plan with its walks', () => {
  expect(plan.walks[0]!.walkId).toMatch(/^wlk_/)
})

it('brings a walk in every form that is asked for', async () => {
  const params = { path: { walkId: plan.walks[0]!.walkId } }
  const walk = await doorwalk.GET('/v1/walks/{walkId}', { params })
  expect(walk.stops.length).toBeGreaterThan(0)
  const gpx: string = await doorwalk.GET('/v1/walks/{walkId}', { params, as: 'application/gpx+xml' })
  expect(gpx).toContain('<gpx')
  const csv: string = await doorwalk.GET('/v1/walks/{walkId}', { params, as: 'text/csv' })
  expect(csv).toContain('walk')
  const drawn = await doorwalk.GET('/v1/walks/{walkId}', { params, as: 'application/geo+json' })
  expect(drawn.features.length).toBeGreaterThan(0)
  const file = await doorwalk.fetch(`/v1/walks/${params.path.walkId}.html`)
  expect(await file.text()).toContain('<html')
})

it('brings GeoJSON where there is nothing else', async () => {
  const { features } = await doorwalk.GET('/v1/regions/{name}/map.geojson', {
    params: { path: { name: REGION } },
  })
  expect(features.length).toBeGreaterThan(0)
})

it('sends a table as it is', async () => {
  const options = { params: { query: { region: REGION } }, headers: { 'Content-Type': 'text/csv' } }
  const csv = 'id,lng,lat,doors\nmine,2.3475,48.8791,4\n'
  const report = await doorwalk.POST('/v1/buildings', { ...options, body: csv })
  expect(report).toMatchObject({ accepted: 1 })
})

it('brings the items of a list page by page, as they are needed', async () => {
  for (let n = 0; n < 5; n++) {
    await doorwalk.POST('/v1/areas', {
      body: { region: REGION, label: `area ${n}`, area: AREA },
    })
  }
  const labels: string[] = []
  asked = []
  for await (const { label } of doorwalk.each('/v1/areas', { params: { query: { limit: 2 } } })) {
    labels.push(label)
    if (labels.length === 3) break
  }
  expect(labels).toEqual(['area 0', 'area 1', 'area 2'])
  expect(asked).toHaveLength(2)
  const all = await collected(doorwalk.each('/v1/areas', { params: { query: { limit: 2 } } }))
  expect(all.map(({ label }) => label)).toEqual([0, 1, 2, 3, 4].map((n) => `area ${n}`))
})

it('waits for a plan that became a job, telling how far it is', async () => {
  const job = await doorwalk.POST('/v1/plans', asJob)
  if (!('progress' in job)) throw new Error('it is no job')
  const heard: string[] = []
  const made = await doorwalk.waitFor(job, { onProgress: ({ id }) => heard.push(id) })
  expect(made.id).toBe(job.id)
  expect(made.walks).toHaveLength(1)
  expect((await doorwalk.waitFor(job.id)).id).toBe(job.id)
  expect(new Set(heard).size).toBeLessThanOrEqual(1)
})

it('asks nobody for a plan that is there already', async () => {
  asked = []
  expect(await doorwalk.waitFor(plan)).toBe(plan)
  expect(asked).toEqual([])
})

it('waits for a batch', async () => {
  const batch = await doorwalk.POST('/v1/batches', {
    body: {
      region: REGION,
      areas: [{ label: 'all', area: AREA }],
      shifts: [{ startAt: '2026-03-15T10:00:00+01:00', minutes: 30 }],
      volunteers: 1,
      iterations: 20,
    },
  })
  const done = await doorwalk.waitForBatch(batch)
  expect(done.status).toBe('done')
  expect(done.shifts[0]!.plans[0]!.summary?.walks).toBe(1)
  const zip = await doorwalk.GET('/v1/batches/{batchId}/pack', { params: { path: { batchId: batch.id } } })
  expect(zip.size).toBeGreaterThan(1_000)
})

it('throws problems with their code, fields and request', async () => {
  const error: unknown = await doorwalk
    .makePlan({ ...REQUEST, minutes: -5 })
    .catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ProblemError)
  const { code, status, fields, requestId } = error as ProblemError
  expect({ code, status }).toEqual({ code: 'request.invalid', status: 400 })
  expect(fields.map(({ pointer }) => pointer)).toEqual(['/minutes'])
  expect(requestId).not.toBe('')
})

it('answers a DELETE with nothing', async () => {
  const [area] = await collected(doorwalk.each('/v1/areas'))
  const gone = await doorwalk.DELETE('/v1/areas/{areaId}', { params: { path: { areaId: area!.id } } })
  expect(gone).toBeUndefined()
})
