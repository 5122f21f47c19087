/** Buildings and targets as a region stores them, from homes, street doors and door estimates. */
import type { Building, Target, TargetPart } from '@doorwalk/core/building/building'
import { BLOCK_RESOLUTION, cellAt } from '@doorwalk/core/h3'
import type { Estimate } from '../doors/doors.ts'
import { lowestFloor, type Home } from '../homes/homes.ts'
import { partsOf, type Part } from '../doors/parts.ts'
import type { Plane } from '../geometry/plane.ts'
import { isRowOfHouses } from '../structures/row.ts'
import type { StreetDoor } from '../homes/street-doors.ts'

export interface BuildingContext {
  plane: Plane
  doors: StreetDoor[]
  estimates: Map<string, Estimate>
  precinct?: string | undefined
}

/** @param home of these doors, or what is known better of it */
export function buildingOf(home: Home, { plane, doors, estimates, precinct }: BuildingContext): Building {
  const targets = doors.flatMap((door) => {
    const estimate = estimates.get(door.id)
    return estimate && estimate.doors > 0 ? targetsOf(door, { home, estimate }) : []
  })
  const noDoors = targets.length === 0 ? (home.noDoors ?? home.lived.doubt) : undefined
  return {
    id: home.id,
    location: plane.toLngLat(home.structure.centre),
    areaM2: Math.round(home.structure.areaM2),
    levels: home.levels,
    levelsSource: home.levelsSource,
    kind: home.kind,
    ...(noDoors ? { noDoors } : {}),
    doors: targets.reduce((sum, target) => sum + target.doors, 0),
    ...(precinct === undefined ? {} : { precinct }),
    targets,
  }
}

function targetsOf(door: StreetDoor, { home, estimate }: { home: Home; estimate: Estimate }): Target[] {
  const { levels, kind } = home
  // A row of houses lies along the street: it is cut by its doors, not by floors.
  const isRow = estimate.doors > 1 && isRowOfHouses(home.structure.tags)
  const floors = isRow ? { levels: 1, lowest: 0 } : { levels, lowest: lowestFloor(home) }
  const parts = partsOf({ doors: estimate.doors, ...floors, kind })
  let before = 0
  return parts.map((part, i): Target => {
    const share = (bound: number, upTo: number) => Math.round((bound * upTo) / estimate.doors)
    const [from, to] = [before, before + part.doors]
    before = to
    return {
      id: parts.length === 1 ? door.id : `${door.id}#${i + 1}`,
      building: home.id,
      ...(door.entrance ? { entrance: door.entrance } : {}),
      ...(parts.length === 1 ? {} : { part: partWords(part, { number: i + 1, of: parts.length }) }),
      ...(door.address ? { address: door.address } : {}),
      location: door.location,
      block: cellAt(door.location, BLOCK_RESOLUTION),
      doors: part.doors,
      doorsLow: share(estimate.low, to) - share(estimate.low, from),
      doorsHigh: share(estimate.high, to) - share(estimate.high, from),
      doorsSource: estimate.source,
      floors: part.toFloor - part.fromFloor + 1,
      kind: home.kind,
      access: door.access,
      streetDoor: door.streetDoor,
    }
  })
}

function partWords(
  { doors: _doors, ...where }: Part,
  { number, of }: { number: number; of: number },
): TargetPart {
  return { number, of, ...where }
}
