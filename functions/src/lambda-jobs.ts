/** Takes planning jobs from the queue. */
import { type LambdaContext, type SqsAnswer, SqsEvent, readMessage } from './lambda-event.ts'
import { openLambdaWorld } from './lambda-world.ts'
import { JobMessage } from './jobs.ts'
import { inlinePlanner } from './planner-inline.ts'
import { partOpener } from './lambda-runner.ts'
import { runJob } from './run-job.ts'
import { wire } from './wiring.ts'

const { storage, regions, config, log, ringJob, ringDelivery } = openLambdaWorld(process.env)
const planner = inlinePlanner({ regions, clock: storage.clock, osrm: config.osrm })
const openPart = partOpener(storage, ringJob)
const announce = wire({ ...storage, ringDelivery, submit: openPart })

export async function handler(event: unknown, context: LambdaContext): Promise<SqsAnswer> {
  const failed: SqsAnswer['batchItemFailures'] = []
  for (const { messageId, body } of SqsEvent.parse(event).Records) {
    const ref = readMessage(JobMessage, body)
    if (!ref) {
      log({ level: 'error', event: 'job.unreadable', messageId })
      failed.push({ itemIdentifier: messageId })
      continue
    }
    const isDone = await runJob(
      {
        storage,
        planner,
        log,
        announce,
        openPart,
        remaining: () => context.getRemainingTimeInMillis(),
      },
      ref,
    )
    if (!isDone) failed.push({ itemIdentifier: messageId })
  }
  return { batchItemFailures: failed }
}
