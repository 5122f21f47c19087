/** What all route files share: a router that answers wrong requests as problems, and the words of the document. */
import { OpenAPIHono, z } from '@hono/zod-openapi'
import { FORMATS, type FormatName } from '@doorwalk/core/formats/formats'
import { FeatureCollection } from '../document/geojson.ts'
import { type HeaderName, headersNamed } from '../document/headers.ts'
import type { Env } from './env.ts'
import { type CodesByStatus, joinedCodes } from '../document/problem-codes.ts'
import { Problem, invalid, titleOf } from './problem.ts'

export function routeGroup(): OpenAPIHono<Env> {
  return new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success)
        throw invalid(result.error, {
          target: result.target,
          value: 'data' in result ? result.data : undefined,
        })
    },
  })
}

/** Of the paths of one plan, and of one walk. */
export const PLAN_PATH = z.object({ planId: z.string().min(1).max(80) })
export const WALK_PATH = z.object({ walkId: z.string().min(1).max(80) })

/** Of the calls that need a key. */
const KEYED: CodesByStatus = {
  400: ['request.invalid'],
  401: ['key.malformed', 'key.missing', 'key.unknown', 'link.ended', 'link.unknown'],
  403: ['key.scope', 'link.scope'],
  406: ['request.not_acceptable'],
  429: ['rate.exceeded'],
}
/** Of those that take a signed message instead. */
const SIGNED_CODES: CodesByStatus = {
  400: ['request.invalid'],
  401: ['signature.expired', 'signature.missing', 'signature.wrong'],
  429: ['rate.exceeded'],
}
/** Of all. */
const EVERY: CodesByStatus = {
  500: ['bug.unexpected'],
  503: ['service.closing', 'storage.damaged'],
  507: ['storage.full', 'storage.unwritable'],
}
/** Of those that change something; a body may come wherever none is asked for. */
const CHANGING: CodesByStatus = {
  400: ['request.malformed', 'request.too_deep', 'request.too_many'],
  410: ['campaign.erased'],
  413: ['request.too_large'],
  415: ['request.content_encoding'],
}
/** Of those that need a body. */
export const BODY: CodesByStatus = { 415: ['request.content_type'] }
/** Of those that take an `Idempotency-Key`, or an id of a message. */
export const ONCE: CodesByStatus = { 409: ['idempotency.in_progress'], 422: ['idempotency.other_request'] }
/** Of those that tell of single targets. */
export const OF_TARGETS: CodesByStatus = { 410: ['campaign.over'] }
/** Of lists in pages. */
export const PAGED: CodesByStatus = { 400: ['request.cursor'] }
/** Of those that offer a form by suffix. */
export const BY_SUFFIX: CodesByStatus = { 404: ['request.unknown_form'] }
/** Of those that read a region. */
export const OF_REGION: CodesByStatus = {
  404: ['region.unknown'],
  422: ['region.format'],
  503: ['region.damaged'],
}
/** Of those that take a shape to canvass. */
export const OF_SHAPE: CodesByStatus = {
  400: ['area.empty', 'area.ring_open', 'area.self_crossing', 'area.too_large', 'area.too_many_vertices'],
}
/** Of those that read and write what is known of targets. */
export const OF_LEDGER: CodesByStatus = { 503: ['ledger.busy', 'walk.busy'] }

/** The problems of a call: those of its kind, and its own. */
export const problems = {
  read: (...own: CodesByStatus[]) => answersFor(KEYED, EVERY, ...own),
  change: (...own: CodesByStatus[]) => answersFor(KEYED, EVERY, CHANGING, ...own),
  signed: (...own: CodesByStatus[]) => answersFor(SIGNED_CODES, EVERY, CHANGING, ...own),
  open: (...own: CodesByStatus[]) => answersFor(EVERY, { 405: ['request.method'] }, ...own),
}

/** In the types they are none: no handler answers them, they are thrown. */
function answersFor(...groups: CodesByStatus[]): Record<never, never> {
  const answers = Object.entries(joinedCodes(...groups)).map(([status, codes]) => {
    const told = codes.map((code) => `\`${code}\``).join(', ')
    const description = `${titleOf(Number(status))}: ${told}`
    return [
      status,
      { description, 'x-codes': codes, content: { 'application/problem+json': { schema: Problem } } },
    ]
  })
  return Object.fromEntries(answers) as Record<never, never>
}

/** @param headers  that it carries beside those of every answer */
export const jsonAnswer = <Schema extends z.ZodType>(
  description: string,
  schema: Schema,
  ...headers: HeaderName[]
) => ({
  description,
  headers: headersNamed(...headers),
  content: { 'application/json': { schema } },
})
type FormContent<Name extends FormatName> = Record<
  (typeof FORMATS)[Name]['type'],
  { schema: { type: 'object' | 'string' } }
>

/** What these forms look like to callers: GeoJSON, or text. */
export function formContent<Name extends FormatName>(names: readonly Name[]): FormContent<Name> {
  const content = names.map((name) => {
    const { type } = FORMATS[name]
    return [type, { schema: type === 'application/geo+json' ? FeatureCollection : { type: 'string' } }]
  })
  return Object.fromEntries(content) as FormContent<Name>
}

export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
})

/** `security` of every call that needs a key. */
export const SECURED = [{ key: [] }]
/** … or a signed message. */
export const SIGNED = [{ signature: [] }]
