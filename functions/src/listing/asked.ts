/** What of a region a list shall tell: its area, the targets of the campaign in it, and what scores come from. */
import { fieldError } from '@doorwalk/core/error'
import type { PriorityKept } from '@doorwalk/core/request/priority'
import { type AreaRequest, leavesOf } from '@doorwalk/core/request/area-request'
import { readArea, withStoredAreas } from '../areas/areas.ts'
import { withStoredTargets, type AboutTargets } from '../buildings/targets.ts'
import type { RowsAsked } from '../ports/desk.ts'
import { priorityNow } from '../rankings/priority.ts'
import type { World } from '../world.ts'

export interface ListAsked {
  campaign: string
  region: string
  /** Of the region. */
  version: string
  /** Id of a stored area. */
  area?: string | undefined
  precincts?: string[] | undefined
  /** A numeric property of the precincts. */
  priority?: string | undefined
  /** Id or name of a stored ranking. */
  ranking?: string | undefined
  /** Of the field that each of these came in; default: as in a query. */
  at?: string
}

/** @throws VisibleError `area.*`, `ranking.*`, request.invalid */
export async function rowsAsked(
  world: Pick<World, 'store' | 'blobs' | 'clock' | 'regions'>,
  asked: ListAsked,
): Promise<RowsAsked> {
  const { campaign, region, version } = asked
  const area = await areaOf(world, asked)
  const priority = await scoresBy(world, asked)
  const { targets = [] }: AboutTargets = await withStoredTargets<AboutTargets>(world, {
    campaign,
    request: { region, version, ...(area && { area }) },
  })
  return { region, version, area, targets, priority }
}

/** @throws VisibleError request.invalid, ranking.unknown, ranking.other_region */
export async function scoresBy(
  world: Pick<World, 'store' | 'blobs' | 'clock'>,
  { campaign, region, priority: field, ranking, at = '?' }: ListAsked,
): Promise<PriorityKept | undefined> {
  if (field !== undefined && ranking !== undefined)
    throw fieldError('request.invalid', `${at}ranking`, 'give a ranking or a priority, not both')
  if (ranking === undefined) return field === undefined ? undefined : { field }
  return priorityNow(world, { campaign, region, priority: { ranking }, pointer: `${at}ranking` })
}

/** @throws VisibleError area.unknown, area.needs_streets, request.invalid */
export async function areaOf(
  world: Pick<World, 'store'>,
  { campaign, area, precincts, at = '?' }: ListAsked,
): Promise<AreaRequest | undefined> {
  if (area !== undefined && precincts !== undefined)
    throw fieldError('request.invalid', `${at}precincts`, 'give an area or precincts, not both')
  if (precincts !== undefined) return { precincts }
  if (area === undefined) return undefined
  const stored = await readArea(world, { campaign, id: area })
  if (leavesOf(stored.area).some(({ part }) => 'walkFrom' in part))
    throw fieldError(
      'area.needs_streets',
      `${at}area`,
      `stored area "${area}" is told by a walk; a list reads no streets: name one that is drawn, of precincts or of cells`,
    )
  return withStoredAreas(world, { campaign, area: stored.area })
}
