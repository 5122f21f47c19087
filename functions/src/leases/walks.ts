/** The life of a leased walk: started, prolonged, handed over, finished or given back; each a change of one item. */
import { z } from '@hono/zod-openapi'
import { Moment } from '@doorwalk/core/request/moment'
import { nameSchemas } from '../document/schema-names.ts'
import { VisibleError } from '@doorwalk/core/error'
import { GRACE_MILLISECONDS, WALK_STATES } from '@doorwalk/core/ledger/hold'
import { changeHeldWalk, findHeldWalk, readCommit } from '../ledger/holds.ts'
import type { HeldWalk } from '../ledger/holds.ts'
import { pointersTo } from '../ledger/walkers.ts'
import { readWalk } from '../plans/plans.ts'
import { learnPaces } from './paces.ts'
import { type Errand, remembered } from '../errands/errand.ts'
import type { World } from '../world.ts'

export const WalkStatus = z.enum(['draft', ...WALK_STATES])

export const WalkLife = z.object({
  walkId: z.string().describe('of the walk'),
  planId: z.string().describe('of its plan'),
  walker: z.string().describe('id of the volunteer'),
  state: WalkStatus.describe('where it stands'),
  until: Moment.nullable().describe('the targets are held until then at most'),
  startedAt: Moment.nullable().describe('when the walker set out; null: not yet'),
  endedAt: Moment.nullable().describe('when it was finished or given back; null: not yet'),
  targets: z.number().int().describe('held, reserves included'),
})
export type WalkLife = z.infer<typeof WalkLife>
nameSchemas({
  WalkState: [WalkLife, 'where a walk stands, and who has it'],
  WalkStatus: [
    WalkStatus,
    'where a walk stands: `draft` holds nothing; `released` was given back, `expired` ran out of time',
  ],
})

interface Ref {
  campaign: string
  walkId: string
}

export async function lifeOf(world: Pick<World, 'store' | 'blobs'>, ref: Ref): Promise<WalkLife> {
  const found = await findHeldWalk(world.store, ref)
  const commit = found && (await readCommit(world.store, { ...ref, planId: found.value.planId }))
  if (found && (isOver(found.value) || commit?.value.state === 'committed')) return lifeAsHeld(found.value)
  const { plan, walk } = await readWalk(world, ref)
  return lifeAsDraft({ walkId: walk.walkId, planId: plan.id, walker: walk.walker })
}

/** It was given back, finished, or ended because its time was over. */
export function isOver({ state }: HeldWalk): boolean {
  return state !== 'leased' && state !== 'started'
}

export function lifeAsDraft(walk: Pick<WalkLife, 'walkId' | 'planId' | 'walker'>): WalkLife {
  return { ...walk, state: 'draft', until: null, startedAt: null, endedAt: null, targets: 0 }
}

export const startWalk = (world: World, ref: Ref): Promise<WalkLife> =>
  announced(
    world,
    ref,
    change(world, ref, (walk, now) =>
      walk.state === 'started'
        ? undefined
        : { ...going(walk), state: 'started', startedAt: new Date(now).toISOString() },
    ),
  )

/** Doing it again, or finishing what was released, changes nothing. */
export async function endWalk(world: World, ref: Ref, state: 'finished' | 'released'): Promise<WalkLife> {
  let isNews = false
  const walk = await announced(
    world,
    ref,
    change(world, ref, (before, now) => {
      isNews = before.state === 'leased' || before.state === 'started'
      return isNews ? { ...before, state, endedAt: new Date(now).toISOString() } : undefined
    }),
  )
  const { startedAt, endedAt } = walk
  if (isNews && startedAt !== null && endedAt !== null)
    await learnPaces(world, { ...ref, startedAt: Date.parse(startedAt), endedAt: Date.parse(endedAt) })
  return walk
}

/** From the moment it was asked for, also when it is taken up later. */
export async function extendWalk(
  world: World,
  ref: Ref,
  { minutes, errand }: { minutes: number; errand: Errand | undefined },
): Promise<WalkLife> {
  const asked = await remembered(errand, { schema: z.number(), draw: () => world.clock.now() })
  const until = asked + minutes * 60_000 + GRACE_MILLISECONDS
  return change(world, ref, (walk) =>
    going(walk).until >= until ? undefined : { ...walk, until, saidAt: asked },
  )
}

export async function handOver(world: World, ref: Ref, walker: string): Promise<WalkLife> {
  await refuseDraft(world, ref)
  await world.store.putMany(pointersTo(ref.campaign, [{ walkId: ref.walkId, walker }]))
  return change(world, ref, (walk) => (walk.walker === walker ? undefined : { ...going(walk), walker }))
}

/** Also when nothing changed: whoever asks again may do so because the event was lost with a process. */
async function announced(world: World, { campaign }: Ref, changed: Promise<WalkLife>): Promise<WalkLife> {
  const walk = await changed
  await world.announce({ kind: 'walk changed', campaign, walk })
  return walk
}

async function change(
  world: World,
  ref: Ref,
  how: (walk: HeldWalk, now: number) => HeldWalk | undefined,
): Promise<WalkLife> {
  await refuseDraft(world, ref)
  return lifeAsHeld(await changeHeldWalk(world, ref, (walk) => how(walk, world.clock.now())))
}

async function refuseDraft(world: World, ref: Ref): Promise<void> {
  if ((await lifeOf(world, ref)).state !== 'draft') return
  const why = `walk "${ref.walkId}" is a draft: commit its plan first`
  throw new VisibleError('conflict', 'walk.not_leased', why)
}

/** A walk that is over holds nothing: what it had may be with somebody else. */
function going(walk: HeldWalk): HeldWalk {
  if (walk.state === 'leased' || walk.state === 'started') return walk
  throw walkOver(walk)
}

export function walkOver({ walkId, state }: { walkId: string; state: string }): VisibleError {
  return new VisibleError('conflict', 'walk.over', `walk "${walkId}" is ${state}; ask for a new one`)
}

export function lifeAsHeld({
  targets,
  until,
  region: _region,
  saidAt: _saidAt,
  ...walk
}: HeldWalk): WalkLife {
  return { ...walk, until: new Date(until).toISOString(), targets: targets.length }
}
