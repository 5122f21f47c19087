/** What the calls on plans do, between the route and the store. */
import { VisibleError } from '@doorwalk/core/error'
import type { PlanRequest } from '@doorwalk/core/request/request'
import { withStoredAreas } from '../areas/areas.ts'
import { askedOf } from '../areas/asked.ts'
import { priorityNow } from '../rankings/priority.ts'
import { voidCommit } from '../ledger/holds.ts'
import { type PlanHead, isEnded } from './heads.ts'
import { changeHead, createPlan, readHead, readOrder, removePlan, unknownPlan } from './plans.ts'
import { HttpProblem } from '../http/problem.ts'
import { callerGone } from '../waiting/within.ts'
import { jobKey } from '../store/keys.ts'
import { type Watch, lookUntil } from '../waiting/look-until.ts'
import type { Config } from '../ports/config.ts'
import type { PlanToWrite } from '../ports/desk.ts'
import type { JobQueue, PlanRef } from '../ports/jobs.ts'
import type { World } from '../world.ts'

/** A plan that is done, or is being made. */
export interface FoundPlan {
  id: string
  head: PlanHead
  /** It goes on once there is room on the disk. */
  waitsForRoom: boolean
}

/** Too large to wait for, by what the request itself tells; the rest shows while planning. */
export function isAsync(request: PlanRequest, { sync }: Config): boolean {
  const walkers = typeof request.volunteers === 'number' ? request.volunteers : request.volunteers.length
  return (
    walkers > sync.volunteers ||
    (request.targets?.length ?? 0) > sync.targets ||
    (request.seconds ?? 0) * 1000 > sync.milliseconds
  )
}

/**
 * Goes on with a plan that is there already: whoever asked for it died before it could be answered.
 *
 * @throws Error of the name `AbortError` when the caller has gone: nothing is left of the plan
 */
export async function submitPlan(
  world: World,
  { ref, request, ...patience }: { ref: PlanRef; request: PlanRequest } & Patience,
): Promise<FoundPlan> {
  if (!(await readHead(world, ref))) {
    const resolved = await pinned(world, { campaign: ref.campaign, request })
    const asked = await askedOf(world, { campaign: ref.campaign, request })
    await createPlan(world, { ref, request: { ...resolved, asked } })
  }
  return runAndWait(world, ref, patience)
}

/** How long a caller waits. */
export interface Patience {
  /** Milliseconds until the answer is a job instead of a plan. */
  wait: number
  /** He has gone. */
  signal?: AbortSignal
}

/** The request with its region's version and its stored area, as both are now. */
export async function pinned<Request extends Pick<PlanRequest, 'region' | 'version' | 'area' | 'priority'>>(
  world: Pick<World, 'store' | 'blobs' | 'clock' | 'regions'>,
  { campaign, request }: { campaign: string; request: Request },
): Promise<Request> {
  const { version } = await world.regions.manifest(request.region, request.version)
  const { area, region, priority } = request
  return {
    ...request,
    version,
    ...(priority && { priority: await priorityNow(world, { campaign, region, priority }) }),
    ...(area && { area: await withStoredAreas(world, { campaign, area }) }),
  }
}

/** Hands a plan that was created over; nothing is left of it when it fails, or its caller goes, while he waits. */
export async function runAndWait(world: World, ref: PlanRef, { wait, signal }: Patience): Promise<FoundPlan> {
  const before = (await readHead(world, ref))?.head
  try {
    if (!before || !isEnded(before)) await world.jobs.submit(ref, wait, signal)
  } catch (error) {
    // No queue took it and nobody knows its id: it would stand there as queued for ever.
    await removePlan(world, ref)
    throw error
  }
  if (signal?.aborted) {
    await abandonPlan(world, ref)
    throw callerGone()
  }
  const error = (await readHead(world, ref))?.head.error
  if (!error) return finishedPlan(world, ref)
  // Nobody has been told the id: what the caller must mend is the request.
  await removePlan(world, ref)
  throw new VisibleError(error.kind, error.code, error.detail, error.errors)
}

/** @throws the error that ended the plan, when it failed or was cancelled */
export async function finishedPlan(world: World, ref: PlanRef): Promise<FoundPlan> {
  const found = await readHead(world, ref)
  if (!found) throw unknownPlan(ref.planId)
  const { head } = found
  if (head.status === 'cancelled') {
    throw new HttpProblem(410, 'plan.cancelled', 'the plan was cancelled before it was ready; send it again')
  }
  if (head.status === 'failed') {
    const { code = 'plan.failed', detail = 'the plan failed', errors = [] } = head.error ?? {}
    throw new HttpProblem(422, code, detail, { errors })
  }
  // Whoever asked for it may have died before he could hand it over.
  if (head.status === 'queued' && !(await world.store.get(jobKey(ref)))) await world.jobs.submit(ref)
  return { id: ref.planId, head, waitsForRoom: world.jobs.waitsForRoom(ref) }
}

/** The same, looked at again while it is being made. */
export function awaitedPlan(world: World, ref: PlanRef, watch: Watch): Promise<FoundPlan> {
  return lookUntil(() => finishedPlan(world, ref), isDone, watch)
}

export function isDone({ head }: Pick<FoundPlan, 'head'>): boolean {
  return head.status === 'done'
}

/** What the desk must know of a plan. */
export function planToWrite(campaign: string, { id, head }: FoundPlan): PlanToWrite {
  return { campaign, planId: id, targets: head.summary?.targets ?? 0 }
}

/** Cancels what is not ready yet, removes what is. */
export async function cancelPlan(
  world: Pick<World, 'store' | 'blobs'> & { jobs: Pick<JobQueue, 'cancel'> },
  ref: PlanRef,
): Promise<void> {
  const { isChanged } = await changeHead(world, ref, (head): PlanHead => {
    if (!head) throw unknownPlan(ref.planId)
    return isEnded(head) ? head : cancelled(head)
  })
  if (isChanged) return void (await world.jobs.cancel(ref))
  await voidCommit(world, ref)
  await removePlan(world, ref)
}

/**
 * Of a plan that nobody was told of nothing is left: it stops, and leases nothing. One that has taken over from another
 * cannot be taken back, and that other tells of it.
 */
export async function abandonPlan(
  world: Pick<World, 'store' | 'blobs'> & { jobs: Pick<JobQueue, 'cancel'> },
  ref: PlanRef,
): Promise<void> {
  const { isChanged } = await changeHead(world, ref, (head) =>
    head && !isEnded(head) ? cancelled(head) : head,
  )
  const isStopped = await world.jobs.cancel(ref)
  const status = (await readHead(world, ref))?.head.status
  if (status === 'done' && (await readOrder(world, ref))) return
  // Where somebody may still work on it, the word stays for him to see.
  if (isChanged && !isStopped) return
  await voidCommit(world, ref)
  await removePlan(world, ref)
}

function cancelled(head: PlanHead): PlanHead {
  return { ...head, status: 'cancelled', progress: null }
}
