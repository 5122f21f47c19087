/** Plans as jobs: how they are asked for, waited for, cancelled, tried again. What is planned is tested elsewhere. */
import { afterEach, describe, expect, it } from 'vitest'
import { VisibleError } from '@doorwalk/core/error'
import type { PlanRequest } from '@doorwalk/core/request/request'
import type { Plan } from '@doorwalk/core/walk/answer'
import { pollQueue } from '@doorwalk/functions/jobs/poll-queue'
import { type TestApi, type TestSettings, openTestApi } from '../../support/servers/api.ts'
import { fixturePlan } from '../../support/worlds/plan-fixture.ts'
import { planOnly } from '../../support/servers/planner.ts'
import { until } from '../../support/until.ts'
import type { PlanHooks, PlanTask } from '@doorwalk/functions/ports/planner'

const body = { region: 'tiny', volunteers: 2, minutes: 60 }
const opened: TestApi[] = []

async function open(plan: (task: PlanTask, hooks: PlanHooks) => Promise<Plan>, settings: TestSettings = {}) {
  const planner = planOnly((task, hooks = {}) => plan(task, hooks))
  const api = await openTestApi({ planner, ...settings })
  opened.push(api)
  return { api, key: await api.key('alpha', 'organiser') }
}

afterEach(async () => {
  for (const api of opened.splice(0)) await api.close()
})

const planned = (task: PlanTask): Promise<Plan> => plannedOf(task, 2)

const plannedOf = ({ planId }: PlanTask, count: number): Promise<Plan> => {
  const plan = fixturePlan({ walks: count, stops: count > 2 ? 60 : 3 })
  const walks = plan.walks.map((walk) => ({ ...walk, walkId: `wlk_${planId.slice(4)}_${walk.number}` }))
  const leftOut = Array.from({ length: 1_500 }, (_, index) => ({
    target: `osm:w${index}`,
    reason: 'not_selected' as const,
  }))
  return Promise.resolve({ ...plan, id: planId, walks, leftOut })
}

const json = async (answer: Response): Promise<Record<string, unknown>> =>
  (await answer.json()) as Record<string, unknown>

describe('a plan', () => {
  it('is answered at once when it is ready in time, and stays readable', async () => {
    const { api, key } = await open(planned)
    const answer = await api.call('/v1/plans', { key, method: 'POST', body })
    expect(answer.status).toBe(201)
    const plan = await json(answer)
    expect(answer.headers.get('Location')).toBe(`/v1/plans/${String(plan['id'])}`)
    expect(plan).toMatchObject({ detail: 'full', walks: [{ number: 1 }, { number: 2 }] })
    expect(await json(await api.call(`/v1/plans/${String(plan['id'])}`, { key }))).toEqual(plan)
    const list = await json(await api.call('/v1/plans', { key }))
    expect(list['plans']).toMatchObject([{ id: plan['id'], status: 'done', summary: { walks: 2 } }])
  })

  it('lists the left-out targets by page, the first thousand in the plan itself', async () => {
    const { api, key } = await open(planned)
    const plan = await json(await api.call('/v1/plans', { key, method: 'POST', body }))
    expect(plan['leftOut']).toHaveLength(1_000)
    const path = `/v1/plans/${String(plan['id'])}/left-out`
    const first = await json(await api.call(`${path}?limit=1000`, { key }))
    const second = await json(await api.call(`${path}?limit=1000&cursor=${String(first['next'])}`, { key }))
    expect(second['leftOut']).toHaveLength(500)
    expect(second['next']).toBeNull()
    expect((await api.call(`${path}?cursor=Li4`, { key })).status).toBe(400)
  })

  it('is told in brief where it is too large, from what is kept beside it', async () => {
    const { api, key } = await open((task) => plannedOf(task, 120))
    const { id } = (await (await api.call('/v1/plans', { key, method: 'POST', body })).json()) as {
      id: string
    }
    const told = async () => [
      await json(await api.call(`/v1/plans/${id}`, { key })),
      await json(await api.call(`/v1/plans/${id}/left-out?limit=5000`, { key })),
    ]
    const [brief, left] = (await told()) as [Record<string, object[]>, Record<string, object[]>]
    expect(brief['detail']).toBe('summary')
    expect([brief['walks']!.length, brief['leftOut']!.length]).toEqual([120, 1_000])
    expect(brief['walks']![0]).toMatchObject({ number: 1, stopCount: 60 })
    expect([left['leftOut']!.length, left['next']]).toEqual([1_500, null])
    const { blobs } = api.world
    const folder = `campaigns/alpha/plans/${id}`
    const aside = ['brief.json', 'left-out.json'].map((name) => `${folder}/${name}`)
    expect(await blobs.list(`${folder}/`)).toEqual(expect.arrayContaining(aside))
    // Of versions before nothing is kept beside a plan.
    for (const name of aside) await blobs.remove(name)
    expect(await told()).toEqual([brief, left])
    expect((await api.call(`/v1/plans/${id}`, { key, method: 'DELETE' })).status).toBe(204)
    expect(await blobs.list(`${folder}/`)).toEqual([])
  })

  it.each([
    ['.json', 'application/json', '"walkId"'],
    ['.geojson', 'application/geo+json', '"FeatureCollection"'],
    ['.gpx', 'application/gpx+xml', '<gpx '],
    ['.csv', 'text/csv', 'walkId'],
    ['.html', 'text/html', '<svg'],
  ])('gives a walk as %s, by suffix and by Accept', async (suffix, type, text) => {
    const { api, key } = await open(planned)
    const plan = await planWith(api, key)
    const walkId = plan.walks[0]!.walkId
    const bySuffix = await api.call(`/v1/walks/${walkId}${suffix}`, { key })
    expect(bySuffix.status, await bySuffix.clone().text()).toBe(200)
    expect(bySuffix.headers.get('Content-Type')).toContain(type)
    const content = await bySuffix.text()
    expect(content).toContain(text)
    const byAccept = await api.call(`/v1/walks/${walkId}`, { key, headers: { Accept: type } })
    expect(await byAccept.text()).toBe(content)
    expect(byAccept.headers.get('Vary')).toContain('Accept')
  })

  it('gives a plan as a table of all its walks, by suffix, by Accept and by its link', async () => {
    const { api, key } = await open(planned)
    const plan = await planWith(api, key)
    const read = async (path: string, headers = {}) => (await api.call(path, { key, headers })).text()
    const answer = await api.call(`/v1/plans/${plan.id}.csv`, { key })
    expect(answer.headers.get('Content-Type')).toContain('text/csv')
    expect(answer.headers.get('Content-Disposition')).toBe(`inline; filename="${plan.id}.csv"`)
    const table = await answer.text()
    const [header = '', ...rows] = table.trimEnd().split('\r\n')
    const targets = plan.walks.flatMap(({ stops, reserves }) => [
      ...stops.flatMap((stop) => stop.targets),
      ...reserves,
    ])
    const at = header.split(',').indexOf('target')
    expect(rows.map((row) => row.split(',')[at])).toEqual(targets.map(({ id }) => id))
    expect(await read(`/v1/plans/${plan.id}`, { Accept: 'text/csv' })).toBe(table)
    expect(await read((plan as Plan & { links: { csv: string } }).links.csv)).toBe(table)
  })

  it('has no other form', async () => {
    const { api, key } = await open(planned)
    const { walks } = await planWith(api, key)
    expect((await api.call(`/v1/walks/${walks[0]!.walkId}.docx`, { key })).status).toBe(404)
    const pdf = await api.call(`/v1/walks/${walks[0]!.walkId}`, {
      key,
      headers: { Accept: 'application/pdf' },
    })
    expect(pdf.status).toBe(406)
  })

  it('prints under a policy that names its own style sheet and allows nothing else', async () => {
    const { api, key } = await open(planned)
    const { walks } = await planWith(api, key)
    const page = await api.call(`/v1/walks/${walks[0]!.walkId}.html`, { key })
    expect(page.headers.get('Content-Security-Policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+';/,
    )
    expect(await page.text()).not.toMatch(/ style="/)
  })

  it('and its walks do not exist for another campaign', async () => {
    const { api, key } = await open(planned)
    const { id, walks } = await planWith(api, key)
    const other = await api.key('beta', 'organiser')
    for (const path of [`/v1/plans/${id}`, `/v1/plans/${id}/left-out`, `/v1/walks/${walks[0]!.walkId}`]) {
      expect((await api.call(path, { key: other })).status, path).toBe(404)
    }
    expect((await api.call(`/v1/plans/${id}`, { key: other, method: 'DELETE' })).status).toBe(404)
    expect((await api.call(`/v1/plans/${id}`, { key })).status).toBe(200)
  })

  it('goes with its walks when it is removed', async () => {
    const { api, key } = await open(planned)
    const { id, walks } = await planWith(api, key)
    expect((await api.call(`/v1/plans/${id}`, { key, method: 'DELETE' })).status).toBe(204)
    expect((await api.call(`/v1/plans/${id}`, { key })).status).toBe(404)
    expect((await api.call(`/v1/walks/${walks[0]!.walkId}`, { key })).status).toBe(404)
    expect(await api.world.blobs.list('campaigns/alpha/')).toEqual([])
  })

  it('takes the stored area and the campaign’s own targets', async () => {
    let seen: PlanRequest | undefined
    const { api, key } = await open((task) => {
      seen = task.request
      return planned(task)
    })
    const area = { label: 'North', region: 'tiny', area: { precincts: ['0902'] } }
    const stored = await json(await api.call('/v1/areas', { key, method: 'POST', body: area }))
    const csv = 'id,doors,priority\na,12,50\nb,3,\n'
    const headers = { 'Content-Type': 'text/csv' }
    await api.call('/v1/buildings?region=tiny', { key, method: 'POST', body: csv, headers })
    const targets = [{ id: 'a', priority: 90 }]
    await api.call('/v1/plans', {
      key,
      method: 'POST',
      body: { ...body, area: { id: stored['id'] }, targets },
    })
    expect(seen?.area).toEqual({ precincts: ['0902'] })
    expect(seen?.version).toBe('v1')
    expect(seen?.targets).toEqual([
      { id: 'a', doors: 12, priority: 90 },
      { id: 'b', doors: 3 },
    ])
  })
})

describe('a plan that takes long', () => {
  it.each([
    ['service', 120],
    ['organiser', 600],
  ] as const)('may search as long as a key of the scope %s may ask for, %d s', async (scope, most) => {
    const { api } = await open(planned)
    const key = await api.key('alpha', scope)
    const ask = (seconds: number) =>
      api.call('/v1/plans', { key, method: 'POST', body: { ...body, seconds } })
    expect((await ask(most)).status).toBe(201)
    const refused = await ask(most + 1)
    expect(refused.status).toBe(400)
    expect(await json(refused)).toMatchObject({ errors: [{ pointer: '/seconds' }] })
    if (most < 600) expect(await json(await ask(most + 1))).toMatchObject({ code: 'plan.seconds' })
  })

  it.each([
    ['service', 20_000_000, 120],
    ['organiser', 100_000_000, undefined],
  ] as const)(
    'may have as many iterations as a key of the scope %s may ask for',
    async (scope, most, seconds) => {
      let searched: number | undefined
      const { api } = await open((task) => {
        searched = task.request.seconds
        return planned(task)
      })
      const key = await api.key('alpha', scope)
      const ask = (path: string, more: object) => api.call(path, { key, method: 'POST', body: more })
      const made = await ask('/v1/plans', { ...body, iterations: most })
      expect(made.status).toBe(201)
      expect(searched).toBe(seconds)
      const { id } = (await made.json()) as { id: string }
      const weekend = { region: 'tiny', shifts: [{ startAt: '2030-03-16T10:00:00+01:00' }], volunteers: 2 }
      for (const [path, more] of [
        ['/v1/plans', body],
        ['/v1/batches', weekend],
        [`/v1/plans/${id}/replan`, {}],
      ] as const) {
        const refused = await ask(path, { ...more, iterations: most + 1 })
        expect(refused.status, path).toBe(400)
        const problem = await json(refused)
        expect(problem).toMatchObject({ errors: [{ pointer: '/iterations' }] })
        if (scope === 'service') expect(problem).toMatchObject({ code: 'plan.iterations' })
      }
    },
  )

  it('is a job from the start when asked for with respond-async, or for many walkers', async () => {
    let finish = (): void => undefined
    const gate = new Promise<void>((done) => (finish = done))
    const { api, key } = await open(async (task, { onProgress }) => {
      onProgress?.({ stage: 'solver', share: 0.5 })
      await gate
      return planned(task)
    })
    const first = await api.call('/v1/plans', {
      key,
      method: 'POST',
      body,
      headers: { Prefer: 'respond-async' },
    })
    expect(first.status).toBe(202)
    expect(first.headers.get('Retry-After')).toBe('2')
    const second = await api.call('/v1/plans', { key, method: 'POST', body: { ...body, volunteers: 51 } })
    expect(second.status).toBe(202)
    const path = String(first.headers.get('Location'))
    await until(async () => (await json(await api.call(path, { key })))['progress'] !== null)
    expect(await json(await api.call(path, { key }))).toMatchObject({
      status: 'running',
      progress: { stage: 'solver', share: 0.5 },
    })
    finish()
    await until(async () => (await api.call(path, { key })).status === 200)
  })

  it('becomes a job when it is not ready in time', async () => {
    let finish = (): void => undefined
    const gate = new Promise<void>((done) => (finish = done))
    const sync = { milliseconds: 50, volunteers: 50, targets: 1_000 }
    const { api, key } = await open((task) => gate.then(() => planned(task)), { sync })
    const answer = await api.call('/v1/plans', { key, method: 'POST', body })
    expect(answer.status).toBe(202)
    finish()
    const path = String(answer.headers.get('Location'))
    await until(async () => (await api.call(path, { key })).status === 200)
  })

  it('is the answer to its Idempotency-Key, 409 until it is there', async () => {
    let finish = (): void => undefined
    const gate = new Promise<void>((done) => (finish = done))
    const { api, key } = await open((task) => gate.then(() => planned(task)))
    const post = () =>
      api.call('/v1/plans', { key, method: 'POST', body, headers: { 'Idempotency-Key': 'saturday' } })
    const first = post()
    await until(
      async () => ((await json(await api.call('/v1/plans', { key })))['plans'] as unknown[]).length === 1,
    )
    const second = await post()
    expect(await json(second)).toMatchObject({ status: 409, code: 'idempotency.in_progress' })
    expect(second.headers.get('Retry-After')).toBe('2')
    finish()
    const answer = await (await first).text()
    const third = await post()
    expect(third.status).toBe(201)
    expect(await third.text()).toBe(answer)
    expect(((await json(await api.call('/v1/plans', { key })))['plans'] as unknown[]).length).toBe(1)
  })

  it('stops when it is cancelled, and leaves nothing behind but the word', async () => {
    let isStopped = false
    const { api, key } = await open(
      (_task, { signal }) =>
        new Promise((_done, failed) => {
          signal?.addEventListener('abort', () => {
            isStopped = true
            failed(new Error('aborted'))
          })
        }),
    )
    const headers = { Prefer: 'respond-async' }
    const path = String(
      (await api.call('/v1/plans', { key, method: 'POST', body, headers })).headers.get('Location'),
    )
    await until(async () => (await json(await api.call(path, { key })))['status'] === 'running')
    expect((await api.call(path, { key, method: 'DELETE' })).status).toBe(204)
    expect(await json(await api.call(path, { key }))).toMatchObject({ status: 410, code: 'plan.cancelled' })
    await until(async () => isStopped)
    await until(
      async () =>
        (await api.world.store.query({ pk: 'QUEUE#plan', prefix: 'pln_', limit: 1 })).items.length === 0,
    )
    expect((await api.call(path, { key, method: 'DELETE' })).status).toBe(204)
    expect((await api.call(path, { key })).status).toBe(404)
  })
})

describe('a plan that fails', () => {
  const refuse = (): Promise<Plan> =>
    Promise.reject(
      new VisibleError('input', 'area.outside_region', 'the area lies elsewhere', [
        { pointer: '/area', detail: 'elsewhere' },
      ]),
    )

  it('is the caller’s 400 when the caller waits, and leaves nothing', async () => {
    const { api, key } = await open(refuse)
    const answer = await api.call('/v1/plans', { key, method: 'POST', body })
    expect(await json(answer)).toMatchObject({
      status: 400,
      code: 'area.outside_region',
      errors: [{ pointer: '/area' }],
    })
    expect(await json(await api.call('/v1/plans', { key }))).toMatchObject({ plans: [] })
    expect(await api.world.blobs.list('campaigns/')).toEqual([])
  })

  it('is told as 422 to who asks later', async () => {
    const { api, key } = await open(refuse)
    const headers = { Prefer: 'respond-async' }
    const path = String(
      (await api.call('/v1/plans', { key, method: 'POST', body, headers })).headers.get('Location'),
    )
    await until(async () => (await api.call(path, { key })).status !== 202)
    expect(await json(await api.call(path, { key }))).toMatchObject({
      status: 422,
      code: 'area.outside_region',
    })
  })

  it('by a bug is tried three times, then given up', async () => {
    let tries = 0
    const { api, key } = await open(() => {
      tries++
      return Promise.reject(new Error('wires cut'))
    })
    const headers = { Prefer: 'respond-async' }
    const path = String(
      (await api.call('/v1/plans', { key, method: 'POST', body, headers })).headers.get('Location'),
    )
    await until(async () => (await api.call(path, { key })).status !== 202)
    expect(await json(await api.call(path, { key }))).toMatchObject({ status: 422, code: 'plan.gave_up' })
    expect(tries).toBe(3)
    expect(api.lines.filter(({ event }) => event === 'plan.broke')).toHaveLength(3)
  })

  it('because its process died runs again when the lease has ended', async () => {
    const { api, key } = await open(() => new Promise(() => undefined))
    const headers = { Prefer: 'respond-async' }
    const path = String(
      (await api.call('/v1/plans', { key, method: 'POST', body, headers })).headers.get('Location'),
    )
    await until(async () => (await json(await api.call(path, { key })))['status'] === 'running')
    // A second process at the same table: it must wait for the lease of the first, which never answers again.
    const other = pollQueue({
      storage: api.world,
      planner: planOnly(planned),
      importer: () => Promise.reject(new Error('nothing is imported here')),
      lister: () => Promise.reject(new Error('nothing is listed here')),
      log: api.world.log,
      announce: api.world.announce,
      capacity: 1,
      exclusive: false,
    })
    await new Promise((done) => setTimeout(done, 100))
    expect((await api.call(path, { key })).status).toBe(202)
    api.clock.time += 31_000
    await until(async () => (await api.call(path, { key })).status === 200)
    await other.close()
  })
})

async function planWith(api: TestApi, key: string): Promise<Plan> {
  return (await (await api.call('/v1/plans', { key, method: 'POST', body })).json()) as Plan
}
