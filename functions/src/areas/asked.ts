/** What a plan was asked for: told in short by its head, and whole as a request that can be sent again. */
import { z } from '@hono/zod-openapi'
import type { PlaceOnPaper } from '@doorwalk/core/paper/head'
import { AreaKept, type AreaRequest, leavesOf } from '@doorwalk/core/request/area-request'
import { type KeptPlanRequest, PlanRequest } from '@doorwalk/core/request/request'
import { readArea } from './areas.ts'
import type { Storage } from '../world.ts'

/** Of so many precincts the codes stand in a head. */
const MOST_CODES = 12

export const AskedArea = z.object({
  kind: z
    .enum(['region', 'precincts', 'cells', 'drawn', 'walk', 'joined'])
    .describe(
      '`region`: the whole of it; `walk`: what one walks to from a place; `joined`: put together of others',
    ),
  label: z.string().exactOptional().describe('of the stored area, or of the area of a batch'),
  precincts: z.array(z.string()).exactOptional().describe(`codes, in order; the first ${MOST_CODES}`),
  count: z.number().int().exactOptional().describe('of precincts'),
})
export type AskedArea = z.infer<typeof AskedArea>

/** A request as it is told again: what was drawn is a polygon. */
export const AskedRequest = PlanRequest.extend({
  area: AreaKept.optional().describe('what to canvass; absent: the whole region'),
})
export type AskedRequest = z.infer<typeof AskedRequest>

export function areaTold({ area, asked }: Pick<KeptPlanRequest, 'area' | 'asked'>): AskedArea {
  const label = asked?.label ? { label: asked.label } : {}
  const codes = area && 'precincts' in area ? [...new Set(area.precincts)].sort() : undefined
  return {
    kind: kindOf(area),
    ...label,
    ...(codes && { precincts: codes.slice(0, MOST_CODES), count: codes.length }),
  }
}

function kindOf(area: AreaRequest | undefined): AskedArea['kind'] {
  if (!area) return 'region'
  if ('precincts' in area) return 'precincts'
  if ('cells' in area) return 'cells'
  if ('walkFrom' in area) return 'walk'
  return 'type' in area ? 'drawn' : 'joined'
}

/** What a printed sheet says of it. Undefined: its streets tell where it is. */
export function placeOnPaper(area: AskedArea | null): PlaceOnPaper | undefined {
  if (area === null || (area.label === undefined && area.precincts === undefined)) return undefined
  const { label, precincts, count } = area
  return {
    ...(label !== undefined && { label }),
    ...(precincts && { precincts, count: count ?? precincts.length }),
  }
}

/**
 * What is kept of a request beside what is planned by.
 *
 * @param label  of its area; default: that of the stored area it names
 * @throws VisibleError area.unknown
 */
export async function askedOf(
  storage: Pick<Storage, 'store'>,
  { campaign, request, label }: { campaign: string; request: PlanRequest; label?: string },
): Promise<NonNullable<KeptPlanRequest['asked']>> {
  const { version, area, priority } = request
  const stored = area && 'id' in area ? await readArea(storage, { campaign, id: area.id }) : undefined
  const name = label ?? stored?.label
  return {
    ...(version !== undefined && { version }),
    ...(area && leavesOf(area).some(({ part }) => 'id' in part) && { area }),
    ...(priority && 'ranking' in priority && { priority }),
    ...(name !== undefined && name !== '' && { label: name }),
  }
}

/** As it was sent, with its defaults. Of plans of versions before: areas as shapes, and the version of their region. */
export function requestAsked(kept: KeptPlanRequest): AskedRequest {
  const { keysLater: _keysLater, asked, version, area, priority, ...rest } = kept
  const named = asked ? asked.version : version
  const shape = asked?.area ?? area
  const order = asked?.priority ?? (priority && 'of' in priority ? rankingOf(priority.of) : priority)
  return {
    ...rest,
    ...(named !== undefined && { version: named }),
    ...(shape && { area: shape }),
    ...(order && { priority: order }),
  }
}

function rankingOf({ id, name }: { id?: string | undefined; name: string }): { ranking: string } {
  return { ranking: id ?? name }
}
