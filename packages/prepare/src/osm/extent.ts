/** Where a region is: its box, the plane it is measured on, and what lies in it. */
import { VisibleError } from '@doorwalk/core/error'
import type { LngLat, Metres } from '@doorwalk/core/units'
import type { OsmExtract } from './extract.ts'
import { boxOf, grownBox, Plane, type Box } from '../geometry/plane.ts'

/** Addresses this far outside the box may belong to a building inside. */
const NEAR: Metres = 50

export interface Extent {
  /** West, south, east, north in degrees. */
  bbox: [number, number, number, number]
  plane: Plane
  /** The box in metres. */
  box: Box
  isInside: (point: LngLat) => boolean
  /** Inside or within 50 m. */
  isNear: (point: LngLat) => boolean
}

/**
 * The box of the file's header, else what holds all its buildings and streets.
 *
 * @throws VisibleError `osm.empty` when there is nothing to hold
 */
export function extentOf(extract: OsmExtract): Extent {
  const bbox = extract.bbox ?? boxOf(placesOf(extract))
  const [west, south, east, north] = bbox
  if (!(west < east && south < north)) {
    throw new VisibleError(
      'input',
      'osm.empty',
      `--osm holds no place to prepare: ${extract.streets.length} streets and ${extract.buildingWays.length} buildings were found. Expected an extract with streets and buildings.`,
    )
  }
  const plane = new Plane([(west + east) / 2, (south + north) / 2])
  const box = boxOf([plane.toXY([west, south]), plane.toXY([east, north])])
  const wide = grownBox(box, NEAR)
  return {
    bbox,
    plane,
    box,
    isInside: ([lng, lat]) => lng >= west && lng <= east && lat >= south && lat <= north,
    isNear: (point) => {
      const [x, y] = plane.toXY(point)
      return x >= wide[0] && x <= wide[2] && y >= wide[1] && y <= wide[3]
    },
  }
}

function* placesOf(extract: OsmExtract): Generator<LngLat> {
  for (const way of [...extract.streets, ...extract.buildingWays]) {
    for (const ref of way.refs) {
      const place = extract.locate(ref)
      if (place) yield place
    }
  }
}
