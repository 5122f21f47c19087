/** The doors of each place held against its people and its grid: what `prepare` says about totals. */
import type { Home } from '../homes/homes.ts'
import { boxOf, type XY } from '../geometry/plane.ts'
import { homesInPlaces } from './homes-in-places.ts'
import type { Estimate } from './doors.ts'
import type { Households } from './households.ts'
import type { Peopled, PlaceDoors } from './population.ts'
import type { StreetDoor } from '../homes/street-doors.ts'

/** A total farther from what it is held against than that is warned of. */
export const WARN_ABOVE = 0.35

export interface PlaceCheck {
  name: string
  people: number
  date?: string
  /** people ÷ household size */
  households: number
  doors: number
  /** Doors before the people were used, where they were. */
  before?: number
  /** Households of the grid's cells whose middle lies in the place, by their share inside the region. */
  grid?: number
}

interface Totals {
  byDoor: Map<string, Estimate>
  places: Peopled[]
  /** What the people of each place did; empty where they were withheld. */
  used: PlaceDoors[]
  households: Households | undefined
}

export function checkPlaces(doors: StreetDoor[], { byDoor, places, used, households }: Totals): PlaceCheck[] {
  const byHome = new Map<Home, number>()
  for (const { id, home } of doors) byHome.set(home, (byHome.get(home) ?? 0) + (byDoor.get(id)?.doors ?? 0))
  const inside = homesInPlaces(places, [...byHome.keys()])
  return places.map((place, i) => {
    const { name, people, date, householdSize } = place
    const before = used[i]?.before
    return {
      name,
      people,
      ...(date ? { date } : {}),
      households: people / householdSize,
      doors: inside[i]!.reduce((sum, home) => sum + byHome.get(home)!, 0),
      ...(before === undefined ? {} : { before }),
      ...(households ? { grid: gridIn(place, households) } : {}),
    }
  })
}

function gridIn({ box, has }: Peopled, { cells }: Households): number {
  const isIn = ([x, y]: XY) =>
    !box || (x >= box[0] && y >= box[1] && x <= box[2] && y <= box[3] && has([x, y]))
  return cells
    .filter(({ ring }) => isIn(middleOf(ring)))
    .reduce((sum, cell) => sum + cell.households * cell.shareInside, 0)
}

function middleOf(ring: XY[]): XY {
  const [west, south, east, north] = boxOf(ring)
  return [(west + east) / 2, (south + north) / 2]
}
