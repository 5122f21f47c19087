/** A job: what is planned, imported or listed, and as it lies in the table who works on it, and until when. */
import { z } from '@hono/zod-openapi'
import type { PlanRef } from '../ports/jobs.ts'

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

export const StoredJob = z.object({
  campaign: z.string(),
  planId: z.string(),
  part: z.string().exactOptional(),
  attempts: z.number().describe('runs begun'),
  breaks: z.number().default(0).describe('runs that ended in an error'),
  deaths: z.number().default(0).describe('runs whose process died, or was stopped by force'),
  lane: z.enum(['short', 'long']).default('long').describe('as Lane'),
  fullSince: z.number().exactOptional().describe('milliseconds: since then no run found room on the disk'),
  owner: z.string().describe('empty: free'),
  until: z.number().describe('milliseconds since the epoch; free jobs: when to ring again'),
})
export type StoredJob = z.infer<typeof StoredJob>

/** Runs of a job that end in an error; then it is given up. */
const MAX_BREAKS = 3
/** Runs that take their process with them: once may be bad luck, twice is the job. */
const MAX_DEATHS = 2

/** A job waits so long for room on the disk: who has not made any by then does not look after the server. */
const ROOM_HOURS = 24

/** Why a job that was just taken should not be tried again; null: it should. */
export function whyHopeless({ breaks, deaths, fullSince = Infinity }: StoredJob, now: number): string | null {
  if (now - fullSince >= ROOM_HOURS * 3_600_000)
    return `for ${ROOM_HOURS} hours there was no room for it on the disk of the server; make room, and send it again`
  if (deaths >= MAX_DEATHS)
    return `the process that planned it died ${deaths} times, and it is not tried again; ask for a smaller area or fewer walkers`
  if (breaks < MAX_BREAKS) return null
  return `planning broke off ${breaks} times; ask for a smaller area or fewer walkers`
}

/**
 * How the run before ended, of a job that was not let go of: its owner died with it, or is this one and could not say
 * so.
 *
 * @param owner  who takes it now
 */
export function afterRun(job: StoredJob, owner: string): Pick<StoredJob, 'breaks' | 'deaths'> {
  const { breaks, deaths } = job
  if (job.owner === '') return { breaks, deaths }
  return job.owner === owner ? { breaks: breaks + 1, deaths } : { breaks, deaths: deaths + 1 }
}

export function refOf({ campaign, planId, part }: StoredJob): JobRef {
  return { campaign, planId, ...(part === undefined ? {} : { part }) }
}

/** What is to be done is told by its id: imports and lists lie in the same queue as plans. */
export function workOf({ planId }: PlanRef): 'plan' | 'import' | 'list' {
  if (planId.startsWith('imp_')) return 'import'
  return planId.startsWith('lst_') ? 'list' : 'plan'
}

/** Names a plan among those of all campaigns. */
export function planName({ campaign, planId }: PlanRef): string {
  return `${campaign}/${planId}`
}

export function jobName(ref: JobRef): string {
  return `${planName(ref)}/${ref.part ?? ''}`
}
