/** The HTTP API: one app, served alike by Lambda (`lambda-api.ts`) and by Node (`server.ts`). */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { noteAccess } from './access.ts'
import { checkRunning } from './campaigns/phase.ts'
import type { Env } from './env.ts'
import { makeGuards } from './guard.ts'
import type { Admission } from './http/admission.ts'
import { openFrame } from './http/frame.ts'
import { senderOf } from './inbound.ts'
import { callerOf } from './keys.ts'
import { serveDocument } from './openapi.ts'
import { rateLimit } from './rate.ts'
import { areaRoutes } from './routes/areas.ts'
import { batchRoutes } from './routes/batches.ts'
import { buildingRoutes } from './routes/buildings.ts'
import { campaignRoutes } from './routes/campaigns.ts'
import { commitRoutes } from './routes/commit.ts'
import { coverageRoutes } from './routes/coverage.ts'
import { estimateRoutes } from './routes/estimate.ts'
import { holdoutRoutes } from './routes/holdouts.ts'
import { inboundRoutes } from './routes/inbound.ts'
import { keyRoutes } from './routes/keys.ts'
import { planListRoutes } from './routes/plan-lists.ts'
import { planRoutes } from './routes/plans.ts'
import { regionRoutes } from './routes/regions.ts'
import { replanRoutes } from './routes/replan.ts'
import { serviceRoutes } from './routes/service.ts'
import { paperRoutes } from './routes/visits-paper.ts'
import { visitRoutes } from './routes/visits.ts'
import { walkLifeRoutes } from './routes/walk-life.ts'
import { walkNowRoutes } from './routes/walk-now.ts'
import { walkPackRoutes } from './routes/walk-pack.ts'
import { walkShortenRoutes } from './routes/walk-shorten.ts'
import { walkRoutes } from './routes/walks.ts'
import { webhookRoutes } from './routes/webhooks.ts'
import type { World } from './world.ts'

/** Every route there is: a group more is a line here, in the order of the document. */
const GROUPS = [
  planRoutes,
  planListRoutes,
  walkRoutes,
  walkNowRoutes,
  walkShortenRoutes,
  walkLifeRoutes,
  walkPackRoutes,
  commitRoutes,
  replanRoutes,
  estimateRoutes,
  visitRoutes,
  paperRoutes,
  coverageRoutes,
  holdoutRoutes,
  campaignRoutes,
  regionRoutes,
  areaRoutes,
  batchRoutes,
  buildingRoutes,
  keyRoutes,
  webhookRoutes,
  inboundRoutes,
  serviceRoutes,
]

/** @param around  middleware that only this installation needs, such as compression */
export function createApp(
  world: World,
  { around = [] }: { around?: MiddlewareHandler<Env>[] } = {},
): OpenAPIHono<Env> {
  const { config, clock } = world
  const app = openFrame(world, around)
  const guards = makeGuards({
    admission: admissionTo(world),
    rate: rateLimit({ clock, perMinute: config.requestsPerMinute }),
    demo: config.demo,
  })
  for (const routes of GROUPS) app.route('/', routes(world, guards))
  serveDocument(app)
  return app
}

/** What the guards must know of campaigns, which stand above them. */
function admissionTo(world: World): Admission {
  return {
    findKey: (key) => callerOf(world, key),
    findSender: (message) => senderOf(world, message),
    checkRunning: (campaign) => checkRunning(world, campaign),
    noteAccess: (caller, call) => noteAccess(world, caller, call),
  }
}
