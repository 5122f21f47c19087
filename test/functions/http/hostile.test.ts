/**
 * Bodies made to break or to stall the server, one at a time: never a 5xx, every answer as documented, and none dearer
 * than five seconds of processor time. Short and always the same in `npm test`; `npm run test:hostile` sends 5,000 of a
 * new seed and prints the dearest.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createApp } from '@doorwalk/functions/app'
import { signatureHeaders } from '@doorwalk/functions/webhooks/sign'
import { fitting } from '../../support/arbitrary.ts'
import { hostileArea, hostileBody } from '../../support/hostile.ts'
import { IS_LONG, rounds } from '../../support/length.ts'
import { type Asked, type Route, keepsPromise, readAnswer, routesOf } from '../../support/promised.ts'
import { type TestApi, openTestApi } from '../../support/servers/api.ts'
import { until } from '../../support/until.ts'

const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? rounds({ short: 60, long: 1_000 }))
const SEED = IS_LONG ? Number(process.env['FUZZ_SEED'] ?? 20_261_125) : 20_260_314
const MOST_CPU_SECONDS = 5
const DATA = join(import.meta.dirname, '../../../data')
const PLACE = [2.3475, 48.8791]

let api: TestApi
let routes: Route[]
let key: string
let source: { id: string; secret: string }
let ids: Record<string, string>

beforeAll(async () => {
  api = await openTestApi({ regionRoots: [DATA], requestsPerMinute: 1_000_000 })
  routes = routesOf(createApp(api.world))
  key = await api.key('alpha', 'organiser')
  const made = await api.call('/v1/inbound/sources', { key, method: 'POST', body: { label: 'crm' } })
  source = (await made.json()) as typeof source
  const body = {
    region: 'paris-9e-10e',
    area: { precincts: ['0925'] },
    volunteers: 1,
    minutes: 30,
    iterations: 1,
  }
  const planned = await api.call('/v1/plans', { key, method: 'POST', body })
  const { id, walks } = (await planned.json()) as { id: string; walks: { walkId: string }[] }
  // Settings are those of another campaign: a ballot that is over would end this one.
  ids = { planId: id, walkId: walks[0]!.walkId, sourceId: source.id, campaign: 'beta', number: '1' }
})
afterAll(() => api.close())

/** Real plans are dear: few walkers, short walks, hardly any search. */
const AREA_BODIES: Record<string, (area: unknown) => unknown> = {
  '/v1/plans': (area) => ({ region: 'paris-9e-10e', area, volunteers: 2, minutes: 20, iterations: 1 }),
  '/v1/plans/estimate': (area) => ({ region: 'paris-9e-10e', area, upTo: 2, minutes: 20 }),
  '/v1/areas': (area) => ({ label: 'A', region: 'paris-9e-10e', area }),
  '/v1/walks': (area) => ({ region: 'paris-9e-10e', start: PLACE, minutes: 20, area }),
  '/v1/batches': (area) => ({
    ...{ region: 'paris-9e-10e', volunteers: 1, iterations: 1, areas: [{ label: 'A', area }] },
    shifts: [{ startAt: '2026-03-14T14:00:00+01:00', minutes: 20 }],
  }),
}

const jsonList = fc.constant({
  targets: [
    { id: 'a', doors: 3, location: PLACE },
    { id: 'b', address: {} },
  ],
})

function textOf(route: Route): fc.Arbitrary<string> {
  const body = route.body ? fitting(route.body).map(modest) : jsonList
  const withArea = AREA_BODIES[route.path]
  if (!withArea) return hostileBody(body)
  return fc.oneof(
    hostileBody(body),
    hostileArea.map((area) => JSON.stringify(withArea(area))),
    hostileBody(hostileArea.map(withArea)),
  )
}

/** No streets, and no search: what is asked for in so many words is not what this is about. */
function modest(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return {
    ...value,
    ...('region' in value && { region: 'tiny' }),
    ...('iterations' in value && { iterations: 1 }),
  }
}

function asked(): fc.Arbitrary<Asked> {
  const chosen = routes.filter(({ body, isText }) => body !== undefined || isText)
  const withShapes = chosen.filter(({ path }) => path in AREA_BODIES)
  return fc.constantFrom(...chosen, ...withShapes, ...withShapes).chain((route) =>
    textOf(route).map((body): Asked => {
      const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'x')
      const isSigned = route.path === '/v1/inbound/visits'
      const message = { id: createHash('sha256').update(body).digest('hex'), at: api.clock.time, body }
      return {
        name: `${route.method} ${route.path}`,
        url: isSigned
          ? `${path}?source=${source.id}`
          : route.path === '/v1/buildings'
            ? `${path}?region=tiny`
            : path,
        init: {
          method: route.method,
          body,
          ...(isSigned ? { headers: signatureHeaders({ ...message, secrets: [source.secret] }) } : { key }),
        },
      }
    }),
  )
}

/** What a call left to be done belongs to its price. */
async function workedOff(location: string): Promise<void> {
  const isOver = async (): Promise<true | undefined> => {
    const answer = await api.call(location, { key })
    const { status } = (await answer.json()) as { status?: unknown }
    return status === 'queued' || status === 'running' ? undefined : true
  }
  await until(isOver)
}

it(`answers ${REQUESTS} hostile bodies as documented, none with 5xx, none at a high price`, async () => {
  const statuses: Record<number, number> = {}
  const dearest: { seconds: number; about: string }[] = []
  await fc.assert(
    fc.asyncProperty(asked(), async (request) => {
      const before = process.cpuUsage()
      const came = await api.call(request.url, request.init)
      const answer = await readAnswer(came)
      if (answer.status === 202) await workedOff(came.headers.get('Location') ?? '')
      const { user, system } = process.cpuUsage(before)
      const seconds = (user + system) / 1e6
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
      keepsPromise(routes, request, answer)
      const about = `${request.name} → ${answer.status} ${JSON.stringify(request.init.body).slice(0, 120)}`
      dearest.push({ seconds, about })
      dearest.sort((a, b) => b.seconds - a.seconds).splice(5)
      if (IS_LONG) expect(seconds, about).toBeLessThan(MOST_CPU_SECONDS)
    }),
    // Bodies of megabytes are not worth shrinking.
    { numRuns: REQUESTS, seed: SEED, endOnFailure: true },
  )
  if (IS_LONG)
    console.info(
      [`${REQUESTS} requests, seed ${SEED}: ${JSON.stringify(statuses)}`]
        .concat(dearest.map(({ seconds, about }) => `${seconds.toFixed(2)} CPU s  ${about}`))
        .join('\n'),
    )
  expect(statuses[400]).toBeGreaterThan(REQUESTS / 3)
  expect((statuses[200] ?? 0) + (statuses[201] ?? 0)).toBeGreaterThan(0)
})
