/** What every answer passes through, whatever route gives it: ids, log, headers, limits, tags and problems. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { RETAINED_304_HEADERS, etag } from 'hono/etag'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import { personalId } from '@doorwalk/core/request/contacts'
import type { Call, Env } from './env.ts'
import { requestLog } from './log.ts'
import { HttpProblem, problemResponse } from './problem.ts'
import { routeGroup } from './route.ts'
import type { World } from '../world.ts'

/** Where lists are fetched whole. */
export const DOWNLOAD_PATH = '/downloads'
/** Where lists are sent whole. */
export const UPLOAD_PATH = '/uploads'

/** A page of another origin on the CORS list may send these. */
const ALLOWED_HEADERS = [
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'If-None-Match',
  'Prefer',
  'X-Request-Id',
]

/** Readable by a page of another origin on the CORS list. */
const EXPOSED_HEADERS = [
  'ETag',
  'Link',
  'Location',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'Preference-Applied',
  'Idempotency-Replayed',
  'X-Request-Id',
]

/** An app without routes. @param around  middleware that only this installation needs, such as compression */
export function openFrame(
  world: Pick<World, 'config' | 'log' | 'clock' | 'id'>,
  around: MiddlewareHandler<Env>[],
): OpenAPIHono<Env> {
  const { config } = world
  const app = routeGroup()
  app.use(requestId({ generator: () => world.id('req') }))
  app.use(opaqueRequestId(world))
  app.use(requestLog(world))
  app.use(
    secureHeaders({
      // An answer of the API is no page: nothing in it may run or load. Pages set their own policy.
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] },
      referrerPolicy: 'no-referrer',
      overwrite: false,
    }),
  )
  app.use(corsFor(config.corsOrigins))
  // Outside of all that puts another answer in the place of one: what is compressed is not exchanged any more.
  for (const middleware of around) app.use(middleware)
  app.use(wrongMethod(app))
  app.use(exceptUploads(limitBody(config.bodyBytes)))
  app.use(refuseCompressed)
  // A browser takes the headers of a 304 for its stored page: without its own policy that page would load nothing.
  app.use(etag({ retainedHeaders: [...RETAINED_304_HEADERS, ...OF_THIS_CALL, 'content-security-policy'] }))

  app.onError((error, c) =>
    answerInstead(c, error.name === 'AbortError' ? unfinished(c.req.raw.signal) : error),
  )
  app.notFound((c) =>
    answerInstead(
      c,
      new HttpProblem(
        404,
        'request.unknown_address',
        `nothing is at ${c.req.path}; /openapi.json lists what there is`,
      ),
    ),
  )
  return app
}

/** Log and answers repeat the id that a caller gave: one that tells of somebody is changed for another. */
function opaqueRequestId(world: Pick<World, 'id'>): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (personalId(c.get('requestId')) !== undefined) {
      c.set('requestId', world.id('req'))
      c.header('X-Request-Id', c.get('requestId'))
    }
    await next()
  }
}

/** Of the call and not of the page: a 304 says it, too. */
const OF_THIS_CALL = ['x-request-id', 'ratelimit', 'ratelimit-policy']

/** What an answer says of itself alone: Hono would put it on the one that is sent in its place. */
const OF_ONE_ANSWER = [
  'Allow',
  'Cache-Control',
  'Content-Disposition',
  'Content-Encoding',
  'Content-Language',
  'Content-Length',
  'ETag',
  'Idempotency-Replayed',
  'Link',
  'Location',
  'Preference-Applied',
  'Retry-After',
]

/** A problem, also where a route has answered already: its headers go with its body. */
function answerInstead(c: Call, thrown: unknown): Response {
  for (const header of OF_ONE_ANSWER) c.res.headers.delete(header)
  const parameters = c.req.raw.body === null ? Object.keys(c.req.query()) : []
  return problemResponse(thrown, { id: c.get('requestId'), path: c.req.path, parameters })
}

/** Work was given up: for a caller who has gone, which only the log is told, or because the server closes. */
function unfinished({ aborted }: AbortSignal): HttpProblem {
  return aborted
    ? new HttpProblem(499, 'request.abandoned', 'the caller went away before the answer was ready')
    : new HttpProblem(503, 'service.closing', 'the server is closing; ask again in a moment', {
        headers: { 'Retry-After': '5' },
      })
}

function corsFor(origins: string[]): MiddlewareHandler<Env> {
  return cors({
    origin: (origin) => (origins.includes(origin) ? origin : null),
    allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
    allowHeaders: ALLOWED_HEADERS,
    exposeHeaders: EXPOSED_HEADERS,
    maxAge: 600,
  })
}

function wrongMethod(app: OpenAPIHono<Env>): MiddlewareHandler<Env> {
  return methodNotAllowed({
    app,
    onMethodNotAllowed: (c: Call, methods) =>
      answerInstead(
        c,
        new HttpProblem(
          405,
          'request.method',
          `${c.req.method} came; this address takes ${methods.join(', ')}`,
          { headers: { Allow: methods.join(', ') } },
        ),
      ),
  })
}

/** Nothing here unpacks a body: what is small as it comes may be gigabytes. */
const refuseCompressed: MiddlewareHandler<Env> = async (c, next) => {
  const encoding = c.req.header('Content-Encoding')?.trim().toLowerCase() ?? 'identity'
  if (encoding !== 'identity' && c.req.raw.body !== null) {
    throw new HttpProblem(
      415,
      'request.content_encoding',
      `the body came as "${encoding.slice(0, 40)}"; send it as it is, without Content-Encoding`,
      { headers: { 'Accept-Encoding': 'identity' } },
    )
  }
  return next()
}

/** They have a limit of their own, beyond what a call may be. */
function exceptUploads(limit: MiddlewareHandler<Env>): MiddlewareHandler<Env> {
  return (c, next) => (c.req.method === 'PUT' && c.req.path === UPLOAD_PATH ? next() : limit(c, next))
}

function limitBody(bytes: number): MiddlewareHandler<Env> {
  return bodyLimit({
    maxSize: bytes,
    onError: () => {
      throw new HttpProblem(
        413,
        'request.too_large',
        `the body has more than ${bytes} bytes; send it in parts`,
      )
    },
  })
}
