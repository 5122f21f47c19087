/**
 * Walks of a campaign: those that were handed out, newest first, of one walker or of all; and those of one plan, drafts
 * included.
 */
import { z } from '@hono/zod-openapi'
import { nameSchemas } from '../document/schema-names.ts'
import { HeldWalk, committedPlans } from '../ledger/holds.ts'
import { walkBehind, walksOfWalker } from '../ledger/walkers.ts'
import { findWalk, readHead, readOutline, unknownPlan } from '../plans/plans.ts'
import { readCursor, readOffset, writeCursor, writeOffset } from '../http/page.ts'
import { type FilteredPage, filteredPage } from '../store/filtered-page.ts'
import { WALK } from '../store/keys.ts'
import { WalkLife, isOver, lifeAsDraft, lifeAsHeld } from './walks.ts'
import type { PlanRef } from '../ports/jobs.ts'
import type { Item } from '../ports/store.ts'
import type { Storage } from '../world.ts'

export const ListedWalk = WalkLife.extend({
  region: z.string().describe('name of the region'),
  href: z.string().describe('the walk'),
})
export type ListedWalk = z.infer<typeof ListedWalk>
nameSchemas({ ListedWalk: [ListedWalk, 'a walk as it is listed'] })

interface WalksAsked {
  campaign: string
  plan?: string | undefined
  walker?: string | undefined
  /** Undefined: of all. */
  state?: readonly WalkLife['state'][] | undefined
  cursor?: string | undefined
  limit: number
}

interface WalkPage {
  walks: ListedWalk[]
  next: string | null
}

/** @throws VisibleError `plan.unknown`, `request.cursor` */
export async function listWalks(
  storage: Pick<Storage, 'store' | 'blobs'>,
  { campaign, plan, walker, state, cursor, limit }: WalksAsked,
): Promise<WalkPage> {
  const { store } = storage
  const passes = (walk: ListedWalk): boolean =>
    (walker === undefined || walk.walker === walker) && (state?.includes(walk.state) ?? true)
  if (plan !== undefined) {
    const from = readOffset(cursor)
    return walksOfPlan(storage, { ref: { campaign, planId: plan }, from, limit, passes })
  }
  const range = walker === undefined ? WALK.range(campaign) : walksOfWalker(campaign, walker)
  const after = readCursor(cursor, range.prefix)
  const page: FilteredPage<ListedWalk> = await filteredPage(
    store,
    { ...range, limit, after, newestFirst: true },
    async (items) => {
      const held = walker === undefined ? items : await inTheirOrder(store, campaign, items)
      const told = await handedOut(storage, { campaign, items: held })
      return told.map((walk) => (walk && passes(walk) ? walk : undefined))
    },
  )
  return { walks: page.entries, next: writeCursor(page.next, range.prefix) }
}

/** What pointers lead to; undefined where a walk is not there. */
async function inTheirOrder(
  store: Storage['store'],
  campaign: string,
  pointers: Item[],
): Promise<(Item | undefined)[]> {
  const keys = pointers.map((pointer) => walkBehind(campaign, pointer))
  const found = new Map((await store.getMany(keys)).map((item) => [item.sk, item]))
  return keys.map(({ sk }) => found.get(sk))
}

/** As they stand; undefined for drafts: their plan was never committed, or holds nothing any more. */
async function handedOut(
  { store }: Pick<Storage, 'store'>,
  { campaign, items }: { campaign: string; items: (Item | undefined)[] },
): Promise<(ListedWalk | undefined)[]> {
  const walks = items.map((item) => item && HeldWalk.parse(item.data))
  const plans = new Set(walks.flatMap((walk) => walk?.planId ?? []))
  const committed = await committedPlans(store, { campaign, plans: [...plans] })
  return walks.map((walk) =>
    walk && (isOver(walk) || committed.has(walk.planId)) ? listed(lifeAsHeld(walk), walk.region) : undefined,
  )
}

function listed(life: WalkLife, region: string): ListedWalk {
  return { ...life, region, href: `/v1/walks/${life.walkId}` }
}

/** Walks looked at for one page. */
const MOST_READ = 2_000

interface OfPlan {
  ref: PlanRef
  /** Walks of the plan to pass over. */
  from: number
  limit: number
  passes: (walk: ListedWalk) => boolean
}

/** By number. None while the plan is being made. */
async function walksOfPlan(
  storage: Pick<Storage, 'store' | 'blobs'>,
  { ref, from, limit, passes }: OfPlan,
): Promise<WalkPage> {
  const head = (await readHead(storage, ref))?.head
  if (!head) throw unknownPlan(ref.planId)
  const all = head.status === 'done' ? ((await readOutline(storage, ref))?.walks ?? []) : []
  const walks: ListedWalk[] = []
  for (let at = from; at < all.length && at - from < MOST_READ; at += limit) {
    const some = all.slice(at, at + limit)
    const found = await standing(storage, { ref, head, walks: some })
    for (const [index, walk] of found.entries()) {
      if (walk && passes(walk)) walks.push(walk)
      const next = at + index + 1
      if (walks.length === limit) return { walks, next: next < all.length ? writeOffset(next) : null }
    }
  }
  const end = from + Math.ceil(MOST_READ / limit) * limit
  return { walks, next: end < all.length ? writeOffset(end) : null }
}

interface SomeOfPlan {
  ref: PlanRef
  head: { region: string; replacedBy: string | null }
  walks: { walkId: string; walker: string }[]
}

/** Undefined for walks that went on with another plan at roll-call. */
async function standing(
  storage: Pick<Storage, 'store' | 'blobs'>,
  { ref, head, walks }: SomeOfPlan,
): Promise<(ListedWalk | undefined)[]> {
  const { campaign, planId } = ref
  const items = await storage.store.getMany(walks.map(({ walkId }) => WALK.key(campaign, walkId)))
  const byId = new Map(items.map((item) => [WALK.idOf(item), item]))
  const told = await handedOut(storage, { campaign, items: walks.map(({ walkId }) => byId.get(walkId)) })
  return Promise.all(
    walks.map(async ({ walkId, walker }, index) => {
      const walk = told[index]
      if (walk) return walk.planId === planId ? walk : undefined
      const owner =
        head.replacedBy === null ? planId : (await findWalk(storage, { campaign, walkId }))?.plan.id
      return owner === planId ? listed(lifeAsDraft({ walkId, walker, planId }), head.region) : undefined
    }),
  )
}
