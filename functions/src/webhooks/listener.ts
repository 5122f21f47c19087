/**
 * What webhooks tell of that which is announced: that plans, walks, blocks and batches are ready, begun or completed;
 * never what happened at a door, nor who walked. Told again of the same, it is the same event, which every receiver
 * gets once.
 */
import { createHash } from 'node:crypto'
import { findImport } from '../imports/imports.ts'
import { readHead } from '../plans/plans.ts'
import { emit, isHeard } from './events.ts'
import type { EventData } from './messages.ts'
import type {
  BatchPlanned,
  BlockFinished,
  ImportEnded,
  PlanEnded,
  PlanStale,
  WalkChanged,
} from '../ports/announcements.ts'
import type { World } from '../world.ts'

type Teller = Pick<World, 'store' | 'clock' | 'ringDelivery'>

const EVENT_ID_LENGTH = 26

/** `plan.completed` or `plan.failed`; a cancelled plan is no news. */
export async function tellPlan(world: Teller, { ref, isAwaited }: PlanEnded): Promise<void> {
  const head = (await readHead(world, ref))?.head
  if (head?.status !== 'done' && head?.status !== 'failed') return
  // Whoever waits is answered with the error, and never learns the id.
  if (head.status === 'failed' && isAwaited) return
  const { id, region, summary, error } = head
  const about = { planId: id, region, href: `/v1/plans/${id}` }
  const data = error
    ? ({ ...about, error } satisfies EventData<'plan.failed'>)
    : ({ ...about, summary: summary! } satisfies EventData<'plan.completed'>)
  await emit(world, {
    campaign: ref.campaign,
    event: {
      // Made of the plan's id, so that a second end of the same plan is the same event.
      id: `${id.replace(/^pln_/, 'evt_')}_${head.status}`,
      type: head.status === 'done' ? 'plan.completed' : 'plan.failed',
      data,
    },
  })
}

/** `plan.stale`, once for each draft. */
export async function tellStale(world: Teller, { ref, region }: PlanStale): Promise<void> {
  const stale = (await readHead(world, ref))?.head.stale
  if (!stale) return
  const { campaign, planId } = ref
  await emit(world, {
    campaign,
    event: {
      id: `${planId.replace(/^pln_/, 'evt_')}_stale`,
      type: 'plan.stale',
      data: { planId, region, href: `/v1/plans/${planId}`, ...stale } satisfies EventData<'plan.stale'>,
    },
  })
}

/** `walk.started` and `walk.completed`; a walk that was given back, or whose time ran out, is no news. */
export async function tellWalk(world: Teller, { campaign, walk }: WalkChanged): Promise<void> {
  const { walkId, planId, state, startedAt, endedAt, targets } = walk
  if (state !== 'started' && state !== 'finished') return
  await emit(world, {
    campaign,
    event: {
      id: eventId(campaign, walkId, state),
      type: state === 'started' ? 'walk.started' : 'walk.completed',
      data: {
        ...{ walkId, planId, href: `/v1/walks/${walkId}` },
        ...{ startedAt, endedAt, targets },
      } satisfies EventData<'walk.started' | 'walk.completed'>,
    },
  })
}

/** Does anybody want to hear of finished blocks? To find them takes a look at every door of each. */
export function hearsOfBlocks(world: Pick<World, 'store'>, campaign: string): Promise<boolean> {
  return isHeard(world, { campaign, type: 'block.completed' })
}

/**
 * `block.completed`, once for what stands there: doors that are added later make another event when they are done, too.
 */
export async function tellBlock(world: Teller, finished: BlockFinished): Promise<void> {
  const { campaign, region, block, stock } = finished
  const targets = stock.length
  const doors = stock.reduce((sum, each) => sum + each.doors, 0)
  const names = stock.map((each) => `${each.id} ${each.doors}`).sort()
  await emit(world, {
    campaign,
    event: {
      id: eventId(campaign, region, block, ...names),
      type: 'block.completed',
      data: { region, block, targets, doors } satisfies EventData<'block.completed'>,
    },
  })
}

/** `batch.completed`. One of which a shift was planned again is completed again. */
export async function tellBatch(world: Teller, { campaign, batch }: BatchPlanned): Promise<void> {
  const { batchId, label, region, plans } = batch
  const href = `/v1/batches/${batchId}`
  await emit(world, {
    campaign,
    event: {
      id: eventId(plans.join()),
      type: 'batch.completed',
      data: {
        ...{ batchId, label, region, plans },
        ...{ href, pack: `${href}/pack` },
      } satisfies EventData<'batch.completed'>,
    },
  })
}

/** `import.completed` or `import.failed`; one that was cancelled is no news. */
export async function tellImport(world: Teller, { campaign, importId }: ImportEnded): Promise<void> {
  const found = await findImport(world, { campaign, importId })
  if (found?.status !== 'done' && found?.status !== 'failed') return
  const { status, region, kind, dryRun, counts, changes, error } = found
  const about = { importId, region, kind, dryRun, href: `/v1/imports/${importId}` }
  await emit(world, {
    campaign,
    event: {
      id: eventId(importId, status),
      type: status === 'done' ? 'import.completed' : 'import.failed',
      data: error
        ? ({ ...about, error } satisfies EventData<'import.failed'>)
        : ({ ...about, counts, changes: changes! } satisfies EventData<'import.completed'>),
    },
  })
}

/** The same for the same, and nothing to be read in it: event ids stand in the log. */
function eventId(...parts: string[]): string {
  return `evt_${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, EVENT_ID_LENGTH)}`
}
