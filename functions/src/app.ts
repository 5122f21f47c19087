/** The HTTP API: one app, served alike by Lambda (`lambda/api.ts`) and by Node (`laptop/server.ts`). */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { noteAccess } from './campaigns/access.ts'
import { checkRunning } from './campaigns/phase.ts'
import type { Env } from './http/env.ts'
import { makeGuards } from './http/guard.ts'
import { watchErasure } from './campaigns/erasing.ts'
import type { Admission } from './http/admission.ts'
import { openFrame } from './http/frame.ts'
import { senderOf } from './inbound/inbound.ts'
import { callerOf } from './campaigns/keys.ts'
import { callerByToken } from './links/callers.ts'
import { hasMade } from './links/made-by.ts'
import type { MoreOfApi } from './document/openapi.ts'
import { serveDocument } from './document/serve.ts'
import { correctionRoutes } from './corrections/routes.ts'
import { rateLimit } from './http/rate.ts'
import { type Row, routeTable } from './http/route-table.ts'
import { areaRoutes } from './areas/routes.ts'
import { batchRoutes } from './batches/routes.ts'
import { buildingRoutes } from './buildings/routes.ts'
import { campaignRoutes } from './campaigns/routes.ts'
import { commitRoutes } from './leases/commit-routes.ts'
import { comparisonRoutes } from './comparisons/routes.ts'
import { learntRoutes } from './coverage/learnt-routes.ts'
import { coverageRoutes } from './coverage/routes.ts'
import { estimateRoutes } from './plans/estimate-routes.ts'
import { holdoutRoutes } from './coverage/holdout-routes.ts'
import { importListRoutes } from './imports/list-routes.ts'
import { importRoutes } from './imports/routes.ts'
import { inboundRoutes } from './inbound/routes.ts'
import { invitationRoutes } from './invitations/routes.ts'
import { keyRoutes } from './campaigns/key-routes.ts'
import { planListRoutes } from './plans/list-routes.ts'
import { planRoutes } from './plans/routes.ts'
import { priceRoutes } from './prices/routes.ts'
import { proposalRoutes } from './rankings/proposal-routes.ts'
import { rankingRoutes } from './rankings/routes.ts'
import { regionRoutes } from './regions/routes.ts'
import { editRoutes } from './edits/routes.ts'
import { replanRoutes } from './replans/routes.ts'
import { serviceRoutes } from './http/service-routes.ts'
import { targetFileRoutes } from './listing/file-routes.ts'
import { listingRoutes } from './listing/routes.ts'
import { paperRoutes } from './visits/paper-routes.ts'
import { suggestionRoutes } from './suggestions/routes.ts'
import { visitExportRoutes } from './visits/export-routes.ts'
import { visitRoutes } from './visits/routes.ts'
import { walkLifeRoutes } from './leases/routes.ts'
import { walkListRoutes } from './leases/list-routes.ts'
import { linkRoutes } from './walks/link-routes.ts'
import { walkNowRoutes } from './walks/now-routes.ts'
import { walkPackRoutes } from './walks/pack-routes.ts'
import { walkShortenRoutes } from './walks/shorten-routes.ts'
import { walkRoutes } from './walks/routes.ts'
import { WEBHOOK_MESSAGES } from './webhooks/messages.ts'
import { webhookRoutes } from './webhooks/routes.ts'
import type { World } from './world.ts'

/** Every route there is: a group more is a line here, in the order of the document. */
const GROUPS = [
  planRoutes,
  planListRoutes,
  walkListRoutes,
  walkRoutes,
  walkNowRoutes,
  walkShortenRoutes,
  walkLifeRoutes,
  walkPackRoutes,
  linkRoutes,
  invitationRoutes,
  commitRoutes,
  replanRoutes,
  editRoutes,
  comparisonRoutes,
  suggestionRoutes,
  priceRoutes,
  estimateRoutes,
  visitRoutes,
  visitExportRoutes,
  paperRoutes,
  correctionRoutes,
  coverageRoutes,
  learntRoutes,
  holdoutRoutes,
  campaignRoutes,
  regionRoutes,
  rankingRoutes,
  proposalRoutes,
  areaRoutes,
  batchRoutes,
  buildingRoutes,
  importListRoutes,
  importRoutes,
  listingRoutes,
  targetFileRoutes,
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
  serveDocument(app, { factsOf: factsIn(app), messages: WEBHOOK_MESSAGES })
  return app
}

/** What the document tells of a route beside its declaration. */
function factsIn(app: OpenAPIHono<Env>): MoreOfApi['factsOf'] {
  let rows: Row[] | undefined
  return ({ method, path }) => {
    rows ??= routeTable(app)
    const row = rows.find((each) => each.method === method.toUpperCase() && each.path === path)
    const { scopes, link } = row?.about ?? {}
    const callers = scopes && [...scopes, ...(link === undefined ? [] : ['link'])]
    return { scopes: callers, isGuarded: row?.about !== undefined, isOnce: row?.isOnce === true }
  }
}

/** What the guards must know of campaigns, which stand above them. */
function admissionTo(world: World): Admission {
  return {
    findKey: (key) => callerOf(world, key),
    findLink: (token) => callerByToken(world, token),
    hasMade: (caller, walkId) => hasMade(world, caller, walkId),
    findSender: (message) => senderOf(world, message),
    checkRunning: (campaign) => checkRunning(world, campaign),
    watchErasure: (campaign, find) => watchErasure(world, campaign, find),
    noteAccess: (caller, call) => noteAccess(world, caller, call),
  }
}
