/** How far a campaign is: until its last ballot, for thirty days more with its sums alone, or beyond. */
import { HttpProblem } from '../http/problem.ts'
import { readCampaign } from './settings.ts'
import type { Storage } from '../world.ts'
import { lastBallotEnd } from './dispatch.ts'

/** Sums by block stay so long after the last ballot, for the report on the campaign. */
const SUMS_MILLISECONDS = 30 * 24 * 3_600_000

type Phase = 'running' | 'sums' | 'gone'

/** `end`: milliseconds of the end of the last ballot; undefined: none is named. */
export async function phaseOf(
  storage: Pick<Storage, 'store' | 'clock'>,
  campaign: string,
): Promise<{ phase: Phase; end: number | undefined }> {
  const end = lastBallotEnd(await readCampaign(storage, campaign))
  const now = storage.clock.now()
  if (end === undefined || now < end) return { phase: 'running', end }
  return { phase: now < end + SUMS_MILLISECONDS ? 'sums' : 'gone', end }
}

/** @throws HttpProblem 410 `campaign.over` once nothing about single targets may be told any more */
export async function checkRunning(
  storage: Pick<Storage, 'store' | 'clock'>,
  campaign: string,
): Promise<void> {
  const { phase } = await phaseOf(storage, campaign)
  if (phase === 'running') return
  throw new HttpProblem(
    410,
    'campaign.over',
    'the last ballot is over: plans, walks and targets are deleted; GET /v1/coverage tells the sums for 30 days',
  )
}
