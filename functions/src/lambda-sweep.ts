/** Every minute: rings for jobs that lost their worker. Expired items go by the table's TTL, their bodies by lifecycle. */
import { stuckJobs } from './jobs.ts'
import { openLambdaWorld } from './lambda-world.ts'

const { storage, log, ringJob } = openLambdaWorld(process.env)

export async function handler(): Promise<{ jobs: number }> {
  const jobs = await stuckJobs(storage)
  for (const ref of jobs) await ringJob(ref)
  log({ level: jobs.length > 0 ? 'warn' : 'info', event: 'sweep', jobs: jobs.length })
  return { jobs: jobs.length }
}
