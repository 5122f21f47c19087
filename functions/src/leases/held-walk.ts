/** A walk of a plan as it holds its targets once the plan is committed. */
import { GRACE_MILLISECONDS } from '@doorwalk/core/ledger/hold'
import type { WalkOutline } from '@doorwalk/core/walk/outline'
import type { Census } from '../ledger/census.ts'
import type { HeldWalk } from '../ledger/holds.ts'

interface PlanOfWalk {
  planId: string
  region: string
  census: Census
  saidAt: number
}

export function heldWalk(walk: WalkOutline, { planId, region, census, saidAt }: PlanOfWalk): HeldWalk {
  // Under today's ids, whatever version of the region the plan was made with.
  const todays = (id: string, isReserve: boolean) =>
    census.today(id).map((target) => ({ id: target.id, block: target.block, isReserve }))
  const stops = walk.stops.flatMap(({ block, targets, done }) =>
    (done ? [] : targets).flatMap(({ id }) => {
      const known = todays(id, false)
      return known.length > 0 ? known : [{ id, block, isReserve: false }]
    }),
  )
  // A reserve says no block; a target that only the request knew has none in the census and cannot be a reserve twice.
  const reserves = walk.reserves.flatMap(({ id }) => todays(id, true))
  const targets = new Map([...reserves, ...stops].map((target) => [target.id, target]))
  return {
    walkId: walk.walkId,
    planId,
    region,
    walker: walk.walker,
    state: 'leased',
    until: Date.parse(walk.startAt) + walk.budget * 1000 + GRACE_MILLISECONDS,
    saidAt,
    startedAt: null,
    endedAt: null,
    targets: [...targets.values()],
  }
}
