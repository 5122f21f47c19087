/**
 * What may be reported of a walk by whoever has nothing but its link: its targets and reserves, also those that it had
 * before it was shortened or planned again. A door that was knocked on before is told of whoever is to do it now.
 */
import type { Walk } from '@doorwalk/core/walk/answer'
import type { WalkOutline } from '@doorwalk/core/walk/outline'
import { findWalk, readOutline } from '../plans/plans.ts'
import type { Storage } from '../world.ts'
import type { OneWalk } from './visits.ts'

/** Of a walk that was removed, none. */
export async function oneWalk(
  storage: Pick<Storage, 'blobs'>,
  { campaign, walkId }: { campaign: string; walkId: string },
): Promise<OneWalk> {
  const found = await findWalk(storage, { campaign, walkId })
  if (!found) return { walkId, targets: new Set() }
  const { walk, plan } = found
  // Its id is made of that of the plan it came of.
  const planIds = new Set([plan.id, walkId.replace(/^wlk/, 'pln').replace(/_\d+$/, '')])
  const outlines = await Promise.all([...planIds].map((planId) => readOutline(storage, { campaign, planId })))
  const planned = outlines.flatMap((outline) => outline?.walks.find((each) => each.walkId === walkId) ?? [])
  return { walkId, targets: new Set([walk, ...planned].flatMap(targetsOf)) }
}

function targetsOf({ stops, reserves }: Walk | WalkOutline): string[] {
  return [...stops.flatMap(({ targets }) => targets), ...reserves].map(({ id }) => id)
}
