/**
 * What is kept of a walk whose plan was removed while somebody may have had its link: where it was, so that what he
 * noted at its buildings is taken all the same. It goes with the campaign.
 */
import { z } from '@hono/zod-openapi'
import type { PlanOutline } from '@doorwalk/core/walk/outline'
import { inParallel } from '@doorwalk/core/parallel'
import { collect } from '../store/items.ts'
import { decodeJson, encodeJson } from '../store/json.ts'
import { LINK_OF_WALK } from '../store/keys.ts'
import type { Storage } from '../world.ts'

export const RemovedWalk = z.object({
  region: z.string(),
  /** Ids, reserves included. */
  targets: z.array(z.string()),
  blocks: z.array(z.string()),
})
export type RemovedWalk = z.infer<typeof RemovedWalk>

interface Ref {
  campaign: string
  walkId: string
}

const AT_ONCE = 16
const blobOf = ({ campaign, walkId }: Ref): string => `campaigns/${campaign}/walks/${walkId}.removed.json`

/** To be called before the walks go. Cost: one look at the links of each plan that the walks came of. */
export async function rememberWalks(
  { store, blobs }: Pick<Storage, 'store' | 'blobs'>,
  { campaign, plan, own }: { campaign: string; plan: PlanOutline; own: ReadonlySet<string> },
): Promise<void> {
  const { pk, prefix } = LINK_OF_WALK.range(campaign)
  const families = new Set([...own].map((walkId) => walkId.replace(/\d+$/, '')))
  const linked = new Set<string>()
  for (const family of families)
    for (const id of await collect(store, { pk, prefix: prefix + family }, LINK_OF_WALK.idOf))
      linked.add(id.slice(0, id.lastIndexOf('#')))
  const walks = plan.walks.filter(({ walkId }) => own.has(walkId) && linked.has(walkId))
  await inParallel(walks, AT_ONCE, async ({ walkId, stops, reserves }) => {
    const targets = [...stops.flatMap((stop) => stop.targets), ...reserves].map(({ id }) => id)
    const blocks = [...new Set(stops.map(({ block }) => block))]
    const removed: RemovedWalk = { region: plan.region.name, targets, blocks }
    await blobs.put(blobOf({ campaign, walkId }), encodeJson(removed))
  })
}

/** Undefined: it is there, or nobody had a link to it. */
export async function findRemovedWalk(
  { blobs }: Pick<Storage, 'blobs'>,
  ref: Ref,
): Promise<RemovedWalk | undefined> {
  const bytes = /^[A-Za-z0-9_-]+$/.test(ref.walkId) ? await blobs.get(blobOf(ref)) : undefined
  return bytes && RemovedWalk.parse(decodeJson(bytes))
}
