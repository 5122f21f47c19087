/** The OpenAPI 3.1 document, made from the schemas that also check the requests. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from 'hono'
import recorded from './examples.json' with { type: 'json' }
import { HEADER_COMPONENTS, PARAMETER_COMPONENTS } from './headers.ts'
import { type CallExample, type DeclaredRoute, type RouteFacts, operationOf, usesOf } from './operations.ts'
import { type DeclaredMessage, webhooksOf } from './messages.ts'
import { shareAnswers } from './shared-answers.ts'
import { type JsonSchema, othersAnswered, writeSchemas } from './schemas.ts'

/** By operation: `npm run examples` records them. */
const EXAMPLES: Partial<Record<string, CallExample>> = recorded

const DESCRIPTION = `Walks for door-knocking: one call takes an area and a number of volunteers and returns balanced,
non-overlapping walks along real streets.

Coordinates are \`[lng, lat]\` in WGS 84 degrees. Times are whole seconds, lengths whole metres; totals are sums of the
rounded parts. Unknown fields are refused by name. Every error is \`application/problem+json\` (RFC 9457). Everything a
key makes belongs to the campaign of the key.`

/** What no route declares. */
export interface MoreOfApi {
  /** What is known of a route beside its declaration. */
  factsOf: (route: { method: string; path: string }) => RouteFacts
  /** What is sent to receivers. */
  messages: readonly DeclaredMessage[]
}

interface OpenApiDocument {
  openapi: string
  paths: Record<string, Record<string, object>>
  components: { schemas: Record<string, JsonSchema>; [kind: string]: object }
  [more: string]: unknown
}

export async function describeApi<E extends Env>(
  app: OpenAPIHono<E>,
  { factsOf, messages }: MoreOfApi,
): Promise<OpenApiDocument> {
  const routes = app.openAPIRegistry.definitions.flatMap((definition) =>
    definition.type === 'route' ? [definition.route as unknown as DeclaredRoute] : [],
  )
  const sent = messages.map(({ schema }) => ({ schema, io: 'output' as const }))
  const schemas = await writeSchemas([...routes.flatMap(usesOf), ...sent])
  const paths: OpenApiDocument['paths'] = {}
  for (const route of routes) {
    const calls = (paths[route.path] ??= {})
    calls[route.method] = operationOf(route, {
      facts: factsOf(route),
      schemas,
      example: EXAMPLES[route.operationId ?? ''],
    })
  }
  await othersAnswered()
  return {
    openapi: '3.1.0',
    info: {
      title: 'Doorwalk',
      version: '1.0.0',
      description: DESCRIPTION,
      contact: { name: 'Whoever runs this server' },
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    servers: [{ url: '/', description: 'this server' }],
    tags: TAGS,
    paths,
    webhooks: webhooksOf(messages, schemas),
    components: {
      schemas: schemas.components,
      headers: HEADER_COMPONENTS,
      responses: shareAnswers(paths),
      parameters: PARAMETER_COMPONENTS,
      securitySchemes: SECURITY,
    },
  }
}

const SECURITY = {
  key: {
    type: 'http',
    scheme: 'bearer',
    description:
      'A key `dw_…` of a campaign, or the token `dwl_…` of a link, `dwi_…` of an invitation, where `x-scopes` has `link`',
  },
  signature: {
    type: 'apiKey',
    in: 'header',
    name: 'webhook-signature',
    description: 'Standard Webhooks: signed with the secret of a source',
  },
}

const TAGS = [
  { name: 'Plans', description: 'One request, one set of walks' },
  { name: 'Batches', description: 'All plans of a weekend, made and printed together' },
  { name: 'Walks', description: 'The itinerary of one walker, in the forms people carry' },
  { name: 'Invitations', description: 'One link for a meeting point, a walk for whoever opens it' },
  { name: 'Visits', description: 'What happened at doors, and where the campaign stands' },
  { name: 'Campaigns', description: 'Settings, hold-outs and the end of a campaign' },
  { name: 'Regions', description: 'Prepared places: streets, buildings, precincts' },
  { name: 'Areas', description: 'Stored shapes to canvass' },
  { name: 'Rankings', description: 'Where to go first: precincts and squares by a score with its parts' },
  { name: 'Buildings', description: "A campaign's own targets" },
  { name: 'Corrections', description: 'What volunteers say of buildings that the map has wrong' },
  { name: 'Keys', description: 'API keys of a campaign' },
  { name: 'Webhooks', description: 'Signed messages about what happened, to addresses of yours' },
  { name: 'Inbound', description: 'Visits that other services report by signed messages' },
  { name: 'Service', description: 'The server itself' },
]
