/** Lambda behind the planner's queue: one message, one plan. What fails goes back to the queue, and there to the dead letters. */
import { z } from '@hono/zod-openapi'
import { runPlan } from './run-plan.ts'
import { PlanMessage } from './runner-sqs.ts'
import { wireAws } from './wiring-aws.ts'

/** The parts of an SQS event that are used. */
const SqsEvent = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) })

/** Kept of the function's time for writing the plan. */
const RESERVE_MILLISECONDS = 60_000

const { world, storage, planner } = wireAws(process.env)

/** Names the messages to try again, as `ReportBatchItemFailures` asks. */
export async function handler(
  event: unknown,
  context: { getRemainingTimeInMillis: () => number },
): Promise<{ batchItemFailures: { itemIdentifier: string }[] }> {
  const batchItemFailures: { itemIdentifier: string }[] = []
  for (const { messageId, body } of SqsEvent.parse(event).Records) {
    try {
      const ref = PlanMessage.parse(JSON.parse(body))
      const deadline = world.clock.now() + context.getRemainingTimeInMillis() - RESERVE_MILLISECONDS
      await runPlan(storage, { planner, ref, deadline })
    } catch (error) {
      world.log({ level: 'error', event: 'plan.broke', messageId, error: String(error) })
      batchItemFailures.push({ itemIdentifier: messageId })
    }
  }
  return { batchItemFailures }
}
