/**
 * Random requests, right and spoilt, against the app with the real planner: never a 5xx, and every answer is what the
 * OpenAPI document promises for that call. A fixed seed here; `npm run test:fuzz` sends 2,000 of a new one, and
 * fast-check prints the seed of a run that fails.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createApp } from '@doorwalk/functions/app'
import { signatureHeaders } from '@doorwalk/functions/webhooks/sign'
import { type TestApi, OPERATOR_KEY, openTestApi } from '../../support/servers/api.ts'
import { fitting, spoilt } from '../../support/arbitrary.ts'
import { rounds } from '../../support/length.ts'
import { type Asked, type Route, keepsPromise, readAnswer, routesOf } from '../../support/promised.ts'

const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? rounds({ short: 400, long: 800 }))
const SEED =
  process.env['FUZZ_REQUESTS'] === undefined ? 20_260_314 : Number(process.env['FUZZ_SEED'] ?? 20_261_125)
/** Allowed for webhooks, and nobody listens there. */
const NOBODY = 'http://127.0.0.1:9'
const DATA = join(import.meta.dirname, '../../../data')

let api: TestApi
let routes: Route[]
let keys: string[]
let source: { id: string; secret: string }
const ids: string[] = []

beforeAll(async () => {
  api = await openTestApi({ regionRoots: [DATA], requestsPerMinute: 1_000_000, webhookAllow: [NOBODY] })
  routes = routesOf(createApp(api.world))
  keys = [
    await api.key('alpha', 'organiser'),
    await api.key('alpha', 'service'),
    await api.key('beta', 'read', 'reporter'),
    OPERATOR_KEY,
  ]
  const area = { label: 'A', region: 'tiny', area: { precincts: ['0901'] } }
  const made = await api.call('/v1/areas', { key: keys[0]!, method: 'POST', body: area })
  ids.push(((await made.json()) as { id: string }).id)
  const plan = {
    region: 'paris-9e-10e',
    area: { precincts: ['0925'] },
    volunteers: 2,
    minutes: 30,
    iterations: 50,
  }
  const planned = await api.call('/v1/plans', { key: keys[0]!, method: 'POST', body: plan })
  const { id, walks } = (await planned.json()) as { id: string; walks: { walkId: string }[] }
  ids.push(id, walks[0]!.walkId)
  const hook = { url: `${NOBODY}/`, label: 'nobody' }
  const listening = await api.call('/v1/webhooks', { key: keys[0]!, method: 'POST', body: hook })
  ids.push(((await listening.json()) as { id: string }).id)
  const sending = { method: 'POST', key: keys[0]!, body: { label: 'somebody' } }
  source = (await (await api.call('/v1/inbound/sources', sending)).json()) as typeof source
  ids.push(source.id, 'alpha')
})
afterAll(() => api.close())

const mostly = <Value>(usual: Value, odd: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.oneof({ arbitrary: fc.constant(usual), weight: 6 }, { arbitrary: odd, weight: 1 })

/** Real plans are dear: small ones only, and few. */
const realPlan = fc.record({
  region: fc.constant('paris-9e-10e'),
  area: fc.constantFrom<unknown>(
    { precincts: ['0925'] },
    { precincts: ['1009'] },
    { precincts: ['nowhere'] },
  ),
  volunteers: fc.integer({ min: 1, max: 4 }),
  minutes: fc.integer({ min: 10, max: 60 }),
  iterations: fc.integer({ min: 0, max: 30 }),
  start: fc.constantFrom<unknown>('anywhere', [2.3475, 48.8791], [0, 0]),
  language: fc.constantFrom('fr', 'en'),
})

function bodyOf(route: Route): fc.Arbitrary<string | undefined> {
  const rest = fc.constantFrom(undefined, '', '{', 'null', '[]', '"x"', '\ufeff{}', '{"a":1}')
  if (route.isText) {
    const csv = fc.constantFrom('id,doors\na,1\n', 'id;lng;lat\nb;2,345;48,875\n', 'id\n"', 'x\n', '\u0000')
    const json = spoilt(
      fc.constant({
        targets: [
          { id: 'a', doors: 3 },
          { id: 'b', location: [2.345, 48.875] },
        ],
      }),
    )
    return fc.oneof(
      csv,
      json.map((value) => JSON.stringify(value)),
      rest,
    )
  }
  if (!route.body) return fc.constant(undefined)
  const withRegion = fitting(route.body).chain((value) =>
    fc
      .constantFrom('tiny', 'tiny', 'tiny', 'atlantis')
      .map((region) =>
        typeof value === 'object' && value !== null && 'region' in value ? { ...value, region } : value,
      ),
  )
  const values = [
    { arbitrary: withRegion, weight: 6 },
    { arbitrary: spoilt(withRegion), weight: 6 },
    ...(route.path === '/v1/plans'
      ? [
          { arbitrary: realPlan as fc.Arbitrary<unknown>, weight: 3 },
          // Too many walkers to wait for; the job fails, because there are no streets.
          { arbitrary: fc.constant<unknown>({ region: 'tiny', volunteers: 60 }), weight: 1 },
        ]
      : []),
  ]
  return fc.oneof(
    { arbitrary: fc.oneof(...values).map((value) => JSON.stringify(value)), weight: 8 },
    { arbitrary: rest, weight: 1 },
  )
}

/** Ids by the name of the parameter they fit. */
const BEGINS: Record<string, string> = {
  planId: 'pln_',
  walkId: 'wlk_',
  webhookId: 'whk_',
  sourceId: 'src_',
  name: 'paris',
  campaign: 'alpha',
}

/** As a source signs its messages; every body is a message of its own. */
function signed(body: string): Record<string, string> {
  const id = createHash('sha256').update(body).digest('hex')
  return signatureHeaders({ id, at: api.clock.time, body, secrets: [source.secret] })
}

function asked(): fc.Arbitrary<Asked> {
  // Calls that carry something are worth more tries.
  const chosen = routes.flatMap((route) => (route.body || route.isText ? [route, route, route] : [route]))
  return fc.constantFrom(...chosen).chain((route) => {
    const segment = (name: string): fc.Arbitrary<string> => {
      const known = [...ids, 'tiny', 'paris-9e-10e']
      // What is deleted at once cannot be read any more.
      const fits = route.method === 'DELETE' ? [] : known.filter((id) => id.startsWith(BEGINS[name] ?? '?'))
      return fc.oneof(
        { arbitrary: fc.constantFrom(...known), weight: 4 },
        ...(fits.length > 0 ? [{ arbitrary: fc.constantFrom(...fits), weight: 6 }] : []),
        {
          arbitrary: fc.constantFrom('x', '%00', '%2e%2e%2f', 'a%2Fb', '%', '..', 'pln_1.html', 'wlk_1.gpx'),
          weight: 1,
        },
        { arbitrary: fc.string({ minLength: 1 }).map(encodeURIComponent), weight: 1 },
      )
    }
    const suffix = fc.constantFrom('', '', '', '.json', '.geojson', '.gpx', '.html', '.csv', '.pdf')
    const query = mostly(
      route.path.startsWith('/v1/buildings') ? '?region=tiny' : '',
      fc.oneof(
        fc.constantFrom(
          '?limit=0',
          '?limit=1e3',
          '?cursor=x',
          '?cursor=Mg',
          '?region=',
          '?bbox=1,2,3,4',
          '?a[]=1',
        ),
        fc.constantFrom('?bbox=2.346,48.878,2.348,48.880', '?limit=2&limit=3', '?region=tiny&id=%00'),
        fc.string().map((text) => `?${encodeURIComponent(text)}=${encodeURIComponent(text)}`),
      ),
    )
    const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
    const url = fc
      .tuple(fc.tuple(...names.map((name) => fc.tuple(segment(name), suffix))), query)
      .map(([parts, tail]) => {
        let path = route.path
        for (const [part, end] of parts)
          path = path.replace(
            /\{\w+\}/,
            () => part + (part.startsWith('wlk') || part.startsWith('pln') ? end : ''),
          )
        return path + tail
      })
    const headers = fc.record(
      {
        'Content-Type': mostly(
          route.isText ? 'text/csv' : 'application/json',
          fc.constantFrom(
            'text/plain',
            'application/json; charset=utf-8',
            'application/geo+json',
            'nonsense',
            'multipart/form-data',
          ),
        ),
        Accept: mostly(
          '*/*',
          fc.constantFrom('application/json', 'text/html;q=0.1', 'image/*', 'a/b;q=x', ',,;', 'text/csv'),
        ),
        'Idempotency-Key': fc.constantFrom('one', 'two', 'x'.repeat(300)),
        'If-None-Match': fc.constantFrom('*', '"x"', 'W/"y"'),
        Prefer: fc.constantFrom('respond-async', 'respond-async, wait=5', ';;'),
        Authorization: fc.constantFrom('Bearer', 'Bearer dw_x', 'Basic Og=='),
      },
      { requiredKeys: ['Content-Type', 'Accept'] },
    )
    const method = mostly(
      route.method,
      fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'),
    )
    const auth = fc.nat({ max: 20 })
    return fc
      .tuple(url, method, bodyOf(route), headers, fc.constantFrom(...keys), auth)
      .map(([path, verb, body, given, key, chance]): Asked => {
        const { Authorization, ...others } = given
        const isSigned = route.path === '/v1/inbound/visits'
        return {
          name: `${route.method} ${route.path}`,
          url: isSigned ? `${path}${path.includes('?') ? '&' : '?'}source=${source.id}` : path,
          init: {
            method: verb,
            headers: {
              ...others,
              ...(chance === 0 && Authorization !== undefined
                ? { Authorization }
                : { Authorization: `Bearer ${key}` }),
              ...(isSigned && signed(body ?? '')),
            },
            ...(body !== undefined && verb !== 'GET' && verb !== 'HEAD' && { body }),
          },
        }
      })
  })
}

it(`answers ${REQUESTS} mixed requests as documented, and none with 5xx`, async () => {
  const statuses: Record<number, number> = {}
  await fc.assert(
    fc.asyncProperty(asked(), async (request) => {
      const answer = await readAnswer(await api.call(request.url, request.init))
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
      keepsPromise(routes, request, answer)
    }),
    { numRuns: REQUESTS, seed: SEED },
  )
  // Rare by chance: it takes a right body, a key that may, and this very header.
  const body = { region: 'paris-9e-10e', area: { precincts: ['0925'] }, volunteers: 1, iterations: 1 }
  const key = await api.key('jobs', 'organiser')
  const job = await api.call('/v1/plans', { key, method: 'POST', body, headers: { Prefer: 'respond-async' } })
  statuses[job.status] = (statuses[job.status] ?? 0) + 1
  // A run that only ever sees refusals shows little.
  for (const status of [200, 201, 202, 204, 400, 401, 403, 404, 405, 406, 415]) {
    expect(statuses[status] ?? 0, `answers with ${status}: ${JSON.stringify(statuses)}`).toBeGreaterThan(0)
  }
  expect((statuses[200] ?? 0) + (statuses[201] ?? 0)).toBeGreaterThan(REQUESTS / 20)
})
