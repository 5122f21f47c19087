/** What is left of a request in the memory of the server once it is answered: nothing, or it grows with every call. */
import { createAdaptorServer } from '@hono/node-server'
import { OpenAPIHono } from '@hono/zod-openapi'
import { once } from 'node:events'
import type { Server } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { createApp } from '@doorwalk/functions/app'
import type { Env } from '@doorwalk/functions/http/env'
import { CENTRE, REGION, openCampaign } from '../../support/scenes/campaign.ts'

const PLAN = { region: REGION, volunteers: 1, minutes: 20, iterations: 50 }
/** Calls whose work listens for callers who go away. */
const CALLS = [
  ['POST', '/v1/plans', PLAN],
  ['POST', '/v1/walks', { region: REGION, start: CENTRE, minutes: 20 }],
  ['POST', '/v1/plans/estimate', { region: REGION, minutes: 20, upTo: 2 }],
  ['GET', `/v1/coverage?region=${REGION}`, undefined],
  ['GET', `/v1/regions/${REGION}/map.geojson`, undefined],
] as const
/** The newest may still be held by the machine code that answered it. */
const NEWEST = 2
/** What is free is collected at the first or the second. */
const COLLECTIONS = 40

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

it('is nothing, also of calls that listen for callers who go away', async () => {
  const campaign = await openCampaign()
  const seen: { what: string; request: WeakRef<Request> }[] = []
  const app = new OpenAPIHono<Env>()
  app.use(async (c, next) => {
    seen.push({ what: `${c.req.method} ${c.req.path}`, request: new WeakRef(c.req.raw) })
    await next()
  })
  app.route('/', createApp(campaign.api.world))
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const { key } = campaign
  for (const [method, path, body] of [...CALLS, ...CALLS, ...CALLS]) {
    const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' }
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) }
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, init)
    await answer.arrayBuffer()
    expect([path, answer.status]).toEqual([
      path,
      expect.toSatisfy((status) => status < 300 || status === 409),
    ])
  }
  const kept = (): string[] =>
    seen.slice(0, -NEWEST).flatMap(({ what, request }) => (request.deref() ? [what] : []))
  for (let tries = 0; kept().length > 0 && tries < COLLECTIONS; tries++) {
    await new Promise((done) => setTimeout(done, 50))
    collect()
  }
  expect(kept()).toEqual([])
  server.close()
  server.closeAllConnections()
  await campaign.api.close()
})
