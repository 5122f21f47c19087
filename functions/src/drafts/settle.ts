/** A plan that is done is a draft from then on, or holds targets that drafts may have wanted. */
import { HeldWalk, isCommitted } from '../ledger/holds.ts'
import { readHead, readOutline } from '../plans/plans.ts'
import { WALK } from '../store/keys.ts'
import { draftsIn, noteDraft } from './drafts.ts'
import { type DraftWorld, lookAtDrafts } from './overtaken.ts'
import type { PlanRef } from '../ports/jobs.ts'

/** Doing it again changes nothing. */
export async function settleDraft(world: DraftWorld, ref: PlanRef): Promise<void> {
  const head = (await readHead(world, ref))?.head
  if (head?.status !== 'done' || head.replacedBy !== null) return
  const { campaign } = ref
  const { region } = head
  if (!(await isCommitted(world, ref))) {
    const plan = head.stale === null ? await readOutline(world, ref) : undefined
    if (plan) await noteDraft(world, { campaign, region, plan })
    return
  }
  if ((await draftsIn(world, { campaign, region })).length === 0) return
  await lookAtDrafts(world, { campaign, region, blocks: await blocksOf(world, ref) })
}

/** Those in which its walks hold targets. */
async function blocksOf(world: DraftWorld, ref: PlanRef): Promise<string[]> {
  const plan = await readOutline(world, ref)
  const keys = (plan?.walks ?? []).map(({ walkId }) => WALK.key(ref.campaign, walkId))
  const walks = (await world.store.getMany(keys)).map(({ data }) => HeldWalk.parse(data))
  return [...new Set(walks.flatMap(({ targets }) => targets.map(({ block }) => block)))]
}
