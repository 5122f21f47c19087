/**
 * Planning jobs, and on AWS who works on them. SQS rings the bell; the item in the table is the truth: who works on a
 * job and until when. So a message that comes twice does no harm, and one that never comes, or whose worker dies, is
 * rung again by the sweep.
 */
import { z } from '@hono/zod-openapi'
import { JOB_RANGES, jobKey } from './store/keys.ts'
import type { Item, PlanRef, Storage } from './world.ts'

/** Joins the pieces of a plan. */
export const JOIN = 'join'
/** A plan, or one part of a plan that was cut: the number of a piece, or {@link JOIN}. */
export interface JobRef extends PlanRef {
  part?: string
}

export const JobMessage = z.object({
  campaign: z.string().min(1),
  planId: z.string().min(1),
  part: z.string().min(1).exactOptional(),
})

/** In the table, on AWS and in the embedded queue alike. */
export const Job = z.object({
  campaign: z.string(),
  planId: z.string(),
  part: z.string().exactOptional(),
  attempts: z.number().describe('runs begun'),
  breaks: z.number().default(0).describe('runs that ended in an error'),
  owner: z.string().describe('empty: free'),
  until: z.number().describe('milliseconds since the epoch; free jobs: when to ring again'),
})
export type Job = z.infer<typeof Job>

export interface HeldJob {
  ref: JobRef
  /** 1 on the first run. */
  attempt: number
  /** Why it should not be tried again; null: it should. */
  hopeless: string | null
  item: Item
}

/** A message reaches its worker within seconds; after this long without a taker the bell is rung again. */
const RING_MILLISECONDS = 120_000
/** Runs of a job that end in an error; then it is given up. */
const MAX_BREAKS = 3
/** Runs of a job at all: it is not its fault when its worker is killed, unless that happens every time. */
const MAX_ATTEMPTS = 10

type Queue = Pick<Storage, 'store' | 'clock'>

/** Makes the job known; false when it was before. */
export function openJob({ store, clock }: Queue, ref: JobRef): Promise<boolean> {
  const job: Job = { ...ref, attempts: 0, breaks: 0, owner: '', until: clock.now() + RING_MILLISECONDS }
  return store.create({ ...jobKey(ref), data: job })
}

/** Undefined when the job has ended or somebody else holds it: then there is nothing to do. */
export async function takeJob(
  { store, clock }: Queue,
  { ref, owner, milliseconds }: { ref: JobRef; owner: string; milliseconds: number },
): Promise<HeldJob | undefined> {
  const item = await store.get(jobKey(ref))
  if (!item) return undefined
  const job = Job.parse(item.data)
  if (job.owner !== '' && job.until > clock.now()) return undefined
  const attempts = job.attempts + 1
  const data: Job = { ...job, attempts, owner, until: clock.now() + milliseconds }
  const isOurs = await store.replace({ ...jobKey(ref), data }, item.version)
  return isOurs
    ? {
        ref: refOf(job),
        attempt: attempts,
        hopeless: whyHopeless(data),
        item: { ...item, data, version: item.version + 1 },
      }
    : undefined
}

export async function endJob({ store }: Pick<Storage, 'store'>, { item }: HeldJob): Promise<void> {
  await store.remove(item, item.version)
}

/** Why a job that was just taken should not be tried again; null: it should. */
export function whyHopeless({ attempts, breaks }: Job): string | null {
  if (breaks < MAX_BREAKS && attempts <= MAX_ATTEMPTS) return null
  const times = Math.max(breaks, attempts - 1)
  return `planning broke off ${times} times; ask for a smaller area or fewer walkers`
}

/** After an error: for another worker to take; the sweep rings. */
export async function releaseJob({ store, clock }: Queue, { item }: HeldJob): Promise<void> {
  const job = Job.parse(item.data)
  const data: Job = { ...job, breaks: job.breaks + 1, owner: '', until: clock.now() }
  await store.replace({ ...item, data }, item.version)
}

/** Jobs that nobody works on although they should be; each is rung by one sweep only. */
export async function stuckJobs({ store, clock }: Queue): Promise<JobRef[]> {
  const stuck: JobRef[] = []
  for (const range of JOB_RANGES) {
    for await (const item of store.all(range)) {
      const job = Job.parse(item.data)
      if (job.until > clock.now()) continue
      const data: Job = { ...job, owner: '', until: clock.now() + RING_MILLISECONDS }
      if (!(await store.replace({ ...item, data }, item.version))) continue
      stuck.push(refOf(job))
    }
  }
  return stuck
}

export function refOf({ campaign, planId, part }: Job): JobRef {
  return { campaign, planId, ...(part === undefined ? {} : { part }) }
}
