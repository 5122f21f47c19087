/** Whose turn it is to replan a plan, and whether that has happened already. */
import { VisibleError } from '@doorwalk/core/error'
import { isEnded } from '../plans/heads.ts'
import { readHead } from '../plans/plans.ts'
import { REPLAN, jobKey } from '../store/keys.ts'
import type { PlanRef } from '../ports/jobs.ts'
import type { Storage } from '../world.ts'

/** @throws VisibleError `plan.replaced`, with the plan that stands for it now */
export async function refuseReplaced(world: Pick<Storage, 'store'>, ref: PlanRef): Promise<void> {
  let by = await replacedBy(world, ref)
  if (by === undefined) return
  for (
    let next: string | undefined = by;
    next !== undefined;
    next = await replacedBy(world, { ...ref, planId: by })
  )
    by = next
  throw new VisibleError(
    'conflict',
    'plan.replaced',
    `plan "${ref.planId}" was replaced by "${by}"; go on with that one`,
  )
}

async function replacedBy(world: Pick<Storage, 'store'>, ref: PlanRef): Promise<string | undefined> {
  return (await readHead(world, ref))?.head.replacedBy ?? undefined
}

/**
 * One replan of a plan at a time; a turn ends with the plan it was taken for. Taking it again changes nothing.
 *
 * @throws VisibleError `plan.replaced`, `plan.replan_running`
 */
export async function takeTurn(
  world: Pick<Storage, 'store'>,
  { ref, by }: { ref: PlanRef; by: string },
): Promise<void> {
  const key = REPLAN.key(ref.campaign, ref.planId)
  const item = await world.store.get(key)
  if (item?.data['by'] === by) return
  const isFree = !item || !(await isBusy(world, { ...ref, planId: String(item.data['by']) }))
  const isMine =
    isFree &&
    (item
      ? await world.store.replace({ ...key, data: { by } }, item.version)
      : await world.store.create({ ...key, data: { by } }))
  // Who was faster may have finished in between.
  await refuseReplaced(world, ref)
  if (isMine) return
  throw new VisibleError(
    'conflict',
    'plan.replan_running',
    `plan "${ref.planId}" is being replanned by somebody else; read it again in a moment`,
  )
}

/** Queued and with nobody: whoever asked for it died before he could hand it over, and its job will ask for a turn. */
async function isBusy(world: Pick<Storage, 'store'>, ref: PlanRef): Promise<boolean> {
  const found = await readHead(world, ref)
  if (!found || isEnded(found.head)) return false
  return found.head.status !== 'queued' || (await world.store.get(jobKey(ref))) !== undefined
}
