/** What lies within so many minutes' walk of a place: each target by the way to its point on the street. */
import type { Walked } from '../area/area.ts'
import type { AreaPlace } from '../area/place.ts'
import { mayBeWalked, walkBox } from '../area/walk-circle.ts'
import { loadBuildings } from '../building/load.ts'
import { fieldError } from '../error.ts'
import { BLOCK_RESOLUTION, cellAt, type Cell } from '../h3.ts'
import type { MakeRouter, StreetPlace } from '../matrix/street-router.ts'
import { type AreaRequest, leavesOf, type WalkFrom } from '../request/area-request.ts'
import type { TargetOverride } from '../request/request.ts'
import { queryOf } from './street-query.ts'

export interface WalksAsked {
  area: AreaRequest
  /** Targets of the request itself. */
  targets: readonly TargetOverride[]
  /** All but the area: how the walkers of the plan walk. */
  streets: Omit<StreetPlace, 'area'>
  makeRouter: MakeRouter
}

/**
 * For every walk in an area, which places it holds: those whose time in the router's table is within its minutes. A
 * place where no target stands is in where its block holds one that is.
 *
 * Cost: the buildings and streets of each walk's circle, one search each.
 *
 * @throws VisibleError start.unreachable, streets.none
 */
export async function walkedIn({ area, ...asked }: WalksAsked): Promise<Walked> {
  const found = new Map<string, (place: AreaPlace) => boolean>()
  for (const { part, pointer } of leavesOf(area, '/area')) {
    if (!('walkFrom' in part) || found.has(nameOf(part.walkFrom))) continue
    const places = await placesWithin(part.walkFrom, { ...asked, pointer: `${pointer}/walkFrom` })
    const blocks = new Set<Cell>()
    for (const place of places.values()) if (place.isIn) blocks.add(place.block)
    found.set(nameOf(part.walkFrom), (place) => places.get(keyOf(place))?.isIn ?? blocks.has(place.block))
  }
  return (walk) => found.get(nameOf(walk))
}

function nameOf({ start, minutes }: WalkFrom): string {
  return `${start.join()} ${minutes}`
}

/** Two of the same key stand at the same point of the street. */
function keyOf({ location, address }: AreaPlace): string {
  return JSON.stringify([...location, address?.street, address?.number])
}

async function placesWithin(
  walk: WalkFrom,
  { targets, streets, makeRouter, pointer }: Omit<WalksAsked, 'area'> & { pointer: string },
): Promise<Map<string, { block: Cell; isIn: boolean }>> {
  const { regions, manifest } = streets
  const bbox = walkBox(walk)
  const router = await makeRouter({ ...streets, area: { bbox } })
  const [start] = await router.snap([{ location: walk.start, isStart: true }])
  if (!start)
    throw fieldError(
      'start.unreachable',
      `${pointer}/start`,
      `got [${walk.start.join(', ')}], which is too far from any street one can walk on in region "${manifest.name}"; move it to a street`,
    )
  const buildings = await loadBuildings(regions, manifest, bbox)
  const places = new Map<string, AreaPlace>()
  for (const place of [...buildings.flatMap((building) => building.targets), ...ownPlaces(targets)])
    if (mayBeWalked(walk, place.location)) places.set(keyOf(place), place)
  const near = [...places.values()]
  const snaps = await router.snap(near.map(queryOf))
  const onStreet = snaps.flatMap((snap) => snap ?? [])
  const limit = Math.floor(walk.minutes * 600)
  const times = await router.reach(start, onStreet, limit)
  let at = 0
  return new Map(
    near.map((place, index) => {
      const isIn = snaps[index] !== null && times[at++]! <= limit
      return [keyOf(place), { block: place.block, isIn }]
    }),
  )
}

function ownPlaces(targets: readonly TargetOverride[]): AreaPlace[] {
  return targets.flatMap(({ location, address }) =>
    location ? [{ location, block: cellAt(location, BLOCK_RESOLUTION), ...(address && { address }) }] : [],
  )
}
