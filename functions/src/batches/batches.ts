/**
 * Batches: the plans of a weekend, one after the other, each leaving out what those before it walk to. Whoever ends a
 * plan starts the next.
 */
import { createHash } from 'node:crypto'
import { VisibleError } from '@doorwalk/core/error'
import { KeptPlanRequest, type PlanRequest } from '@doorwalk/core/request/request'
import { sayWarning } from '@doorwalk/core/words/say'
import { withRoundedStarts } from '@doorwalk/core/request/rounded-starts'
import { withStoredAreas } from '../areas/areas.ts'
import { type NewBatch, shiftPlans, warningsOf } from './request.ts'
import { type Batch, readBatch } from './batch-answer.ts'
import {
  type BatchRef,
  StoredBatch,
  type StoredPlan,
  batchKey,
  findBatch,
  standingIn,
} from './stored-batch.ts'
import { folderOf, isGoing, linkOf, removeBatch, removeFromBatch } from './removal.ts'
import { priorityNow } from '../rankings/priority.ts'
import { askedOf } from '../areas/asked.ts'
import { isEnded } from '../plans/heads.ts'
import { createPlan, readHead } from '../plans/plans.ts'
import { changeItem } from '../store/change-item.ts'
import { decodeLarge, encodeLarge } from '../store/json.ts'
import type { Announce } from '../ports/announcements.ts'
import type { JobQueue, PlanRef } from '../ports/jobs.ts'
import type { Storage } from '../world.ts'

const requestBlob = (ref: BatchRef, { shift, area }: { shift: number; area: string }): string =>
  `${folderOf(ref)}/${shift}-${hashOf(area)}.json`

const HASH_LENGTH = 26
/** Tries against others who end a plan of the same batch. */
const TRIES = 20

/** What brings a batch forward. */
export interface BatchWorld extends Storage {
  jobs: Pick<JobQueue, 'submit' | 'cancel'>
  announce: Announce
}

interface AskedBatch {
  ref: BatchRef
  wish: NewBatch
  /** The search for each plan ends after so many; undefined: as any search does. */
  seconds: number | undefined
}

/**
 * Goes on with a batch that is there already: whoever asked for it died before it could be answered.
 *
 * @throws VisibleError those of {@link shiftPlans}, area.unknown, region.unknown
 */
export async function createBatch(world: BatchWorld, { ref, wish, seconds }: AskedBatch): Promise<Batch> {
  // Who took it back when its caller went died on the way.
  if (await isGoing(world, ref)) await removeBatch(world, ref)
  if (!(await world.store.get(batchKey(ref)))) await storeBatch(world, { ref, wish, seconds })
  await advance(world, ref)
  return readBatch(world, ref)
}

async function storeBatch(world: BatchWorld, { ref, wish, seconds }: AskedBatch): Promise<void> {
  const { campaign } = ref
  const { version } = await world.regions.manifest(wish.region, wish.version)
  const plans = shiftPlans(wish)
  const { region } = wish
  const priority = await priorityNow(world, { campaign, region, priority: wish.priority })
  for (const plan of plans) {
    const { area } = plan.request
    const asked = await askedOf(world, { campaign, request: plan.request, label: plan.area })
    const resolved: PlanRequest = {
      ...plan.request,
      asked,
      version,
      ...(seconds !== undefined && { seconds }),
      ...(priority && { priority }),
      ...(area && { area: await withStoredAreas(world, { campaign, area }) }),
    }
    await world.blobs.put(requestBlob(ref, plan), await encodeLarge(withRoundedStarts(resolved)))
  }
  const batch: StoredBatch = {
    id: ref.batchId,
    label: wish.label ?? '',
    region: wish.region,
    createdAt: new Date(world.clock.now()).toISOString(),
    warnings: warningsOf(wish, plans).map((warning) => sayWarning(warning, wish.language)),
    isGoing: false,
    claims: [],
    shifts: wish.shifts.map(({ startAt, minutes, label = '' }, index) => ({
      startAt,
      minutes,
      label,
      plans: plans
        .filter(({ shift }) => shift === index + 1)
        .map(({ area }) => ({ planId: world.id('pln'), area, isStarted: false, isAgain: false })),
    })),
  }
  await world.store.create({ ...batchKey(ref), data: batch })
}

/** Starts the next plan when none is running, and announces when there is none left. Doing it again changes nothing. */
export async function advance(world: BatchWorld, ref: BatchRef): Promise<void> {
  let begun: string | undefined
  const { value } = await changeItem(world.store, {
    key: batchKey(ref),
    schema: StoredBatch,
    tries: TRIES,
    busy: () => new Error(`batch ${ref.batchId} changed ${TRIES} times while its next plan was started`),
    // Submitted first: a process that dies here leaves a plan that is started again, which changes nothing.
    async change(batch) {
      const next = batch && !batch.isGoing ? await nextOf(world, { ref, batch }) : undefined
      if (!batch || !next) return batch
      await start(world, { ref, batch, planId: next })
      begun = next
      return withStarted(batch, next)
    },
  })
  // Somebody removed the batch while its next plan was begun, and could not know of it.
  if (begun !== undefined && (!value || value.isGoing))
    await removeFromBatch(world, { campaign: ref.campaign, planId: begun })
}

/** The plan to start; undefined: one is running, or all have ended, which is announced. */
async function nextOf(
  world: BatchWorld,
  { ref, batch }: { ref: BatchRef; batch: StoredBatch },
): Promise<string | undefined> {
  const standing = await standingIn(world, { ref, batch })
  const all = batch.shifts.flatMap(({ plans }) => plans)
  const isRunning = all.some(({ planId, isStarted }) => {
    const head = standing.get(planId)?.head
    return isStarted && head !== undefined && !isEnded(head)
  })
  if (isRunning) return undefined
  const next = all.find(({ isStarted }) => !isStarted)
  if (!next) await announceEnd(world, { ref, batch })
  return next?.planId
}

function withStarted(batch: StoredBatch, planId: string): StoredBatch {
  const started = (plan: StoredPlan): StoredPlan =>
    plan.planId === planId ? { ...plan, isStarted: true } : plan
  return { ...batch, shifts: batch.shifts.map((shift) => ({ ...shift, plans: shift.plans.map(started) })) }
}

/** For every plan that has ended. */
export async function advanceAfter(world: BatchWorld, ref: PlanRef): Promise<void> {
  const link = await world.store.get(linkOf(ref))
  if (link) await advance(world, { campaign: ref.campaign, batchId: String(link.data['batchId']) })
}

async function start(
  world: BatchWorld,
  { ref, batch, planId }: { ref: BatchRef; batch: StoredBatch; planId: string },
): Promise<void> {
  const { campaign, batchId } = ref
  const shift = batch.shifts.findIndex(({ plans }) => plans.some((plan) => plan.planId === planId))
  const plan = batch.shifts[shift]?.plans.find((each) => each.planId === planId)
  if (!plan) throw new Error(`batch ${batchId} has no plan ${planId}`)
  const bytes = await world.blobs.get(requestBlob(ref, { shift: shift + 1, area: plan.area }))
  if (!bytes) throw new Error(`batch ${batchId} has lost a request`)
  const request = await KeptPlanRequest.parseAsync(await decodeLarge(bytes))
  const mine: PlanRef = { campaign, planId }
  await world.store.putMany([{ ...linkOf(mine), data: { batchId } }])
  if (!(await readHead(world, mine))) await createPlan(world, { ref: mine, request })
  await world.jobs.submit(mine)
}

async function announceEnd(
  world: BatchWorld,
  { ref, batch }: { ref: BatchRef; batch: StoredBatch },
): Promise<void> {
  const { campaign, batchId } = ref
  const { label, region, shifts } = batch
  const standing = await standingIn(world, { ref, batch })
  const plans = shifts.flatMap((shift) =>
    shift.plans.map(({ planId }) => standing.get(planId)?.planId ?? planId),
  )
  await world.announce({ kind: 'batch planned', campaign, batch: { batchId, label, region, plans } })
}

/**
 * New plans for one shift, with what is due then; the old ones are to be removed by the caller first.
 *
 * @param input.first  id of the first of them
 */
export async function planShiftAgain(
  world: BatchWorld,
  { ref, shift, first }: { ref: BatchRef; shift: number; first: string },
): Promise<Batch> {
  const { batch, item } = await findBatch(world, ref)
  const data: StoredBatch = {
    ...batch,
    shifts: batch.shifts.map((each, index) =>
      index + 1 === shift
        ? {
            ...each,
            plans: each.plans.map(({ area }, at) => ({
              planId: at === 0 ? first : world.id('pln'),
              area,
              isStarted: false,
              isAgain: true,
            })),
          }
        : each,
    ),
  }
  if (!(await world.store.replace({ ...batchKey(ref), data }, item.version)))
    throw new VisibleError(
      'conflict',
      'batch.running',
      'the batch is being planned; ask again when it is done',
    )
  await advance(world, ref)
  return readBatch(world, ref)
}

/** The same for the same, of letters that every store takes. */
function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, HASH_LENGTH)
}
