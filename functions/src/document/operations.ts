/** One call of the document: what is declared of its route, and what every call of its kind answers beside. */
import { z } from '@hono/zod-openapi'
import { answerHeaders, notModified } from './headers.ts'
import { PARAMETER_TEXTS } from './parameters.ts'
import type { SchemaUse, WrittenSchemas } from './schemas.ts'

/** A route as the router keeps it. */
export interface DeclaredRoute {
  method: string
  path: string
  operationId?: string
  tags?: string[]
  summary?: string
  description?: string
  security?: Record<string, string[]>[]
  request?: DeclaredRequest
  responses: Record<string, DeclaredAnswer>
}

interface DeclaredRequest {
  params?: z.ZodObject
  query?: z.ZodObject
  headers?: z.ZodObject
  body?: { required?: boolean; description?: string; content: DeclaredContent }
}

/** `documented` stands in the document instead of `schema`: of a body that the call reads by itself. */
type DeclaredContent = Record<string, { schema?: unknown; documented?: unknown; [more: string]: unknown }>

interface DeclaredAnswer {
  description: string
  content?: DeclaredContent
  headers?: Record<string, unknown>
  [extension: string]: unknown
}

/** What else is known of a route. */
export interface RouteFacts {
  /** Scopes of which a key needs one, and `link` where that of a volunteer is enough; undefined: no key. */
  scopes?: readonly string[] | undefined
  isGuarded: boolean
  /** The same request is answered the same once more. */
  isOnce: boolean
}

/** Every schema of a route that goes into the document. */
export function usesOf({ request, responses }: DeclaredRoute): SchemaUse[] {
  const { params, query, headers, body } = request ?? {}
  const sent = [params, query, headers, ...schemasIn(body?.content)]
  const told = Object.values(responses).flatMap(({ content }) => schemasIn(content))
  return [
    ...sent.filter(isZod).map((schema) => ({ schema, io: 'input' as const })),
    ...told.filter(isZod).map((schema) => ({ schema, io: 'output' as const })),
  ]
}

const isZod = (value: unknown): value is z.ZodType => value instanceof z.ZodType

const schemasIn = (content: DeclaredContent | undefined): unknown[] =>
  Object.values(content ?? {}).map(({ schema, documented }) => documented ?? schema)

/** What was asked and answered once. */
export interface CallExample {
  request?: unknown
  /** By status. */
  answers: Record<string, unknown>
}

interface Writing {
  facts: RouteFacts
  schemas: WrittenSchemas
  example: CallExample | undefined
}

export function operationOf(route: DeclaredRoute, { facts, schemas, example }: Writing): object {
  const { operationId, tags, summary, description, security, request, responses } = route
  const isRead = route.method === 'get'
  const answers = Object.entries(responses).map(([status, answer]) => {
    const headers = { ...answer.headers, ...answerHeaders(Number(status), { isRead, ...facts }) }
    const shown = example?.answers[status]
    const content = answer.content && contentOf(answer.content, { io: 'output', schemas, shown })
    return [status, { ...answer, headers, ...(content && { content }) }] as const
  })
  const parameters = [
    ...parametersIn('path', request?.params, schemas),
    ...parametersIn('query', request?.query, schemas),
    ...parametersIn('header', request?.headers, schemas),
    ...(isRead ? [{ $ref: '#/components/parameters/IfNoneMatch' }] : []),
    { $ref: '#/components/parameters/RequestId' },
  ]
  const body = request?.body
  return {
    operationId,
    tags,
    summary,
    description,
    security,
    ...(facts.scopes && { 'x-scopes': facts.scopes }),
    parameters,
    ...(body && {
      requestBody: {
        ...body,
        content: contentOf(body.content, { io: 'input', schemas, shown: example?.request }),
      },
    }),
    responses: { ...Object.fromEntries(answers), ...(isRead && { 304: notModified(facts) }) },
  }
}

interface Content {
  io: SchemaUse['io']
  schemas: WrittenSchemas
  /** An example, where there is one. */
  shown: unknown
}

/** An example is of the first kind of JSON there is; of others the route may say one itself. */
function contentOf(content: DeclaredContent, { io, schemas, shown }: Content): object {
  const first = Object.keys(content).find((type) => type.endsWith('json'))
  const written = Object.entries(content).map(([type, { schema: declared, documented, ...more }]) => {
    const schema = documented ?? declared
    const example = type === first && shown !== undefined ? { example: shown } : {}
    return [type, { schema: isZod(schema) ? schemas.of({ schema, io }) : schema, ...example, ...more }]
  })
  return Object.fromEntries(written) as object
}

type Place = 'path' | 'query' | 'header'

function parametersIn(place: Place, object: z.ZodObject | undefined, schemas: WrittenSchemas): object[] {
  if (!object) return []
  const { properties = {}, required = [] } = schemas.of({ schema: object, io: 'input' })
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name: place === 'header' ? (HEADER_NAMES[name] ?? name) : name,
    in: place,
    required: place === 'path' || required.includes(name),
    description: description ?? PARAMETER_TEXTS[name]?.description,
    schema,
    example: PARAMETER_TEXTS[name]?.example,
  }))
}

/** As people write them; a name that is not here is written small. */
const HEADER_NAMES: Record<string, string> = {
  'idempotency-key': 'Idempotency-Key',
  'if-match': 'If-Match',
  prefer: 'Prefer',
}
