/** The HTTP API: one app, served alike by Lambda (`lambda-api.ts`) and by Node (`server.ts`). */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { RETAINED_304_HEADERS, etag } from 'hono/etag'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import { noteAccess } from './access.ts'
import { checkRunning } from './campaigns/phase.ts'
import type { Env } from './env.ts'
import { makeGuards } from './guard.ts'
import type { Admission } from './http/admission.ts'
import { senderOf } from './inbound.ts'
import { callerOf } from './keys.ts'
import { requestLog } from './log.ts'
import { describeApi } from './openapi.ts'
import { HttpProblem, problemResponse } from './problem.ts'
import { rateLimit } from './rate.ts'
import { routeGroup } from './route.ts'
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

/** Readable by a page of another origin on the CORS list. */
const EXPOSED_HEADERS = [
  'ETag',
  'Location',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'Preference-Applied',
  'Idempotency-Replayed',
  'X-Request-Id',
]

/** @param around  middleware that only this installation needs, such as compression */
export function createApp(
  world: World,
  { around = [] }: { around?: MiddlewareHandler<Env>[] } = {},
): OpenAPIHono<Env> {
  const { config } = world
  const app = routeGroup()

  app.use(requestId({ generator: () => world.id('req') }))
  app.use(requestLog(world))
  app.use(
    secureHeaders({
      // An answer of the API is no page: nothing in it may run or load. Pages set their own policy.
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] },
      referrerPolicy: 'no-referrer',
      overwrite: false,
    }),
  )
  app.use(
    cors({
      origin: (origin) => (config.corsOrigins.includes(origin) ? origin : null),
      allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
      allowHeaders: [
        'Authorization',
        'Content-Type',
        'Idempotency-Key',
        'If-Match',
        'If-None-Match',
        'Prefer',
        'X-Request-Id',
      ],
      exposeHeaders: EXPOSED_HEADERS,
      maxAge: 600,
    }),
  )
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) =>
        problemResponse(
          new HttpProblem(
            405,
            'request.method',
            `${c.req.method} came; this address takes ${methods.join(', ')}`,
            {
              headers: { Allow: methods.join(', ') },
            },
          ),
          { id: String(c.get('requestId')), path: c.req.path },
        ),
    }),
  )
  app.use(
    bodyLimit({
      maxSize: config.bodyBytes,
      onError: () => {
        throw new HttpProblem(
          413,
          'request.too_large',
          `the body has more than ${config.bodyBytes} bytes; send it in parts`,
        )
      },
    }),
  )
  for (const middleware of around) app.use(middleware)
  // A browser takes the headers of a 304 for its stored page: without its own policy that page would load nothing.
  app.use(etag({ retainedHeaders: [...RETAINED_304_HEADERS, 'content-security-policy'] }))

  app.onError((error, c) => problemResponse(error, { id: c.get('requestId'), path: c.req.path }))
  app.notFound((c) =>
    problemResponse(
      new HttpProblem(
        404,
        'request.unknown_address',
        `nothing is at ${c.req.path}; /openapi.json lists what there is`,
      ),
      { id: c.get('requestId'), path: c.req.path },
    ),
  )

  const guards = makeGuards({
    admission: admissionTo(world),
    rate: rateLimit({ clock: world.clock, perMinute: config.requestsPerMinute }),
    demo: config.demo,
  })
  for (const routes of [
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
  ]) {
    app.route('/', routes(world, guards))
  }
  app.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: 'A key `dw_…` of a campaign',
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'signature', {
    type: 'apiKey',
    in: 'header',
    name: 'webhook-signature',
    description: 'Standard Webhooks: signed with the secret of a source',
  })
  app.get('/openapi.json', (c) => c.json(describeApi(app)))
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
