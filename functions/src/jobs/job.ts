/** A planning job: what is planned, and as it lies in the table who works on it, and until when. */
import { z } from '@hono/zod-openapi'
import type { PlanRef } from '../world.ts'

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
  owner: z.string().describe('empty: free'),
  until: z.number().describe('milliseconds since the epoch; free jobs: when to ring again'),
})
export type StoredJob = z.infer<typeof StoredJob>

/** Runs of a job that end in an error; then it is given up. */
const MAX_BREAKS = 3
/** Runs of a job at all: it is not its fault when its worker is killed, unless that happens every time. */
const MAX_ATTEMPTS = 10

/** Why a job that was just taken should not be tried again; null: it should. */
export function whyHopeless({ attempts, breaks }: StoredJob): string | null {
  if (breaks < MAX_BREAKS && attempts <= MAX_ATTEMPTS) return null
  const times = Math.max(breaks, attempts - 1)
  return `planning broke off ${times} times; ask for a smaller area or fewer walkers`
}

export function refOf({ campaign, planId, part }: StoredJob): JobRef {
  return { campaign, planId, ...(part === undefined ? {} : { part }) }
}

/** Names a plan among those of all campaigns. */
export function planName({ campaign, planId }: PlanRef): string {
  return `${campaign}/${planId}`
}

export function jobName(ref: JobRef): string {
  return `${planName(ref)}/${ref.part ?? ''}`
}
