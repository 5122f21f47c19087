/**
 * Hold-outs: blocks or precincts drawn at random and never handed out, to measure the effect. The seed is made with the
 * hold-out and its hash told at once; the seed itself and the assignment are told when the hold-out is unsealed, so
 * that everybody can draw again and compare.
 */
import { createHash, randomBytes } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { Moment } from '@doorwalk/core/request/moment'
import { nameSchemas } from '../document/schema-names.ts'
import { VisibleError } from '@doorwalk/core/error'
import type { DrawUnit } from '@doorwalk/core/ledger/holdout'
import { drawHoldout } from '@doorwalk/core/ledger/holdout'
import type { LngLat } from '@doorwalk/core/units'
import { censusFor } from './census.ts'
import { readPrecincts } from '../regions/answer.ts'
import { collect } from '../store/items.ts'
import { HOLDOUT } from '../store/keys.ts'
import { changeItem } from '../store/change-item.ts'
import type { World } from '../world.ts'

const Strata = z.strictObject({
  field: z.string().min(1).max(64).describe('a numeric property of the precincts'),
  count: z.number().int().min(2).max(20).default(4).describe('number of groups'),
})

export const NewHoldout = z.strictObject({
  region: z.string().min(1).max(64).describe('name of a prepared region'),
  unit: z.enum(['block', 'precinct']).describe('what is drawn whole'),
  share: z.number().min(0.01).max(0.5).describe('of the units of each stratum'),
  strata: Strata.optional().describe(
    'a numeric property of the precincts; units are drawn within equal groups by its value',
  ),
})
export type NewHoldout = z.infer<typeof NewHoldout>

export const Holdout = z.object({
  id: z.string().describe('of the hold-out'),
  region: z.string().describe('name of the region'),
  regionVersion: z.string().describe('of the region, when it was drawn'),
  unit: z.enum(['block', 'precinct']).describe('what was drawn whole'),
  share: z.number().describe('of the units of each stratum'),
  strata: Strata.nullable().optional().describe('groups within which was drawn; null or absent: none'),
  seedHash: z.string().describe('SHA-256 of the seed, in hexadecimal; told before the seed'),
  units: z.number().int().describe('that could be drawn'),
  drawn: z.number().int().describe('units held out'),
  createdAt: Moment.describe('moment'),
  unsealedAt: Moment.nullable().describe('moment; null: it is sealed'),
  seed: z.string().nullable().describe('null while it is sealed'),
})
export type Holdout = z.infer<typeof Holdout>

/** As stored: the assignment does not leave before it is unsealed. */
const StoredHoldout = Holdout.extend({ seed: z.string(), members: z.array(z.string()) })
type StoredHoldout = z.infer<typeof StoredHoldout>

export const Assignment = z.object({
  unit: z.string().describe('H3 cell of the block, or code of the precinct'),
  stratum: z.number().int().describe('its group, from 0'),
  heldOut: z.boolean().describe('it was drawn'),
  doors: z.number().int().describe('in it'),
})

nameSchemas({
  Assignment: [Assignment, 'a unit of a hold-out'],
  Holdout: [Holdout, 'units that are never handed out'],
  NewHoldout: [NewHoldout, 'units to draw and never to hand out'],
  Strata: [Strata, 'equal groups by a property of the precincts'],
})

interface Ref {
  campaign: string
  id: string
}
const keyOf = ({ campaign, id }: Ref) => HOLDOUT.key(campaign, id)
/** An item of the table holds 400 KB: 20,000 cells of 15 digits. */
const MOST_DRAWN = 18_000

/**
 * Only what stands in a hold-out right now; nothing is ever handed out from any of them, sealed or not. One that is
 * there already stays: whoever asked for it died before it could be answered.
 */
export async function createHoldout(
  world: Pick<World, 'store' | 'regions' | 'clock'>,
  { campaign, id, wish }: Ref & { wish: NewHoldout },
): Promise<Holdout> {
  const known = await world.store.get(keyOf({ campaign, id }))
  if (known) return sealed(StoredHoldout.parse(known.data))
  const { version } = await world.regions.manifest(wish.region)
  const seed = randomBytes(32).toString('hex')
  const units = await unitsOf(world, campaign, { ...wish, version })
  const drawn = drawHoldout(units, { seed, share: wish.share, strata: wish.strata?.count ?? 1 })
  const members = drawn.filter(({ heldOut }) => heldOut).map(({ id }) => id)
  if (members.length === 0 || members.length > MOST_DRAWN) {
    throw new VisibleError(
      'unprocessable',
      'holdout.size',
      `${members.length} of ${units.length} ${wish.unit}s would be held out; expected 1 to ${MOST_DRAWN}: choose another share or unit`,
    )
  }
  const stored: StoredHoldout = {
    id,
    region: wish.region,
    regionVersion: version,
    unit: wish.unit,
    share: wish.share,
    strata: wish.strata ?? null,
    seedHash: hashOf(seed),
    units: units.length,
    drawn: members.length,
    createdAt: new Date(world.clock.now()).toISOString(),
    unsealedAt: null,
    seed,
    members,
  }
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
export async function removeHoldout({ store }: Pick<World, 'store'>, ref: Ref): Promise<void> {
  // Again where somebody unsealed it meanwhile.
  for (;;) {
    const item = await store.get(keyOf(ref))
    if (!item) throw unknown(ref.id)
    const { unsealedAt } = StoredHoldout.parse(item.data)
    if (unsealedAt !== null) {
      const why = `hold-out "${ref.id}" was unsealed at ${unsealedAt}: it is evidence, and stays`
      throw new VisibleError('conflict', 'holdout.unsealed', why)
    }
    if (await store.remove(item, item.version)) return
  }
}

/**
 * Every unit with its stratum and whether it was held out. @throws VisibleError `holdout.sealed` before it is unsealed
 */
export async function assignmentOf(
  world: Pick<World, 'store' | 'regions'>,
  ref: Ref,
): Promise<z.infer<typeof Assignment>[]> {
  const item = await world.store.get(keyOf(ref))
  if (!item) throw unknown(ref.id)
  const { unsealedAt, seed, members, ...rest } = StoredHoldout.parse(item.data)
  if (unsealedAt === null) {
    throw new VisibleError(
      'conflict',
      'holdout.sealed',
      'the assignment is told once the hold-out is unsealed',
    )
  }
  const wish = {
    region: rest.region,
    unit: rest.unit,
    share: rest.share,
    ...(rest.strata ? { strata: rest.strata } : {}),
  }
  const held = new Set(members)
  const drawn = drawHoldout(await unitsOf(world, ref.campaign, { ...wish, version: rest.regionVersion }), {
    seed,
    share: rest.share,
    strata: rest.strata?.count ?? 1,
  })
  return drawn.map(({ id, stratum, doors }) => ({ unit: id, stratum, doors, heldOut: held.has(id) }))
}

export interface HeldOut {
  /** Whole blocks. */
  blocks: string[]
  holds: (target: { block: string; location: LngLat; precinct?: string | undefined }) => boolean
}

/** What may not be handed out in a region; asked on every way to a walk. */
export async function heldOutIn(
  world: Pick<World, 'store' | 'regions'>,
  { campaign, region }: { campaign: string; region: string },
): Promise<HeldOut> {
  const all = (await stored(world.store, campaign)).filter((holdout) => holdout.region === region)
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
    blocks: [...blocks],
    holds: ({ block, location, precinct }) =>
      blocks.has(block) ||
      (precinct === undefined ? precinctOf(location) !== undefined : codes.has(precinct)),
  }
}

async function unitsOf(
  world: Pick<World, 'store' | 'regions'>,
  campaign: string,
  { region, unit, strata, version }: NewHoldout & { version: string },
): Promise<DrawUnit[]> {
  const census = await censusFor(world, { campaign, region, version, targets: [] })
  const values = new Map(
    census.precincts.map(({ code, properties }) => [code, strata ? properties[strata.field] : null]),
  )
  if (strata && ![...values.values()].some((value) => typeof value === 'number')) {
    throw new VisibleError(
      'input',
      'holdout.strata',
      `/strata/field: "${strata.field}" is no numeric property of the precincts of "${region}"`,
      [{ pointer: '/strata/field', detail: 'not a numeric property of the precincts' }],
    )
  }
  const units = new Map<string, DrawUnit>()
  for (const { block, precinct = '', doors } of census.all()) {
    const id = unit === 'block' ? block : precinct
    if (id === '') continue
    const value = values.get(precinct)
    const known = units.get(id) ?? { id, doors: 0, value: typeof value === 'number' ? value : 0 }
    units.set(id, { ...known, doors: known.doors + doors })
  }
  return [...units.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
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
