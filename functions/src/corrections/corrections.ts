/**
 * What volunteers say of a building that the map has wrong: a fact out of a fixed list, never a word of their own. It
 * is a correction: until an organiser takes it, nothing follows from it.
 */
import { createHash } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { VisibleError } from '@doorwalk/core/error'
import { Position } from '@doorwalk/core/request/position'
import type { TargetOverride } from '@doorwalk/core/request/request'
import { changesBy, writeTargets } from '../buildings/targets.ts'
import { nameSchemas } from '../document/schema-names.ts'
import type { Page, Store } from '../ports/store.ts'
import { changeItem } from '../store/change-item.ts'
import { filteredPage } from '../store/filtered-page.ts'
import { OWN_TARGET, CORRECTION } from '../store/keys.ts'
import type { Storage } from '../world.ts'

const KINDS = ['no_such_door', 'other_entrance', 'lift', 'gate', 'doors'] as const
const STATES = ['open', 'accepted', 'refused'] as const

export const CorrectionState = z.enum(STATES)
export type CorrectionState = z.infer<typeof CorrectionState>

export const NewCorrection = z
  .strictObject({
    target: z.string().min(1).max(120).describe('its id, on the walk or in reserve'),
    kind: z
      .enum(KINDS)
      .describe(
        '`no_such_door`; `other_entrance`; `lift` or `gate`: there is one; `doors`: so many were counted',
      ),
    doors: z.number().int().min(0).max(2_000).optional().describe('of `doors`: how many there are'),
    location: Position.optional().describe('of `other_entrance`: in front of it'),
  })
  .refine(({ kind, doors }) => (kind === 'doors') === (doors !== undefined), {
    message: 'expected with the kind "doors", and with no other',
    path: ['doors'],
  })
  .refine(({ kind, location }) => location === undefined || kind === 'other_entrance', {
    message: 'expected with the kind "other_entrance" only; leave it out',
    path: ['location'],
  })
export type NewCorrection = z.infer<typeof NewCorrection>

export const Correction = z.object({
  id: z.string().describe('of the correction'),
  region: z.string().describe('name of the region'),
  target: z.string().describe('its id'),
  kind: z.enum(KINDS).describe('what is otherwise'),
  doors: z.number().int().nullable().describe('counted last; null: not said'),
  location: Position.nullable().describe('said last; null: not said'),
  times: z.number().int().describe('how often it was said since it was last decided'),
  day: z.iso.date().describe('the last time that it was said, UTC'),
  state: CorrectionState.describe('what became of it'),
})
export type Correction = z.infer<typeof Correction>
nameSchemas({
  NewCorrection: [NewCorrection, 'a fact about a building that the map has wrong'],
  Correction: [Correction, 'what volunteers said of a building, and what became of it'],
  CorrectionState: [CorrectionState, 'where a correction stands'],
})

interface Ref {
  campaign: string
  correctionId: string
}

/** The same fact of the same target is one correction, however many say it; said again when decided it is open anew. */
export async function keepCorrection(
  { store, clock }: Pick<Storage, 'store' | 'clock'>,
  { campaign, region, said }: { campaign: string; region: string; said: NewCorrection },
): Promise<Correction> {
  const { target, kind, doors = null, location = null } = said
  const id = idOf(region, said)
  const day = new Date(clock.now()).toISOString().slice(0, 10)
  const { value } = await changeItem(store, {
    key: CORRECTION.key(campaign, id),
    schema: Correction,
    change: (before): Correction => ({
      ...{ id, region, target, kind, doors, location, day, state: 'open' },
      times: before?.state === 'open' ? before.times + 1 : 1,
    }),
  })
  return value
}

function idOf(region: string, { target, kind }: Pick<NewCorrection, 'target' | 'kind'>): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([region, target, kind]))
    .digest('hex')
  return `cor_${hash.slice(0, 26).toUpperCase()}`
}

interface Asked {
  campaign: string
  after: string | undefined
  limit: number
  region?: string | undefined
  state?: CorrectionState | undefined
}

export async function listCorrections(
  store: Pick<Store, 'query'>,
  { campaign, after, limit, region, state }: Asked,
): Promise<{ corrections: Correction[]; next: Page['next'] }> {
  const { entries, next } = await filteredPage(
    store,
    { ...CORRECTION.range(campaign), limit, after },
    (items) =>
      items
        .map(({ data }) => Correction.parse(data))
        .map((each) =>
          (region === undefined || each.region === region) && (state === undefined || each.state === state)
            ? each
            : undefined,
        ),
  )
  return { corrections: entries, next }
}

/**
 * Decides. Accepted, it becomes one of the campaign's own targets where that can say it: every later plan follows.
 * Doing it again changes nothing.
 *
 * @throws VisibleError correction.unknown, buildings.too_many
 */
export async function decide(
  storage: Pick<Storage, 'store'>,
  { campaign, correctionId, state }: Ref & { state: Exclude<CorrectionState, 'open'> },
): Promise<{ correction: Correction; override: TargetOverride | null }> {
  const known = await storage.store.get(CORRECTION.key(campaign, correctionId))
  if (!known) throw unknown(correctionId)
  const before = Correction.parse(known.data)
  // First what follows, then that it was decided: who dies in between is asked again.
  const override = state === 'accepted' ? await applied(storage, campaign, before) : null
  const { value } = await changeItem(storage.store, {
    key: CORRECTION.key(campaign, correctionId),
    schema: Correction,
    change: (now) => (now && now.state !== state ? { ...now, state } : now),
  })
  if (!value) throw unknown(correctionId)
  return { correction: value, override }
}

async function applied(
  storage: Pick<Storage, 'store'>,
  campaign: string,
  correction: Correction,
): Promise<TargetOverride | null> {
  const { region, target } = correction
  const change = changeOf(correction)
  if (change === null) return null
  const known = await storage.store.get(OWN_TARGET.key({ campaign, region }, target))
  const override = { ...(known?.data ?? {}), id: target, ...change }
  const { changed } = await changesBy(storage, { campaign, region, targets: [override] })
  await writeTargets(storage, { campaign, region, targets: changed })
  return override
}

/** Null: own targets cannot say it; it is for whoever prepares the region. */
function changeOf({ kind, doors, location }: Correction): Partial<TargetOverride> | null {
  if (kind === 'no_such_door') return { exclude: true }
  if (kind === 'doors' && doors !== null) return { doors }
  if (kind === 'other_entrance' && location !== null) return { location }
  return null
}

function unknown(correctionId: string): VisibleError {
  return new VisibleError(
    'not_found',
    'correction.unknown',
    `there is no correction "${correctionId}" in this campaign`,
  )
}
