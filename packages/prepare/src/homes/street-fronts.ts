/** Where a building faces its street: for buildings whose address says no place. */
import type { LngLat, Metres } from '@doorwalk/core/units'
import { GridIndex } from '../geometry/grid-index.ts'
import type { OsmExtract } from '../osm/extract.ts'
import {
  boxOf,
  distance,
  grownBox,
  metresOutsideBox,
  nearestOnRings,
  nearestOnSegment,
  type Box,
  type Plane,
  type XY,
} from '../geometry/plane.ts'
import { plainOnce } from '../addresses/address.ts'
import type { Structure } from '../structures/structures.ts'

/** How far a house may stand from the street of its address. */
const REACH: Metres = 100
/** A building stands on a street this near. */
const FRONT_REACH: Metres = 40
/** A named street this much farther than another is still the front. */
const OTHER_STREET_PENALTY: Metres = 60
const UNNAMED_PENALTY: Metres = 15
/** More than what rounding does to a distance. */
const ROUNDING: Metres = 1e-6

export interface StreetFronts {
  /**
   * Point of the outline nearest to the street of that name, else to the nearest street; the middle when none is near.
   * Of several, evenly along that street from one end of the building to the other.
   */
  along(structure: Structure, wish: { street: string; count: number }): LngLat[]
  /** Plain name of the nearest named street within 40 m of the outline's box; empty when there is none. */
  streetOf(structure: Structure): string
}

export function streetFronts(extract: OsmExtract, plane: Plane): StreetFronts {
  const streets = drawStreets(extract, plane)
  const index = new GridIndex<number>()
  for (let i = 0; i + 1 < streets.name.length; i++) {
    if (streets.name[i] !== END) index.add(boxOf([placeOf(streets, i), placeOf(streets, i + 1)]), i)
  }
  /** Nearest stretch, and the point of the outline nearest to it. */
  const frontOf = (structure: Structure, street: string) => {
    const wanted = plainOnce(street)
    const [outline = []] = structure.rings
    let best: { at: XY; stretch?: [XY, XY] } = { at: structure.centre }
    let least = Infinity
    for (const i of index.near(grownBox(structure.box, REACH))) {
      const stretch: [XY, XY] = [placeOf(streets, i), placeOf(streets, i + 1)]
      const onStreet = nearestOnSegment(structure.centre, ...stretch)
      const name = streets.names[streets.name[i]!]!
      const penalty = name === '' ? UNNAMED_PENALTY : wanted && name !== wanted ? OTHER_STREET_PENALTY : 0
      // Most are too far from the box already: only the others are held against the outline.
      if (metresOutsideBox(onStreet, structure.box) + penalty > least + ROUNDING) continue
      const at = nearestOnRings(onStreet, [outline]).at
      const cost = distance(onStreet, at) + penalty
      if (cost < least) [best, least] = [{ at, stretch }, cost]
    }
    return best
  }
  return {
    along(structure, { street, count }) {
      const { at, stretch } = frontOf(structure, street)
      const [outline = []] = structure.rings
      const spread =
        stretch && count > 1 ? spreadAlong(outline, { stretch, count }) : Array<XY>(count).fill(at)
      return spread.map((point) => plane.toLngLat(point))
    },
    streetOf({ box, centre }) {
      let [name, least] = ['', Infinity]
      const reach = grownBox(box, FRONT_REACH)
      for (const i of index.near(reach)) {
        const own = streets.names[streets.name[i]!]!
        if (own === '') continue
        const onStreet = nearestOnSegment(centre, placeOf(streets, i), placeOf(streets, i + 1))
        const metres = distance(onStreet, centre)
        if (metres < least && isWithin(onStreet, reach)) [name, least] = [own, metres]
      }
      return name
    },
  }
}

/** Points of a ring that face the line through a stretch, evenly along it. */
function spreadAlong(ring: XY[], { stretch: [a, b], count }: { stretch: [XY, XY]; count: number }): XY[] {
  const length = distance(a, b) || 1
  const [dx, dy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
  const along = ring.map(([x, y]) => (x - a[0]) * dx + (y - a[1]) * dy)
  const [from, to] = [Math.min(...along), Math.max(...along)]
  return Array.from({ length: count }, (_, i) => {
    const t = from + ((i + 0.5) / count) * (to - from)
    return nearestOnRings([a[0] + t * dx, a[1] + t * dy], [ring]).at
  })
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
    const plain = plainOnce(tags.name ?? '')
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
