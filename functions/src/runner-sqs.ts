/**
 * Runs planning jobs on AWS: small ones inside the request, all others by a message to the planner's queue.
 * A message carries ids only; the queue's redrive policy bounds the tries.
 */
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { z } from '@hono/zod-openapi'
import type { Planner } from './planner.ts'
import { runPlan } from './run-plan.ts'
import type { Runner } from './runner.ts'
import type { Storage } from './world.ts'

export const PlanMessage = z.object({ campaign: z.string(), planId: z.string() })

/** Kept of the waiting time for reading, writing and the answer itself. */
const RESERVE_SHARE = 0.3

export interface SqsRunnerOptions {
  storage: Storage
  planner: Planner
  sqs: SQSClient
  queueUrl: string
}

export function sqsRunner({ storage, planner, sqs, queueUrl }: SqsRunnerOptions): Runner {
  return {
    async submit(ref, wait) {
      if (wait > 0) {
        // A Lambda cannot go on after its answer: the search is cut short instead, and the plan says so (`stoppedBy`).
        const deadline = storage.clock.now() + wait * (1 - RESERVE_SHARE)
        return runPlan(storage, { planner, ref, deadline })
      }
      const { campaign, planId } = ref
      await sqs.send(
        new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify({ campaign, planId }) }),
      )
    },
    // The head says `cancelled`; the consumer sees it with its next progress.
    cancel: () => undefined,
    close: async () => undefined,
  }
}
