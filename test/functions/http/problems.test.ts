import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { VisibleError } from '@doorwalk/core/error'
import { HttpProblem, Problem, problemResponse } from '@doorwalk/functions/http/problem'
import { type CallInit, type TestApi, openTestApi } from '../../support/servers/api.ts'

let api: TestApi
let organiser: string
let reader: string

beforeAll(async () => {
  api = await openTestApi({ bodyBytes: 20_000 })
  organiser = await api.key('alpha', 'organiser')
  reader = await api.key('alpha', 'read')
})
afterAll(() => api.close())

const area = { label: 'North', region: 'tiny', area: { precincts: ['0901'] } }

interface Case {
  name: string
  path: string
  init: () => CallInit
  status: number
  code: string
  pointer?: string
}

const cases: Case[] = [
  {
    name: 'malformed JSON',
    path: '/v1/areas',
    init: () => ({ key: organiser, method: 'POST', body: '{"label": "North"' }),
    status: 400,
    code: 'request.malformed',
  },
  {
    name: 'an unknown field, named',
    path: '/v1/areas',
    init: () => ({ key: organiser, method: 'POST', body: { ...area, phone: '+33' } }),
    status: 400,
    code: 'request.invalid',
    pointer: '/phone',
  },
  {
    name: 'a wrong field deep in a union',
    path: '/v1/areas',
    init: () => ({ key: organiser, method: 'POST', body: { ...area, area: { precincts: [7] } } }),
    status: 400,
    code: 'request.invalid',
    pointer: '/area/precincts/0',
  },
  {
    name: 'an unknown query parameter',
    path: '/v1/areas?colour=red',
    init: () => ({ key: organiser }),
    status: 400,
    code: 'request.invalid',
    pointer: '?colour',
  },
  {
    name: 'a cursor of nobody',
    path: '/v1/areas?cursor=%25%25',
    init: () => ({ key: organiser }),
    status: 400,
    code: 'request.cursor',
    pointer: '?cursor',
  },
  { name: 'no key', path: '/v1/areas', init: () => ({}), status: 401, code: 'key.missing' },
  {
    name: 'something else than a key',
    path: '/v1/areas',
    init: () => ({ headers: { Authorization: 'Basic YTpi' } }),
    status: 401,
    code: 'key.malformed',
  },
  {
    name: 'an unknown key',
    path: '/v1/areas',
    init: () => ({ key: 'dw_0123456789012345678901234567890123456789012' }),
    status: 401,
    code: 'key.unknown',
  },
  {
    name: 'a key without the scope',
    path: '/v1/areas',
    init: () => ({ key: reader, method: 'POST', body: area }),
    status: 403,
    code: 'key.scope',
  },
  {
    name: 'an organiser who makes an operator',
    path: '/v1/keys',
    init: () => ({ key: organiser, method: 'POST', body: { scopes: ['operator'], label: 'x' } }),
    status: 403,
    code: 'key.scope',
  },
  {
    name: 'an address that does not exist',
    path: '/v1/nothing',
    init: () => ({ key: organiser }),
    status: 404,
    code: 'request.unknown_address',
  },
  {
    name: 'an unknown area',
    path: '/v1/areas/area_1',
    init: () => ({ key: organiser }),
    status: 404,
    code: 'area.unknown',
  },
  {
    name: 'an unknown region',
    path: '/v1/areas',
    init: () => ({ key: organiser, method: 'POST', body: { ...area, region: 'atlantis' } }),
    status: 404,
    code: 'region.unknown',
  },
  {
    name: 'an unknown key id',
    path: '/v1/keys/key_1',
    init: () => ({ key: organiser, method: 'DELETE' }),
    status: 404,
    code: 'key.unknown',
  },
  {
    name: 'a method that the address does not take',
    path: '/v1/areas',
    init: () => ({ key: organiser, method: 'PUT', body: area }),
    status: 405,
    code: 'request.method',
  },
  {
    name: 'a form that no answer has',
    path: '/v1/areas',
    init: () => ({ key: organiser, headers: { Accept: 'image/png' } }),
    status: 406,
    code: 'request.not_acceptable',
  },
  {
    name: 'a body that is too large',
    path: '/v1/areas',
    init: () => ({ key: organiser, method: 'POST', body: { ...area, label: 'x'.repeat(20_000) } }),
    status: 413,
    code: 'request.too_large',
  },
  ...['gzip', 'br', 'deflate, gzip', 'x'].map((encoding): Case => ({
    name: `a body packed with ${encoding}`,
    path: '/v1/areas',
    init: () => ({ key: organiser, method: 'POST', body: area, headers: { 'Content-Encoding': encoding } }),
    status: 415,
    code: 'request.content_encoding',
  })),
  {
    name: 'a content type that nobody reads',
    path: '/v1/areas',
    init: () => ({ key: organiser, method: 'POST', body: 'a=b', headers: { 'Content-Type': 'text/plain' } }),
    status: 415,
    code: 'request.content_type',
  },
  {
    name: 'a list in a type that the import does not read',
    path: '/v1/buildings?region=tiny',
    init: () => ({ key: organiser, method: 'POST', body: 'id', headers: { 'Content-Type': 'text/html' } }),
    status: 415,
    code: 'request.content_type',
  },
  {
    name: 'an unknown plan',
    path: '/v1/plans/pln_1',
    init: () => ({ key: organiser }),
    status: 404,
    code: 'plan.unknown',
  },
  {
    name: 'an unknown walk',
    path: '/v1/walks/wlk_1.gpx',
    init: () => ({ key: organiser }),
    status: 404,
    code: 'walk.unknown',
  },
  {
    name: 'a walk in a form that does not exist',
    path: '/v1/walks/wlk_1.docx',
    init: () => ({ key: organiser }),
    status: 404,
    code: 'request.unknown_form',
  },
  {
    name: 'a box that is none',
    path: '/v1/regions/tiny/map.geojson?bbox=2.4,48.8,2.3,48.9',
    init: () => ({ key: organiser }),
    status: 400,
    code: 'request.bbox',
    pointer: '?bbox',
  },
  {
    name: 'a region without streets',
    path: '/v1/plans',
    init: () => ({ key: organiser, method: 'POST', body: { region: 'tiny', volunteers: 1 } }),
    status: 422,
    code: 'streets.none',
  },
  {
    name: 'a column nobody knows',
    path: '/v1/buildings?region=tiny',
    init: () => ({
      key: organiser,
      method: 'POST',
      body: 'id,phone\na,1\n',
      headers: { 'Content-Type': 'text/csv' },
    }),
    status: 400,
    code: 'buildings.unknown_field',
    pointer: '/phone',
  },
  {
    name: 'a list that is none',
    path: '/v1/buildings?region=tiny',
    init: () => ({ key: organiser, method: 'POST', body: '{"targets": 7}' }),
    status: 400,
    code: 'buildings.malformed',
  },
]

describe('every error is a problem with a code', () => {
  it.each(cases)('$name', async ({ path, init, status, code, pointer }) => {
    const answer = await api.call(path, init())
    const text = await answer.text()
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    const problem = Problem.strict().parse(JSON.parse(text))
    expect({ status: answer.status, code: problem.code }, text).toEqual({ status, code })
    expect(problem.status).toBe(status)
    expect(problem.requestId).toBe(answer.headers.get('X-Request-Id'))
    if (pointer !== undefined) expect(problem.errors.map((each) => each.pointer)).toContain(pointer)
    if (status === 405) expect(answer.headers.get('Allow')).toBe('POST, GET, HEAD')
    if (status === 401) expect(answer.headers.get('WWW-Authenticate')).toContain('Bearer')
  })

  it('says what came where a field is wrong', async () => {
    const answer = await api.call('/v1/areas', {
      key: organiser,
      method: 'POST',
      body: { ...area, label: 7 },
    })
    const { errors } = Problem.parse(await answer.json())
    expect(errors).toEqual([{ pointer: '/label', detail: 'got 7; expected a text' }])
  })

  it('refuses a campaign that asks too often, and says when to come back', async () => {
    const slow = await openTestApi({ requestsPerMinute: 2 })
    const key = await slow.key('beta', 'read')
    const answers = [1, 2, 3].map(() => slow.call('/v1/areas', { key }))
    const third = (await Promise.all(answers)).find(({ status }) => status === 429)
    expect(Problem.parse(await third?.json()).code).toBe('rate.exceeded')
    expect(third?.headers.get('Retry-After')).toBe('60')
    slow.clock.time += 60_000
    expect((await slow.call('/v1/areas', { key })).status).toBe(200)
    // Somebody sets the clock back: nobody waits until it is as late again.
    for (let asked = 0; asked < 2; asked++) await slow.call('/v1/areas', { key })
    slow.clock.time -= 3_600_000
    expect((await slow.call('/v1/areas', { key })).status).toBe(200)
    await slow.close()
  })

  it('says when to come back whatever there is to wait for, and whoever says so', () => {
    const of = (thrown: Error) =>
      problemResponse(thrown, { id: 'req_1', path: '/' }).headers.get('Retry-After')
    expect(of(new VisibleError('upstream', 'walk.late', 'later'))).toBe('5')
    expect(of(new HttpProblem(503, 'service.closing', 'later'))).toBe('5')
    expect(of(new HttpProblem(503, 'service.closing', 'later', { headers: { 'Retry-After': '60' } }))).toBe(
      '60',
    )
    expect(of(new HttpProblem(404, 'area.unknown', 'never'))).toBeNull()
  })

  it('turns a bug into 500 with the request id, and logs the stack', async () => {
    const broken = await openTestApi()
    const key = await broken.key('beta', 'read')
    broken.world.store.query = () => Promise.reject(new Error('wires cut'))
    const answer = await broken.call('/v1/areas', { key })
    const problem = Problem.parse(await answer.json())
    expect(problem).toMatchObject({ status: 500, code: 'bug.unexpected' })
    expect(JSON.stringify(problem)).not.toContain('wires')
    const line = broken.lines.find(({ requestId }) => requestId === problem.requestId)
    expect(line).toMatchObject({ level: 'error', status: 500, route: '/v1/areas', campaign: 'beta' })
    expect(line?.['error']).toContain('wires cut')
    await broken.close()
  })

  it('refuses an area that no item can hold', async () => {
    const wide = await openTestApi()
    const key = await wide.key('beta', 'organiser')
    const ring = Array.from({ length: 9_999 }, (_, index) => [2.34 + index * 1.0000001e-6, 48.8712345678901])
    const polygon = { type: 'Polygon', coordinates: [[...ring, ring[0]]] }
    const body = { ...area, area: polygon }
    const answer = await wide.call('/v1/areas', { key, method: 'POST', body })
    expect(Problem.parse(await answer.json())).toMatchObject({ status: 413, code: 'area.too_large' })
    await wide.close()
  })

  it('refuses more targets than a campaign may keep', async () => {
    const wide = await openTestApi()
    const key = await wide.key('beta', 'organiser')
    const body = `id\n${Array.from({ length: 100_001 }, (_, index) => `t${index}`).join('\n')}`
    const headers = { 'Content-Type': 'text/csv' }
    const answer = await wide.call('/v1/buildings?region=tiny', { key, method: 'POST', body, headers })
    expect(Problem.parse(await answer.json())).toMatchObject({ status: 413, code: 'buildings.too_many' })
    await wide.close()
  })

  it('answers 503 while the database is away', async () => {
    const broken = await openTestApi()
    broken.world.store.get = () => Promise.reject(new Error('no connection'))
    const answer = await broken.call('/healthz')
    expect(Problem.parse(await answer.json())).toMatchObject({ status: 503, code: 'store.down' })
    await broken.close()
  })
})
