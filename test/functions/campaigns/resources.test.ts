import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientOf } from '../../support/client.ts'
import { type TestApi, OPERATOR_KEY, openTestApi } from '../../support/servers/api.ts'

let api: TestApi
let organiser: string
let stranger: string

beforeAll(async () => {
  api = await openTestApi({ corsOrigins: ['https://app.example'] })
  organiser = await api.key('alpha', 'organiser')
  stranger = await api.key('beta', 'organiser')
})
afterAll(() => api.close())

const area = (label: string) => ({ label, region: 'tiny', area: { precincts: ['0901'] } })
const json = async (answer: Response): Promise<Record<string, unknown>> =>
  (await answer.json()) as Record<string, unknown>

describe('areas', () => {
  it('are created, read, listed page by page, and removed', async () => {
    const client = clientOf(api, await api.key('gamma', 'organiser'))
    const ids: string[] = []
    for (const label of ['A', 'B', 'C']) {
      const { id } = await client.POST('/v1/areas', { body: area(label) })
      ids.push(id)
    }
    const first = await client.GET('/v1/areas', { params: { query: { limit: 2 } } })
    expect(first.areas).toMatchObject([{ label: 'A' }, { label: 'B' }])
    const query = { limit: 2, cursor: first.next! }
    const second = await client.GET('/v1/areas', { params: { query } })
    expect(second).toMatchObject({ areas: [{ label: 'C' }], next: null })
    const one = { params: { path: { areaId: ids[0]! } } }
    expect(await client.GET('/v1/areas/{areaId}', one)).toMatchObject({ id: ids[0], label: 'A' })
    await client.DELETE('/v1/areas/{areaId}', one)
    await expect(client.GET('/v1/areas/{areaId}', one)).rejects.toMatchObject({ status: 404 })
  })

  it('tell where they are', async () => {
    const key = await api.key('located', 'organiser')
    const answer = await api.call('/v1/areas', { key, method: 'POST', body: area('A') })
    expect(answer.status).toBe(201)
    expect(answer.headers.get('Location')).toBe(`/v1/areas/${String((await json(answer))['id'])}`)
  })

  it('that are large come a few on a page, whatever the limit', async () => {
    const key = await api.key('large-areas', 'organiser')
    const corner = (index: number) => [
      2.3 + index / 1e6,
      index % 2 === 0 ? 48.8765432101234 : 48.8775432101234,
    ]
    const teeth = Array.from({ length: 7_000 }, (_, index) => corner(index))
    const ring = [...teeth, [2.31, 48.89], [2.3, 48.89], corner(0)]
    const large = { type: 'Polygon', coordinates: [ring] }
    for (let index = 0; index < 16; index++)
      await api.call('/v1/areas', { key, method: 'POST', body: { ...area(`L${index}`), area: large } })
    const labels: string[] = []
    let pages = 0
    for (let cursor: string | null = ''; cursor !== null; pages++) {
      const more: string = cursor === '' ? '' : `&cursor=${cursor}`
      const text = await (await api.call(`/v1/areas?limit=1000${more}`, { key })).text()
      expect(text.length).toBeLessThan(5_000_000)
      const page = JSON.parse(text) as { areas: { label: string }[]; next: string | null }
      labels.push(...page.areas.map(({ label }) => label))
      cursor = page.next
    }
    expect(labels).toHaveLength(16)
    expect(new Set(labels).size).toBe(16)
    expect(pages).toBeLessThan(5)
  })

  it('of one campaign do not exist for another', async () => {
    const [mine, other] = [clientOf(api, organiser), clientOf(api, stranger)]
    const { id } = await mine.POST('/v1/areas', { body: area('Mine') })
    const one = { params: { path: { areaId: id } } }
    await expect(other.GET('/v1/areas/{areaId}', one)).rejects.toMatchObject({ code: 'area.unknown' })
    await expect(other.DELETE('/v1/areas/{areaId}', one)).rejects.toMatchObject({ status: 404 })
    expect((await other.GET('/v1/areas')).areas).toEqual([])
    expect(await mine.GET('/v1/areas/{areaId}', one)).toMatchObject({ id })
  })
})

describe('keys', () => {
  it('are shown once, work, and stop working when removed', async () => {
    const client = clientOf(api, organiser)
    const { key, keyId } = await client.POST('/v1/keys', { body: { scopes: ['read'], label: 'dashboard' } })
    const reader = clientOf(api, key)
    await reader.GET('/v1/areas')
    const list = JSON.stringify(await client.GET('/v1/keys'))
    expect(list).toContain('dashboard')
    expect(list).not.toContain(key.slice(3, 20))
    await client.DELETE('/v1/keys/{keyId}', { params: { path: { keyId } } })
    await expect(reader.GET('/v1/areas')).rejects.toMatchObject({ status: 401 })
  })

  it('of any campaign are made by the operator', async () => {
    const body = { campaign: 'delta', scopes: ['organiser' as const], label: 'first' }
    const made = await clientOf(api, OPERATOR_KEY).POST('/v1/keys', { body })
    expect(made).toMatchObject({ campaign: 'delta', scopes: ['organiser'] })
    const foreign = clientOf(api, organiser).POST('/v1/keys', { body })
    await expect(foreign).rejects.toMatchObject({ status: 403 })
  })

  it('end at their time', async () => {
    const body = { scopes: ['read'], label: 'today', expiresAt: '2026-03-14T18:00:00+01:00' }
    const key = String(
      (await json(await api.call('/v1/keys', { key: organiser, method: 'POST', body })))['key'],
    )
    expect((await api.call('/v1/areas', { key })).status).toBe(200)
    const before = api.clock.time
    api.clock.time = Date.parse('2026-03-14T17:00:00Z')
    expect((await api.call('/v1/areas', { key })).status).toBe(401)
    api.clock.time = before
  })
})

describe('regions', () => {
  it('are listed with what a caller may ask of them', async () => {
    const { regions } = await json(await api.call('/v1/regions', { key: organiser }))
    expect(regions).toMatchObject([
      { name: 'tiny', version: 'v1', precincts: 2, priorityFields: ['abstention', 'turnout'] },
    ])
  })

  it('give their precincts as GeoJSON with every property', async () => {
    const answer = await api.call('/v1/regions/tiny/precincts', { key: organiser })
    expect(answer.headers.get('Content-Type')).toBe('application/geo+json')
    const { features } = await json(answer)
    expect(features).toMatchObject([
      { properties: { code: '0901', name: 'Mairie', abstention: 0.3 }, geometry: { type: 'Polygon' } },
      { properties: { code: '0902' } },
    ])
  })
})

describe('buildings', () => {
  const send = (body: string, type: string, key = organiser) =>
    api.call('/v1/buildings?region=tiny', { key, method: 'POST', body, headers: { 'Content-Type': type } })

  it('come from CSV with a report by line, and update by id', async () => {
    const csv = [
      'id;lon;lat;doors;key;street',
      'a;2,345;48,875;12;oui;Rue A',
      'b;48.875;2.345;3;;',
      'c;9.5;48.875;3;;',
      'd;2.345;48.875;many;;',
      'a;2.345;48.876;14;;',
    ].join('\n')
    const report = await json(await send(csv, 'text/csv; charset=utf-8'))
    expect(report).toMatchObject({ accepted: 2, added: 2, updated: 0, unchanged: 0, refusals: 2 })
    expect(report['refused']).toEqual([
      expect.objectContaining({ line: 4, field: 'lng, lat', came: '9.5, 48.875' }),
      { line: 5, field: 'doors', came: 'many', expected: 'a number' },
    ])
    expect(report['repaired']).toContainEqual({ line: 2, field: 'lng', came: '2,345', became: '2.345' })
    expect(report['repaired']).toContainEqual({
      line: 3,
      field: 'lng, lat',
      came: '48.875, 2.345',
      became: '2.345, 48.875',
    })
    expect(report['repaired']).toContainEqual(expect.objectContaining({ line: 6, field: 'id', came: 'a' }))
    const again = await json(
      await send('id,lng,lat,doors\na,2.345,48.876,15\nb,2.345,48.875,3\n', 'text/csv'),
    )
    expect(again).toMatchObject({ accepted: 2, added: 0, updated: 1, unchanged: 1 })
    const { targets } = await json(await api.call('/v1/buildings?region=tiny', { key: organiser }))
    expect(targets).toEqual([
      { id: 'a', location: [2.345, 48.876], doors: 15 },
      { id: 'b', location: [2.345, 48.875], doors: 3 },
    ])
  })

  it('read yes and no in the words that lists are read with everywhere', async () => {
    const words = ['Oui', 'VRAI', 'x', 'o', '✓', 'Non', 'faux', 'n', '0', 'peut-être']
    const csv = ['id;key', ...words.map((word, at) => `yes-${at};${word}`)].join('\n')
    const zeta = await api.key('zeta', 'service')
    const report = await json(await send(csv, 'text/csv', zeta))
    expect(report).toMatchObject({ accepted: 9, refused: [{ line: 11, field: 'key', came: 'peut-être' }] })
    const { targets } = await json(await api.call('/v1/buildings?region=tiny', { key: zeta }))
    expect((targets as { key: boolean }[]).map(({ key }) => key)).toEqual([
      ...Array.from({ length: 5 }, () => true),
      ...Array.from({ length: 4 }, () => false),
    ])
  })

  it('come from GeoJSON and from JSON, and refuse personal fields by name', async () => {
    const key = await api.key('epsilon', 'service')
    const point = { type: 'Feature', geometry: { type: 'Point', coordinates: [2.345, 48.875] } }
    const collection = {
      type: 'FeatureCollection',
      features: [
        { ...point, id: 'x', properties: { doors: 4, number: '12 bis', street: 'Rue B' } },
        { ...point, properties: { id: 'y', phone: '+33' } },
      ],
    }
    const report = await json(await send(JSON.stringify(collection), 'application/geo+json', key))
    expect(report).toMatchObject({ accepted: 1, refused: [{ line: 2, field: 'phone', came: '+33' }] })
    const list = {
      targets: [
        { id: 'osm:w1', priority: 80, key: true },
        { id: 'z', doors: -1 },
      ],
    }
    const second = await json(await send(JSON.stringify(list), 'application/json', key))
    expect(second).toMatchObject({ accepted: 1, refused: [{ line: 2, field: 'doors' }] })
    const { targets } = await json(await api.call('/v1/buildings?region=tiny', { key }))
    expect(targets).toEqual([
      { id: 'osm:w1', priority: 80, key: true },
      { id: 'x', doors: 4, location: [2.345, 48.875], address: { number: '12 bis', street: 'Rue B' } },
    ])
    expect((await api.call('/v1/buildings?region=tiny&id=osm:w1', { key, method: 'DELETE' })).status).toBe(
      204,
    )
    expect((await api.call('/v1/buildings?region=tiny', { key, method: 'DELETE' })).status).toBe(204)
    expect((await json(await api.call('/v1/buildings?region=tiny', { key })))['targets']).toEqual([])
  })
})

describe('Idempotency-Key', () => {
  const post = (label: string, name: string, key = organiser) =>
    api.call('/v1/areas', {
      key,
      method: 'POST',
      body: area(label),
      headers: { 'Idempotency-Key': name },
    })

  it('brings the first answer again and makes nothing twice', async () => {
    const key = await api.key('zeta', 'organiser')
    const first = await post('Once', 'abc', key)
    const second = await post('Once', 'abc', key)
    expect(second.status).toBe(201)
    expect(await second.text()).toBe(await first.text())
    expect(second.headers.get('Location')).toBe(first.headers.get('Location'))
    expect(second.headers.get('Idempotency-Replayed')).toBe('true')
    expect(((await json(await api.call('/v1/areas', { key })))['areas'] as unknown[]).length).toBe(1)
  })

  it('with another body is 422', async () => {
    await post('One', 'other-body')
    expect(await json(await post('Two', 'other-body'))).toMatchObject({
      status: 422,
      code: 'idempotency.other_request',
    })
  })

  it('belongs to one campaign', async () => {
    await post('One', 'shared')
    expect((await post('Two', 'shared', stranger)).status).toBe(201)
  })

  it('lets the same request through again after an error', async () => {
    expect((await post('', 'after-error')).status).toBe(400)
    expect((await post('Good', 'after-error')).status).toBe(201)
  })

  it('answers 409 while the first is running', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => post('Race', 'race')))
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThanOrEqual(1)
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true)
    const ids = await Promise.all(
      answers.filter(({ status }) => status === 201).map(async (each) => (await json(each))['id']),
    )
    expect(new Set(ids).size).toBe(1)
  })

  it('is forgotten after a day', async () => {
    const first = await json(await post('Day', 'day'))
    api.clock.time += 25 * 60 * 60 * 1000
    expect((await json(await post('Day', 'day')))['id']).not.toBe(first['id'])
  })
})

describe('headers', () => {
  it('answer 304 to who has it already', async () => {
    const first = await api.call('/v1/regions', { key: organiser })
    const tag = String(first.headers.get('ETag'))
    const second = await api.call('/v1/regions', { key: organiser, headers: { 'If-None-Match': tag } })
    expect(second.status).toBe(304)
    expect(await second.text()).toBe('')
  })

  it('let listed origins in and no others', async () => {
    const preflight = (origin: string) =>
      api.call('/v1/plans', {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
      })
    expect((await preflight('https://app.example')).headers.get('Access-Control-Allow-Origin')).toBe(
      'https://app.example',
    )
    expect((await preflight('https://evil.example')).headers.get('Access-Control-Allow-Origin')).toBeNull()
  })

  it('tell the limit, forbid every script, and carry the request id that came', async () => {
    const answer = await api.call('/v1/areas', { key: organiser, headers: { 'X-Request-Id': 'mine-1' } })
    expect(answer.headers.get('X-Request-Id')).toBe('mine-1')
    expect(answer.headers.get('RateLimit')).toMatch(/^"campaign";r=\d+;t=\d+$/)
    expect(answer.headers.get('RateLimit-Policy')).toBe('"campaign";q=1200;w=60')
    expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
  })
})

it('logs one line per request that names neither body, path, query nor address', async () => {
  api.lines.length = 0
  await api.call('/v1/buildings?region=tiny&id=secret-target', { key: organiser, method: 'DELETE' })
  expect(api.lines).toHaveLength(1)
  expect(api.lines[0]).toMatchObject({
    event: 'request',
    method: 'DELETE',
    route: '/v1/buildings',
    status: 204,
  })
  expect(JSON.stringify(api.lines)).not.toContain('secret-target')
})
