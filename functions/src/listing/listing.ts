/** A page of the targets of an area, with where each stands at this moment. */
import { ListedStoreys, ListedTarget } from '@doorwalk/core/listing/listed-target'
import { nameSchemas } from '../document/schema-names.ts'
import { readCursor, wrongCursor, writeCursor } from '../http/page.ts'
import type { World } from '../world.ts'
import { type ListAsked, rowsAsked } from './asked.ts'
import { withStates } from './states.ts'

nameSchemas({
  ListedStoreys: [ListedStoreys, 'storeys of an entrance that is cut'],
  ListedTarget: [ListedTarget, 'a target as a list tells of it'],
})

interface PageAsked extends Omit<ListAsked, 'version' | 'at'> {
  cursor?: string | undefined
  limit: number
  /** False: nobody wants to know them, and the ledger is not read. Default: true */
  tellsStates?: boolean
}

export interface ListPage {
  targets: ListedTarget[]
  /** Targets of the area in all. */
  total: number
  next: string | null
}

type ListWorld = Pick<World, 'store' | 'blobs' | 'clock' | 'regions' | 'id' | 'desk'>

/**
 * The version of the region, and that of a ranking, stay those of the first page.
 *
 * @param signal  nobody waits for it any more
 * @throws VisibleError `area.*`, `priority.*`, `ranking.*`, `request.cursor`, `region.unknown`
 */
export async function listedPage(
  world: ListWorld,
  { cursor, limit, tellsStates = true, ...asked }: PageAsked,
  signal: AbortSignal,
): Promise<ListPage> {
  const place = cursor === undefined ? undefined : readPlace(cursor)
  const { campaign, region } = asked
  const { version } = await world.regions.manifest(region, place?.version)
  const from = place?.from ?? 0
  const of = await rowsAsked(world, { ...asked, version, ranking: place?.ranking ?? asked.ranking })
  const { rows, total } = await world.desk.ask('targetRows', { ...of, from, to: from + limit }, signal)
  const { priority } = of
  const rankingId = priority && 'of' in priority ? ` ${priority.of.id}` : ''
  const onward = `${from + rows.length} ${version}${rankingId}`
  const next = from + rows.length < total ? writeCursor(onward, '') : null
  const targets = tellsStates
    ? await withStates(world, { campaign, region, rows })
    : rows.map((row) => ({ ...row, state: null }))
  return { targets, total, next }
}

interface Place {
  from: number
  /** Of the region. */
  version: string
  /** Id of one. */
  ranking?: string | undefined
}

function readPlace(cursor: string): Place {
  const found = /^(\d{1,9}) (\S{1,64})(?: (rk_\S{1,64}))?$/.exec(readCursor(cursor, '') ?? '')
  if (!found) throw wrongCursor()
  return { from: Number(found[1]), version: found[2]!, ranking: found[3] }
}
