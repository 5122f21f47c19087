/** Buildings that only the request knows: a place and its doors. */
import { precinctFinder } from '../area/precinct-finder.ts'
import { BLOCK_RESOLUTION, cellAt } from '../h3.ts'
import type { Precinct } from '../region/region.ts'
import type { TargetOverride } from '../request/request.ts'
import type { Warning } from '../words/warning.ts'
import type { Building, Target } from './building.ts'

interface Additions {
  overrides: Map<string, TargetOverride>
  isNamed: (id: string) => boolean
  precincts: readonly Precinct[]
  warnings: Warning[]
}

/** Overrides with a location that the region does not know become buildings of one target. */
export function withAdditions(
  buildings: Building[],
  { overrides, isNamed, precincts, warnings }: Additions,
): Building[] {
  if (overrides.size === 0) return buildings
  const known = new Set(
    buildings.flatMap((building) => [building.id, ...building.targets.map((target) => target.id)]),
  )
  const strangers = [...overrides.values()].filter((override) => !known.has(override.id))
  const isPlaced = ({ location, doors }: TargetOverride): boolean =>
    location !== undefined && doors !== undefined
  const added = strangers.filter(isPlaced)
  const ignored = strangers.filter((override) => !isPlaced(override) && isNamed(override.id))
  if (ignored[0]) warnings.push({ code: 'targets_ignored', count: ignored.length, first: ignored[0].id })
  if (added.length === 0) return buildings
  const find = precinctFinder(precincts)
  return [...buildings, ...added.map((override) => addedBuilding(override, find(override.location!)))]
}

function addedBuilding(override: TargetOverride, precinct: Precinct | undefined): Building {
  const location = override.location!
  const doors = override.doors!
  const floors = override.floors ?? 1
  const kind = doors > 2 || floors > 2 ? 'flats' : 'house'
  const target: Target = {
    id: override.id,
    building: override.id,
    ...(override.address ? { address: override.address } : {}),
    location,
    block: cellAt(location, BLOCK_RESOLUTION),
    doors,
    doorsLow: doors,
    doorsHigh: doors,
    doorsSource: 'client',
    floors,
    kind,
    access: kind === 'house' ? 'open' : 'unknown',
    streetDoor: override.id,
  }
  return {
    id: override.id,
    location,
    ...(precinct && { precinct: precinct.code }),
    areaM2: 0,
    levels: floors,
    levelsSource: 'default',
    kind,
    doors,
    targets: [target],
  }
}
