/** The OpenAPI document as this source writes it: of an app with nothing behind it. */
import { createApp } from '@doorwalk/functions/app'
import { DEFAULTS } from '@doorwalk/functions/config'
import type { World } from '@doorwalk/functions/world'

interface Schema {
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

interface Parameter {
  $ref?: string
  name: string
  in: string
  required: boolean
  description: string
  schema: Schema
  example?: unknown
}

export interface Operation {
  operationId: string
  tags: string[]
  summary: string
  description: string
  security: object[]
  parameters: Parameter[]
  requestBody?: { required?: boolean; content: Record<string, Media> }
  responses: Record<string, { description: string; content?: Record<string, Media>; 'x-codes'?: string[] }>
  'x-scopes'?: string[]
}

type Operations = Record<string, Record<string, Operation>>

export interface ApiDocument {
  openapi: string
  tags: { name: string; description: string }[]
  paths: Operations
  webhooks: Operations
  components: { schemas: Record<string, Schema> }
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

export async function currentDocument(): Promise<ApiDocument> {
  return JSON.parse(await currentText()) as ApiDocument
}
