/** Plans that come after others: what those walk to is left out, as if it were leased. */
import type { LedgerSnapshot } from '@doorwalk/core/ledger/snapshot'
import { encodeJson } from '../store/json.ts'
import { readOutline } from './plans.ts'
import type { PlanRef } from '../ports/jobs.ts'
import type { Storage } from '../world.ts'

const blobOf = ({ campaign, planId }: PlanRef): string => `campaigns/${campaign}/plans/${planId}/after.json`

export async function writeAfter(
  { blobs }: Pick<Storage, 'blobs'>,
  { ref, after }: { ref: PlanRef; after: string[] },
): Promise<void> {
  await blobs.put(blobOf(ref), encodeJson(after))
}

/** The ledger with the targets of the plans before this one; plans that were removed meanwhile leave out nothing. */
export async function withPlansBefore(
  storage: Pick<Storage, 'blobs'>,
  { ref, ledger }: { ref: PlanRef; ledger: LedgerSnapshot },
): Promise<LedgerSnapshot> {
  const bytes = await storage.blobs.get(blobOf(ref))
  if (!bytes) return ledger
  const after = JSON.parse(new TextDecoder().decode(bytes)) as string[]
  const verdicts = { ...ledger.verdicts }
  for (const planId of after) {
    const plan = await readOutline(storage, { campaign: ref.campaign, planId })
    for (const { stops } of plan?.walks ?? [])
      for (const { id } of stops.flatMap(({ targets }) => targets)) verdicts[id] ??= { reason: 'leased' }
  }
  return { ...ledger, verdicts }
}
