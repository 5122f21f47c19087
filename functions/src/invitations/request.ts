/** What an invitation is made of, and what somebody says who comes by it; both checked before anything is kept. */
import { z } from '@hono/zod-openapi'
import { fieldError } from '@doorwalk/core/error'
import { GivenMoment } from '@doorwalk/core/request/moment'
import { AreaRequest } from '@doorwalk/core/request/area-request'
import { Position } from '@doorwalk/core/request/position'
import { PlanRequest, VolunteerRequest } from '@doorwalk/core/request/request'
import { lastBallotEnd } from '../campaigns/dispatch.ts'
import { readCampaign } from '../campaigns/settings.ts'
import { nameSchemas } from '../document/schema-names.ts'
import { pinned } from '../plans/calls.ts'
import { readPrecincts } from '../regions/answer.ts'
import type { World } from '../world.ts'

const fields = PlanRequest.shape
/** More meet at no place; and their coming is one item of the table. */
const MOST_WALKS = 500
const MOST_DAYS = 31
const DAY = 24 * 3_600_000
/** An item of the table holds 400 KB. */
const MOST_AREA_BYTES = 300_000

export const NewInvitation = z.strictObject({
  label: z.string().min(1).max(64).optional().describe('told to whoever opens it; no names of people'),
  region: fields.region,
  start: Position.describe('meeting point: walks begin and end there'),
  area: AreaRequest.optional().describe('where its walks lie; default: within about a kilometre'),
  priority: fields.priority,
  keyShare: fields.keyShare,
  minutes: fields.minutes.describe('of whoever says none'),
  language: fields.language.describe('of whoever names none'),
  most: z.number().int().min(1).max(MOST_WALKS).describe('so many walks'),
  until: GivenMoment.describe(`walks are given until then; at most ${MOST_DAYS} days from now`),
})
export type NewInvitation = z.infer<typeof NewInvitation>

export const Coming = z.strictObject({
  minutes: fields.minutes.unwrap().optional().describe('that you have; default: as the invitation says'),
  avoidStairs: VolunteerRequest.shape.avoidStairs,
  language: fields.language.unwrap().optional().describe('default: as the invitation says'),
  people: VolunteerRequest.shape.people,
})
export type Coming = z.infer<typeof Coming>
nameSchemas({
  Coming: [Coming, 'who comes by an invitation says this of himself, and nothing more'],
  NewInvitation: [NewInvitation, 'one link for all who meet at a place'],
})

/** @throws VisibleError what a plan with it would be refused for */
export async function checkInvitation(
  world: World,
  { campaign, wish }: { campaign: string; wish: NewInvitation },
): Promise<void> {
  await checkUntil(world, campaign, wish.until)
  const { region, start, area, priority } = wish
  const manifest = await world.regions.manifest(region)
  const [west, south, east, north] = manifest.bbox
  if (start[0] < west || start[0] > east || start[1] < south || start[1] > north) {
    const box = manifest.bbox.join(', ')
    throw fieldError(
      'start.unreachable',
      '/start',
      `got [${start.join(', ')}], outside of the region [${box}]`,
    )
  }
  const bytes = JSON.stringify(area ?? null).length
  if (bytes > MOST_AREA_BYTES) {
    const why = `got ${bytes} bytes of JSON, at most ${MOST_AREA_BYTES} are kept; simplify its outline`
    throw fieldError('area.too_large', '/area', why)
  }
  if (!area && !priority) return
  const precincts = await readPrecincts(world.regions, region)
  // Not at the top: the API function starts without polygons.
  const { resolveArea } = await import('@doorwalk/core/area/area')
  const { priorityScale } = await import('@doorwalk/core/building/priority')
  const now = await pinned(world, { campaign, request: { region, area, priority } })
  resolveArea(now.area, { manifest, precincts })
  if (priority && 'field' in priority) priorityScale(priority.field, precincts)
}

async function checkUntil(world: World, campaign: string, until: string): Promise<void> {
  const at = Date.parse(until)
  const now = world.clock.now()
  const refuse = (why: string): Error => fieldError('request.invalid', '/until', `got "${until}", ${why}`)
  if (at <= now) throw refuse('which is over; name a time to come')
  if (at > now + MOST_DAYS * DAY) throw refuse(`more than ${MOST_DAYS} days from now; name an earlier time`)
  const ballotEnd = lastBallotEnd(await readCampaign(world, campaign)) ?? Infinity
  if (at <= ballotEnd) return
  throw refuse(`when the last ballot is over; name ${new Date(ballotEnd).toISOString()} at the latest`)
}
