/** Where a request plans, and what is known there before any door is chosen: read once, used by every step. */
import type { Area } from '../area/place.ts'
import { pieceArea, resolveArea } from '../area/area.ts'
import type { Aliases } from '../building/alias.ts'
import type { Assumptions } from '../building/door-time.ts'
import { DEFAULT_ASSUMPTIONS } from '../building/door-time.ts'
import { loadAliases, loadPrecincts } from '../building/load.ts'
import type { LedgerView } from '../building/select.ts'
import type { Cell } from '../h3.ts'
import { type StreetPlace, streetRouter } from '../matrix/street-router.ts'
import type { Regions } from '../ports.ts'
import { walkedIn } from '../reach/walked.ts'
import type { Manifest, Precinct } from '../region/region.ts'
import { leavesOf } from '../request/area-request.ts'
import type { PlanRequest, VolunteerRequest } from '../request/request.ts'
import { timeOf } from '../walk/clock-time.ts'
import type { PlanningPorts } from './planning-ports.ts'

export interface Site {
  regions: Regions
  request: PlanRequest
  manifest: Manifest
  precincts: Precinct[]
  area: Area
  aliases: Aliases
  /** When the walks start, RFC 3339. */
  startAt: string
  assumptions: Assumptions
  /** Undefined: nothing was visited yet. */
  ledger: LedgerView | undefined
  /** Ids of `targets` that the request itself names; undefined: all. */
  named: ReadonlySet<string> | undefined
}

/**
 * @param cells  the blocks of one piece of a large plan; undefined: the whole area
 * @throws VisibleError of {@link resolveArea}, and `region.unknown`
 */
export async function openSite(request: PlanRequest, ports: PlanningPorts, cells?: Cell[]): Promise<Site> {
  const { regions, clock, assumptions = DEFAULT_ASSUMPTIONS } = ports
  const startAt = request.startAt ?? timeOf(clock.now())
  const manifest = await regions.manifest(request.region, request.version)
  const precincts = await loadPrecincts(regions, manifest)
  const whole = await areaOf(request, { ports, manifest, precincts, startAt })
  const area = cells ? pieceArea(whole, cells) : whole
  const aliases = await loadAliases(regions, manifest)
  const visitedSince = request.skip?.visitedSince
  const since = visitedSince === undefined ? {} : { visitedSince }
  const ledger = ports.ledger?.({ at: startAt, aliases, ...since })
  const named = ports.named && new Set(ports.named)
  return { regions, request, manifest, precincts, area, aliases, startAt, assumptions, ledger, named }
}

/** The area of the request; where it is told by walking, the streets are asked first. */
async function areaOf(
  request: PlanRequest,
  about: Pick<Site, 'manifest' | 'precincts' | 'startAt'> & { ports: PlanningPorts },
): Promise<Area> {
  const { ports, manifest, precincts, startAt } = about
  // Before any street is looked at, so that what is no area of this region is told.
  const widest = resolveArea(request.area, { manifest, precincts })
  if (!request.area || !leavesOf(request.area).some(({ part }) => 'walkFrom' in part)) return widest
  const { regions, router: makeRouter = streetRouter } = ports
  const { area: _area, ...streets } = streetsOf({ regions, manifest, area: widest, request, startAt })
  const { area, targets = [] } = request
  return resolveArea(area, {
    manifest,
    precincts,
    walked: await walkedIn({ area, targets, streets, makeRouter }),
  })
}

/** The streets that the walks of a site need. */
export function streetsOf({
  regions,
  manifest,
  area,
  request,
  startAt,
}: Pick<Site, 'regions' | 'manifest' | 'area' | 'request' | 'startAt'>): StreetPlace {
  const { profile, volunteers } = request
  const each: VolunteerRequest[] = Array.isArray(volunteers) && volunteers.length > 0 ? volunteers : [{}]
  const avoidStairs = each.some((volunteer) => volunteer.avoidStairs === true)
  const minutes = Math.max(...each.map((volunteer) => volunteer.minutes ?? request.minutes))
  const walked = { startAt, minutes }
  return { regions, manifest, area: { bbox: area.bbox }, profile, avoidStairs, walked }
}
