/**
 * One walk now: plans for everybody who asks at the same moment together, so that each gets an area of his own, and
 * leases at once. What another process took in between is left out and planned again.
 */
import { z } from '@hono/zod-openapi'
import { roundedPlace, withRoundedWalks } from '@doorwalk/core/request/rounded-starts'
import { VisibleError } from '@doorwalk/core/error'
import { AreaRequest } from '@doorwalk/core/request/area-request'
import { Position } from '@doorwalk/core/request/position'
import { PlanRequest, VolunteerRequest } from '@doorwalk/core/request/request'
import type { Walk } from '@doorwalk/core/walk/answer'
import { type FoundPlan, abandonPlan, isDone, runAndWait, submitPlan } from '../plans/calls.ts'
import { doneOutline, readHead, readRequest, readWalk, removePlan } from '../plans/plans.ts'
import { allGone } from '../plans/unheard.ts'
import { callerGone } from '../waiting/within.ts'
import type { CodesByStatus } from '../document/problem-codes.ts'
import { endWalk, lifeOf } from '../leases/walks.ts'
import type { Errand } from '../errands/errand.ts'
import type { World } from '../world.ts'

const fields = PlanRequest.shape
export const NewWalk = z.strictObject({
  region: fields.region,
  start: Position.describe('where you are; kept to about 100 m'),
  minutes: fields.minutes,
  doors: fields.doors,
  people: VolunteerRequest.shape.people,
  split: VolunteerRequest.shape.split,
  avoidStairs: VolunteerRequest.shape.avoidStairs,
  end: Position.optional().describe('where the walk ends; default: back at the start'),
  area: AreaRequest.optional().describe('default: what lies within about a kilometre'),
  priority: fields.priority,
  keyShare: fields.keyShare,
  language: fields.language,
  walker: z.string().min(1).max(64).optional().describe('opaque; never a name'),
})
export type NewWalk = z.infer<typeof NewWalk>

/** Beside those of planning. */
export const OF_NOW: CodesByStatus = { 409: ['dispatch.closed', 'walk.none_left'], 503: ['walk.late'] }

/** Rings of blocks around a start: about a kilometre. */
const REACH_RINGS = 8
/** Walkers planned together at most: what is still answered at once. */
const TOGETHER = 50
/**
 * Whoever asks so soon after another is planned for with him: one plan instead of two for those who tap at one moment.
 */
const GATHER_MILLISECONDS = 40
/** From so many walkers on, waiting counts for more than the last percent of prize. */
const CROWD = 10
/**
 * Of the search for a crowd: 0.9 instead of 2.0 CPU s for 50 walkers in Paris, 1.4 % less prize
 * (bench/ledger/walks.ts).
 */
const CROWD_ITERATIONS = 20_000
const WAIT_MILLISECONDS = 60_000
const TRIES = 6

/** Of one volunteer. */
export interface Asked {
  wish: NewWalk
  errand: Errand | undefined
  /** He has gone. */
  signal: AbortSignal
}

interface Wish extends Asked {
  done: (walk: LeasedWalk) => void
  failed: (error: unknown) => void
}

export interface LeasedWalk {
  walk: Walk
  planId: string
}

/** Which walk somebody is to get, before it is planned. */
const Place = z.object({ planId: z.string(), walker: z.string() })
type Place = z.infer<typeof Place>

/** Who asks while others are being planned for waits for them, and is then planned for with all who came meanwhile. */
const queues = new WeakMap<World['store'], Map<string, { waiting: Wish[]; isBusy: boolean }>>()

/** @throws VisibleError `walk.none_left` when nothing is due near the start; `dispatch.closed`; those of a plan */
export async function walkNow(
  world: World,
  { campaign, ...asked }: { campaign: string } & Asked,
): Promise<LeasedWalk> {
  const { errand, signal } = asked
  if (signal.aborted) throw callerGone()
  const place = Place.optional().parse(errand?.remembered)
  const again = place && (await walkAgain(world, { campaign, place, signal }))
  return again ?? queueUp(world, campaign, asked)
}

/** Takes a walk back that nobody was told of. */
export async function takeBack(
  world: World,
  { campaign, leased }: { campaign: string; leased: LeasedWalk },
): Promise<void> {
  const { planId, walk } = leased
  const { walks } = await doneOutline(world, { campaign, planId })
  if (walks.length === 1) await abandonPlan(world, { campaign, planId })
  else await endWalk(world, { campaign, walkId: walk.walkId }, 'released')
}

/** The walk that was being planned when its process died; undefined when nothing came of it. */
async function walkAgain(
  world: World,
  { campaign, place, signal }: { campaign: string; place: Place; signal: AbortSignal },
): Promise<LeasedWalk | undefined> {
  const ref = { campaign, planId: place.planId }
  const status = (await readHead(world, ref))?.head.status
  // Nobody was ever told its id.
  if (status === 'failed' || status === 'cancelled') await removePlan(world, ref)
  if (status === undefined || status === 'failed' || status === 'cancelled') return undefined
  // Whoever else is on the plan may have been told of his walk: it does not stop for one who goes.
  const { volunteers } = await readRequest(world, ref)
  const isShared = typeof volunteers !== 'number' && volunteers.length > 1
  const patience = { wait: WAIT_MILLISECONDS, ...(!isShared && { signal }) }
  const found = await runAndWait(world, ref, patience).catch(unlessUpstream)
  const leased = found && (await (await walksOf(world, { campaign, found }))(place.walker))
  // Taken back, and the process died before it could say so.
  const life = leased && (await lifeOf(world, { campaign, walkId: leased.walk.walkId }))
  return life?.state === 'released' ? undefined : leased
}

/** What ended the plan does not end the errand: others may have been faster at one of the doors. */
function unlessUpstream(error: unknown): undefined {
  if (!(error instanceof VisibleError) || error.kind === 'upstream') throw error
}

function queueUp(world: World, campaign: string, asked: Asked): Promise<LeasedWalk> {
  const { wish, signal } = asked
  const ours = queues.get(world.store) ?? new Map<string, { waiting: Wish[]; isBusy: boolean }>()
  queues.set(world.store, ours)
  const key = JSON.stringify([campaign, wish.region, wish.area, wish.priority, wish.keyShare])
  const queue = ours.get(key) ?? { waiting: [], isBusy: false }
  ours.set(key, queue)
  let leave = (): void => undefined
  const walk = new Promise<LeasedWalk>((done, failed) => {
    const mine: Wish = { ...asked, done, failed }
    queue.waiting.push(mine)
    // Once he is planned for with others he gets his walk with them: whoever tells him of it takes it back.
    leave = () => {
      if (!queue.waiting.includes(mine)) return
      queue.waiting = queue.waiting.filter((each) => each !== mine)
      failed(callerGone())
    }
    signal.addEventListener('abort', leave, { once: true })
    if (!queue.isBusy) void work()
  })
  return walk.finally(() => signal.removeEventListener('abort', leave))

  async function work(): Promise<void> {
    queue.isBusy = true
    await new Promise((next) => setTimeout(next, GATHER_MILLISECONDS))
    while (queue.waiting.length > 0) {
      const group = queue.waiting.splice(0, TOGETHER)
      await planTogether(world, { campaign, group }).catch((error: unknown) => {
        for (const { failed } of group) failed(error)
      })
    }
    queue.isBusy = false
    ours.delete(key)
  }
}

async function planTogether(
  world: World,
  { campaign, group }: { campaign: string; group: Wish[] },
): Promise<void> {
  const request = await requestFor(group.map(({ wish }) => wish))
  const { signal, release } = allGone(group.map((each) => each.signal))
  try {
    await planUntilLeased(world, { campaign, group, request, signal })
  } finally {
    release()
  }
}

interface Together {
  campaign: string
  group: Wish[]
  request: PlanRequest
  signal: AbortSignal
}

async function planUntilLeased(world: World, { campaign, group, request, signal }: Together): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const ref = { campaign, planId: world.id('pln') }
    const places = group.map((_, index): Place => ({ planId: ref.planId, walker: walkerAt(index) }))
    await Promise.all(group.map(async ({ errand }, index) => errand?.remember(places[index])))
    try {
      const found = await submitPlan(world, { ref, request, wait: WAIT_MILLISECONDS, signal })
      const walkOf = await walksOf(world, { campaign, found })
      group.forEach(({ done, failed }, index) => void walkOf(walkerAt(index)).then(done, failed))
      return
    } catch (error) {
      const isRace = error instanceof VisibleError && error.code === 'plan.conflict'
      if (!isRace || attempt === TRIES) throw error
      await new Promise((done) => setTimeout(done, Math.random() * 100 * attempt))
    }
  }
}

const walkerAt = (index: number): string => String(index + 1)

/**
 * Finds the walk of a walker, and throws `walk.none_left` for who got none.
 *
 * @throws VisibleError `walk.late`: the plan is stopped, and leases nothing
 */
async function walksOf(
  world: World,
  { campaign, found }: { campaign: string; found: FoundPlan },
): Promise<(walker: string) => Promise<LeasedWalk>> {
  if (!isDone(found)) {
    await abandonPlan(world, { campaign, planId: found.id })
    throw new VisibleError('upstream', 'walk.late', 'planning takes too long at the moment; ask again')
  }
  const { walks } = await doneOutline(world, { campaign, planId: found.id })
  return async (walker) => {
    const walkId = walks.find((each) => each.walker === walker)?.walkId
    if (walkId === undefined) throw noneLeft()
    const { walk } = await readWalk(world, { campaign, walkId })
    return { walk, planId: found.id }
  }
}

async function requestFor(wishes: NewWalk[]): Promise<PlanRequest> {
  const { BLOCK_RESOLUTION, cellAt, disk } = await import('@doorwalk/core/h3')
  const first = wishes[0]!
  // The cells are stored: their middle tells no more of a start than what is kept of it.
  const near = wishes.flatMap(({ start }) => disk(cellAt(roundedPlace(start), BLOCK_RESOLUTION), REACH_RINGS))
  return PlanRequest.parse({
    region: first.region,
    // Somebody's own place, as his start is.
    area: first.area ? withRoundedWalks(first.area, () => true) : { cells: [...new Set(near)] },
    ...(first.priority ? { priority: first.priority } : {}),
    ...(first.keyShare === undefined ? {} : { keyShare: first.keyShare }),
    closed: false,
    commit: true,
    ...(wishes.length >= CROWD ? { iterations: CROWD_ITERATIONS } : {}),
    volunteers: wishes.map(({ start, end, minutes, doors, people, split, avoidStairs, language }, index) => ({
      id: walkerAt(index),
      start,
      end: end ?? start,
      minutes,
      doors,
      people,
      split,
      avoidStairs,
      language,
    })),
  })
}

function noneLeft(): VisibleError {
  return new VisibleError(
    'conflict',
    'walk.none_left',
    'every door near this start is visited, leased or held out; start elsewhere or name a larger area',
  )
}
