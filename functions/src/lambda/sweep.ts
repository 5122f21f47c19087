/**
 * Every minute: sends the webhooks that came due, rings for jobs that lost their worker, ends the removal of batches
 * that broke off, tells of drafts whose region has changed, and clears campaigns that are over. Expired items go by the
 * table's TTL, their bodies by the bucket's lifecycle.
 */
import { stuckJobs } from '../jobs/job-table.ts'
import { openLambdaWorld } from './world.ts'
import { removeGoing } from '../batches/removal.ts'
import { sweepCampaigns } from '../retention/sweep.ts'
import { takeDue } from '../webhooks/events.ts'
import { sweepDrafts } from '../drafts/overtaken.ts'
import { wire } from '../wiring.ts'

const { storage, log, ringJob, ringDelivery } = openLambdaWorld(process.env)
const announce = wire({
  ...storage,
  ringDelivery,
  jobs: { submit: ringJob, cancel: async () => false },
})

export async function handler(): Promise<{ jobs: number; deliveries: number; cleared: number }> {
  const jobs = await stuckJobs(storage)
  for (const ref of jobs) await ringJob(ref)
  const deliveries = await takeDue(storage, ringDelivery)
  await removeGoing({ ...storage, jobs: { cancel: async () => false } })
  await sweepDrafts({ ...storage, announce })
  // Last: what takes longest, and goes on next time where it is cut off.
  const cleared = await sweepCampaigns(storage)
  log({ level: jobs.length > 0 ? 'warn' : 'info', event: 'sweep', jobs: jobs.length, deliveries, cleared })
  return { jobs: jobs.length, deliveries, cleared }
}
