/** Where a building faces its street: for buildings whose address says no place. */
import type { LngLat, Metres } from '@doorwalk/core/units'
import { GridIndex } from './grid-index.ts'
import type { OsmExtract } from './osm.ts'
import { boxOf, distance, grownBox, nearestOnRings, nearestOnSegment, type Plane, type XY } from './plane.ts'
import { plainStreet } from './street-name.ts'
import type { Structure } from './structures.ts'

/** How far a house may stand from the street of its address. */
const REACH: Metres = 100
/** A named street this much farther than another is still the front. */
const OTHER_STREET_PENALTY: Metres = 60
const UNNAMED_PENALTY: Metres = 15

export interface StreetFronts {
  /** Point of the outline nearest to the street of that name, else to the nearest street; the middle when none is near. */
  of(structure: Structure, street?: string): LngLat
}

interface Segment {
  from: XY
  to: XY
  name: string
}

export function streetFronts(extract: OsmExtract, plane: Plane): StreetFronts {
  const index = new GridIndex<Segment>()
  for (const way of extract.streets) {
    if (!way.tags.highway || way.tags.highway === 'steps' || way.tags.area === 'yes') continue
    const points = way.refs
      .map((ref) => extract.locate(ref))
      .filter((point) => point !== undefined)
      .map((point) => plane.toXY(point))
    const name = plainStreet(way.tags.name ?? '')
    for (let i = 0; i + 1 < points.length; i++) {
      const segment = { from: points[i]!, to: points[i + 1]!, name }
      index.add(boxOf([segment.from, segment.to]), segment)
    }
  }
  return {
    of(structure, street) {
      const wanted = plainStreet(street ?? '')
      let best: XY = structure.centre
      let least = Infinity
      for (const { from, to, name } of index.near(grownBox(structure.box, REACH))) {
        const onStreet = nearestOnSegment(structure.centre, from, to)
        const front = nearestOnRings(onStreet, structure.rings.slice(0, 1)).at
        const penalty = name === '' ? UNNAMED_PENALTY : wanted && name !== wanted ? OTHER_STREET_PENALTY : 0
        const cost = distance(onStreet, front) + penalty
        if (cost < least) [best, least] = [front, cost]
      }
      return plane.toLngLat(best)
    },
  }
}
