/** `/v1/rankings`: made, versioned, listed, told in three forms, removed, refused; and what a plan makes of one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApi, openTestApi } from '../../support/servers/api.ts'
import { RANKING_NAME, rankingNameId } from '@doorwalk/functions/store/keys'
import { BUNDLED } from '../../support/worlds/regions.ts'
import { writeTinyRegion } from '../../support/worlds/tiny-region.ts'

const REGION = 'paris-9e-10e'
const MOBILISE = { preset: 'mobilise', own: 'pct_gregoire' }

interface Area {
  code: string
  rank: number
  score: number
  people: number | null
  parts: { name: string; value: number }[]
}
interface Told {
  id: string
  name: string
  version: number
  at: string | null
  notes: string[]
  precincts: { areas: Area[]; unranked: { code: string }[] } | null
  squares: { areas: Area[] } | null
  code?: string
  detail?: string
  errors?: { pointer: string }[]
}

let api: TestApi
let key: string
beforeAll(async () => {
  api = await openTestApi({ regionRoots: [BUNDLED, await writeTinyRegion()] })
  key = await api.key('alpha', 'organiser')
})
afterAll(() => api.close())

const call = (path: string, method = 'GET', body?: unknown, by = key) =>
  api.call(path, { key: by, method, ...(body !== undefined && { body }) })
const json = async (answer: Promise<Response>) => (await (await answer).json()) as Told
const rank = (more: object = {}) =>
  call('/v1/rankings', 'POST', { name: 'mobilise', region: REGION, formula: MOBILISE, ...more })

/** Four squares in a row through the region, best in the east. */
const grid = (
  properties: (at: number) => object = (at) => ({ code: `S${at}`, men: 100, men_pauv: 10 + 20 * at }),
) => ({
  type: 'FeatureCollection',
  features: [0, 1, 2, 3].map((at) => {
    const [west, south] = [2.3432 + 0.003 * at, 48.876]
    const ring = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]].map(([x, y]) => [west + 0.003 * x!, south + 0.006 * y!]) // prettier-ignore
    return { type: 'Feature', properties: properties(at), geometry: { type: 'Polygon', coordinates: [ring] } }
  }),
})

describe('a ranking', () => {
  it('is made with parts, has versions under its name, is listed, and told as JSON, CSV and GeoJSON', async () => {
    const first = await rank()
    expect(first.status).toBe(201)
    const told = (await first.json()) as Told
    expect(first.headers.get('Location')).toBe(`/v1/rankings/${told.id}`)
    expect([told.version, told.at, told.precincts!.areas.length, told.squares]).toEqual([1, null, 14, null])
    // 40.34 × 45.72 ÷ 100 = 18.44
    expect(told.precincts!.areas[0]).toMatchObject({ code: '1034', rank: 1, people: 1532 })
    expect(told.precincts!.areas[0]!.score).toBeCloseTo(18.44, 2)
    expect(await json(call(`/v1/rankings/${told.id}`))).toEqual(told)
    const again = await json(rank())
    expect([again.version, again.id === told.id]).toEqual([2, false])
    expect((await json(rank({ name: 'other' }))).version).toBe(1)
    const list = async (query: string) =>
      ((await (await call(`/v1/rankings?${query}`)).json()) as { rankings: Told[] }).rankings
    expect((await list('name=mobilise')).map(({ version }) => version)).toEqual([2, 1])
    expect(await list('region=elsewhere')).toEqual([])
    expect(await list('name=other&fields=id,name')).toEqual([
      { id: expect.any(String) as string, name: 'other' },
    ])
    const table = await call(`/v1/rankings/${told.id}.csv`)
    expect(table.headers.get('Content-Type')).toContain('text/csv')
    expect((await table.text()).split('\r\n')[1]).toMatch(/^precinct,1034,1,/)
    const map = (await (await call(`/v1/rankings/${told.id}.geojson`)).json()) as GeoJSON.FeatureCollection
    expect(map.features.length).toBe(14)
    expect(map.features[0]).toMatchObject({
      id: 'precinct/1034',
      properties: { code: '1034', rank: 1, abstention: 40.34, 'own share': 45.72 },
    })
    expect((await call(`/v1/rankings/${told.id}`, 'DELETE')).status).toBe(204)
    expect((await json(call(`/v1/rankings/${told.id}`))).code).toBe('ranking.unknown')
    expect((await list('name=mobilise')).map(({ version }) => version)).toEqual([2])
    // A number is not given again.
    expect((await call(`/v1/rankings/${again.id}`, 'DELETE')).status).toBe(204)
    expect((await json(rank())).version).toBe(3)
  })

  it('takes numbers of one’s own and squares, and says what changed nothing', async () => {
    const numbers = ['1034', '0925'].map((precinct, at) => ({
      precinct,
      values: { members: 10 + at, calls: 3 },
    }))
    const told = await json(
      rank({ name: 'own', numbers, formula: { weights: [{ field: 'members', weight: 1 }] } }),
    )
    expect(told.precincts!.areas.map(({ code }) => code)).toEqual(['0925', '1034'])
    expect(told.precincts!.unranked.length).toBe(12)
    expect(told.notes.join()).toContain('numbers: calls changed nothing')
    const both = await json(
      rank({
        squares: grid(),
        formula: { weights: [{ field: 'men_pauv/men', weight: 1 }], standardise: 'none' },
      }),
    )
    expect(both.squares!.areas.map(({ code }) => code)).toEqual(['S3', 'S2', 'S1', 'S0'])
    expect(both.precincts).toBeNull()
  })

  it.each([
    [
      'ranking.refused_field',
      '/numbers/0/values/Prénom',
      { numbers: [{ precinct: '1034', values: { Prénom: 1 } }] },
    ],
    [
      'ranking.refused_field',
      '/formula/weights/0',
      { formula: { weights: [{ field: 'part_etrangers', weight: 1 }] } },
    ],
    [
      'ranking.unknown_precinct',
      '/numbers/0/precinct',
      { numbers: [{ precinct: '9999', values: { a: 1 } }] },
    ],
    [
      'ranking.twice',
      '/numbers/0/values/inscrits',
      { numbers: [{ precinct: '1034', values: { inscrits: 1 } }] },
    ],
    ['ranking.twice', '/squares/features/1', { squares: grid(() => ({ code: 'S' })) }],
    ['ranking.unknown_field', '/formula/own', { formula: { ...MOBILISE, own: 'pct_nobody' } }],
    ['ranking.unknown_field', '/people', { people: 'heads' }],
    ['ranking.weights', '/formula/weights/0', { formula: { weights: [{ field: 'inscrits', weight: 0 }] } }],
    [
      'ranking.lists',
      '/formula/lists',
      { formula: { preset: 'persuade', lists: ['pct_gregoire', 'pct_gregoire'], own: 'pct_gregoire' } },
    ],
    [
      'ranking.order',
      '/order',
      { order: 'amount', formula: { weights: [{ field: 'inscrits', weight: 1 }] } },
    ],
    ['ranking.not_a_share', '/formula', { formula: { ...MOBILISE, own: 'inscrits' } }],
    ['request.invalid', '/formula/lists', { formula: { ...MOBILISE, lists: ['pct_a', 'pct_b'] } }],
    ['request.invalid', '/people', { formula: { preset: 'cover' }, people: 'inscrits' }],
    ['request.invalid', '/squarePeople', { squarePeople: 'ind' }],
    ['request.invalid', '/name', { name: 'rk_1' }],
    ['request.invalid', '/colour', { colour: 'red' }],
  ])('is refused: %s at %s', async (code, pointer, more) => {
    const answer = await rank({ name: 'never', ...more })
    const told = (await answer.json()) as Told
    expect([answer.status, told.code, told.errors?.[0]?.pointer]).toEqual([400, code, pointer])
    expect(((await (await call('/v1/rankings?name=never')).json()) as { rankings: Told[] }).rankings).toEqual(
      [],
    )
  })

  it('is refused where nothing can be ranked', async () => {
    const far = grid()
    for (const { geometry } of far.features)
      for (const ring of geometry.coordinates) for (const place of ring) place[0]! += 1
    expect((await json(rank({ squares: far }))).code).toBe('ranking.outside')
    const empty = [{ precinct: '1034', values: { members: null } }]
    const nothing = await json(
      rank({ numbers: empty, formula: { weights: [{ field: 'members', weight: 1 }] } }),
    )
    expect(nothing.code).toBe('ranking.unknown_field')
    const noDoors = await json(rank({ region: 'tiny', formula: { preset: 'cover' } }))
    expect([noDoors.code, noDoors.detail]).toEqual([
      'ranking.nothing',
      expect.stringContaining('none of 2 areas'),
    ])
  })

  it('has at most 1,000 versions', async () => {
    const { createHash } = await import('node:crypto')
    const hash = createHash('sha256').update('full').digest('hex').slice(0, 32)
    const versions = Array.from({ length: 1_000 }, (_, at) => ({ id: `rk_${at}`, version: at + 1 }))
    const item = {
      ...RANKING_NAME.key('alpha', rankingNameId(REGION, hash)),
      data: { last: 1_000, versions },
    }
    await api.world.store.putMany([item])
    const answer = await rank({ name: 'full' })
    expect([answer.status, ((await answer.json()) as Told).code]).toEqual([409, 'ranking.too_many'])
  })

  it('by cover and fresh follows what the campaign has reported, up to a moment', async () => {
    const other = await api.key('beta', 'organiser')
    const ask = (preset: string, at?: string) =>
      json(
        call(
          '/v1/rankings',
          'POST',
          { name: preset, region: REGION, formula: { preset, ...(at && { at }) } },
          other,
        ),
      )
    const before = await ask('cover')
    const doorsOf = ({ precincts }: Told, code: string) =>
      precincts!.areas.find((area) => area.code === code)!
    expect(before.precincts!.areas.every(({ score }) => score === 100)).toBe(true)
    const body = {
      region: REGION,
      area: { precincts: ['0925'] },
      volunteers: 1,
      minutes: 60,
      iterations: 100,
    }
    const plan = (await (await call('/v1/plans', 'POST', body, other)).json()) as {
      walks: { stops: { targets: { id: string; doors: number }[] }[] }[]
    }
    const [target] = plan.walks.flatMap(({ stops }) => stops.flatMap(({ targets }) => targets))
    const at = new Date(api.clock.time).toISOString()
    const visit = { id: 'visit-000001', target: target!.id, at, knocked: target!.doors, opened: 1 }
    expect((await call('/v1/visits', 'POST', { visits: [visit], region: REGION }, other)).status).toBe(200)
    const moved = (told: Told) =>
      told.precincts!.areas.filter(({ score }) => score < 100).map(({ code }) => code)
    const after = await ask('cover', at)
    const [changed] = moved(after)
    expect(moved(after).length).toBe(1)
    const { people } = doorsOf(before, changed!)
    expect(doorsOf(after, changed!).score).toBeCloseTo((100 * (people! - target!.doors)) / people!, 6)
    expect((await ask('fresh', at)).precincts!.areas.at(-1)!.code).toBe(changed)
    expect(moved(await ask('cover', new Date(api.clock.time - 86_400_000).toISOString()))).toEqual([])
    const same = await ask('cover', at)
    expect([same.precincts, same.at]).toEqual([after.precincts, at])
  })
})

describe('a plan by a ranking', () => {
  const plan = (priority: object, more: object = {}) =>
    call('/v1/plans', 'POST', {
      ...{ region: REGION, volunteers: 2, minutes: 45, iterations: 100, priority },
      ...more,
    })

  it('takes an id or a name, whose newest version it records, and keeps it whatever becomes of the ranking', async () => {
    const old = await json(rank({ name: 'Saturday' }))
    const formula = { weights: [{ field: 'inscrits', weight: -1 }] }
    const now = await json(rank({ name: 'Saturday', formula }))
    const made = (await (await plan({ ranking: 'Saturday' })).json()) as { id: string; ranking: object }
    expect(made.ranking).toEqual({ id: now.id, name: 'Saturday', version: 2 })
    const byId = (await (await plan({ ranking: old.id })).json()) as {
      id: string
      ranking: object
      warnings: string[]
    }
    expect(byId.ranking).toEqual({ id: old.id, name: 'Saturday', version: 1 })
    expect(byId.warnings.join()).toContain('dépassent de la région')
    await call(`/v1/rankings/${old.id}`, 'DELETE')
    const replanned = await call(`/v1/plans/${byId.id}/replan`, 'POST', { present: 1 })
    expect([replanned.status, ((await replanned.json()) as { ranking: object }).ranking]).toEqual([
      201,
      byId.ranking,
    ])
    const estimate = { region: REGION, upTo: 2, minutes: 45, priority: { ranking: 'Saturday' } }
    expect((await call('/v1/plans/estimate', 'POST', estimate)).status).toBe(200)
  })

  it('refuses what is not there', async () => {
    for (const ranking of ['Sunday', 'rk_none']) {
      const answer = await plan({ ranking })
      expect([answer.status, ((await answer.json()) as Told).code]).toEqual([404, 'ranking.unknown'])
    }
    const elsewhere = await json(
      rank({ region: 'tiny', formula: { weights: [{ field: 'turnout', weight: 1 }] } }),
    )
    const other = (await (await plan({ ranking: elsewhere.id })).json()) as Told
    expect([other.code, other.errors?.[0]?.pointer]).toEqual(['ranking.other_region', '/priority/ranking'])
    const both = await plan({ ranking: 'Saturday', field: 'inscrits' })
    expect(both.status).toBe(400)
  })
})
