/**
 * Hold-outs: blocks or precincts drawn at random and never handed out, to measure the effect. The seed is made with the
 * hold-out and its hash told at once; the seed itself and the assignment are told when the hold-out is unsealed, so
 * that everybody can draw again and compare.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { z } from '@hono/zod-openapi'
import { VisibleError } from '@doorwalk/core/error'
import type { DrawUnit } from '@doorwalk/core/ledger/holdout'
import { drawHoldout, drawPairs } from '@doorwalk/core/ledger/holdout'
import { FEWEST_PAIRS } from '@doorwalk/core/evaluation/paired'
import type { Precinct } from '@doorwalk/core/region/region'
import type { RankingRef } from '@doorwalk/core/request/priority'
import type { LngLat } from '@doorwalk/core/units'
import { type NeverUnder, neverIn } from './never.ts'
import { drawableUnits } from './drawable.ts'
import { type Assignment, type Holdout, type NewHoldout, type PairsDrawn, StoredHoldout } from './holdout.ts'
import { readPrecincts } from '../regions/answer.ts'
import { collect } from '../store/items.ts'
import { decodeJson, encodeJson } from '../store/json.ts'
import { HOLDOUT } from '../store/keys.ts'
import { changeItem } from '../store/change-item.ts'
import type { World } from '../world.ts'

interface Ref {
  campaign: string
  id: string
}
const orderBlob = ({ campaign, id }: Ref): string => `campaigns/${campaign}/holdouts/${id}.order.json`
const keyOf = ({ campaign, id }: Ref) => HOLDOUT.key(campaign, id)
/** An item of the table holds 400 KB: 20,000 cells of 15 digits. */
const MOST_DRAWN = 18_000

interface NewDraw extends Ref {
  wish: NewHoldout
  /** Of a ranking that the wish names. */
  scores?: PairScores | undefined
}

/** Precincts by the score of a ranking, as it was when it was asked. */
export interface PairScores {
  ranking: RankingRef
  byPrecinct: ReadonlyMap<string, number>
}

/**
 * Only what stands in a hold-out right now; nothing is ever handed out from any of them, sealed or not. One that is
 * there already stays: whoever asked for it died before it could be answered.
 */
export async function createHoldout(
  world: Pick<World, 'store' | 'blobs' | 'regions' | 'clock'>,
  { campaign, id, wish, scores }: NewDraw,
): Promise<Holdout> {
  const known = await world.store.get(keyOf({ campaign, id }))
  if (known) return sealed(StoredHoldout.parse(known.data))
  const { version } = await world.regions.manifest(wish.region)
  const seed = randomBytes(32).toString('hex')
  const pairs =
    wish.pairs &&
    ('field' in wish.pairs ? wish.pairs : { field: scores!.ranking.name, ranking: scores!.ranking })
  const order = scores && inOrderOf(scores.byPrecinct)
  const { units, without } = await drawableUnits(
    world,
    drawFrom({ ...wish, pairs, order, campaign, version }),
  )
  const members = drawn({ ...wish, pairs, units, seed })
    .filter(({ heldOut }) => heldOut)
    .map(({ id }) => id)
  const fewest = wish.pairs ? FEWEST_PAIRS : 1
  if (members.length < fewest || members.length > MOST_DRAWN) {
    throw new VisibleError(
      'unprocessable',
      'holdout.size',
      `${members.length} of ${units.length} ${wish.unit}s would be held out; expected ${fewest} to ${MOST_DRAWN}: choose another share or unit`,
    )
  }
  const stored: StoredHoldout = {
    id,
    region: wish.region,
    regionVersion: version,
    unit: wish.unit,
    share: wish.share,
    strata: wish.strata ?? null,
    pairs: pairs ? { ...pairs, without } : null,
    seedHash: hashOf(seed),
    units: units.length,
    drawn: members.length,
    createdAt: new Date(world.clock.now()).toISOString(),
    unsealedAt: null,
    seed,
    members,
  }
  if (order) await world.blobs.put(orderBlob({ campaign, id }), encodeJson(order))
  await world.store.create({ ...keyOf({ campaign, id }), data: stored })
  return sealed(stored)
}

export async function listHoldouts(store: World['store'], campaign: string): Promise<Holdout[]> {
  return (await stored(store, campaign)).map(sealed)
}

/** Ends the secret for good; the units stay held out. */
export async function unsealHoldout(world: Pick<World, 'store' | 'clock'>, ref: Ref): Promise<Holdout> {
  const { value } = await changeItem(world.store, {
    key: keyOf(ref),
    schema: StoredHoldout,
    change(holdout): StoredHoldout {
      if (!holdout) throw unknown(ref.id)
      if (holdout.unsealedAt !== null) return holdout
      return { ...holdout, unsealedAt: new Date(world.clock.now()).toISOString() }
    },
  })
  return sealed(value)
}

/**
 * While it is sealed nobody knows whom it holds: its units may be handed out again. Once it is unsealed it is what the
 * evaluation rests on, and stays.
 *
 * @throws VisibleError `holdout.unknown`, `holdout.unsealed`
 */
export async function removeHoldout(
  { store, blobs }: Pick<World, 'store' | 'blobs'>,
  ref: Ref,
): Promise<void> {
  // Again where somebody unsealed it meanwhile.
  for (;;) {
    const item = await store.get(keyOf(ref))
    if (!item) throw unknown(ref.id)
    const { unsealedAt } = StoredHoldout.parse(item.data)
    if (unsealedAt !== null) {
      const why = `hold-out "${ref.id}" was unsealed at ${unsealedAt}: it is evidence, and stays`
      throw new VisibleError('conflict', 'holdout.unsealed', why)
    }
    if (await store.remove(item, item.version)) return blobs.remove(orderBlob(ref))
  }
}

/**
 * Every unit with its stratum and whether it was held out. @throws VisibleError `holdout.sealed` before it is unsealed
 */
export async function assignmentOf(
  world: Pick<World, 'store' | 'blobs' | 'regions'>,
  ref: Ref,
): Promise<z.infer<typeof Assignment>[]> {
  return (await drawOf(world, ref)).units
}

export interface Draw {
  holdout: Holdout
  units: z.infer<typeof Assignment>[]
  /** Of the region, in the version that was drawn from. */
  precincts: Precinct[]
}

/** An unsealed hold-out, drawn again. @throws VisibleError `holdout.unknown`, `holdout.sealed` */
export async function drawOf(world: Pick<World, 'store' | 'blobs' | 'regions'>, ref: Ref): Promise<Draw> {
  const item = await world.store.get(keyOf(ref))
  if (!item) throw unknown(ref.id)
  const holdout = StoredHoldout.parse(item.data)
  if (holdout.unsealedAt === null) {
    throw new VisibleError(
      'conflict',
      'holdout.sealed',
      'the assignment is told once the hold-out is unsealed',
    )
  }
  const { campaign } = ref
  const order = holdout.pairs?.ranking && (await readOrder(world, ref))
  const wish = drawFrom({ ...holdout, order, campaign, version: holdout.regionVersion })
  const { units, precincts } = await drawableUnits(world, wish)
  const held = new Set(holdout.members)
  return {
    holdout: sealed(holdout),
    units: drawn({ ...holdout, units }).map(({ id, stratum, doors }) => {
      return { unit: id, stratum, doors, heldOut: held.has(id) }
    }),
    precincts,
  }
}

type Drawing = Pick<StoredHoldout, 'region' | 'unit' | 'share' | 'strata'> & {
  pairs?: Omit<PairsDrawn, 'without'> | null | undefined
}

interface DrawingNow extends Drawing {
  campaign: string
  /** Of the region. */
  version: string
  /** Of the precincts, where a ranking says it. */
  order?: readonly string[] | undefined
}

function drawFrom({ campaign, version, region, unit, strata, pairs, order }: DrawingNow) {
  const values = order && new Map(order.map((code, at) => [code, at]))
  const by = values
    ? undefined
    : pairs
      ? { field: pairs.field, pointer: '/pairs/field' }
      : strata
        ? { field: strata.field, pointer: '/strata/field' }
        : undefined
  return { campaign, version, region, unit, by, values, isNeeded: Boolean(pairs) }
}

function drawn({ units, seed, share, strata, pairs }: Drawing & { units: DrawUnit[]; seed: string }) {
  return pairs
    ? drawPairs(units, { seed, share })
    : drawHoldout(units, { seed, share, strata: strata?.count ?? 1 })
}

/**
 * Codes from the lowest score up, as pairs are made of them. It is all of a ranking that a draw rests on, and all that
 * is kept: the ranking itself may go.
 */
function inOrderOf(byPrecinct: ReadonlyMap<string, number>): string[] {
  return [...byPrecinct]
    .sort(([a, score], [b, other]) => score - other || (a < b ? -1 : 1))
    .map(([code]) => code)
}

async function readOrder({ blobs }: Pick<World, 'blobs'>, ref: Ref): Promise<string[]> {
  const bytes = await blobs.get(orderBlob(ref))
  if (!bytes) throw new Error(`the order of hold-out ${ref.id} is not there`)
  return decodeJson(bytes) as string[]
}

export interface HeldOut {
  /** Whole blocks. */
  blocks: string[]
  holds: (target: { block: string; location: LngLat; precinct?: string | undefined }) => boolean
  /** What imported lists close for good. */
  neverUnder: NeverUnder
}

/** What may not be handed out in a region; asked on every way to a walk. */
export async function heldOutIn(
  world: Pick<World, 'store' | 'regions' | 'blobs'>,
  { campaign, region }: { campaign: string; region: string },
): Promise<HeldOut> {
  const [holdouts, neverUnder] = await Promise.all([
    stored(world.store, campaign),
    neverIn(world, { campaign, region }),
  ])
  const all = holdouts.filter((holdout) => holdout.region === region)
  const of = (unit: Holdout['unit']) =>
    new Set(all.filter((holdout) => holdout.unit === unit).flatMap(({ members }) => members))
  const [blocks, codes] = [of('block'), of('precinct')]
  const shapes =
    codes.size > 0 ? (await readPrecincts(world.regions, region)).filter(({ code }) => codes.has(code)) : []
  const precinctOf =
    shapes.length > 0
      ? (await import('@doorwalk/core/area/precinct-finder')).precinctFinder(shapes)
      : () => undefined
  return {
    neverUnder,
    blocks: [...blocks],
    holds: ({ block, location, precinct }) =>
      blocks.has(block) ||
      (precinct === undefined ? precinctOf(location) !== undefined : codes.has(precinct)),
  }
}

function stored(store: World['store'], campaign: string): Promise<StoredHoldout[]> {
  return collect(store, HOLDOUT.range(campaign), ({ data }) => StoredHoldout.parse(data))
}

function sealed({ members: _members, seed, ...holdout }: StoredHoldout): Holdout {
  return { ...holdout, seed: holdout.unsealedAt === null ? null : seed }
}

function hashOf(seed: string): string {
  return createHash('sha256').update(seed).digest('hex')
}

function unknown(id: string): VisibleError {
  return new VisibleError('not_found', 'holdout.unknown', `there is no hold-out "${id}" in this campaign`)
}
