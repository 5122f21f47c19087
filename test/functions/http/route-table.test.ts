/** What every route declares of itself, against the lists that must say the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '@doorwalk/functions/app'
import { type Row, routeTable } from '@doorwalk/functions/http/route-table'
import { PLANNING_ROUTES } from '../../../infra/planning-routes.ts'
import { type TestApi, openTestApi } from '../../support/servers/api.ts'

let api: TestApi
let rows: Row[]
beforeAll(async () => {
  api = await openTestApi()
  rows = routeTable(createApp(api.world))
})
afterAll(() => api.close())

const name = ({ method, path }: Row): string => `${method} ${path}`
const namesOf = (which: (row: Row) => boolean): string[] => rows.filter(which).map(name).sort()

/** Open to everybody. */
/** … and uploads and downloads, whose address is a secret of one file. */
const OPEN = ['GET /downloads', 'GET /healthz', 'GET /openapi.json', 'PUT /uploads']

/**
 * Once a regular expression over the path said what is about single targets; for the routes of that time it was right.
 */
const OF_TARGETS = /^\/v1\/(plans|walks|buildings|batches)\b/
const KNOWN = `
  POST /v1/plans, GET /v1/plans, POST /v1/plans/estimate, GET /v1/plans/{planId}, DELETE /v1/plans/{planId},
  GET /v1/plans/{planId}/left-out, POST /v1/plans/{planId}/commit, POST /v1/plans/{planId}/replan,
  POST /v1/walks, GET /v1/walks/{walkId}, GET /v1/walks/{walkId}/state, GET /v1/walks/{walkId}/pack,
  POST /v1/walks/{walkId}/start, POST /v1/walks/{walkId}/finish, POST /v1/walks/{walkId}/release,
  POST /v1/walks/{walkId}/extend, POST /v1/walks/{walkId}/handover, POST /v1/walks/{walkId}/shorten,
  POST /v1/walks/{walkId}/paper, POST /v1/visits, GET /v1/coverage,
  POST /v1/buildings, GET /v1/buildings, DELETE /v1/buildings,
  POST /v1/batches, GET /v1/batches, GET /v1/batches/{batchId}, GET /v1/batches/{batchId}/pack,
  POST /v1/batches/{batchId}/shifts/{shift}/replan, DELETE /v1/batches/{batchId},
  POST /v1/holdouts, GET /v1/holdouts, POST /v1/holdouts/{holdoutId}/unseal, GET /v1/holdouts/{holdoutId}/assignment,
  GET /v1/campaigns/{campaign}, PUT /v1/campaigns/{campaign}, DELETE /v1/campaigns/{campaign},
  GET /v1/campaigns/{campaign}/accesses, GET /v1/regions, GET /v1/regions/{name}/precincts,
  GET /v1/regions/{name}/map.geojson, POST /v1/areas, GET /v1/areas, GET /v1/areas/{areaId}, DELETE /v1/areas/{areaId},
  POST /v1/keys, GET /v1/keys, DELETE /v1/keys/{keyId},
  POST /v1/webhooks, GET /v1/webhooks, GET /v1/webhooks/{webhookId}, DELETE /v1/webhooks/{webhookId},
  POST /v1/webhooks/{webhookId}/rotate, POST /v1/webhooks/{webhookId}/enable, POST /v1/webhooks/{webhookId}/test,
  GET /v1/webhooks/{webhookId}/deliveries, POST /v1/webhooks/{webhookId}/deliveries/{eventId}/replay,
  POST /v1/inbound/sources, GET /v1/inbound/sources, DELETE /v1/inbound/sources/{sourceId},
  POST /v1/inbound/sources/{sourceId}/rotate, POST /v1/inbound/visits`
  .split(',')
  .map((each) => each.trim())

describe('the table of routes', () => {
  it('holds what the document holds', async () => {
    const document = (await (await api.call('/openapi.json')).json()) as { paths: Record<string, object> }
    const documented = Object.entries(document.paths).flatMap(([path, calls]) =>
      Object.keys(calls).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(namesOf(({ path }) => path !== '/openapi.json')).toEqual(documented.sort())
  })

  it('guards everything but the document and the health of the server', () => {
    expect(namesOf(({ about }) => about === undefined)).toEqual(OPEN)
  })

  it('tells of targets where it did when the path said so', () => {
    expect(KNOWN).toHaveLength(62)
    for (const each of KNOWN) {
      const row = rows.find((one) => name(one) === each)
      const tells = OF_TARGETS.test(each.split(' ')[1] ?? '') ? 'targets' : 'no targets'
      expect(row?.about?.tells, each).toBe(tells)
    }
  })

  it('sends to the planner what the deployment sends there', () => {
    const planned = namesOf(({ about }) => about?.by === 'planner')
    expect([...PLANNING_ROUTES].sort(), 'infra/planning-routes.ts').toEqual(planned)
  })
})
