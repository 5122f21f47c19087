/** Weekends in one call: shifts that follow on each other, replanning, the pack. */
import { resolve } from 'node:path'
import { type Unzipped, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '@doorwalk/core/walk/answer'
import { packOrder, writePack } from '@doorwalk/functions/batches/pack'
import { sayWarning } from '@doorwalk/core/words/say'
import { NewBatch, type NewBatchInput, shiftPlans, warningsOf } from '@doorwalk/functions/batches/request'
import { advance } from '@doorwalk/functions/batches/batches'
import { writtenPlan } from '@doorwalk/functions/planner/written-plan'
import { donePlan, writePlan } from '@doorwalk/functions/plans/plans'
import { type TestApi, openTestApi } from '../../support/servers/api.ts'
import { WEEKEND, batchDone, walkedIn } from '../../support/scenes/batch.ts'
import type { Batch } from '@doorwalk/functions/batches/batch-answer'

let api: TestApi
let key: string
let other: string
let batch: Batch

const json = async (path: string, options: Parameters<TestApi['call']>[1] = {}): Promise<unknown> =>
  (await api.call(path, { key, ...options })).json()
const get = (path: string): Promise<unknown> => json(path)
const path = (): string => `/v1/batches/${batch.id}`
const problem = async (address: string, options: Parameters<TestApi['call']>[1] = {}) => {
  const response = await api.call(address, { key, ...options })
  const { code } = (await response.json()) as { code: string }
  return { status: response.status, code }
}
const unpacked = async (address: string): Promise<Unzipped> =>
  unzipSync(new Uint8Array(await (await api.call(address, { key })).arrayBuffer()))
const textOf = (files: Unzipped, name: string): string => new TextDecoder().decode(files[name])
const allTargets = (walked: Awaited<ReturnType<typeof walkedIn>>): string[] =>
  walked.flat().flatMap(([, targets]) => targets)

beforeAll(async () => {
  api = await openTestApi({ regionRoots: [resolve(import.meta.dirname, '../../../data')] })
  api.clock.time = Date.parse('2026-03-10T12:00:00Z')
  key = await api.key('alpha', 'organiser')
  other = await api.key('beta', 'organiser')
  const made = await api.call('/v1/batches', { key, method: 'POST', body: WEEKEND })
  expect(made.status).toBe(202)
  batch = (await made.json()) as Batch
  expect(made.headers.get('Location')).toBe(path())
})
afterAll(() => api.close())

describe('a weekend', () => {
  it('is planned shift after shift; nobody is sent twice to a target', async () => {
    expect(batch).toMatchObject({ status: 'running', progress: { of: 3 } })
    const done = await batchDone(get, path())
    expect(done.progress).toEqual({ done: 3, of: 3 })
    const walked = await walkedIn(get, done)
    expect(walked.map((walks) => walks.map(([walker]) => walker))).toEqual([
      ['a', 'b'],
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ])
    const targets = allTargets(walked)
    expect(targets.length).toBeGreaterThan(20)
    expect(new Set(targets).size).toBe(targets.length)
    const plans = await Promise.all(done.shifts.map(({ plans: [one] }) => get(one!.href) as Promise<Plan>))
    // Every shift tells of every target of its area, in one place.
    const [whole, ...others] = plans.map(({ summary: { targets: served, reserves = 0, leftOut } }) =>
      Object.values(leftOut).reduce((sum, count) => sum + count, served + reserves),
    )
    expect(others).toEqual([whole, whole])
    const last = plans[2]!
    const reserved = plans.slice(0, 2).flatMap(({ walks }) => walks.flatMap(({ reserves }) => reserves))
    expect(last.summary.leftOut['leased']).toBe(allTargets(walked.slice(0, 2)).length + reserved.length)
    expect(last.walks[0]!.startAt).toContain('2026-03-15')
  })

  it('is listed, and seen by its campaign only', async () => {
    const { batches } = (await get('/v1/batches')) as { batches: Batch[] }
    expect(batches.map(({ id, label }) => [id, label])).toEqual([[batch.id, 'Weekend']])
    expect((await api.call(path(), { key: other })).status).toBe(404)
    expect(await json('/v1/batches', { key: other })).toMatchObject({ batches: [] })
  })

  it('comes as one pack that opens: a page, GPX, GeoJSON and CSV for each walk, and a table', async () => {
    const files = await unpacked(`${path()}/pack`)
    const names = Object.keys(files)
    for (const ending of ['html', 'gpx', 'geojson', 'csv'])
      expect(names.filter((name) => name.endsWith(`.${ending}`) && name.includes('/walk-')).length).toBe(8)
    expect(textOf(files, 'walks.csv').trim().split('\r\n').length).toBe(1 + 8)
    expect(textOf(files, 'walks.csv')).toMatch(/^shift,area,walk,rank,walker,leave,/)
    expect(textOf(files, 'shift-1-2026-03-13T1800/walk-01.html')).toContain('<!doctype html>')
    const large = await unpacked(`${path()}/pack?print=large`)
    expect(textOf(large, 'shift-1-2026-03-13T1800/walk-01.html')).toMatch(/body \{[^}]*font: 16\.\d+pt/)
    const one = Object.keys(await unpacked(`${path()}/pack?shift=2`))
    expect(one.every((name) => !name.startsWith('shift-1'))).toBe(true)
  })

  it('comes for people: all pages in one, a table, GPX, GeoJSON and CSV for each walk', async () => {
    const response = await api.call(`${path()}/pack?language=fr`, { key })
    expect(response.headers.get('Content-Type')).toBe('application/zip')
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    const names = Object.keys(files)
    for (const ending of ['gpx', 'geojson', 'csv'])
      expect(names.filter((name) => name.endsWith(`.${ending}`) && name.includes('/tournée-')).length).toBe(8)
    expect(names).toContain('créneau-1-2026-03-13-18h00/tournée-01.gpx')
    expect(textOf(files, 'tournées.csv').trim().split('\r\n').length).toBe(1 + 8)
    expect(textOf(files, 'tournées.csv')).toMatch(/^Créneau;Zone;Tournée;/)
    const pages = textOf(files, 'à-imprimer.html')
    expect(pages.match(/<!doctype html>/g)).toHaveLength(1)
    expect(pages.match(/<section class="walk"/g)).toHaveLength(8)
    const large = await unpacked(`${path()}/pack?language=en&print=large`)
    expect(textOf(large, 'print.html')).toMatch(/body \{[^}]*font: 16\.\d+pt/)
    const one = Object.keys(await unpacked(`${path()}/pack?language=fr&shift=2`))
    expect(one.every((name) => !name.startsWith('créneau-1'))).toBe(true)
  })

  it('has a folder for every area, whatever the script and however alike the labels', async () => {
    const { campaign, createdAt, plans, most } = packOrder({
      campaign: 'alpha',
      batch: await batchDone(get, path()),
      shift: 1,
    })
    const labels = ['Ελλάδα', 'Москва', '北京', 'Poissonnière', 'A/B', 'a b', '☂', '☀', 'Ж'.repeat(200)]
    const named = labels.map((area) => ({ ...plans[0]!, area }))
    const zip = await writePack(api.world, { campaign, createdAt, plans: named, links: {}, most: 10 * most })
    const folders = new Set(Object.keys(unzipSync(zip)).map((name) => name.split('/')[0]!))
    const start = 'shift-1-2026-03-13T1800'
    expect(
      [...folders].filter((name) => name.startsWith(start)).map((name) => name.slice(start.length)),
    ).toEqual([
      '-Ελλάδα',
      '-Москва',
      '-北京',
      '-Poissonnière',
      '-A-B',
      '-a-b-2',
      '',
      '-2',
      `-${'Ж'.repeat(90)}`,
    ])
  })

  it('carries for people nothing of a shift for which nothing was left', async () => {
    const order = packOrder({ campaign: 'alpha', batch: await batchDone(get, path()), shift: 1 })
    const [full] = order.plans
    const plan = await donePlan(api.world, { campaign: 'alpha', planId: full!.planId })
    const empty = { campaign: 'alpha', planId: 'pln_empty' }
    const written = writtenPlan({ ...plan, id: empty.planId, walks: [] })
    await writePlan(api.world, { ref: empty, plan: written })
    const plans = [full!, { ...full!, area: 'vide', planId: empty.planId }]
    const files = Object.keys(
      unzipSync(await writePack(api.world, { ...order, plans, links: {}, language: 'fr' })),
    )
    expect(files.filter((name) => name.includes('vide'))).toEqual([])
    expect(files.filter((name) => name.endsWith('.geojson') && name.includes('carte'))).toHaveLength(1)
    const none = Object.keys(
      unzipSync(await writePack(api.world, { ...order, plans: plans.slice(1), links: {}, language: 'fr' })),
    )
    expect(none).toEqual(['tournées.csv'])
  })

  it('is refused as a pack where it would not pass through a Lambda', async () => {
    const order = packOrder({ campaign: 'alpha', batch: await batchDone(get, path()), shift: undefined })
    await expect(writePack(api.world, { ...order, links: {}, most: 10_000 })).rejects.toMatchObject({
      code: 'batch.pack_too_large',
    })
  })

  it('has no pack of a shift that it does not have', async () => {
    await batchDone(get, path())
    for (const shift of [4, 9])
      expect(await problem(`${path()}/pack?shift=${shift}`)).toEqual({
        status: 404,
        code: 'batch.unknown_shift',
      })
  })

  it('shows, prints and removes the plan that took over at a roll-call', async () => {
    const volunteers = [{ id: 'a' }, { id: 'b' }]
    const body = { ...WEEKEND, volunteers, shifts: [WEEKEND.shifts[1]], seed: 8, iterations: 50 }
    const made = (await json('/v1/batches', { method: 'POST', body })) as Batch
    const own = `/v1/batches/${made.id}`
    const [begun] = (await batchDone(get, own)).shifts[0]!.plans
    const roll = async (href: string, present: string[]): Promise<string> => {
      const options = { method: 'POST', body: { present, iterations: 50 } }
      return ((await json(`${href}/replan`, options)) as Plan).id
    }
    const second = await roll(begun!.href, ['a', 'b'])
    const third = await roll(`/v1/plans/${second}`, ['a', 'newcomer'])
    const [standing] = ((await get(own)) as Batch).shifts[0]!.plans
    expect(standing).toMatchObject({ planId: third, status: 'done', href: `/v1/plans/${third}` })
    expect(standing!.summary?.walks).toBe(2)
    const rows = textOf(await unpacked(`${own}/pack`), 'walks.csv')
      .trim()
      .split('\r\n')
      .slice(1)
    expect(rows.map((row) => row.split(',')[4]).sort()).toEqual(['a', 'newcomer'])
    const again = await api.call(`${own}/shifts/1/replan`, { key, method: 'POST' })
    expect(again.status).toBe(202)
    const [anew] = (await batchDone(get, own)).shifts[0]!.plans
    for (const planId of [begun!.planId, second, third])
      expect((await api.call(`/v1/plans/${planId}`, { key })).status, planId).toBe(404)
    const last = await roll(anew!.href, ['c'])
    expect((await api.call(own, { key, method: 'DELETE' })).status).toBe(204)
    for (const planId of [anew!.planId, last])
      expect((await api.call(`/v1/plans/${planId}`, { key })).status, planId).toBe(404)
  })

  it('goes on where nobody started the next plan, once', async () => {
    const { world } = api
    const body = { ...WEEKEND, seed: 6 }
    const made = (await json('/v1/batches', { method: 'POST', body })) as Batch
    const ref = { campaign: 'alpha', batchId: made.id }
    await Promise.all([1, 2, 3].map(() => advance(world, ref)))
    const done = await batchDone(get, `/v1/batches/${made.id}`)
    const targets = allTargets(await walkedIn(get, done))
    expect(new Set(targets).size).toBe(targets.length)
    expect((await api.call(`/v1/batches/${made.id}`, { key, method: 'DELETE' })).status).toBe(204)
    expect((await api.call(`/v1/batches/${made.id}`, { key })).status).toBe(404)
    expect((await api.call(done.shifts[0]!.plans[0]!.href, { key })).status).toBe(404)
  })

  it('is planned again shift by shift: what was done counts, not what was planned', async () => {
    const before = await batchDone(get, path())
    const [friday = [], saturday = [], sunday = []] = await walkedIn(get, before)
    api.clock.time = Date.parse('2026-03-13T20:00:00Z')
    const [, [first = '', ...missed] = []] = friday[1]!
    const visit = { id: 'vis_friday1', target: first, at: '2026-03-13T19:00:00+01:00' }
    const counts = { knocked: 1, optedOut: 1, scope: 'target' }
    const visits = await api.call('/v1/visits', {
      key,
      method: 'POST',
      body: { region: WEEKEND.region, visits: [{ ...visit, ...counts }] },
    })
    expect(await visits.json()).toMatchObject({ accepted: ['vis_friday1'] })
    const again = await api.call(`${path()}/shifts/2/replan`, { key, method: 'POST' })
    expect(again.status).toBe(202)
    const after = await batchDone(get, path())
    expect(after.shifts[1]!.plans[0]!.planId).not.toBe(before.shifts[1]!.plans[0]!.planId)
    expect((await api.call(before.shifts[1]!.plans[0]!.href, { key })).status).toBe(404)
    const [, replanned = [], kept = []] = await walkedIn(get, after)
    expect(kept).toEqual(sunday)
    const targets = allTargets([replanned])
    expect(targets.length).toBeGreaterThan(allTargets([saturday]).length / 2)
    expect(targets).not.toContain(first)
    expect(targets.some((target) => missed.includes(target))).toBe(true)
    expect(targets.filter((target) => allTargets([sunday]).includes(target))).toEqual([])
    expect(await problem(`${path()}/shifts/1/replan`, { method: 'POST' })).toEqual({
      status: 409,
      code: 'batch.shift_begun',
    })
  })
})

describe('who walks where', () => {
  const areas = [
    { label: 'North', area: { precincts: ['0925'] }, start: [2.349, 48.879] as [number, number] },
    { label: 'South', area: { precincts: ['0926'] } },
  ]

  it('is shared out over the areas, unless they say so; each area has its own meeting point', () => {
    const wish = NewBatch.parse({
      ...WEEKEND,
      areas,
      shifts: [
        { ...WEEKEND.shifts[0]!, start: [2.35, 48.88] },
        { ...WEEKEND.shifts[1]!, areas: ['South'] },
      ],
      volunteers: [{ area: 'North' }, { area: 'North' }, {}, { shifts: [2] }],
    })
    const plans = shiftPlans(wish)
    const seen = plans.map(({ shift, area, request }) => [
      ...[shift, area, request.start],
      Array.isArray(request.volunteers) && request.volunteers.map(({ id }) => id),
    ])
    expect(seen).toEqual([
      [1, 'North', [2.349, 48.879], ['1', '2']],
      [1, 'South', [2.35, 48.88], ['3']],
      [2, 'South', undefined, ['3', '4']],
    ])
    expect(shiftPlans({ ...wish, volunteers: 5 }).map(({ request }) => request.volunteers)).toEqual([3, 2, 5])
  })

  it('walks in another area in another shift, and in one area at a time', () => {
    const parse = (volunteers: NewBatchInput['volunteers']) =>
      NewBatch.safeParse({ ...WEEKEND, areas, volunteers })
    const wish = parse([
      { id: 'a', area: 'North', shifts: [1] },
      { id: 'b', area: 'North' },
      { id: 'a', area: 'South', shifts: [2] },
    ])
    const plans = shiftPlans(wish.data!)
    const seen = plans.map(({ shift, area, request: { volunteers } }) => [shift, area, volunteers])
    expect(seen).toEqual([
      [1, 'North', [{ id: 'a' }, { id: 'b' }]],
      [2, 'North', [{ id: 'b' }]],
      [2, 'South', [{ id: 'a' }]],
      [3, 'North', [{ id: 'b' }]],
    ])
    for (const shifts of [[1], [2, 1], undefined])
      expect(parse([{ id: 'a', shifts: [1] }, { id: 'b' }, { id: 'a', shifts }]).error?.issues).toMatchObject(
        [{ path: ['volunteers', 2, 'id'] }],
      )
  })

  it.each<[string, Partial<NewBatchInput>, string[]]>([
    ['who is sent everywhere', { areas, volunteers: 4 }, []],
    ['fewer walkers than areas', { areas, volunteers: [{ shifts: [1, 2, 3] }] }, ['"South" in shift 1']],
    [
      'whose area is in no shift of his',
      {
        areas,
        shifts: [{ ...WEEKEND.shifts[0]!, areas: ['South'] }],
        volunteers: [{ id: 'x', area: 'North' }, { id: 'y' }],
      },
      ['1 volunteer is sent nowhere: no shift of theirs has their area (first: "x")'],
    ],
  ])('says what comes to nothing: %s', (_, change, said) => {
    const wish = NewBatch.parse({ ...WEEKEND, ...change })
    const told = warningsOf(wish, shiftPlans(wish)).map((warning) => sayWarning(warning, 'en'))
    expect(told).toHaveLength(said.length)
    said.forEach((part, index) => expect(told[index]).toContain(part))
  })

  it.each([
    ['batch.unknown_area', { areas, shifts: [{ ...WEEKEND.shifts[0], areas: ['West'] }] }],
    ['batch.unknown_area', { volunteers: [{ area: 'North' }] }],
    ['batch.unknown_area', { areas: [areas[0], areas[0]] }],
    ['batch.unknown_shift', { volunteers: [{ shifts: [4] }] }],
    ['batch.nobody', { volunteers: [{ shifts: [1] }] }],
    [
      'batch.too_many_plans',
      {
        areas: Array.from({ length: 20 }, (_, index) => ({ ...areas[0], label: `Area ${index}` })),
        shifts: Array.from({ length: 4 }, () => WEEKEND.shifts[0]),
        volunteers: 20,
      },
    ],
  ])('refuses what it cannot plan: %s', async (code, change) => {
    const body = { ...WEEKEND, ...change }
    expect(await problem('/v1/batches', { method: 'POST', body })).toEqual({ status: 400, code })
  })

  it('says what is not there, or not ready', async () => {
    expect(await problem('/v1/batches/bat_none')).toEqual({ status: 404, code: 'batch.unknown' })
    expect(await problem(`${path()}/shifts/9/replan`, { method: 'POST' })).toEqual({
      status: 404,
      code: 'batch.unknown_shift',
    })
    const body = { ...WEEKEND, seed: 7 }
    const made = (await json('/v1/batches', { method: 'POST', body })) as Batch
    expect(await problem(`/v1/batches/${made.id}/pack`)).toEqual({ status: 409, code: 'batch.running' })
    await api.call(`/v1/batches/${made.id}`, { key, method: 'DELETE' })
  })
})
