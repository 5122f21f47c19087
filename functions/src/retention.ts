/** The end of a campaign: everything it has in the table and in Blobs goes, its keys last. */
import { accessPartition } from './access.ts'
import { ledgerPartition } from './visits-blocks.ts'
import { SOURCE_PREFIX, sourceKey } from './inbound.ts'
import { listKeys, removeKey } from './keys.ts'
import { forgetEnd } from './retention-campaign.ts'
import type { Key, World } from './world.ts'

const PAGE = 500
const QUEUE = 'QUEUE#plan'

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
  const home = `C#${campaign}`
  // Jobs first: one that still runs would write its plan after everything else has gone.
  for (const { sk, data, pk } of await itemsOf(store, QUEUE)) {
    if (data['campaign'] !== campaign) continue
    await store.remove({ pk, sk })
    world.runner.cancel({ campaign, planId: sk })
  }
  await forgetEnd(world, campaign)
  const known = await itemsOf(store, home)
  const named = known.flatMap(({ data }) => (typeof data['region'] === 'string' ? [data['region']] : []))
  for (const region of new Set([...(await world.regions.list()), ...named])) {
    await removeAll(world, ledgerPartition({ campaign, region }))
    await removeAll(world, `${home}#TARGETS#${region}`)
  }
  for (const { sk } of known.filter((item) => item.sk.startsWith('HOOK#'))) {
    await removeAll(world, `${home}#${sk}`)
  }
  for (const { sk } of known.filter((item) => item.sk.startsWith(SOURCE_PREFIX))) {
    await store.remove(sourceKey(sk.slice(SOURCE_PREFIX.length)))
  }
  await removeAll(world, accessPartition(campaign))
  for (const key of await blobs.list(`campaigns/${campaign}/`)) await blobs.remove(key)
  await store.removeMany(known.filter(({ sk }) => !sk.startsWith('KEY#')).map(({ pk, sk }) => ({ pk, sk })))
  for (const { keyId } of await listKeys(world, campaign)) await removeKey(world, { campaign, keyId })
}

export async function removeAll({ store }: Pick<World, 'store'>, pk: string): Promise<void> {
  await store.removeMany((await itemsOf(store, pk)).map(({ sk }): Key => ({ pk, sk })))
}

export async function itemsOf(store: World['store'], pk: string) {
  const items: Awaited<ReturnType<World['store']['query']>>['items'] = []
  let after: string | undefined
  do {
    const page = await store.query({ pk, prefix: '', limit: PAGE, after })
    items.push(...page.items)
    after = page.next
  } while (after !== undefined)
  return items
}
