/** Counts that are read, not estimated: flats, units and house numbers that the map or a table names or sums up. */
import type { DoorSource } from '@doorwalk/core/building/building'
import { flatsIn, unitsIn } from '../addresses/flat-lists.ts'
import type { Home } from '../homes/homes.ts'
import type { ListedDoors } from '../homes/listed-doors.ts'
import type { StreetDoor } from '../homes/street-doors.ts'
import { groupBy } from '../lists/group-by.ts'
import type { Tags } from '../osm/extract.ts'
import { flatCount, type FlatCount } from '../structures/flat-count.ts'
import { wholeShares } from '../lists/whole-shares.ts'

/** Doors behind a street door; `low` and `high` are equal to them where they are counted. */
export interface DoorCount {
  doors: number
  low: number
  high: number
  source: DoorSource
}

/**
 * Units, or one flat, that leave more gross floor area to each are not all, m²; letters that do are stairs. A list of
 * flats is complete by its meaning.
 */
const MOST_M2_PER_UNIT = { named: 400, lettered: 150 }
/** Storeys that nobody tagged say little: so many at most are believed when names are weighed. */
const GUESSED_LEVELS = 2

/**
 * Doors with a count of their own, as far as they have none yet: lists of flats, then what the building sums up over
 * its other doors, then units and numbers of houses in a row.
 */
export function takeListed(doors: StreetDoor[], byDoor: Map<string, DoorCount>): void {
  takeNames(doors, { byDoor, by: ['flats'] })
  takeSums(doors, byDoor)
  takeNames(doors, { byDoor, by: ['units', 'numbers'] })
}

function takeNames(
  doors: StreetDoor[],
  { byDoor, by }: { byDoor: Map<string, DoorCount>; by: ListedDoors['by'][] },
): void {
  for (const { id, home, share, listed } of doors) {
    if (!listed || byDoor.has(id) || !by.includes(listed.by)) continue
    if (!isComplete(listed, roomOf(home) * share)) continue
    byDoor.set(id, { doors: listed.doors, low: listed.doors, high: listed.doors, source: listed.by })
  }
}

function isComplete({ by, doors, lettered }: ListedDoors, floorArea: number): boolean {
  if (by === 'numbers' || (by === 'flats' && doors > 1)) return true
  return floorArea <= doors * MOST_M2_PER_UNIT[lettered ? 'lettered' : 'named']
}

function roomOf({ floorArea, levelsSource, structure }: Home): number {
  return levelsSource === 'tag' ? floorArea : Math.min(floorArea, GUESSED_LEVELS * structure.areaM2)
}

function takeSums(doors: StreetDoor[], byDoor: Map<string, DoorCount>): void {
  for (const [home, own] of groupBy(doors, (door) => door.home)) {
    const sum = sumOf(home.structure.tags)
    if (!sum) continue
    const known = own.reduce((total, door) => total + (byDoor.get(door.id)?.doors ?? 0), 0)
    const open = own.filter((door) => !byDoor.has(door.id))
    const shareOf = (flats: number) => Math.max(0, flats - known) / open.length
    const shares = wholeShares(open.map(({ id }) => ({ key: id, value: shareOf(sum.flats), least: 0 })))
    const isExact = sum.low === sum.high
    for (const { id } of open) {
      const own = shares.get(id) ?? 0
      const [low, high] = isExact ? [own, own] : [Math.floor(shareOf(sum.low)), Math.ceil(shareOf(sum.high))]
      byDoor.set(id, { doors: own, low, high, source: sum.source })
    }
  }
}

/** What a building says of itself: `building:flats`, else a list in `addr:flats` or `addr:unit`. */
function sumOf(tags: Tags): (FlatCount & { source: 'flats' | 'units' }) | undefined {
  const count = flatCount(tags['building:flats'])
  if (count) return { ...count, source: 'flats' }
  for (const [source, names] of [
    ['flats', flatsIn(tags['addr:flats'])],
    ['units', unitsIn(tags['addr:unit'])],
  ] as const) {
    // One name is that of a flat, not a list of all.
    if (names && names.length > 1)
      return { flats: names.length, low: names.length, high: names.length, source }
  }
  return undefined
}
