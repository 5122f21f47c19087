/**
 * What may be reported of a walk by whoever has nothing but its link: its targets and reserves, also those that it had
 * before it was shortened or planned again, and also once its plan was removed: a visit is about a building. A door
 * that was knocked on before is told of whoever is to do it now.
 */
import type { Walk } from '@doorwalk/core/walk/answer'
import type { WalkOutline } from '@doorwalk/core/walk/outline'
import { findHeldWalk } from '../ledger/holds.ts'
import { findWalk, readOutline } from '../plans/plans.ts'
import { findRemovedWalk } from '../plans/removed-walks.ts'
import type { Storage } from '../world.ts'
import type { OneWalk } from './visits.ts'

export async function oneWalk(
  storage: Pick<Storage, 'blobs' | 'store'>,
  { campaign, walkId }: { campaign: string; walkId: string },
): Promise<OneWalk> {
  const found = await findWalk(storage, { campaign, walkId })
  const gone = found ? [] : await goneTargets(storage, { campaign, walkId })
  // Its id is made of that of the plan it came of.
  const first = walkId.replace(/^wlk/, 'pln').replace(/_\d+$/, '')
  const planIds = new Set([found?.plan.id ?? first, first])
  const outlines = await Promise.all([...planIds].map((planId) => readOutline(storage, { campaign, planId })))
  const planned = outlines.flatMap((outline) => outline?.walks.find((each) => each.walkId === walkId) ?? [])
  const walks = found ? [found.walk, ...planned] : planned
  return { walkId, targets: new Set([...walks.flatMap(targetsOf), ...gone]) }
}

/** Of a walk whose plan was removed. */
async function goneTargets(
  storage: Pick<Storage, 'blobs' | 'store'>,
  ref: { campaign: string; walkId: string },
): Promise<string[]> {
  const [removed, held] = await Promise.all([findRemovedWalk(storage, ref), findHeldWalk(storage.store, ref)])
  return [...(removed?.targets ?? []), ...(held?.value.targets.map(({ id }) => id) ?? [])]
}

function targetsOf({ stops, reserves }: Walk | WalkOutline): string[] {
  return [...stops.flatMap(({ targets }) => targets), ...reserves].map(({ id }) => id)
}
