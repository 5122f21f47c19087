/** The coverage of a campaign as it may be told now: counted afresh, as it was at the last ballot, or not at all. */
import { phaseOf } from '../campaigns/phase.ts'
import { CoverageAnswer, coverageIn } from './coverage.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Storage } from '../world.ts'

export interface SumsRef {
  campaign: string
  region: string
  /** Milliseconds since the epoch: when the last ballot ended. */
  end: number
}

/** Where the sums of an ended campaign are kept. */
export const sumsBlob = ({ campaign, region, end }: SumsRef): string =>
  `campaigns/${campaign}/coverage/${end}/${region}.json`

/** @throws HttpProblem 410 `campaign.over` once the sums have gone, too */
export async function coverageNow(
  storage: Storage,
  { campaign, region, signal }: { campaign: string; region: string; signal?: AbortSignal },
): Promise<CoverageAnswer> {
  const { phase, end = 0 } = await phaseOf(storage, campaign)
  if (phase === 'running') return coverageIn(storage, { campaign, region }, signal)
  if (phase === 'gone') throw overFor(region)
  const kept = await storage.blobs.get(sumsBlob({ campaign, region, end }))
  return kept
    ? CoverageAnswer.parse(JSON.parse(new TextDecoder().decode(kept)))
    : coverageIn(storage, { campaign, region }, signal)
}

function overFor(region: string): HttpProblem {
  return new HttpProblem(
    410,
    'campaign.over',
    `the sums of "${region}" were kept for 30 days after the last ballot`,
  )
}
