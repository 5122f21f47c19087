/** Walks as they are handed out on paper, and until when each holds its targets once its plan is leased. */
import { GRACE_MILLISECONDS } from '@doorwalk/core/ledger/hold'
import type { WalkOutline } from '@doorwalk/core/walk/outline'
import type { PrintedWalk } from '../links/paper-links.ts'
import type { PlanRef } from '../ports/jobs.ts'
import type { Storage } from '../world.ts'
import { readOutline } from './plans.ts'

/** Of a plan that is done; none of one that is gone. */
export async function printedWalks(storage: Pick<Storage, 'blobs'>, ref: PlanRef): Promise<PrintedWalk[]> {
  return ((await readOutline(storage, ref))?.walks ?? []).map(printedWalk)
}

export function printedWalk({
  walkId,
  walker,
  startAt,
  budget,
}: Pick<WalkOutline, 'walkId' | 'walker' | 'startAt' | 'budget'>): PrintedWalk {
  return { walkId, walker, until: Date.parse(startAt) + budget * 1000 + GRACE_MILLISECONDS }
}
