/** The headers that answers carry whatever the call, and those of requests that every call takes. */

interface HeaderText {
  description: string
  schema: object
}

const text = (description: string, more: object = {}): HeaderText => ({
  description,
  schema: { type: 'string', ...more },
})

/** In the document under these names. */
const HEADERS = {
  'X-Request-Id': text('id of the request, yours when you sent one; the log of the server has it too', {
    examples: ['req_01KKN9J4X0V5C0ZJ7M8Q2R3S4T'],
  }),
  RateLimit: text('what is left of this minute', { examples: ['"campaign";r=598;t=42'] }),
  'RateLimit-Policy': text(
    'requests that whoever is named may send in a minute: campaign, link, invitation, or one coming by it',
    {
      examples: ['"campaign";q=600;w=60'],
    },
  ),
  ETag: text('names this state of it: `If-None-Match` asks for another, `If-Match` changes only this one', {
    examples: ['"33a64df551425fcc"'],
  }),
  Link: text('the next page, where there is one', {
    examples: ['</v1/visits?region=paris-9e-10e&cursor=cGxu>; rel="next"'],
  }),
  Location: text('address of what was made', { examples: ['/v1/plans/pln_01KKN9J4X0V5C0ZJ7M8Q2R3S4T'] }),
  'Retry-After': {
    description: 'seconds until it makes sense to ask again',
    schema: { type: 'integer', minimum: 0, examples: [2] },
  },
  'Idempotency-Replayed': text('`true`: the first answer to this `Idempotency-Key`, again', {
    enum: ['true'],
  }),
  'Preference-Applied': text('what of `Prefer` was heeded', { examples: ['respond-async', 'wait=10'] }),
  'WWW-Authenticate': text('how to authenticate', { examples: ['Bearer realm="doorwalk"'] }),
  Allow: text('the methods that this address takes', { examples: ['GET, POST'] }),
  'Accept-Encoding': text('the only encoding of bodies that is read', { enum: ['identity'] }),
  'Content-Disposition': text('name of the file to save it as', {
    examples: ['attachment; filename="bat_01KKN9J4X0V5C0ZJ7M8Q2R3S4T.zip"'],
  }),
} as const
export type HeaderName = keyof typeof HEADERS

export const HEADER_COMPONENTS: Record<string, HeaderText> = HEADERS

/** Taken by every call. */
export const PARAMETER_COMPONENTS = {
  RequestId: {
    name: 'X-Request-Id',
    in: 'header',
    required: false,
    description: 'an id of your own for this request; answer and log carry it',
    schema: { type: 'string', maxLength: 255 },
    example: 'saturday-042',
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    required: false,
    description: '`ETag` of an answer before: 304 without a body when nothing has changed since',
    schema: { type: 'string' },
    example: '"33a64df551425fcc"',
  },
}

type Headers = Record<string, { $ref: string }>

/** References to headers of the document. */
export function headersNamed(...names: HeaderName[]): Headers {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
}

interface AnswerFacts {
  isRead: boolean
  /** Somebody looks who calls, and how often. */
  isGuarded: boolean
  isOnce: boolean
}

/** On answers to callers whose requests are counted. */
const COUNTED = ['RateLimit', 'RateLimit-Policy'] as const
/** Answered with `Retry-After`, whatever the call. */
const COME_BACK = [429, 503, 507]

export function answerHeaders(status: number, { isRead, isGuarded, isOnce }: AnswerFacts): Headers {
  const isSuccess = status >= 200 && status < 300
  // Who is unknown is not counted; 403 comes without, too, where the key may not call this at all.
  const isCounted = isGuarded && status !== 401
  return headersNamed(
    'X-Request-Id',
    ...(isCounted ? COUNTED : []),
    ...(isSuccess && isRead ? (['ETag'] as const) : []),
    ...(isSuccess && isOnce ? (['Idempotency-Replayed'] as const) : []),
    ...(COME_BACK.includes(status) ? (['Retry-After'] as const) : []),
    ...(status === 401 ? (['WWW-Authenticate'] as const) : []),
    ...(status === 405 ? (['Allow'] as const) : []),
    ...(status === 415 ? (['Accept-Encoding'] as const) : []),
  )
}

export function notModified({ isGuarded }: Pick<AnswerFacts, 'isGuarded'>): object {
  const headers = headersNamed('X-Request-Id', 'ETag', ...(isGuarded ? COUNTED : []))
  return { description: 'As it was when it was read before: no body', headers }
}
