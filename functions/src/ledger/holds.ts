/** Commits and walks in the table, and whether those who hold targets still do. */
import { z } from '@hono/zod-openapi'
import { VisibleError } from '@doorwalk/core/error'
import type { Hold } from '@doorwalk/core/ledger/block'
import type { Commit, WalkHold } from '@doorwalk/core/ledger/hold'
import { WALK_STATES, holdState, isPending, redated } from '@doorwalk/core/ledger/hold'
import { changeItem } from '../store/change-item.ts'
import { COMMIT, WALK } from '../store/keys.ts'
import type { Item, Store } from '../ports/store.ts'
import type { Storage } from '../world.ts'

const StoredCommit = z.object({
  state: z.enum(['pending', 'committed', 'void']),
  until: z.number(),
  by: z.string().optional().describe('the run of a process that began it'),
})
type StoredCommit = z.infer<typeof StoredCommit>

export const HeldWalk = z.object({
  walkId: z.string(),
  planId: z.string(),
  region: z.string(),
  walker: z.string().describe('opaque'),
  state: z.enum(WALK_STATES),
  until: z.number().describe('milliseconds'),
  saidAt: z.number().optional().describe('milliseconds: when that was said'),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  targets: z.array(z.object({ id: z.string(), block: z.string(), isReserve: z.boolean() })),
})
export type HeldWalk = z.infer<typeof HeldWalk>

export interface Versioned<T> {
  value: T
  version: number
}

/** Tries against others who change the same item at the same moment. */
const TRIES = 20

export async function readCommit(
  store: Store,
  { campaign, planId }: { campaign: string; planId: string },
): Promise<Versioned<StoredCommit> | undefined> {
  const item = await store.get(COMMIT.key(campaign, planId))
  return item && { value: StoredCommit.parse(item.data), version: item.version }
}

/** Ends a commit, whatever its state; its walks hold nothing any more. */
export async function voidCommit(
  { store }: Pick<Storage, 'store'>,
  { campaign, planId }: { campaign: string; planId: string },
): Promise<void> {
  await changeItem(store, {
    key: COMMIT.key(campaign, planId),
    schema: StoredCommit,
    tries: Infinity,
    change: (commit) => (commit && commit.state !== 'void' ? { ...commit, state: 'void' as const } : commit),
  })
}

export function isCommitted(
  { store }: Pick<Storage, 'store'>,
  ref: { campaign: string; planId: string },
): Promise<boolean> {
  return readCommit(store, ref).then((found) => found?.value.state === 'committed')
}

/** Those of these plans whose walks hold their targets. */
export async function committedPlans(
  store: Store,
  { campaign, plans }: { campaign: string; plans: string[] },
): Promise<Set<string>> {
  const items = await store.getMany(plans.map((planId) => COMMIT.key(campaign, planId)))
  const committed = items.filter(({ data }) => StoredCommit.parse(data).state === 'committed')
  return new Set(committed.map((item) => COMMIT.idOf(item)))
}

export async function findHeldWalk(
  store: Store,
  { campaign, walkId }: { campaign: string; walkId: string },
): Promise<Versioned<HeldWalk> | undefined> {
  const item = await store.get(WALK.key(campaign, walkId))
  return item && { value: HeldWalk.parse(item.data), version: item.version }
}

/** @throws VisibleError `walk.not_leased`, `walk.busy`, and whatever `change` throws */
export async function changeHeldWalk(
  { store, clock }: Pick<Storage, 'store' | 'clock'>,
  ref: { campaign: string; walkId: string },
  change: (walk: HeldWalk) => HeldWalk | undefined,
): Promise<HeldWalk> {
  const { value } = await changeItem(store, {
    key: WALK.key(ref.campaign, ref.walkId),
    schema: HeldWalk,
    tries: TRIES,
    busy: () =>
      new VisibleError('upstream', 'walk.busy', `walk "${ref.walkId}" is being changed by others; try again`),
    change(stored) {
      const walk = stored && redated(stored, clock.now())
      if (walk) return change(walk) ?? walk
      throw new VisibleError(
        'conflict',
        'walk.not_leased',
        `walk "${ref.walkId}" is a draft: commit its plan first`,
      )
    },
  })
  return value
}

/** Which of these hold their targets at this moment. */
export async function liveHolds(
  storage: Pick<Storage, 'store' | 'clock'>,
  { campaign, holds }: { campaign: string; holds: Hold[] },
): Promise<(hold: Hold) => boolean> {
  const distinct = distinctHolds(holds)
  const parts = await readParts(storage, campaign, distinct)
  const live = new Set(
    distinct.filter((hold) => holdState(parts(hold), storage.clock.now()) === 'held').map(holderOf),
  )
  return (hold) => live.has(holderOf(hold))
}

/** A walk may have gone from one plan to the next: only both together name a holder. */
export const holderOf = ({ walk, plan }: Hold): string => `${plan} ${walk}`

/** Each holder once. */
export function distinctHolds(holds: Hold[]): Hold[] {
  return [...new Map(holds.map((hold) => [holderOf(hold), hold])).values()]
}

/**
 * Those of the holders that really hold. A lapsed one is ended here by a conditional write, so that a late commit or a
 * late prolongation fails instead of holding what somebody else has taken.
 */
export async function endLapsed(
  storage: Pick<Storage, 'store' | 'clock'>,
  { campaign, holds }: { campaign: string; holds: Hold[] },
): Promise<Hold[]> {
  const parts = await readParts(storage, campaign, holds)
  const held: Hold[] = []
  for (const hold of holds) {
    const state = holdState(parts(hold), storage.clock.now())
    if (state === 'held' || (state === 'lapsed' && !(await endOne(storage, campaign, hold)))) held.push(hold)
  }
  return held
}

/** False when the holder lives on: it was prolonged or committed in the meantime. */
async function endOne(
  { store, clock }: Pick<Storage, 'store' | 'clock'>,
  campaign: string,
  hold: Hold,
): Promise<boolean> {
  const planId = hold.plan
  let { value: commit } = await changeItem(store, {
    key: COMMIT.key(campaign, planId),
    schema: StoredCommit,
    tries: Infinity,
    change: (commit) =>
      commit?.state === 'pending' && !isPending(commit, clock.now())
        ? { ...commit, state: 'void' as const }
        : commit,
  })
  const { value: walk } = await changeItem(store, {
    key: WALK.key(campaign, hold.walk),
    schema: HeldWalk,
    tries: Infinity,
    async change(walk) {
      commit = (await readCommit(store, { campaign, planId }))?.value
      const isLapsed = commit?.state === 'committed' && holdState({ commit, walk }, clock.now()) === 'lapsed'
      return walk && isLapsed ? { ...walk, state: 'expired' as const } : walk
    },
  })
  return holdState({ commit, walk }, clock.now()) === 'free'
}

async function readParts(
  { store, clock }: Pick<Storage, 'store' | 'clock'>,
  campaign: string,
  holds: Hold[],
) {
  const plans = [...new Set(holds.map(({ plan }) => plan))]
  const walks = [...new Set(holds.map(({ walk }) => walk))]
  const items = await store.getMany([
    ...plans.map((plan) => COMMIT.key(campaign, plan)),
    ...walks.map((walk) => WALK.key(campaign, walk)),
  ])
  const byKey = new Map(items.map((item) => [item.sk, item.data]))
  const held = new Map<string, HeldWalk>()
  for (const item of items.filter(WALK.has)) {
    const walk = HeldWalk.parse(item.data)
    const isRight = redated(walk, clock.now()) === walk
    held.set(walk.walkId, isRight ? walk : ((await redate({ store, clock }, item)) ?? walk))
  }
  return (hold: Hold): { commit: Commit | undefined; walk: WalkHold | undefined } => {
    const commit = byKey.get(COMMIT.key(campaign, hold.plan).sk)
    return { commit: commit && StoredCommit.parse(commit), walk: held.get(hold.walk) }
  }
}

/** Its time begins now, for whoever reads it from now on. */
async function redate(
  { store, clock }: Pick<Storage, 'store' | 'clock'>,
  { pk, sk }: Item,
): Promise<HeldWalk | undefined> {
  const { value } = await changeItem(store, {
    key: { pk, sk },
    schema: HeldWalk,
    tries: Infinity,
    change: (walk) => walk && redated(walk, clock.now()),
  })
  return value
}
