/** What is asked of each call of the document, before it is known what exists. */
import fc from 'fast-check'
import type { ApiDocument, Operation, Schema } from '../../../scripts/document/current.ts'
import { fittingSchema } from '../arbitrary.ts'
import type { Known } from './known.ts'
import { type Spoiling, spoiling } from './spoil.ts'

export interface Call {
  operation: Operation
  method: string
  path: string
}

/** What is asked of a call. */
export interface Wish {
  /** As the example, with more fields, anew from the schema, spoilt, or odd outside of the body. */
  how: 'plain' | 'filled' | 'made' | 'spoilt' | 'odd'
  pick: number
  more: unknown
  spoiling: Spoiling
  oddity: (typeof ODDITIES)[number]
  /** A text for what is not the body. */
  text: string
}

const ODDITIES = [
  ...(['method', 'path', 'suffix', 'id', 'query', 'query', 'key', 'key', 'accept', 'type'] as const),
  ...([
    'bare body',
    'bare body',
    'If-None-Match',
    'If-Match',
    'Idempotency-Key',
    'Prefer',
    'X-Request-Id',
  ] as const),
]

/** More often, where there is a body. */
const OF_BODIES = ['type', 'type', 'bare body', 'bare body', 'bare body'] as const

export function callsOf({ paths }: ApiDocument): Call[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ operation, method: method.toUpperCase(), path })),
  )
}

type Named = Record<string, Schema>

const bodySchema = ({ requestBody }: Operation): Schema | undefined =>
  requestBody?.content['application/json']?.schema

/** Wishes for a call; of those without a body none is about one. */
export function wishesOf({ operation }: Call, named: Named): fc.Arbitrary<Wish> {
  const schema = bodySchema(operation)
  const withBody = ['filled', 'made', 'spoilt', 'spoilt', 'odd', 'odd'] as const
  return fc.record({
    how: schema ? fc.constantFrom(...withBody) : fc.constantFrom('filled', 'odd', 'odd', 'odd'),
    pick: fc.nat(),
    more: schema ? fittingSchema(schema, named) : fc.constant(undefined),
    spoiling,
    oddity: fc.constantFrom(...ODDITIES, ...(schema ? OF_BODIES : [])),
    text: fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom('\u0000', '..', '%', 'e\u0301', '🚪', '0', '-1', '1e3'),
    ),
  })
}

export const plainWish: Wish = {
  how: 'plain',
  pick: 0,
  more: undefined,
  spoiling: { way: 'drop', where: 0, odd: null },
  oddity: 'method',
  text: 'x',
}

/** What exists where a request is made. */
export interface Surroundings {
  document: ApiDocument
  known: Known
  campaign: string
  key: string
  /** Of other scopes, of other campaigns, and of nobody. */
  otherKeys: readonly string[]
  at: number
  region: string
  webhookUrl: string
}
