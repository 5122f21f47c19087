/**
 * Stored plans. The head in the table says how far a plan is; what it holds lies in Blobs, written before the head
 * says `done`, so that a reader sees a whole plan or none.
 */
import { z } from '@hono/zod-openapi'
import { withRoundedStarts } from '@doorwalk/core/request/rounded-starts'
import { VisibleError } from '@doorwalk/core/error'
import { EditOrder } from '@doorwalk/core/edit/order'
import { KEEP, KeptPlanRequest, type PlanRequest, VolunteerRequest } from '@doorwalk/core/request/request'
import { EditStep, type LeftOut, type Plan } from '@doorwalk/core/walk/answer'
import { type PlanOutline, outlineOf } from '@doorwalk/core/walk/outline'
import { inParallel } from '@doorwalk/core/parallel'
import { areaTold } from '../areas/asked.ts'
import { PlanHead } from './heads.ts'
import { removeParts } from './parts.ts'
import { rememberWalks } from './removed-walks.ts'
import { type Changed, changeItem } from '../store/change-item.ts'
import { decodeJson, decodeLarge, encodeJson, encodeLarge } from '../store/json.ts'
import { type FilteredPage, filteredPage } from '../store/filtered-page.ts'
import { PLAN } from '../store/keys.ts'
import { type StoredWalk, decodeWalk, encodeWalk } from '../store/stored-walk.ts'
import type { PlanBrief } from '../store/stored-brief.ts'
import type { PlanRef } from '../ports/jobs.ts'
import type { Bytes, WrittenPlan } from '../ports/planner.ts'
import type { Storage } from '../world.ts'

/** What a plan is to take over from which other. */
export const ReplanOrder = z.object({
  of: z.string(),
  /** Where it all began; absent in orders of versions before. */
  first: z.string().optional(),
  keep: z.enum(KEEP),
  roll: z.array(z.object({ walker: z.string(), walkId: z.string().nullable(), late: z.number() })),
  /** Volunteers of the plans before who are not there: their wishes, for when they come. */
  absent: z.array(VolunteerRequest).optional(),
  /** It is that plan changed by hand; absent: made again at roll-call. */
  edit: z
    .object({
      /** What to plan; null: the walks are those of the plan of `walksOf`. */
      order: EditOrder.nullable(),
      walksOf: z.string().nullable(),
      steps: z.array(EditStep),
      undone: z.array(EditStep),
    })
    .optional(),
})
export type ReplanOrder = z.infer<typeof ReplanOrder>

const headKey = ({ campaign, planId }: PlanRef) => PLAN.key(campaign, planId)
const folder = ({ campaign, planId }: PlanRef): string => `campaigns/${campaign}/plans/${planId}`
const walkBlob = (campaign: string, walkId: string): string => `campaigns/${campaign}/walks/${walkId}.json`

/** Walks; S3 takes far more, a disk gains nothing from more. */
const WRITES_AT_ONCE = 16

/** Tries against others, such as all pieces of a large plan, that write the same head. */
const HEAD_TRIES = 20

/** Own starts are rounded here, before anything is stored or planned: docs/decisions/0036-coarse-starts.md. */
export async function createPlan(
  { store, blobs, clock }: Storage,
  { ref, request }: { ref: PlanRef; request: PlanRequest },
): Promise<PlanHead> {
  await blobs.put(`${folder(ref)}/request.json`, await encodeLarge(withRoundedStarts(request)))
  const head: PlanHead = {
    id: ref.planId,
    status: 'queued',
    region: request.region,
    createdAt: new Date(clock.now()).toISOString(),
    area: areaTold(request),
    streets: [],
    startAt: request.startAt ?? null,
    minutes: request.minutes,
    volunteers: typeof request.volunteers === 'number' ? request.volunteers : request.volunteers.length,
    progress: null,
    summary: null,
    replacedBy: null,
    stale: null,
    error: null,
  }
  await store.create({ ...headKey(ref), data: head })
  return head
}

export interface VersionedHead {
  head: PlanHead
  version: number
}

export async function readHead(
  { store }: Pick<Storage, 'store'>,
  ref: PlanRef,
): Promise<VersionedHead | undefined> {
  const item = await store.get(headKey(ref))
  return item && { head: PlanHead.parse(item.data), version: item.version }
}

/** @throws Error when others change the head all the time, and whatever `change` throws */
export function changeHead<Next extends PlanHead | undefined>(
  { store }: Pick<Storage, 'store'>,
  ref: PlanRef,
  change: (head: PlanHead | undefined) => Next,
): Promise<Changed<Next>> {
  return changeItem(store, {
    key: headKey(ref),
    schema: PlanHead,
    tries: HEAD_TRIES,
    busy: () => new Error(`the head of plan ${ref.planId} changed ${HEAD_TRIES} times while it was written`),
    change,
  })
}

/** False when somebody else changed the head since `version`. */
export function writeHead(
  { store }: Pick<Storage, 'store'>,
  { ref, head, version }: { ref: PlanRef; head: PlanHead; version: number },
): Promise<boolean> {
  return store.replace({ ...headKey(ref), data: head }, version)
}

interface PlansAsked {
  campaign: string
  after: string | undefined
  limit: number
  /** Undefined: of all. */
  status?: readonly PlanHead['status'][] | undefined
  region?: string | undefined
}

export function listPlans(
  { store }: Pick<Storage, 'store'>,
  { campaign, after, limit, status, region }: PlansAsked,
): Promise<FilteredPage<PlanHead>> {
  const passes = (head: PlanHead): boolean =>
    (status?.includes(head.status) ?? true) && (region === undefined || head.region === region)
  return filteredPage(store, { ...PLAN.range(campaign), limit, after, newestFirst: true }, (items) =>
    items.map(({ data }) => PlanHead.parse(data)).map((head) => (passes(head) ? head : undefined)),
  )
}

export async function readRequest({ blobs }: Pick<Storage, 'blobs'>, ref: PlanRef): Promise<PlanRequest> {
  const bytes = await blobs.get(`${folder(ref)}/request.json`)
  if (!bytes) throw new Error(`plan ${ref.planId} has lost its request`)
  return KeptPlanRequest.parseAsync(await decodeLarge(bytes))
}

export async function writePlan(
  storage: Pick<Storage, 'blobs'>,
  of: { ref: PlanRef; plan: WrittenPlan },
): Promise<void> {
  await writeWalks(storage, of)
  await writeBody(storage, of)
}

/** Every walk by itself; one of an earlier plan that goes on is replaced. */
export async function writeWalks(
  { blobs }: Pick<Storage, 'blobs'>,
  { ref, plan: { outline, walks } }: { ref: PlanRef; plan: WrittenPlan },
): Promise<void> {
  const files = outline.walks.map(({ walkId }, index) => ({ walkId, bytes: walks[index]! }))
  await inParallel(files, WRITES_AT_ONCE, ({ walkId, bytes }) =>
    blobs.put(walkBlob(ref.campaign, walkId), bytes),
  )
}

export function writeWalk(
  { blobs }: Pick<Storage, 'blobs'>,
  { ref, plan, walk }: { ref: PlanRef } & StoredWalk,
): Promise<void> {
  return blobs.put(walkBlob(ref.campaign, walk.walkId), encodeWalk(plan, walk))
}

export async function writeBody(
  { blobs }: Pick<Storage, 'blobs'>,
  { ref, plan: { outline, body, aside } }: { ref: PlanRef; plan: WrittenPlan },
): Promise<void> {
  await blobs.put(`${folder(ref)}/outline.json`, await encodeLarge(outline))
  if (aside) {
    await blobs.put(`${folder(ref)}/brief.json`, aside.brief)
    await blobs.put(`${folder(ref)}/left-out.json`, aside.leftOut)
  }
  await blobs.put(`${folder(ref)}/plan.json`, body)
}

/** The plan as planned. Not parsed again: we wrote it, and it may hold 10,000 walks. */
export async function readPlan({ blobs }: Pick<Storage, 'blobs'>, ref: PlanRef): Promise<Plan | undefined> {
  const bytes = await blobs.get(`${folder(ref)}/plan.json`)
  return bytes && ((await decodeLarge(bytes)) as Plan)
}

/** A plan with fewer targets is read whole: nothing is kept beside it. */
const LARGE_TARGETS = 250

/** What is told of a plan that is too large to be told whole; undefined: it is not, or is one of a version before. */
export async function readBrief(
  { blobs }: Pick<Storage, 'blobs'>,
  { targets, ...ref }: PlanRef & { targets: number },
): Promise<PlanBrief | undefined> {
  const bytes = targets < LARGE_TARGETS ? undefined : await blobs.get(`${folder(ref)}/brief.json`)
  return bytes && ((await decodeLarge(bytes)) as PlanBrief)
}

/** All that a plan left out; of a large one the rest of it is not read. */
export async function readLeftOut(
  storage: Pick<Storage, 'blobs'>,
  { targets, ...ref }: PlanRef & { targets: number },
): Promise<LeftOut[]> {
  const { blobs } = storage
  const bytes = targets < LARGE_TARGETS ? undefined : await blobs.get(`${folder(ref)}/left-out.json`)
  return bytes ? ((await decodeLarge(bytes)) as LeftOut[]) : (await donePlan(storage, ref)).leftOut
}

/** What leasing and replacing must know of a plan; cheap whatever its size, but for plans of before there were any. */
export async function readOutline(
  storage: Pick<Storage, 'blobs'>,
  ref: PlanRef,
): Promise<PlanOutline | undefined> {
  const bytes = await storage.blobs.get(`${folder(ref)}/outline.json`)
  if (bytes) return (await decodeLarge(bytes)) as PlanOutline
  const plan = await readPlan(storage, ref)
  return plan && outlineOf(plan)
}

/** The same of a plan whose head says that it is done. */
export async function doneOutline(storage: Pick<Storage, 'blobs'>, ref: PlanRef): Promise<PlanOutline> {
  const outline = await readOutline(storage, ref)
  if (outline) return outline
  throw new Error(`plan ${ref.planId} is done and its body is missing`)
}

/** The body of a plan whose head says that it is done. */
export async function donePlan(storage: Pick<Storage, 'blobs'>, ref: PlanRef): Promise<Plan> {
  const plan = await readPlan(storage, ref)
  if (plan) return plan
  throw new Error(`plan ${ref.planId} is done and its body is missing`)
}

export async function readWalk(
  storage: Pick<Storage, 'blobs'>,
  of: { campaign: string; walkId: string },
): Promise<StoredWalk> {
  const found = await findWalk(storage, of)
  if (found) return found
  throw new VisibleError('not_found', 'walk.unknown', `there is no walk "${of.walkId}" in this campaign`)
}

/** As it is stored; undefined: there is none. */
export async function walkBytes(
  { blobs }: Pick<Storage, 'blobs'>,
  { campaign, walkId }: { campaign: string; walkId: string },
): Promise<Bytes | undefined> {
  const bytes = /^[A-Za-z0-9_-]+$/.test(walkId) ? await blobs.get(walkBlob(campaign, walkId)) : undefined
  return bytes && new Uint8Array(bytes)
}

export async function findWalk(
  { blobs }: Pick<Storage, 'blobs'>,
  { campaign, walkId }: { campaign: string; walkId: string },
): Promise<StoredWalk | undefined> {
  const bytes = /^[A-Za-z0-9_-]+$/.test(walkId) ? await blobs.get(walkBlob(campaign, walkId)) : undefined
  return bytes && decodeWalk(bytes)
}

/** How a plan came out of another at roll-call; undefined: it stands for itself. */
export async function readOrder(
  { blobs }: Pick<Storage, 'blobs'>,
  ref: PlanRef,
): Promise<ReplanOrder | undefined> {
  const bytes = await blobs.get(`${folder(ref)}/replan.json`)
  return bytes && ReplanOrder.parse(decodeJson(bytes))
}

/** The plan that stood for itself, of which this one came. */
export async function firstOf(storage: Pick<Storage, 'blobs'>, ref: PlanRef): Promise<string> {
  const order = await readOrder(storage, ref)
  if (!order) return ref.planId
  return order.first ?? firstOf(storage, { ...ref, planId: order.of })
}

export function writeOrder(
  { blobs }: Pick<Storage, 'blobs'>,
  { ref, order }: { ref: PlanRef; order: ReplanOrder },
): Promise<void> {
  return blobs.put(`${folder(ref)}/replan.json`, encodeJson(order))
}

const FILES = [
  'plan.json',
  'brief.json',
  'left-out.json',
  'outline.json',
  'request.json',
  'replan.json',
  'after.json',
]

/** The head goes last: a crash in between leaves a plan that can be removed again. */
export async function removePlan(storage: Pick<Storage, 'store' | 'blobs'>, ref: PlanRef): Promise<void> {
  const plan = await readOutline(storage, ref)
  const { campaign } = ref
  const own = new Set<string>()
  for (const { walkId } of plan?.walks ?? []) {
    const stored = await findWalk(storage, { campaign, walkId })
    // A walk that went on belongs to the plan that took it over.
    if (stored?.plan.id === ref.planId) own.add(walkId)
  }
  if (plan && own.size > 0) {
    await rememberWalks(storage, { campaign, plan, own })
  }
  for (const walkId of own) await storage.blobs.remove(walkBlob(campaign, walkId))
  await removeParts(storage, ref)
  for (const name of FILES) await storage.blobs.remove(`${folder(ref)}/${name}`)
  await storage.store.remove(headKey(ref))
}

export function unknownPlan(planId: string): VisibleError {
  return new VisibleError('not_found', 'plan.unknown', `there is no plan "${planId}" in this campaign`)
}
