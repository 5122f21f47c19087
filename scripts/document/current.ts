/** The OpenAPI document as this source writes it: of an app with nothing behind it. */
import { createApp } from '@doorwalk/functions/app'
import { DEFAULTS } from '@doorwalk/functions/config'
import type { World } from '@doorwalk/functions/world'

export interface Schema {
  $ref?: string
  type?: string | string[]
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  prefixItems?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  default?: unknown
  format?: string
  additionalProperties?: boolean | Schema
  [keyword: string]: unknown
}

interface Media {
  schema?: Schema
  example?: unknown
}

export interface Parameter {
  $ref?: string
  name: string
  in: string
  required: boolean
  description: string
  schema: Schema
  example?: unknown
}

interface Answer {
  description: string
  headers?: Record<string, object>
  content?: Record<string, Media>
  'x-codes'?: string[]
}

export interface Operation {
  operationId: string
  tags: string[]
  summary: string
  description: string
  security: object[]
  parameters: Parameter[]
  requestBody?: { required?: boolean; content: Record<string, Media> }
  responses: Record<string, Answer>
  'x-scopes'?: string[]
}

type Operations = Record<string, Record<string, Operation>>

export interface ApiDocument {
  openapi: string
  tags: { name: string; description: string }[]
  paths: Operations
  webhooks: Operations
  components: { schemas: Record<string, Schema>; responses: Record<string, Answer> }
}

/** As it is served. */
export async function currentText(): Promise<string> {
  const clock = { now: () => 0 }
  const nothing = { config: DEFAULTS, log: () => undefined, id: () => 'req', clock }
  const app = createApp(nothing as unknown as World)
  const answer = await app.request('/openapi.json')
  if (!answer.ok) throw new Error(await answer.text())
  return answer.text()
}

/** With every answer written out where it is given. */
export async function currentDocument(): Promise<ApiDocument> {
  return withAnswers(JSON.parse(await currentText()) as ApiDocument)
}

export function withAnswers(document: ApiDocument): ApiDocument {
  for (const { responses } of Object.values(document.paths).flatMap((path) => Object.values(path))) {
    for (const [status, answer] of Object.entries(responses)) {
      const name = '$ref' in answer ? String(answer.$ref).split('/').at(-1)! : undefined
      if (name !== undefined) responses[status] = document.components.responses[name]!
    }
  }
  return document
}
