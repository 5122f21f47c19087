/**
 * `Idempotency-Key` (IETF draft-ietf-httpapi-idempotency-key-header): the same key with the same request brings the
 * stored answer, with another request 422, while the first is still running 409. Only successes are kept: after an
 * error nothing has happened and the caller may try again. When the first died on the way, the next goes on with what
 * it was about to make: docs/decisions/0067-errands.md.
 */
import { createHash } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import type { Call, Env } from './env.ts'
import { HttpProblem } from './problem.ts'
import { declareOnce } from './route-table.ts'
import {
  type BegunErrand,
  type ErrandAnswer,
  type HeldErrand,
  RENEW_MILLISECONDS,
  beginErrand,
} from '../errands/errand.ts'
import { IDEMPOTENCY } from '../store/keys.ts'
import type { World } from '../world.ts'

/** Items hold 400 KB; larger answers lie in Blobs. */
const INLINE_BYTES = 100_000
/** The caller has gone: something may be left of what was begun for him. */
const ABANDONED = 499
const KEPT_HEADERS = ['Content-Type', 'Location', 'Retry-After', 'Preference-Applied']

export const IDEMPOTENCY_HEADER = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, 'expected 1 to 200 visible ASCII characters')
    .optional()
    .describe('same key and same request within 24 hours: the first answer again'),
})

/** What tells a request from another: a header, whose value may count together with something else. */
export interface RequestName {
  header: string
  of: (c: Context<Env>) => string | undefined
}

const BY_KEY: RequestName = { header: 'Idempotency-Key', of: (c) => c.req.header('Idempotency-Key') }

interface IdempotencyOptions {
  /** Default: by `Idempotency-Key`. */
  by?: RequestName
  /** What is stored of an answer; default: all of it. */
  kept?: (answer: unknown) => unknown
  /** Puts back what was not stored, for whoever asks again. */
  again?: (c: Context<Env>, kept: unknown) => Promise<unknown>
}

/** For every `POST` but those whose answer holds a secret. The handler finds its errand in the context. */
export function idempotent(
  world: World,
  { by: { header, of } = BY_KEY, kept, again }: IdempotencyOptions = {},
): MiddlewareHandler<Env> {
  return declareOnce(async (c, next) => {
    const given = of(c)
    if (given === undefined) return next()
    const { campaign, link } = c.get('caller')
    // Whoever comes by a link meets no request of others, whatever names he gives his own.
    const whose = link && ('walkId' in link ? link.walkId : link.invitationId)
    const name = createHash('sha256')
      .update(whose === undefined ? given : `${whose} ${given}`)
      .digest('hex')
    const begun = await beginErrand(world, {
      key: IDEMPOTENCY.key(campaign, name),
      fingerprint: await fingerprintOf(c),
    })
    if (begun.state !== 'ours') {
      const answer = await replay(world, header, begun)
      if (!again) return answer
      const whole = JSON.stringify(await again(c, await answer.json()))
      return new Response(whole, { status: answer.status, headers: answer.headers })
    }
    const { errand } = begun
    c.set('errand', errand)
    const renewing = setInterval(() => void errand.renew().catch(() => undefined), RENEW_MILLISECONDS)
    try {
      await next()
    } finally {
      clearInterval(renewing)
    }
    const blob = `campaigns/${campaign}/idempotency/${name}`
    // What was made is made, and the caller is told so; what cannot be written now ends by itself in a minute.
    await end(c, errand, { world, blob, kept }).catch((error: unknown) => {
      world.log({ level: 'error', event: 'errand.failed', error: String(error) })
    })
  })
}

interface Keeping {
  world: Pick<World, 'blobs'>
  /** Where a long answer goes. */
  blob: string
  kept: IdempotencyOptions['kept']
}

async function end(c: Call, errand: HeldErrand, keeping: Keeping): Promise<void> {
  const answered = c.res
  const { status } = answered
  // Nobody was told, and nothing is left of what was made.
  if (await c.get('undone')) return errand.forget()
  // Something may have been made: whoever asks again goes on with it.
  if (status >= 500 || status === ABANDONED) return errand.letGo()
  // "Not ready" about something that was there before is no success.
  const isNothing = status === 202 && errand.remembered === undefined
  if (status >= 400 || isNothing) return errand.forget()
  c.set('isKept', true)
  return errand.finish(await answerOf(answered.clone(), keeping))
}

async function answerOf(answered: Response, { world, blob, kept }: Keeping): Promise<ErrandAnswer> {
  const { status } = answered
  const found = KEPT_HEADERS.map((each) => [each, answered.headers.get(each)] as const)
  const headers = Object.fromEntries(found.filter((each): each is [string, string] => each[1] !== null))
  const body = kept ? JSON.stringify(kept(await answered.json())) : await answered.text()
  const bytes = new TextEncoder().encode(body)
  if (bytes.length <= INLINE_BYTES) return { status, headers, body }
  await world.blobs.put(blob, bytes)
  return { status, headers, blob }
}

type NotOurs = Exclude<BegunErrand, { state: 'ours' }>

async function replay({ blobs }: Pick<World, 'blobs'>, header: string, begun: NotOurs): Promise<Response> {
  if (begun.state === 'other request') {
    throw new HttpProblem(
      422,
      'idempotency.other_request',
      `this ${header} came before with another request; take a new one for a new request`,
    )
  }
  if (begun.state === 'running') {
    throw new HttpProblem(
      409,
      'idempotency.in_progress',
      `the first request with this ${header} is still running; ask again in a moment`,
      { headers: { 'Retry-After': '2' } },
    )
  }
  const { status, headers, body = '', blob } = begun.answer
  const bytes = blob === undefined ? Buffer.from(body) : await blobs.get(blob)
  return new Response(new Uint8Array(bytes ?? []), {
    status,
    headers: { ...headers, 'Idempotency-Replayed': 'true' },
  })
}

async function fingerprintOf(c: Context<Env>): Promise<string> {
  const url = new URL(c.req.url)
  return createHash('sha256')
    .update(`${c.req.method} ${url.pathname}${url.search}\n${c.req.header('Prefer') ?? ''}\n`)
    .update(new Uint8Array(await c.req.arrayBuffer()))
    .digest('hex')
}
