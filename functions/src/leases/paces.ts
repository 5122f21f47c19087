/** What a finished walk teaches about the time doors take goes to the blocks it went through. */
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import { withPaces } from '@doorwalk/core/ledger/block'
import { pacesOf } from '@doorwalk/core/ledger/pace'
import { findWalk, readRequest } from '../plans/plans.ts'
import type { StoredWalk } from '../store/stored-walk.ts'
import { changeBlock, readBlocks } from '../ledger/blocks.ts'
import type { World } from '../world.ts'

/** A walk that was begun and is over, milliseconds. */
export interface FinishedWalk {
  campaign: string
  walkId: string
  startedAt: number
  endedAt: number
}

/**
 * Once per walk, by whoever ended it. People who knock at different doors at the same time teach nothing, neither does
 * a walk that nobody began. A process that dies here loses what one walk teaches, and nothing else.
 */
export async function learnPaces(
  world: Pick<World, 'store' | 'blobs' | 'id'>,
  { campaign, walkId, startedAt, endedAt }: FinishedWalk,
): Promise<void> {
  const stored = await findWalk(world, { campaign, walkId })
  if (!stored || (await isSplit(world, { campaign, stored }))) return
  const { walk, plan } = stored
  const ref = { campaign, region: plan.region.name }
  const blocks = await readBlocks(
    world,
    ref,
    walk.stops.map(({ block }) => block),
  )
  const records = new Map([...blocks.values()].flatMap(({ targets }) => Object.entries(targets)))
  const paces = pacesOf(
    walk.stops.map(({ block, targets }, index) => ({
      block,
      targets,
      paysEntry: !wasBehind(walk, index),
      leg: (walk.start ? walk.legs[index] : walk.legs[index - 1])?.seconds ?? 0,
    })),
    {
      records,
      from: startedAt,
      to: endedAt,
      assumptions: DEFAULT_ASSUMPTIONS,
      planned: new Set(walk.stops.map(({ arriveAt }) => Date.parse(arriveAt))),
    },
  )
  for (const block of new Set(paces.map((pace) => pace.block)))
    await changeBlock(world, { ...ref, block }, (ledger) =>
      withPaces(
        ledger,
        paces.filter((pace) => pace.block === block),
      ),
    )
}

/** Whether the walk comes to the entrance of this stop from another part of it. */
function wasBehind({ stops }: StoredWalk['walk'], index: number): boolean {
  const doorOf = (at: number) => {
    const { building, location } = stops[at]!.targets[0]!
    return `${building} ${location.join()}`
  }
  return stops.slice(0, index).some((_, before) => doorOf(before) === doorOf(index))
}

async function isSplit(
  world: Pick<World, 'blobs'>,
  { campaign, stored }: { campaign: string; stored: StoredWalk },
): Promise<boolean> {
  const { volunteers } = await readRequest(world, { campaign, planId: stored.plan.id })
  return typeof volunteers !== 'number' && volunteers.some(({ split }) => split)
}
