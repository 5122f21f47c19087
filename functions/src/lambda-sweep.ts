/**
 * Every minute: sends the webhooks that came due, and rings for jobs that lost their worker. Expired items go by the
 * table's TTL, their bodies by the bucket's lifecycle.
 */
import { stuckJobs } from './jobs.ts'
import { openLambdaWorld } from './lambda-world.ts'
import { takeDue } from './webhook-events.ts'

const { storage, log, ringJob, ringDelivery } = openLambdaWorld(process.env)

export async function handler(): Promise<{ jobs: number; deliveries: number }> {
  const jobs = await stuckJobs(storage)
  for (const ref of jobs) await ringJob(ref)
  const deliveries = await takeDue(storage, ringDelivery)
  log({ level: jobs.length > 0 ? 'warn' : 'info', event: 'sweep', jobs: jobs.length, deliveries })
  return { jobs: jobs.length, deliveries }
}
