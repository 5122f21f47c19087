/** Stored areas: a drawn polygon, precincts or cells under an id that plan requests may use. */
import { z } from '@hono/zod-openapi'
import { Moment } from '@doorwalk/core/request/moment'
import { VisibleError, fieldError } from '@doorwalk/core/error'
import {
  AreaKept,
  AreaRequest,
  leavesOf,
  replaceLeaves,
  sizeFault,
} from '@doorwalk/core/request/area-request'
import { nameSchemas } from '../document/schema-names.ts'
import { AREA } from '../store/keys.ts'
import { encodeJson } from '../store/json.ts'
import { openSlices } from '../threads/slices.ts'
import type { Bytes } from '../ports/planner.ts'
import type { Storage } from '../world.ts'

export const NewArea = z.strictObject({
  label: z.string().min(1).max(64).describe('for your lists, e.g. "North bank"'),
  region: z.string().min(1).max(64).describe('name of a prepared region'),
  area: AreaRequest.refine(
    (area) => !leavesOf(area).some(({ part }) => 'id' in part),
    'a stored area holds the shape itself, not an id',
  ).describe('the shape itself'),
})
export type NewArea = z.infer<typeof NewArea>

export const StoredArea = z.object({
  id: z.string().describe('to be named in requests'),
  label: z.string().describe('for your lists'),
  region: z.string().describe('name of the region'),
  area: AreaKept.describe('the shape'),
  createdAt: Moment.describe('moment'),
})
export type StoredArea = z.infer<typeof StoredArea>
nameSchemas({
  NewArea: [NewArea, 'a shape to keep under an id'],
  StoredArea: [StoredArea, 'a shape that is kept'],
})

/** An item of the table holds 400 KB; a request body 5 MB. */
const MAX_AREA_BYTES = 300_000
/** With what is read at once it stays below the 6 MB that AWS takes from a Lambda. */
const FULL_PAGE_BYTES = 3_500_000
/** What is read at once. */
const READ_BYTES = 500_000

/**
 * One that is there already stays: whoever asked for it died before it could be answered.
 *
 * @throws VisibleError area.too_large, and for a drawn shape those of `checkPolygon`: a plan would refuse it
 */
export async function createArea(
  { store, clock }: Pick<Storage, 'store' | 'clock'>,
  { campaign, id, area }: { campaign: string; id: string; area: NewArea },
): Promise<StoredArea> {
  const bytes = JSON.stringify(area.area).length
  if (bytes > MAX_AREA_BYTES) {
    throw new VisibleError(
      'too_large',
      'area.too_large',
      `the area has ${bytes} bytes of JSON, at most ${MAX_AREA_BYTES} are stored; simplify its outline`,
    )
  }
  if (leavesOf(area.area).some(({ part }) => 'type' in part)) {
    // Not at the top: the API function starts without polygons.
    const { checkDrawn } = await import('@doorwalk/core/area/polygon')
    checkDrawn(area.area, '/area')
  }
  const stored: StoredArea = { id, ...area, createdAt: new Date(clock.now()).toISOString() }
  const isNew = await store.create({ ...AREA.key(campaign, id), data: stored })
  return isNew ? stored : readArea({ store }, { campaign, id })
}

export async function readArea(
  { store }: Pick<Storage, 'store'>,
  { campaign, id }: { campaign: string; id: string },
): Promise<StoredArea> {
  const item = await store.get(AREA.key(campaign, id))
  if (item) return StoredArea.parse(item.data)
  throw new VisibleError('not_found', 'area.unknown', `there is no stored area "${id}" in this campaign`)
}

/**
 * An area with what is stored in place of its ids.
 *
 * @throws VisibleError area.unknown, and area.too_many_parts where it is more than one area may be put together of
 */
export async function withStoredAreas(
  world: Pick<Storage, 'store'>,
  { campaign, area }: { campaign: string; area: AreaRequest },
): Promise<AreaRequest> {
  const stored = new Map<string, AreaRequest>()
  for (const { part } of leavesOf(area))
    if ('id' in part && !stored.has(part.id))
      stored.set(part.id, (await readArea(world, { campaign, id: part.id })).area)
  const whole = replaceLeaves(area, (leaf) => ('id' in leaf ? stored.get(leaf.id)! : leaf))
  const fault = sizeFault(whole)
  if (fault !== undefined)
    throw fieldError('area.too_many_parts', '/area', `with the stored areas it names: ${fault}`)
  return whole
}

interface AreasAsked {
  campaign: string
  after: string | undefined
  limit: number
  /** Undefined: of all. */
  region?: string | undefined
  /** What is told of each; default: all of it. */
  cut?: (area: object) => object
}

/**
 * JSON of areas. A page ends before it has more of them than fits into an answer, and before it has read ten times as
 * much.
 */
export async function listAreas(
  { store }: Pick<Storage, 'store'>,
  { campaign, after, limit, region, cut = (area) => area }: AreasAsked,
): Promise<{ areas: Bytes[]; next: string | undefined }> {
  const slice = openSlices()
  const areas: Bytes[] = []
  const read = { areas: 0, bytes: 0 }
  let [next, told] = [after, 0]
  do {
    // As large as those before; the first as large as an area can be.
    const size = read.areas > 0 ? read.bytes / read.areas : MAX_AREA_BYTES
    const most = Math.min(limit - areas.length, Math.ceil(READ_BYTES / size))
    const page = await store.query({ ...AREA.range(campaign), limit: most, after: next })
    for (const { data } of page.items) {
      await slice()
      // Not checked again: we wrote it.
      const whole = encodeJson(data)
      read.areas++
      read.bytes += whole.length
      if (region !== undefined && data['region'] !== region) continue
      const part = cut(data)
      areas.push(part === data ? whole : encodeJson(part))
      told += areas.at(-1)!.length
    }
    next = page.next
  } while (
    next !== undefined &&
    areas.length < limit &&
    told < FULL_PAGE_BYTES &&
    read.bytes < 10 * FULL_PAGE_BYTES
  )
  return { areas, next }
}

export async function removeArea(
  { store }: Pick<Storage, 'store'>,
  { campaign, id }: { campaign: string; id: string },
): Promise<void> {
  await store.remove(AREA.key(campaign, id))
}
