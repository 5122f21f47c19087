/**
 * The end of a campaign: everything it has in the table and in Blobs goes, its keys last; and what was written behind
 * the one who erased it, by calls that were on their way.
 */
import { erased, findErasure, noteErasure } from './erasure.ts'
import { listKeys, removeKey } from './keys.ts'
import { forgetEnd } from './settings.ts'
import {
  LISTED_KEY,
  LISTED_SOURCE,
  WEBHOOK,
  accessItems,
  deliveryItems,
  homeItems,
  ledgerItems,
  sourceKey,
  targetItems,
} from '../store/keys.ts'
import { itemsOf, removeAll } from '../store/items.ts'
import type { World } from '../world.ts'

type Eraser = Pick<World, 'store' | 'blobs' | 'regions' | 'jobs' | 'clock' | 'id'>

/**
 * Erases a campaign. Doing it again goes on where it broke off: the keys that may ask for it are the last to go.
 *
 * Cost: one write per item and per blob.
 */
export async function eraseCampaign(world: Eraser, campaign: string): Promise<void> {
  const { store, blobs } = world
  // Before anything is looked at: who writes later than we look sees it.
  const id = world.id('era')
  await noteErasure(world, { campaign, erasure: { id, state: 'running' } })
  // Jobs first: one that still runs would write its plan after everything else has gone.
  await world.jobs.cancelAll(campaign)
  await forgetEnd(world, campaign)
  const known = await itemsOf(store, homeItems(campaign))
  const named = known.flatMap(({ data }) => (typeof data['region'] === 'string' ? [data['region']] : []))
  for (const region of new Set([...(await world.regions.list()), ...named])) {
    await removeAll(store, ledgerItems({ campaign, region }))
    await removeAll(store, targetItems({ campaign, region }))
  }
  for (const item of known.filter(WEBHOOK.has)) {
    await removeAll(store, deliveryItems({ campaign, webhookId: WEBHOOK.idOf(item) }))
  }
  for (const item of known.filter(LISTED_SOURCE.has)) {
    await store.remove(sourceKey(LISTED_SOURCE.idOf(item)))
  }
  await removeAll(store, accessItems(campaign))
  // What is kept for days only has folders of its own.
  for (const folder of ['campaigns', 'files', 'imports', 'uploads'])
    for (const key of await blobs.list(`${folder}/${campaign}/`)) await blobs.remove(key)
  await store.removeMany(known.filter((item) => !LISTED_KEY.has(item)))
  for (const { keyId } of await listKeys(world, campaign)) await removeKey(world, { campaign, keyId })
  await noteErasure(world, { campaign, erasure: { id, state: 'over' } })
}

/**
 * Asked before a call changes something.
 *
 * @param find  finds the caller once more: it may have been erased, keys and all, since he was found
 * @returns     asked after it: refuses it, and erases what it left, where the campaign was erased in the meantime
 * @throws HttpProblem 410 `campaign.erased`, and what `find` throws
 */
export async function watchErasure(
  world: Eraser,
  campaign: string,
  find: () => Promise<unknown>,
): Promise<() => Promise<void>> {
  const before = await findErasure(world, campaign)
  if (before?.state === 'running') throw erased()
  if (before) await find()
  return async () => {
    const now = await findErasure(world, campaign)
    if (!now || now.id === before?.id) return
    // What it left in a campaign that has begun again cannot be told from what is new.
    if (now.state !== 'begun again') await eraseCampaign(world, campaign)
    throw erased()
  }
}
