/**
 * The queue of planning jobs in the table, which says who works on a job and until when. Whoever takes one leases it;
 * a lease ends by itself, so that a job whose worker was killed is taken again, and such deaths are counted. Being told
 * of a job twice, or never, does no harm.
 */
import { JOB_ITEMS, JOB_RANGES, jobKey } from '../store/keys.ts'
import { isAhead } from '../ports/clock.ts'
import type { PlanRef } from '../ports/jobs.ts'
import type { Item } from '../ports/store.ts'
import type { Storage } from '../world.ts'
import { type JobRef, StoredJob, afterRun, refOf, whyHopeless } from './job.ts'

/** A message reaches its worker within seconds; after this long without a taker the bell is rung again. */
const RING_MILLISECONDS = 120_000
/** Longer than any lease. */
const LONGEST_MILLISECONDS = 20 * 60_000

type Table = Pick<Storage, 'store' | 'clock'>

/** What a worker asks for with a job. */
export interface Lease {
  owner: string
  milliseconds: number
  /** Leases of all others are void: no other process can reach this table. */
  isExclusive?: boolean
}

/** A job that we work on, until it is let go of in one of three ways. */
export interface HeldJob {
  ref: JobRef
  /** 1 on the first run. */
  attempt: number
  /** Why it should not be tried again; null: it should. */
  hopeless: string | null
  /** Prolongs the lease; false when somebody else has taken it. */
  renew(): Promise<boolean>
  /** Done, or given up: it is forgotten. */
  end(): Promise<void>
  /** After an error: somebody may try it again. */
  breakOff(): Promise<void>
  /** For somebody else to run; this run does not count. */
  handOn(): Promise<void>
  /** There was no room on the disk: to be tried again, for a time; this run does not count. */
  waitForRoom(): Promise<void>
  /** It takes longer than what is waited for may: to be run again among the long ones; this run does not count. */
  postpone(): Promise<void>
}

/** Makes the job known; false when it was before. */
export function openJob(
  { store, clock }: Table,
  ref: JobRef,
  lane: StoredJob['lane'] = 'long',
): Promise<boolean> {
  const until = clock.now() + RING_MILLISECONDS
  const data: StoredJob = { ...ref, attempts: 0, breaks: 0, deaths: 0, lane, owner: '', until }
  return store.create({ ...jobKey(ref), data })
}

/** Undefined when the job has ended or somebody else holds it: then there is nothing to do. */
export async function takeJob(table: Table, ref: JobRef, lease: Lease): Promise<HeldJob | undefined> {
  const item = await table.store.get(jobKey(ref))
  return item && take(table, item, lease)
}

/** A job that can be taken. */
export interface FreeJob {
  ref: JobRef
  lane: StoredJob['lane']
  /** A process has died while it ran: it may be what killed it. */
  isSuspect: boolean
  /** The last run found no room on the disk. */
  isFull: boolean
}

/** All that can be taken; cost: the whole queue is read. */
export async function* freeJobs(
  { store, clock }: Table,
  { owner, isExclusive = false }: Lease,
): AsyncGenerator<FreeJob> {
  for await (const item of store.all(JOB_ITEMS)) {
    const job = StoredJob.parse(item.data)
    if (!isFree(job, { owner, isExclusive, now: clock.now() })) continue
    const { deaths } = { ...job, ...afterRun(job, owner) }
    yield { ref: refOf(job), lane: job.lane, isSuspect: deaths > 0, isFull: job.fullSince !== undefined }
  }
}

/** Jobs that nobody works on although they should be; each is told to one caller only. */
export async function stuckJobs({ store, clock }: Table): Promise<JobRef[]> {
  const stuck: JobRef[] = []
  for (const range of JOB_RANGES) {
    for await (const item of store.all(range)) {
      const job = StoredJob.parse(item.data)
      if (isHeld(job, clock.now())) continue
      const data: StoredJob = { ...job, owner: '', until: clock.now() + RING_MILLISECONDS }
      if (await store.replace({ ...item, data }, item.version)) stuck.push(refOf(job))
    }
  }
  return stuck
}

/** Forgets all jobs of a campaign; the plans they were for, each once for every job. */
export async function dropJobs({ store }: Pick<Storage, 'store'>, campaign: string): Promise<PlanRef[]> {
  const dropped: PlanRef[] = []
  for await (const item of store.all(JOB_ITEMS)) {
    const job = StoredJob.parse(item.data)
    if (job.campaign !== campaign) continue
    await store.remove(item)
    dropped.push({ campaign, planId: job.planId })
  }
  return dropped
}

async function take(table: Table, item: Item, lease: Lease): Promise<HeldJob | undefined> {
  const { store, clock } = table
  const { owner, milliseconds, isExclusive = false } = lease
  const before = StoredJob.parse(item.data)
  if (!isFree(before, { owner, isExclusive, now: clock.now() })) return undefined
  const job: StoredJob = {
    ...before,
    ...afterRun(before, owner),
    attempts: before.attempts + 1,
    owner,
    until: clock.now() + milliseconds,
  }
  let { version } = item
  const write = async (changed: Partial<StoredJob>): Promise<boolean> => {
    const isOurs = await store.replace({ ...item, data: { ...job, ...changed } }, version)
    if (isOurs) version++
    return isOurs
  }
  if (!(await write({}))) return undefined
  const free = { owner: '', until: 0 }
  return {
    ref: refOf(job),
    attempt: job.attempts,
    hopeless: whyHopeless(job, clock.now()),
    renew: () => write({ until: clock.now() + milliseconds }),
    end: async () => void (await store.remove(item, version)),
    breakOff: async () => void (await write({ ...free, breaks: job.breaks + 1 })),
    handOn: async () => void (await write({ ...free, attempts: job.attempts - 1 })),
    waitForRoom: async () => {
      const { attempts, fullSince = clock.now() } = job
      await write({ ...free, attempts: attempts - 1, fullSince })
    },
    postpone: async () => void (await write({ ...free, attempts: job.attempts - 1, lane: 'long' })),
  }
}

function isFree(
  job: StoredJob,
  { owner, isExclusive, now }: { owner: string; isExclusive: boolean; now: number },
): boolean {
  return job.owner === '' || !isHeld(job, now) || (isExclusive && job.owner !== owner)
}

function isHeld({ until }: StoredJob, now: number): boolean {
  return isAhead(until, { now, longest: LONGEST_MILLISECONDS })
}
