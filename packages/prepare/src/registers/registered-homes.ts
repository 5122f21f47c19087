/** What a register says of homes: those that only it knows, and what it knows better of the others. */
import type { LngLat } from '@doorwalk/core/units'
import { plainStreet } from '@doorwalk/core/matching/street-name'
import { groupBy } from '../lists/group-by.ts'
import type { Plane } from '../geometry/plane.ts'
import type { Home } from '../homes/homes.ts'
import { loneHome } from '../homes/lone-homes.ts'
import type { StreetDoor } from '../homes/street-doors.ts'
import { isRowOfHouses } from '../structures/row.ts'
import type { RegisterEntry } from './entry.ts'
import type { Matched } from './match.ts'

/** A house may be two homes behind one door. */
const FEWEST_FLATS = 3
/** Two entries of one address this near are one building. */
const TOGETHER = 100

/** One for each address or place; their counts are added to the matched ones. */
export function registeredHomes(matched: Matched, plane: Plane): Home[] {
  const homes = new Map<string, Home>()
  for (const { entry } of matched.alone) {
    const { location } = entry
    if (!location) continue
    const id = idOf({ ...entry, location }, { homes, plane })
    const before = matched.byDoor.get(id) ?? { low: 0, high: 0 }
    matched.byDoor.set(id, { low: before.low + entry.low, high: before.high + entry.high })
    const levels = (entry.upperFloors ?? 0) + 1
    const kind = entry.high > 2 || !entry.whole ? 'flats' : 'house'
    if (!homes.has(id)) homes.set(id, loneHome(id, { plane, location, levels, kind }))
  }
  return [...homes.values()]
}

/** Homes of which it knows better: storeys that were guessed, flats where it counts several behind a house's door. */
export function correctedHomes({ byDoor }: Matched, doors: StreetDoor[]): Map<Home, Home> {
  const corrected = new Map<Home, Home>()
  for (const [home, own] of groupBy(doors, (door) => door.home)) {
    const counted = own.flatMap(({ id }) => byDoor.get(id) ?? [])
    const upper = Math.max(0, ...counted.map(({ upperFloors = 0 }) => upperFloors))
    const isTold = counted.some(({ upperFloors }) => upperFloors !== undefined) && home.levelsSource !== 'tag'
    const isFlats = counted.some(({ low }) => low >= FEWEST_FLATS) && !isRowOfHouses(home.structure.tags)
    if (!isTold && !isFlats) continue
    corrected.set(home, {
      ...home,
      ...(isTold ? { levels: upper + 1, levelsSource: 'register' } : {}),
      ...(isFlats ? { kind: 'flats' } : {}),
    })
  }
  return corrected
}

/** Ids have at most 120 letters, with what is added to them. */
const LONGEST_WORDS = 80

/** By address; where another place has it already, by where it lies, too, so that it stays when rows move. */
function idOf(
  { address, location }: RegisterEntry & { location: LngLat },
  { homes, plane }: { homes: Map<string, Home>; plane: Plane },
): string {
  const words = plainStreet(address?.text ?? '')
    .replaceAll(' ', '-')
    .slice(0, LONGEST_WORDS)
  const own = `dwellings:${words || location.join('-')}`
  const other = homes.get(own)
  if (!other) return own
  const [x, y] = plane.toXY(location)
  const [ox, oy] = other.structure.centre
  if (Math.hypot(x - ox, y - oy) <= TOGETHER) return own
  return `${own}-at-${location.map((degrees) => Math.round(degrees * 1e5)).join('-')}`
}
