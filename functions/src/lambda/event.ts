/** What AWS hands to a function, as far as it is read. */
import { z } from '@hono/zod-openapi'

/** The part of Lambda's context that is used. */
export interface LambdaContext {
  getRemainingTimeInMillis(): number
}

export const SqsEvent = z.object({
  Records: z.array(
    z.object({
      messageId: z.string(),
      body: z.string(),
      attributes: z.object({ ApproximateReceiveCount: z.string() }).partial().optional(),
    }),
  ),
})
export type SqsEvent = z.infer<typeof SqsEvent>

/** Messages named here come again; all others are deleted. */
export interface SqsAnswer {
  batchItemFailures: { itemIdentifier: string }[]
}

/** Parsed JSON of a message, or undefined: what can never be read goes to the dead-letter queue. */
export function readMessage<Message>(schema: z.ZodType<Message>, body: string): Message | undefined {
  try {
    return schema.parse(JSON.parse(body))
  } catch {
    return undefined
  }
}
