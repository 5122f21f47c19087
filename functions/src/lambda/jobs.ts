/** Takes planning jobs from the queue. */
import { JobMessage } from '../jobs/job.ts'
import { type LambdaContext, type SqsAnswer, SqsEvent, readMessage } from './event.ts'
import { queueOf } from './queue.ts'
import { openLambdaWorld } from './world.ts'
import { inlinePlanner } from '../planner/inline.ts'

const world = openLambdaWorld(process.env)
const { storage, regions, config, log } = world

/** Of the invocation at hand: an instance serves one at a time. */
let current: LambdaContext | undefined

const { jobs } = queueOf(world, {
  planner: inlinePlanner({ regions, clock: storage.clock, osrm: config.osrm }),
  importer: async (order) => {
    // Not at the top: plans start without readers of spreadsheets.
    const { importList } = await import('../imports/import-list.ts')
    return importList(storage, order)
  },
  lister: async (order) => {
    // Not at the top: plans start without it.
    const { writeRows } = await import('../listing/rows.ts')
    return writeRows(storage, order)
  },
  remaining: () => current?.getRemainingTimeInMillis() ?? 0,
})

export async function handler(event: unknown, context: LambdaContext): Promise<SqsAnswer> {
  current = context
  const failed: SqsAnswer['batchItemFailures'] = []
  for (const { messageId, body } of SqsEvent.parse(event).Records) {
    const ref = readMessage(JobMessage, body)
    if (!ref) log({ level: 'error', event: 'job.unreadable', messageId })
    if (!ref || !(await jobs.run(ref))) failed.push({ itemIdentifier: messageId })
  }
  return { batchItemFailures: failed }
}
