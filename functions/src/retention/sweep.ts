/**
 * What ends by itself: with the last ballot everything about single targets, thirty days later the sums by block. The
 * sweep deletes it; until it has come by, reads refuse or leave it out. Doing it again goes on where it broke off.
 */
import { z } from '@hono/zod-openapi'
import { noneIfUnknown } from '@doorwalk/core/error'
import { coverageIn } from '../coverage/coverage.ts'
import { sumsBlob } from '../coverage/now.ts'
import { rankingFolder } from '../rankings/rankings.ts'
import { encodeJson } from '../store/json.ts'
import { itemsOf, removeAll } from '../store/items.ts'
import { forgetEnd } from '../campaigns/settings.ts'
import {
  COMMIT,
  DRAFT,
  ENDING_ITEMS,
  IDEMPOTENCY,
  IMPORT,
  LISTS,
  INVITATION,
  INVITED,
  LINK,
  LINK_OF_WALK,
  MADE_BY,
  PAPER_LINK,
  PLAN,
  CORRECTION,
  RANKING,
  RANKING_NAME,
  TARGET_FILE,
  WALK,
  WALKER,
  homeItems,
  ledgerItems,
  targetItems,
} from '../store/keys.ts'
import type { Storage } from '../world.ts'
import { phaseOf } from '../campaigns/phase.ts'

/** A plan that was being made when the ballot ended has been stored by then: the second clearing takes it. */
const SETTLED_MILLISECONDS = 3_600_000
/** Items of a campaign that name targets. */
const ABOUT_TARGETS = [
  TARGET_FILE,
  LISTS,
  IMPORT,
  PLAN,
  DRAFT,
  WALK,
  WALKER,
  COMMIT,
  INVITATION,
  INVITED,
  LINK,
  LINK_OF_WALK,
  MADE_BY,
  PAPER_LINK,
  CORRECTION,
  IDEMPOTENCY,
]
const FOLDERS = ['lists', 'plans', 'walks', 'idempotency']
/** Beside those of the campaign. */
const OF_DAYS = ['files', 'imports', 'uploads']

const Ending = z.object({ campaign: z.string(), isCleared: z.boolean() })

/** Clears every campaign whose time has come; the answer counts those that had something to clear. */
export async function sweepCampaigns(storage: Storage): Promise<number> {
  let cleared = 0
  for (const item of await itemsOf(storage.store, ENDING_ITEMS)) {
    const { campaign, isCleared } = Ending.parse(item.data)
    const { phase, end = 0 } = await phaseOf(storage, campaign)
    if (phase === 'running' || (phase === 'sums' && isCleared)) continue
    if (!isCleared) await clearTargets(storage, { campaign, end })
    if (phase === 'gone') {
      for (const key of await storage.blobs.list(`${home(campaign)}/coverage/`))
        await storage.blobs.remove(key)
      await clearRankings(storage, campaign)
      await forgetEnd(storage, campaign)
    } else if (storage.clock.now() >= end + SETTLED_MILLISECONDS) {
      await storage.store.replace({ ...item, data: { campaign, isCleared: true } }, item.version)
    }
    cleared++
  }
  return cleared
}

/** The sums first: they are counted from what goes next. */
async function clearTargets(
  storage: Storage,
  { campaign, end }: { campaign: string; end: number },
): Promise<void> {
  const { store, blobs } = storage
  const items = await itemsOf(store, homeItems(campaign))
  const named = items.flatMap(({ data }) => (typeof data['region'] === 'string' ? [data['region']] : []))
  for (const region of new Set([...(await storage.regions.list()), ...named])) {
    const ledger = ledgerItems({ campaign, region })
    const blob = sumsBlob({ campaign, region, end })
    const { items: some } = await store.query({ ...ledger, limit: 1 })
    if (some.length > 0 && !(await blobs.get(blob))) {
      const sums = await coverageIn(storage, { campaign, region }).catch(noneIfUnknown)
      if (sums) await blobs.put(blob, encodeJson(sums))
    }
    await removeAll(store, ledger)
    await removeAll(store, targetItems({ campaign, region }))
  }
  for (const folder of FOLDERS)
    for (const key of await blobs.list(`${home(campaign)}/${folder}/`)) await blobs.remove(key)
  for (const folder of OF_DAYS)
    for (const key of await blobs.list(`${folder}/${campaign}/`)) await blobs.remove(key)
  await store.removeMany(items.filter((item) => ABOUT_TARGETS.some((kind) => kind.has(item))))
}

/** They rest on what was reported, or on what the campaign itself has counted. */
async function clearRankings({ store, blobs }: Storage, campaign: string): Promise<void> {
  for (const key of await blobs.list(`${rankingFolder(campaign)}/`)) await blobs.remove(key)
  await removeAll(store, RANKING.range(campaign))
  await removeAll(store, RANKING_NAME.range(campaign))
}

const home = (campaign: string): string => `campaigns/${campaign}`
