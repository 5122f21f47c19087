/** The section `webhooks` of the document: what is sent to receivers, and what they are to answer. */
import type { z } from '@hono/zod-openapi'
import type { WrittenSchemas } from './schemas.ts'

export interface DeclaredMessage {
  /** Of the event. */
  type: string
  /** It is sent when … */
  when: string
  schema: z.ZodType
  example?: unknown
}

/** Of Standard Webhooks. */
const HEADERS = [
  {
    name: 'webhook-id',
    description: 'id of the event, the same on every attempt: an event may come twice',
    schema: { type: 'string' },
    example: 'evt_01KKN9J4X0V5C0ZJ7M8Q2R3S4T',
  },
  {
    name: 'webhook-timestamp',
    description: 'seconds since the epoch, of this attempt; refuse what is older than 5 minutes',
    schema: { type: 'string', pattern: '^[0-9]+$' },
    example: '1773493200',
  },
  {
    name: 'webhook-signature',
    description:
      '`v1,` and base64 of HMAC-SHA256 over id.timestamp.body; two of them while a secret is replaced',
    schema: { type: 'string' },
    example: 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  },
].map((header) => ({ ...header, in: 'header', required: true }))

const RESPONSES = {
  '2XX': { description: 'Taken. An answer must come within 15 seconds' },
  410: { description: 'Nothing more, please: the webhook is switched off' },
  '4XX': {
    description:
      'A failure, as everything else is, redirects included: it is sent again, up to 8 times in 28 hours',
  },
}

export function webhooksOf(messages: readonly DeclaredMessage[], schemas: WrittenSchemas): object {
  const written = messages.map(({ type, when, schema, example }) => [
    type,
    {
      post: {
        operationId: `on${type.replace(/(^|[._])(\w)/g, (_, _dot, letter: string) => letter.toUpperCase())}`,
        tags: ['Webhooks'],
        summary: `Sent when ${when}`,
        description: `To every webhook that listens to \`${type}\`, signed as Standard Webhooks says.`,
        security: [],
        parameters: HEADERS,
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: schemas.of({ schema, io: 'output' }),
              ...(example !== undefined && { example }),
            },
          },
        },
        responses: RESPONSES,
      },
    },
  ])
  return Object.fromEntries(written) as object
}
