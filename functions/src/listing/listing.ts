/** A page of the targets of an area, with where each stands at this moment. */
import { fieldError } from '@doorwalk/core/error'
import { stateOf } from '@doorwalk/core/ledger/state'
import type { TargetRow } from '@doorwalk/core/listing/list'
import { ListedStoreys, ListedTarget } from '@doorwalk/core/listing/listed-target'
import type { PriorityKept } from '@doorwalk/core/request/priority'
import { type AreaRequest, leavesOf } from '@doorwalk/core/request/area-request'
import { readArea, withStoredAreas } from '../areas/areas.ts'
import { withStoredTargets, type AboutTargets } from '../buildings/targets.ts'
import { readCampaign } from '../campaigns/settings.ts'
import { nameSchemas } from '../document/schema-names.ts'
import { readCursor, wrongCursor, writeCursor } from '../http/page.ts'
import { censusFor } from '../ledger/census.ts'
import { heldOutIn } from '../ledger/holdouts.ts'
import { momentOf } from '../ledger/moment.ts'
import { standingsOf } from '../ledger/snapshot.ts'
import { priorityNow } from '../rankings/priority.ts'
import type { World } from '../world.ts'

nameSchemas({
  ListedStoreys: [ListedStoreys, 'storeys of an entrance that is cut'],
  ListedTarget: [ListedTarget, 'a target as a list tells of it'],
})

interface ListAsked {
  campaign: string
  region: string
  /** Id of a stored area. */
  area?: string | undefined
  precincts?: string[] | undefined
  /** A numeric property of the precincts. */
  priority?: string | undefined
  /** Id or name of a stored ranking. */
  ranking?: string | undefined
  cursor?: string | undefined
  limit: number
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
  { campaign, region, cursor, limit, priority, ranking, ...asked }: ListAsked,
  signal: AbortSignal,
): Promise<ListPage> {
  const place = cursor === undefined ? undefined : readPlace(cursor)
  const { version } = await world.regions.manifest(region, place?.version)
  const area = await areaOf(world, { campaign, ...asked })
  const { targets = [] }: AboutTargets = await withStoredTargets<AboutTargets>(world, {
    campaign,
    request: { region, version, ...(area && { area }) },
  })
  const scores = await scoresBy(world, { campaign, region, priority, ranking: place?.ranking ?? ranking })
  const from = place?.from ?? 0
  const order = { region, version, area, targets, priority: scores, from, to: from + limit }
  const { rows, total } = await world.desk.ask('targetRows', order, signal)
  const rankingId = scores && 'of' in scores ? ` ${scores.of.id}` : ''
  const onward = `${from + rows.length} ${version}${rankingId}`
  const next = from + rows.length < total ? writeCursor(onward, '') : null
  return { targets: await withStates(world, { campaign, region, rows }), total, next }
}

/** @throws VisibleError request.invalid, ranking.unknown, ranking.other_region */
async function scoresBy(
  world: Pick<World, 'store' | 'blobs' | 'clock'>,
  { priority: field, ranking, ...of }: Pick<ListAsked, 'campaign' | 'region' | 'priority' | 'ranking'>,
): Promise<PriorityKept | undefined> {
  if (field !== undefined && ranking !== undefined)
    throw fieldError('request.invalid', '?ranking', 'give a ranking or a priority, not both')
  if (ranking === undefined) return field === undefined ? undefined : { field }
  return priorityNow(world, { ...of, priority: { ranking }, pointer: '?ranking' })
}

/** @throws VisibleError area.unknown, area.needs_streets, request.invalid */
async function areaOf(
  world: Pick<World, 'store'>,
  { campaign, area, precincts }: Pick<ListAsked, 'campaign' | 'area' | 'precincts'>,
): Promise<AreaRequest | undefined> {
  if (area !== undefined && precincts !== undefined)
    throw fieldError('request.invalid', '?precincts', 'give an area or precincts, not both')
  if (precincts !== undefined) return { precincts }
  if (area === undefined) return undefined
  const stored = await readArea(world, { campaign, id: area })
  if (leavesOf(stored.area).some(({ part }) => 'walkFrom' in part))
    throw fieldError(
      'area.needs_streets',
      '?area',
      `stored area "${area}" is told by a walk; a list reads no streets: name one that is drawn, of precincts or of cells`,
    )
  return withStoredAreas(world, { campaign, area: stored.area })
}

interface Told {
  campaign: string
  region: string
  rows: TargetRow[]
}

async function withStates(world: ListWorld, { campaign, region, rows }: Told): Promise<ListedTarget[]> {
  const [settings, census, heldOut] = await Promise.all([
    readCampaign(world, campaign),
    censusFor(world, { campaign, region }),
    heldOutIn(world, { campaign, region }),
  ])
  const moment = momentOf(world, settings)
  const targets = rows.map(({ target, block, doors, location, precinct }) => {
    return { id: target, block, doors, location, ...(precinct === null ? {} : { precinct }) }
  })
  const { standings } = await standingsOf(world, { campaign, census, heldOut, targets, isOwn: () => false })
  return rows.map((row) => {
    const known = standings.get(row.target) ?? { record: undefined, isHeldOut: false, isLeased: false }
    const { location, block, precinct, ...rest } = row
    return { ...rest, state: stateOf({ ...known, doors: row.doors }, moment), precinct, block, location }
  })
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
