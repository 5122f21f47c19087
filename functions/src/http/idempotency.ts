/**
 * `Idempotency-Key` (IETF draft-ietf-httpapi-idempotency-key-header): the same key with the same request brings the
 * stored answer, with another request 422, while the first is still running 409. Only successes are kept: after an
 * error nothing has happened and the caller may try again.
 */
import { createHash } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import type { Env } from './env.ts'
import { HttpProblem } from './problem.ts'
import { IDEMPOTENCY } from '../store/keys.ts'
import type { World } from '../world.ts'

/** How long an answer is kept. */
const KEPT_SECONDS = 24 * 60 * 60
/** A request that has not answered by then died with its process; a retry may run. */
const RUNNING_SECONDS = 60

/** Items hold 400 KB; larger answers lie in Blobs. */
const INLINE_BYTES = 100_000

const Entry = z.object({
  fingerprint: z.string(),
  state: z.enum(['running', 'done']),
  status: z.number().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.string().optional(),
  blob: z.string().optional(),
})

export const IDEMPOTENCY_HEADER = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, '1 to 200 visible ASCII characters')
    .optional()
    .describe('same key and same request within 24 hours: the first answer again'),
})

/** What tells a request from another: a header, whose value may count together with something else. */
export interface RequestName {
  header: string
  of: (c: Context<Env>) => string | undefined
  /** What is stored of an answer; default: all of it. */
  kept?: (answer: unknown) => unknown
}

const BY_KEY: RequestName = { header: 'Idempotency-Key', of: (c) => c.req.header('Idempotency-Key') }

export function idempotent(
  { store, blobs, clock }: World,
  { header, of, kept }: RequestName = BY_KEY,
): MiddlewareHandler<Env> {
  return async (c, next) => {
    const given = of(c)
    if (given === undefined) return next()
    const { campaign } = c.get('caller')
    const name = createHash('sha256').update(given).digest('hex')
    const key = IDEMPOTENCY.key(campaign, name)
    const fingerprint = await fingerprintOf(c)
    const seconds = (after: number): number => Math.floor(clock.now() / 1000) + after
    const begun = await store.create({
      ...key,
      data: { fingerprint, state: 'running' },
      expiresAt: seconds(RUNNING_SECONDS),
    })
    if (!begun) return replay(await store.get(key), { fingerprint, blobs, header })
    await next()
    if (c.error || c.res.status >= 400) {
      await store.remove(key)
      return
    }
    const answered = c.res.clone()
    const body = kept
      ? new TextEncoder().encode(JSON.stringify(kept(await answered.json())))
      : new Uint8Array(await answered.arrayBuffer())
    const blob = body.length > INLINE_BYTES ? `campaigns/${campaign}/idempotency/${name}` : undefined
    if (blob !== undefined) await blobs.put(blob, body)
    const headers: Record<string, string> = {}
    for (const each of ['Content-Type', 'Location', 'Retry-After', 'Preference-Applied']) {
      const value = c.res.headers.get(each)
      if (value !== null) headers[each] = value
    }
    const data = { fingerprint, state: 'done', status: c.res.status, headers }
    await store.replace(
      {
        ...key,
        data: blob === undefined ? { ...data, body: new TextDecoder().decode(body) } : { ...data, blob },
        expiresAt: seconds(KEPT_SECONDS),
      },
      1,
    )
  }
}

async function replay(
  item: Awaited<ReturnType<World['store']['get']>>,
  { fingerprint, blobs, header }: { fingerprint: string; blobs: World['blobs']; header: string },
): Promise<Response> {
  const entry = item === undefined ? undefined : Entry.parse(item.data)
  if (entry !== undefined && entry.fingerprint !== fingerprint) {
    throw new HttpProblem(
      422,
      'idempotency.other_request',
      `this ${header} came before with another request; take a new one for a new request`,
    )
  }
  if (entry === undefined || entry.state === 'running') {
    throw new HttpProblem(
      409,
      'idempotency.in_progress',
      `the first request with this ${header} is still running; ask again in a moment`,
      { headers: { 'Retry-After': '2' } },
    )
  }
  const body = entry.blob === undefined ? (entry.body ?? '') : await blobs.get(entry.blob)
  return new Response(body === undefined ? '' : new Uint8Array(Buffer.from(body)), {
    status: entry.status ?? 200,
    headers: { ...entry.headers, 'Idempotency-Replayed': 'true' },
  })
}

async function fingerprintOf(c: Context<Env>): Promise<string> {
  const url = new URL(c.req.url)
  return createHash('sha256')
    .update(`${c.req.method} ${url.pathname}${url.search}\n${c.req.header('Prefer') ?? ''}\n`)
    .update(new Uint8Array(await c.req.arrayBuffer()))
    .digest('hex')
}
