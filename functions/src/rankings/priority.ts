/** A ranking that a request names, as its plan keeps it. */
import { fieldError } from '@doorwalk/core/error'
import type { PriorityKept } from '@doorwalk/core/request/priority'
import { namedRanking, readPriority } from './rankings.ts'
import type { Storage } from '../world.ts'

interface Named {
  campaign: string
  region: string
  priority: PriorityKept | undefined
  /** Of the field that names a ranking; default: that of a plan. */
  pointer?: string
}

/**
 * With its weights as they are now: whatever becomes of the ranking, the plan stays as it is.
 *
 * @throws VisibleError `ranking.unknown`, `ranking.other_region`
 */
export async function priorityNow(
  storage: Pick<Storage, 'store' | 'blobs' | 'clock'>,
  { campaign, region, priority, pointer = '/priority/ranking' }: Named,
): Promise<PriorityKept | undefined> {
  if (!priority || !('ranking' in priority)) return priority
  const head = await namedRanking(storage, { campaign, region, ranking: priority.ranking })
  if (head.region !== region)
    throw fieldError(
      'ranking.other_region',
      pointer,
      `got "${priority.ranking}", which ranks region "${head.region}"; expected a ranking of "${region}"`,
    )
  return readPriority(storage, { campaign, head })
}
