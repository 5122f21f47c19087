/**
 * Where a region is: its box, the plane it is measured on, and what lies in it. The box is what the objects of the
 * extract say; the header of the file is a hint, and followed as far as the objects agree.
 */
import { VisibleError } from '@doorwalk/core/error'
import { boxesOverlap, boxHolds, middleOf, widthOf, type DegreeBox } from '@doorwalk/core/region/box'
import { degreesEast, type LngLat, type Metres } from '@doorwalk/core/units'
import { boxAround, grownBy } from '../geometry/degree-box.ts'
import { Plane } from '../geometry/plane.ts'
import type { OsmExtract, OsmWay } from './extract.ts'
import { isBuilding } from './filter.ts'

/** Addresses this far outside the box may belong to a building inside. */
const NEAR: Metres = 50
/** A header's box is cut down to what stands in it, with so much around. */
const MARGIN: Metres = 1000
/**
 * A box that reaches further beyond the last object is none of this file. Coastal extracts reach 12 nautical miles out
 * to sea (22 km, United Nations Convention on the Law of the Sea, article 3).
 */
const BEYOND: Metres = 25_000
/**
 * Of the buildings, or of the streets, this share may lie wholly outside the header's box: cutting leaves none there,
 * except for members of relations that were completed.
 */
const STRAY_SHARE = 0.01

export interface Extent {
  /** West, south, east, north in degrees; west > east where it crosses the antimeridian. */
  bbox: [number, number, number, number]
  /** Who said so: objects, also where they cut the header's box down. */
  by: 'header' | 'objects'
  plane: Plane
  isInside: (point: LngLat) => boolean
  /** With 50 m around: what lies here may belong to a building inside. */
  near: DegreeBox
  /** In that box. */
  isNear: (point: LngLat) => boolean
  /** What the header says against the objects. */
  warnings: string[]
}

/**
 * The box of the file's header where it agrees with the objects, else what holds all buildings, addresses and streets.
 *
 * @throws VisibleError `osm.empty` when there is nothing to hold
 */
export function extentOf(extract: OsmExtract): Extent {
  const objects = boxAround(placesOf(extract))
  if (!objects) throw empty(extract)
  const { box, warnings } = agreed(extract, objects)
  const bbox: Extent['bbox'] = [...(box ?? outward(grownWhereFlat(objects)))]
  const near = grownBy(bbox, NEAR)
  return {
    bbox,
    by: box && said(box) === said(extract.bbox!) ? 'header' : 'objects',
    plane: new Plane(middleOf(bbox)),
    isInside: (point) => boxHolds(bbox, point),
    near,
    isNear: (point) => boxHolds(near, point),
    warnings,
  }
}

/** The header's box as far as it holds; without a box the objects alone count. */
function agreed(extract: OsmExtract, objects: DegreeBox): { box?: DegreeBox; warnings: string[] } {
  const header = extract.bbox
  if (!header) return { warnings: [] }
  const against = (why: string, box?: DegreeBox) => ({
    ...(box ? { box } : {}),
    warnings: [
      `The header of the extract says its box is ${said(header)}, but ${why}. The region is what the objects say: ${said(box ?? objects)}.`,
    ],
  })
  if (!isBox(header)) return against('that is no box')
  const buildings = strays(
    extract.buildingWays.filter(({ tags }) => isBuilding(tags)),
    { extract, header },
  )
  const streets = strays(extract.streets, { extract, header })
  if (buildings.share > STRAY_SHARE || streets.share > STRAY_SHARE || !boxesOverlap(header, objects)) {
    const [west, south, east, north] = header
    const isSwapped = boxesOverlap([south, west, north, east], objects) && !boxesOverlap(header, objects)
    return against(
      `${buildings.out} of ${buildings.of} buildings and ${streets.out} of ${streets.of} streets lie outside it` +
        (isSwapped ? ' (its longitudes and latitudes are swapped)' : ''),
    )
  }
  const box = commonBox(grownBy(objects, MARGIN), header)
  const beyond = commonBox(grownBy(objects, BEYOND), header)
  if (said(beyond) !== said(header)) return against('nothing of it lies so far out', box)
  return { box, warnings: [] }
}

function isBox([west, south, east, north]: DegreeBox): boolean {
  const isOnEarth = [west, east].every((lng) => Math.abs(lng) <= 180) && south >= -90 && north <= 90
  return isOnEarth && south < north && west !== east
}

function strays(
  ways: OsmWay[],
  { extract, header }: { extract: OsmExtract; header: DegreeBox },
): { out: number; of: number; share: number } {
  let [out, of] = [0, 0]
  for (const { refs } of ways) {
    let [isPlaced, isIn] = [false, false]
    for (const ref of refs) {
      const place = extract.locate(ref)
      if (!place) continue
      isPlaced = true
      if ((isIn = boxHolds(header, place))) break
    }
    if (isPlaced) of++
    if (isPlaced && !isIn) out++
  }
  return { out, of, share: of === 0 ? 0 : out / of }
}

/** What two boxes share; they overlap, and the first is the narrower where both are wide. */
function commonBox(a: DegreeBox, b: DegreeBox): DegreeBox {
  const [south, north] = [Math.max(a[1], b[1]), Math.min(a[3], b[3])]
  const [start, width] = [degreesEast(a[0], b[0]), widthOf(b)]
  // Degrees east of the first box's west; the second may also begin a turn before.
  const spans = [start, start + 360, start - 360].map((from) => [
    Math.max(0, from),
    Math.min(widthOf(a), from + width),
  ])
  const [from, to] = spans.reduce((best, span) => (span[1]! - span[0]! > best[1]! - best[0]! ? span : best))
  // Sides that stay are not computed anew: they keep their digits.
  const side = (offset: number) => [a[0], a[2], b[0], b[2]].find((lng) => sameTurn(lng, a[0] + offset))
  return [side(from!) ?? degreesEast(0, a[0] + from!), south, side(to!) ?? degreesEast(0, a[0] + to!), north]
}

function sameTurn(a: number, b: number): boolean {
  const apart = Math.abs(a - b) % 360
  return Math.min(apart, 360 - apart) < 1e-9
}

/** A single place, or a street due east, gets some ground. */
function grownWhereFlat(box: DegreeBox): DegreeBox {
  return widthOf(box) > 0 && box[3] > box[1] ? box : grownBy(box, NEAR)
}

/** Places are rounded to 1e-6 degrees later: what stands on the edge must stay inside. */
function outward([west, south, east, north]: DegreeBox): DegreeBox {
  const down = (degrees: number) => Math.floor(degrees * 1e6) / 1e6
  return [down(west), down(south), -down(-east), -down(-north)]
}

function said(box: DegreeBox): string {
  return box.map((degrees) => Number(degrees.toFixed(5))).join(', ')
}

function* placesOf(extract: OsmExtract): Generator<LngLat> {
  for (const way of [...extract.streets, ...extract.buildingWays]) {
    for (const ref of way.refs) {
      const place = extract.locate(ref)
      if (place) yield place
    }
  }
  for (const { location, tags } of extract.nodes.values()) if (tags['addr:housenumber']) yield location
}

function empty({ streets, buildingWays, counts }: OsmExtract): VisibleError {
  const lost =
    counts.missingNodes > 0 ? `, but the places of their ${counts.missingNodes} nodes are missing` : ''
  return new VisibleError(
    'input',
    'osm.empty',
    `--osm holds no place to prepare: ${streets.length} streets and ${buildingWays.length} buildings were found${lost}. Expected an extract with streets and buildings and with their nodes.`,
  )
}
