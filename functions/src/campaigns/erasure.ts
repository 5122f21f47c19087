/**
 * The word that a campaign is being erased, or was: calls that were on their way then may have written behind the one
 * who erased it. It lies outside of what is erased and ends by itself.
 */
import { z } from '@hono/zod-openapi'
import { HttpProblem } from '../http/problem.ts'
import { erasureKey } from '../store/keys.ts'
import type { Storage } from '../world.ts'

/** Longer than any call, and than any erasing. */
const KEPT_SECONDS = 3_600

const Erasure = z.object({
  /** Another one for each time that the campaign is erased, or begun again. */
  id: z.string(),
  state: z.enum(['running', 'over', 'begun again']),
})
export type Erasure = z.infer<typeof Erasure>

export async function findErasure(
  { store }: Pick<Storage, 'store'>,
  campaign: string,
): Promise<Erasure | undefined> {
  const item = await store.get(erasureKey(campaign))
  return item && Erasure.parse(item.data)
}

export async function noteErasure(
  { store, clock }: Pick<Storage, 'store' | 'clock'>,
  { campaign, erasure }: { campaign: string; erasure: Erasure },
): Promise<void> {
  const expiresAt = Math.floor(clock.now() / 1000) + KEPT_SECONDS
  await store.putMany([{ ...erasureKey(campaign), data: erasure, expiresAt }])
}

/** A key was made for a campaign that was erased before: what is written from now on is not left over. */
export async function beginAgain(
  storage: Pick<Storage, 'store' | 'clock' | 'id'>,
  campaign: string,
): Promise<void> {
  if ((await findErasure(storage, campaign))?.state !== 'over') return
  await noteErasure(storage, { campaign, erasure: { id: storage.id('era'), state: 'begun again' } })
}

export function erased(): HttpProblem {
  return new HttpProblem(
    410,
    'campaign.erased',
    'the campaign is being erased, or was while this call was on its way: nothing of it is kept',
  )
}
