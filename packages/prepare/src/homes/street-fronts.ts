/** Where a building faces its street: for buildings whose address says no place. */
import type { LngLat, Metres } from '@doorwalk/core/units'
import { GridIndex } from '../geometry/grid-index.ts'
import type { OsmExtract } from '../osm/extract.ts'
import {
  boxOf,
  distance,
  grownBox,
  nearestOnRings,
  nearestOnSegment,
  type Box,
  type Plane,
  type XY,
} from '../geometry/plane.ts'
import { plainStreet } from '../addresses/street-name.ts'
import type { Structure } from '../structures/structures.ts'

/** How far a house may stand from the street of its address. */
const REACH: Metres = 100
/** A building stands on a street this near. */
const FRONT_REACH: Metres = 40
/** A named street this much farther than another is still the front. */
const OTHER_STREET_PENALTY: Metres = 60
const UNNAMED_PENALTY: Metres = 15

export interface StreetFronts {
  /**
   * Point of the outline nearest to the street of that name, else to the nearest street; the middle when none is near.
   */
  of(structure: Structure, street?: string): LngLat
  /** Plain name of the nearest named street within 40 m of the outline's box; empty when there is none. */
  streetOf(structure: Structure): string
}

export function streetFronts(extract: OsmExtract, plane: Plane): StreetFronts {
  const streets = drawStreets(extract, plane)
  const index = new GridIndex<number>()
  for (let i = 0; i + 1 < streets.name.length; i++) {
    if (streets.name[i] !== END) index.add(boxOf([placeOf(streets, i), placeOf(streets, i + 1)]), i)
  }
  return {
    of(structure, street) {
      const wanted = plainStreet(street ?? '')
      const [outline = []] = structure.rings
      let best: XY = structure.centre
      let least = Infinity
      for (const i of index.near(grownBox(structure.box, REACH))) {
        const onStreet = nearestOnSegment(structure.centre, placeOf(streets, i), placeOf(streets, i + 1))
        const front = nearestOnRings(onStreet, [outline]).at
        const name = streets.names[streets.name[i]!]!
        const penalty = name === '' ? UNNAMED_PENALTY : wanted && name !== wanted ? OTHER_STREET_PENALTY : 0
        const cost = distance(onStreet, front) + penalty
        if (cost < least) [best, least] = [front, cost]
      }
      return plane.toLngLat(best)
    },
    streetOf({ box, centre }) {
      let [name, least] = ['', Infinity]
      for (const i of index.near(grownBox(box, FRONT_REACH))) {
        const own = streets.names[streets.name[i]!]!
        if (own === '') continue
        const onStreet = nearestOnSegment(centre, placeOf(streets, i), placeOf(streets, i + 1))
        const metres = distance(onStreet, centre)
        if (metres < least && isWithin(onStreet, grownBox(box, FRONT_REACH))) [name, least] = [own, metres]
      }
      return name
    },
  }
}

function isWithin([x, y]: XY, [west, south, east, north]: Box): boolean {
  return x >= west && x <= east && y >= south && y <= north
}

/** All streets in flat arrays: a city has ten thousand stretches of street in each square kilometre. */
interface DrawnStreets {
  x: Float64Array
  y: Float64Array
  /** Of the stretch from each point to the next: index in `names`, END after the last point of a street. */
  name: Int32Array
  names: string[]
}

const END = -1

function drawStreets(extract: OsmExtract, plane: Plane): DrawnStreets {
  const ways = extract.streets.filter(
    ({ tags }) => tags.highway && tags.highway !== 'steps' && tags.area !== 'yes',
  )
  const points = ways.reduce((sum, { refs }) => sum + refs.length, 0)
  const x = new Float64Array(points)
  const y = new Float64Array(points)
  const name = new Int32Array(points).fill(END)
  const names = new Map<string, number>()
  let count = 0
  for (const { refs, tags } of ways) {
    const plain = plainStreet(tags.name ?? '')
    const own = names.get(plain) ?? names.size
    names.set(plain, own)
    for (const ref of refs) {
      const place = extract.locate(ref)
      if (!place) continue
      ;[x[count], y[count]] = plane.toXY(place)
      name[count++] = own
    }
    if (count > 0) name[count - 1] = END
  }
  return { x, y, name, names: [...names.keys()] }
}

function placeOf({ x, y }: DrawnStreets, point: number): XY {
  return [x[point]!, y[point]!]
}
