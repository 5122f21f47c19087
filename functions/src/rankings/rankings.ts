/**
 * Stored rankings: the head in the table says what it is, its areas lie in Blobs, written before the head is there.
 * A name has versions, counted by an item of its own, so that no number comes twice.
 */
import { createHash } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { VisibleError } from '@doorwalk/core/error'
import { isKnocked, type NewRanking } from '@doorwalk/core/ranking/ranking-request'
import type { RankedPriority } from '@doorwalk/core/request/priority'
import { ListedRanking } from './answer.ts'
import { talliesIn } from './tallies.ts'
import { checkRunning, phaseOf } from '../campaigns/phase.ts'
import { changeItem } from '../store/change-item.ts'
import { type FilteredPage, filteredPage } from '../store/filtered-page.ts'
import { decodeLarge } from '../store/json.ts'
import { RANKING, RANKING_NAME, rankingNameId } from '../store/keys.ts'
import type { Desk } from '../ports/desk.ts'
import type { Bytes } from '../ports/planner.ts'
import type { Storage } from '../world.ts'

export interface RankingRef {
  campaign: string
  id: string
}

/** An item of the table holds 400 KB. */
const MOST_VERSIONS = 1_000
/** Tries against others who rank under the same name. */
const TRIES = 20
/** After the last ballot, as the sums by block. */
const KEPT_MILLISECONDS = 30 * 24 * 3_600_000

const NameItem = z.object({
  /** The number that was given last; what was removed is not given again. */
  last: z.number().int(),
  /** Oldest first. */
  versions: z.array(z.object({ id: z.string(), version: z.number().int() })),
})
type NameItem = z.infer<typeof NameItem>

const headKey = ({ campaign, id }: RankingRef) => RANKING.key(campaign, id)
const nameKey = (campaign: string, { region, name }: Pick<ListedRanking, 'region' | 'name'>) =>
  RANKING_NAME.key(
    campaign,
    rankingNameId(region, createHash('sha256').update(name).digest('hex').slice(0, 32)),
  )
export const rankingFolder = (campaign: string): string => `campaigns/${campaign}/rankings`
const bodyBlob = ({ campaign, id }: RankingRef): string => `${rankingFolder(campaign)}/${id}.json`
const priorityBlob = ({ campaign, id }: RankingRef): string =>
  `${rankingFolder(campaign)}/${id}.priority.json`

interface AskedRanking {
  ref: RankingRef
  wish: NewRanking
  signal: AbortSignal
}

/**
 * One that is there already stays: whoever asked for it died before it could be answered.
 *
 * @throws VisibleError `ranking.*`; `campaign.over` where the ledger is asked after the last ballot
 */
export async function createRanking(
  world: Storage & { desk: Desk },
  { ref, wish, signal }: AskedRanking,
): Promise<ListedRanking> {
  const known = await findHead(world, ref)
  if (known) return known
  const { campaign } = ref
  const { version: regionVersion } = await world.regions.manifest(wish.region, wish.version)
  const tallies = isKnocked(wish.formula)
    ? await talliesOf(world, { campaign, wish, version: regionVersion, signal })
    : undefined
  const made = await world.desk.ask('ranking', { wish, version: regionVersion, tallies }, signal)
  await world.blobs.put(bodyBlob(ref), made.body)
  await world.blobs.put(priorityBlob(ref), made.priority)
  const version = await nextVersion(world, ref, wish)
  const head: ListedRanking = {
    ...{ id: ref.id, name: wish.name, version, region: wish.region, regionVersion },
    ...{ formula: made.formula, at: tallies?.at ?? null, counts: made.counts },
    ...{ notes: made.notes, createdAt: new Date(world.clock.now()).toISOString() },
  }
  await world.store.create({ ...headKey(ref), data: head })
  return head
}

async function talliesOf(
  world: Storage,
  {
    campaign,
    wish,
    version,
    signal,
  }: { campaign: string; wish: NewRanking; version: string; signal: AbortSignal },
) {
  await checkRunning(world, campaign)
  const at = ('at' in wish.formula ? wish.formula.at : undefined) ?? new Date(world.clock.now()).toISOString()
  // Not at the top: the API function starts without polygons.
  const { squareCode } = await import('@doorwalk/core/ranking/squares')
  const squares = (wish.squares?.features ?? []).map(({ properties, geometry }) => ({
    ...{ code: squareCode(properties, geometry), geometry, properties: {} },
  }))
  return talliesIn(world, { campaign, region: wish.region, version, squares, at }, signal)
}

/** The number of this ranking among those of its name; asked again, the same. */
async function nextVersion(
  { store }: Pick<Storage, 'store'>,
  ref: RankingRef,
  wish: NewRanking,
): Promise<number> {
  const { value } = await changeItem(store, {
    key: nameKey(ref.campaign, wish),
    schema: NameItem,
    tries: TRIES,
    busy: () => new Error(`the name of ranking ${ref.id} changed ${TRIES} times while it was counted`),
    change(before): NameItem {
      const { last, versions } = before ?? { last: 0, versions: [] }
      if (before && versions.some(({ id }) => id === ref.id)) return before
      if (versions.length >= MOST_VERSIONS)
        throw new VisibleError(
          'conflict',
          'ranking.too_many',
          `"${wish.name}" has ${versions.length} versions, more are not kept; remove old ones, or take another name`,
        )
      return { last: last + 1, versions: [...versions, { id: ref.id, version: last + 1 }] }
    },
  })
  return value.versions.find(({ id }) => id === ref.id)!.version
}

/** @throws VisibleError `ranking.unknown` */
export async function readHead(
  storage: Pick<Storage, 'store' | 'clock'>,
  ref: RankingRef,
): Promise<ListedRanking> {
  const head = await findHead(storage, ref)
  if (head && !(await isGone(storage, ref.campaign))(head)) return head
  throw unknownRanking(ref.id)
}

async function findHead(
  { store }: Pick<Storage, 'store'>,
  ref: RankingRef,
): Promise<ListedRanking | undefined> {
  const item = await store.get(headKey(ref))
  return item && ListedRanking.parse(item.data)
}

/** JSON of the areas, as it follows the head. */
export async function readBody({ blobs }: Pick<Storage, 'blobs'>, ref: RankingRef): Promise<Uint8Array> {
  const bytes = await blobs.get(bodyBlob(ref))
  if (bytes) return bytes
  throw unknownRanking(ref.id)
}

/** By id, or the newest of a name. @throws VisibleError `ranking.unknown` */
export async function namedRanking(
  storage: Pick<Storage, 'store' | 'clock'>,
  { campaign, region, ranking }: { campaign: string; region: string; ranking: string },
): Promise<ListedRanking> {
  if (ranking.startsWith('rk_')) return readHead(storage, { campaign, id: ranking })
  const item = await storage.store.get(nameKey(campaign, { region, name: ranking }))
  const versions = item ? NameItem.parse(item.data).versions : []
  const gone = await isGone(storage, campaign)
  for (const { id } of versions.toReversed()) {
    // Whoever made it may have died before it was whole.
    const head = await findHead(storage, { campaign, id })
    if (head && !gone(head)) return head
  }
  throw unknownRanking(ranking)
}

/** What a plan goes on with. */
export async function readPriority(
  { blobs }: Pick<Storage, 'blobs'>,
  { campaign, head }: { campaign: string; head: ListedRanking },
): Promise<RankedPriority> {
  const { id, name, version } = head
  const bytes = await blobs.get(priorityBlob({ campaign, id }))
  if (!bytes) throw unknownRanking(id)
  // Not checked again: we wrote it.
  const kept = (await decodeLarge(bytes)) as RankedPriority
  return { ...kept, of: { id, name, version } }
}

interface RankingsAsked {
  campaign: string
  after: string | undefined
  limit: number
  region?: string | undefined
  name?: string | undefined
}

/** Newest first. */
export async function listRankings(
  storage: Pick<Storage, 'store' | 'clock'>,
  { campaign, after, limit, region, name }: RankingsAsked,
): Promise<FilteredPage<ListedRanking>> {
  const gone = await isGone(storage, campaign)
  const passes = (head: ListedRanking): boolean =>
    !gone(head) &&
    (region === undefined || head.region === region) &&
    (name === undefined || head.name === name)
  return filteredPage(
    storage.store,
    { ...RANKING.range(campaign), limit, after, newestFirst: true },
    (items) =>
      items.map(({ data }) => ListedRanking.parse(data)).map((head) => (passes(head) ? head : undefined)),
  )
}

/** Plans that were made with it stay. @throws VisibleError `ranking.unknown` */
export async function removeRanking(
  storage: Pick<Storage, 'store' | 'blobs' | 'clock'>,
  ref: RankingRef,
): Promise<void> {
  const head = await readHead(storage, ref)
  await changeItem(storage.store, {
    key: nameKey(ref.campaign, head),
    schema: NameItem,
    tries: TRIES,
    change: (before) =>
      before?.versions.some(({ id }) => id === ref.id)
        ? { ...before, versions: before.versions.filter(({ id }) => id !== ref.id) }
        : before,
  })
  await storage.store.remove(headKey(ref))
  await storage.blobs.remove(bodyBlob(ref))
  await storage.blobs.remove(priorityBlob(ref))
}

/** Thirty days after the last ballot they end as the sums by block do, also before anybody has swept them away. */
async function isGone(
  storage: Pick<Storage, 'store' | 'clock'>,
  campaign: string,
): Promise<(head: ListedRanking) => boolean> {
  const { phase, end = 0 } = await phaseOf(storage, campaign)
  return ({ createdAt }) => phase === 'gone' && Date.parse(createdAt) < end + KEPT_MILLISECONDS
}

/** JSON of the head with that of the areas, as they are told. */
export function withHead(head: ListedRanking, body: Uint8Array): Bytes {
  const start = new TextEncoder().encode(`${JSON.stringify(head).slice(0, -1)},`)
  const bytes = new Uint8Array(start.length + body.length - 1)
  bytes.set(start)
  bytes.set(body.subarray(1), start.length)
  return bytes
}

function unknownRanking(ranking: string): VisibleError {
  return new VisibleError(
    'not_found',
    'ranking.unknown',
    `there is no ranking "${ranking}" in this campaign; GET /v1/rankings lists those there are`,
  )
}
