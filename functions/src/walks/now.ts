/**
 * One walk now: plans for everybody who asks at the same moment together, so that each gets an area of his own, and
 * leases at once. What another process took in between is left out and planned again.
 */
import { z } from '@hono/zod-openapi'
import { roundedPlace } from '@doorwalk/core/request/rounded-starts'
import { VisibleError } from '@doorwalk/core/error'
import { AreaRequest, PlanRequest, Position, VolunteerRequest } from '@doorwalk/core/request/request'
import type { Walk } from '@doorwalk/core/walk/answer'
import { isDone, submitPlan } from '../plans/calls.ts'
import { doneOutline, readWalk } from '../plans/plans.ts'
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
  language: fields.language,
  walker: z.string().min(1).max(64).optional().describe('opaque; never a name'),
})
export type NewWalk = z.infer<typeof NewWalk>

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

interface Wish {
  wish: NewWalk
  done: (walk: { walk: Walk; planId: string }) => void
  failed: (error: unknown) => void
}

/** Who asks while others are being planned for waits for them, and is then planned for with all who came meanwhile. */
const queues = new WeakMap<World['store'], Map<string, { waiting: Wish[]; isBusy: boolean }>>()

/** @throws VisibleError `walk.none_left` when nothing is due near the start; `dispatch.closed`; those of a plan */
export function walkNow(
  world: World,
  { campaign, wish }: { campaign: string; wish: NewWalk },
): Promise<{ walk: Walk; planId: string }> {
  const mine = queues.get(world.store) ?? new Map<string, { waiting: Wish[]; isBusy: boolean }>()
  queues.set(world.store, mine)
  const key = JSON.stringify([campaign, wish.region, wish.area, wish.priority])
  const queue = mine.get(key) ?? { waiting: [], isBusy: false }
  mine.set(key, queue)
  return new Promise((done, failed) => {
    queue.waiting.push({ wish, done, failed })
    if (!queue.isBusy) void work()
  })

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
    mine.delete(key)
  }
}

async function planTogether(
  world: World,
  { campaign, group }: { campaign: string; group: Wish[] },
): Promise<void> {
  const request = await requestFor(group.map(({ wish }) => wish))
  for (let attempt = 1; ; attempt++) {
    try {
      const found = await submitPlan(world, { campaign, request, wait: WAIT_MILLISECONDS })
      if (!isDone(found)) {
        throw new VisibleError('upstream', 'walk.late', 'planning takes too long at the moment; ask again')
      }
      const plan = await doneOutline(world, { campaign, planId: found.id })
      const byWalker = new Map(plan.walks.map(({ walker, walkId }) => [walker, walkId]))
      for (const [index, { done, failed }] of group.entries()) {
        const walkId = byWalker.get(String(index + 1))
        if (walkId === undefined) failed(noneLeft())
        else
          readWalk(world, { campaign, walkId }).then(({ walk }) => done({ walk, planId: found.id }), failed)
      }
      return
    } catch (error) {
      const isRace = error instanceof VisibleError && error.code === 'plan.conflict'
      if (!isRace || attempt === TRIES) throw error
      await new Promise((done) => setTimeout(done, Math.random() * 100 * attempt))
    }
  }
}

async function requestFor(wishes: NewWalk[]): Promise<PlanRequest> {
  const { BLOCK_RESOLUTION, cellAt, disk } = await import('@doorwalk/core/h3')
  const first = wishes[0]!
  // The cells are stored: their middle tells no more of a start than what is kept of it.
  const near = wishes.flatMap(({ start }) => disk(cellAt(roundedPlace(start), BLOCK_RESOLUTION), REACH_RINGS))
  return PlanRequest.parse({
    region: first.region,
    area: first.area ?? { cells: [...new Set(near)] },
    ...(first.priority ? { priority: first.priority } : {}),
    closed: false,
    commit: true,
    ...(wishes.length >= CROWD ? { iterations: CROWD_ITERATIONS } : {}),
    volunteers: wishes.map(({ start, end, minutes, doors, people, split, avoidStairs, language }, index) => ({
      id: String(index + 1),
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
