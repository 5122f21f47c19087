/** The end of a campaign: everything it has in the table and in Blobs goes, its keys last. */
import { listKeys, removeKey } from './keys.ts'
import { forgetEnd } from './retention-campaign.ts'
import {
  JOB_ITEMS,
  LISTED_KEY,
  LISTED_SOURCE,
  WEBHOOK,
  accessItems,
  deliveryItems,
  homeItems,
  ledgerItems,
  targetItems,
} from './store/keys.ts'
import { sourceKey } from './store/keys.ts'
import type { KeyRange, World } from './world.ts'

const PAGE = 500

/**
 * Erases a campaign. Doing it again goes on where it broke off: the keys that may ask for it are the last to go.
 *
 * Cost: one write per item and per blob.
 */
export async function eraseCampaign(
  world: Pick<World, 'store' | 'blobs' | 'regions' | 'runner'>,
  campaign: string,
): Promise<void> {
  const { store, blobs } = world
  // Jobs first: one that still runs would write its plan after everything else has gone.
  for (const job of await itemsOf(store, JOB_ITEMS)) {
    if (job.data['campaign'] !== campaign) continue
    await store.remove(job)
    world.runner.cancel({ campaign, planId: job.sk })
  }
  await forgetEnd(world, campaign)
  const known = await itemsOf(store, homeItems(campaign))
  const named = known.flatMap(({ data }) => (typeof data['region'] === 'string' ? [data['region']] : []))
  for (const region of new Set([...(await world.regions.list()), ...named])) {
    await removeAll(world, ledgerItems({ campaign, region }))
    await removeAll(world, targetItems({ campaign, region }))
  }
  for (const item of known.filter(WEBHOOK.has)) {
    await removeAll(world, deliveryItems({ campaign, webhookId: WEBHOOK.idOf(item) }))
  }
  for (const item of known.filter(LISTED_SOURCE.has)) {
    await store.remove(sourceKey(LISTED_SOURCE.idOf(item)))
  }
  await removeAll(world, accessItems(campaign))
  for (const key of await blobs.list(`campaigns/${campaign}/`)) await blobs.remove(key)
  await store.removeMany(known.filter((item) => !LISTED_KEY.has(item)))
  for (const { keyId } of await listKeys(world, campaign)) await removeKey(world, { campaign, keyId })
}

export async function removeAll({ store }: Pick<World, 'store'>, range: KeyRange): Promise<void> {
  await store.removeMany(await itemsOf(store, range))
}

export async function itemsOf(store: World['store'], range: KeyRange) {
  const items: Awaited<ReturnType<World['store']['query']>>['items'] = []
  let after: string | undefined
  do {
    const page = await store.query({ ...range, limit: PAGE, after })
    items.push(...page.items)
    after = page.next
  } while (after !== undefined)
  return items
}
