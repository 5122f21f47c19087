/** Electoral precincts that overlap the region, with every number of their source. */
import { basename } from 'node:path'
import { VisibleError } from '@doorwalk/core/error'
import { middleOf, type DegreeBox } from '@doorwalk/core/region/box'
import type { Precinct } from '@doorwalk/core/region/region'
import { degreesEast, type LngLat } from '@doorwalk/core/units'
import { shareInside } from '../geometry/degree-box.ts'
import { boxOf, isInside, Plane, signedArea, type Box, type XY } from '../geometry/plane.ts'
import { groupBy } from '../lists/group-by.ts'
import { polygonsOf, readFeatures, type Feature } from '../tables/geojson.ts'
import { numberColumn } from '../tables/number-text.ts'
import { CODE_FIELDS, codeFieldOf, codeOf, communeField, isName } from './precinct-codes.ts'

/** A sliver below this is a neighbour drawn a little over the border, not a part of the region. */
const MIN_OVERLAP_M2 = 100

export interface Precincts {
  list: Precinct[]
  codeField: string
  read: number
  /** What was left out, mended or joined, a sentence each. */
  notes: string[]
  /** Code of the precinct at a place, or undefined. */
  at(place: LngLat): string | undefined
}

/** A feature and its area. */
interface Drawn extends Feature {
  /** Rings are closed and have an area. */
  polygons: LngLat[][][]
  m2: number
}

/** Of a file that is read whole. */
const WORLD: DegreeBox = [-180, -90, 180, 90]

/**
 * Features of one code are one precinct, unless another property says that they lie in several communes; then all codes
 * get the commune before them. Without a box every area is one, however small.
 *
 * @throws VisibleError `geojson.*`, `precincts.code`, `precincts.polygon`, `precincts.elsewhere`
 */
export async function readPrecincts(file: string, { bbox }: { bbox?: DegreeBox } = {}): Promise<Precincts> {
  const name = `--precincts ${basename(file)}`
  const features = await readFeatures(file, '--precincts')
  const { drawn, notes } = drawnOf(features, name)
  const codeField = codeFieldOf(drawn)
  if (codeField === undefined) {
    throw new VisibleError(
      'input',
      'precincts.code',
      `${name}: no property names every precinct; expected one of ${CODE_FIELDS.join(', ')}, found ${Object.keys(drawn[0]?.properties ?? {}).join(', ')}.`,
    )
  }
  notes.push(...readNumbers(drawn, codeField))
  const here = bbox ? drawn.filter((feature) => isIn(feature, bbox)) : drawn
  if (bbox && here.length === 0) throw elsewhere(name, { drawn, bbox })
  const commune = communeField(here, codeField)
  const fullCode = ({ properties }: Drawn) =>
    commune === undefined
      ? codeOf(properties, codeField)
      : `${codeOf(properties, commune)}_${codeOf(properties, codeField)}`
  if (commune !== undefined)
    notes.push(
      `one "${codeField}" names precincts of several "${commune}", so both together are the code, such as ${JSON.stringify(fullCode(here[0]!))}`,
    )
  const list = [...groupBy(here, fullCode)].map(([code, parts]) => joined(code, { parts, notes }))
  return { list, codeField, read: features.length, notes, at: finder(list, bbox ?? WORLD) }
}

/** Features that are areas; the others are left out, and said. */
function drawnOf(features: Feature[], name: string): { drawn: Drawn[]; notes: string[] } {
  const drawn: Drawn[] = []
  const notes: string[] = []
  for (const feature of features) {
    const polygons = areasOf(feature.geometry).flatMap(closedRings)
    const m2 = polygons.reduce((sum, [outer]) => sum + squareMetres(outer!), 0)
    if (m2 > 0) drawn.push({ ...feature, polygons, m2 })
    else notes.push(`feature ${feature.number} is left out: ${whatItIs(feature.geometry)}, no area`)
  }
  if (drawn.length > 0) return { drawn, notes }
  throw new VisibleError(
    'input',
    'precincts.polygon',
    `${name}: feature 1 is ${whatItIs(features[0]!.geometry)}, and no other is an area; expected a Polygon or MultiPolygon for each precinct.`,
  )
}

function areasOf(geometry: GeoJSON.Geometry | null): LngLat[][][] {
  if (geometry?.type === 'GeometryCollection') return geometry.geometries.flatMap(areasOf)
  return polygonsOf(geometry) ?? []
}

/** A polygon with its rings closed, or none when its outline has no area. */
function closedRings(rings: LngLat[][]): LngLat[][][] {
  const closed = rings.map((ring) => {
    const [first, last] = [ring[0], ring.at(-1)]
    return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring
  })
  const [outline, ...holes] = closed
  if (!outline || squareMetres(outline) === 0) return []
  return [[outline, ...holes.filter((ring) => squareMetres(ring) > 0)]]
}

function squareMetres(ring: LngLat[]): number {
  const [first] = ring
  if (!first) return 0
  const plane = new Plane(first)
  return Math.abs(signedArea(ring.map((place) => plane.toXY(place, first))))
}

function whatItIs(geometry: GeoJSON.Geometry | null): string {
  if (!geometry) return 'a feature without geometry'
  return polygonsOf(geometry) || !/Polygon/.test(geometry.type)
    ? `a ${geometry.type}`
    : `a ${geometry.type} with broken coordinates`
}

/** Texts that are numbers become numbers, in place, property by property. */
function readNumbers(drawn: Drawn[], codeField: string): string[] {
  const notes: string[] = []
  const fields = new Set(drawn.flatMap(({ properties }) => Object.keys(properties)))
  for (const field of fields) {
    if (field === codeField || isName(field)) continue
    const texts = drawn
      .map(({ properties }) => properties[field])
      .filter((value) => typeof value === 'string')
    const column = numberColumn(texts)
    if (column.kind === 'unclear')
      notes.push(
        `"${field}" stays text: ${JSON.stringify(column.text)} may be a decimal comma or one between thousands; write it as a number`,
      )
    if (column.kind !== 'numbers') continue
    for (const feature of drawn) {
      const value = feature.properties[field]
      if (typeof value === 'string')
        feature.properties = { ...feature.properties, [field]: column.values.get(value) ?? null }
    }
    const [example] = [...column.values].filter(([, value]) => value !== null)
    notes.push(
      `"${field}" is text and read as numbers (${texts.length}), such as ${JSON.stringify(example?.[0])} as ${example?.[1]}`,
    )
  }
  return notes
}

function isIn({ polygons }: Drawn, bbox: DegreeBox): boolean {
  return polygons.some(([outline]) => shareInside(outline!, bbox) * squareMetres(outline!) >= MIN_OVERLAP_M2)
}

/** One precinct of all features that have its code. Where they differ the larger part is right. */
function joined(code: string, { parts, notes }: { parts: Drawn[]; notes: string[] }): Precinct {
  const [main, ...others] = parts.toSorted((a, b) => b.m2 - a.m2 || a.number - b.number)
  const properties = plainProperties(main!.properties)
  if (others.length > 0) {
    const differ = Object.keys(properties).filter((field) =>
      others.some((other) => (other.properties[field] ?? null) !== properties[field]),
    )
    const numbers = parts.map(({ number }) => number).join(' and ')
    const which = differ.map((field) => `"${field}"`).join(', ')
    notes.push(
      `features ${numbers} are one precinct, ${JSON.stringify(code)}` +
        (differ.length > 0 ? `; they differ in ${which}, where the larger part counts` : ''),
    )
  }
  const polygons = new Map(
    parts.flatMap((part) => part.polygons.map((rings) => [JSON.stringify(rings), rings])),
  )
  const coordinates = [...polygons.values()]
  const geometry: Precinct['geometry'] =
    coordinates.length === 1 && main!.geometry?.type !== 'MultiPolygon'
      ? { type: 'Polygon', coordinates: coordinates[0]! }
      : { type: 'MultiPolygon', coordinates }
  return { code, properties, geometry }
}

function plainProperties(properties: Record<string, unknown>): Precinct['properties'] {
  const kept: Precinct['properties'] = {}
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === 'number' || typeof value === 'string' || value === null) kept[key] = value
  }
  return kept
}

/** Longitudes are counted from the middle of the region, so that the antimeridian is no edge. */
function finder(list: Precinct[], bbox: DegreeBox): Precincts['at'] {
  const [middle] = middleOf(bbox)
  const flat = ([lng, lat]: number[]): XY => [degreesEast(middle, lng!), lat!]
  const shapes = list.map(({ code, geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    const rings = polygons.map((polygon) => polygon.map((ring) => ring.map(flat)))
    return { code, rings, box: boxOf(rings.flat(2)) }
  })
  return (place) => {
    const point = flat(place)
    return shapes.find(({ rings, box }) => isInBox(point, box) && rings.some((each) => isInside(point, each)))
      ?.code
  }
}

function isInBox([x, y]: XY, [west, south, east, north]: Box): boolean {
  return x >= west && y >= south && x <= east && y <= north
}

function elsewhere(name: string, { drawn, bbox }: { drawn: Drawn[]; bbox: DegreeBox }): VisibleError {
  const swap = (feature: Drawn): Drawn => ({
    ...feature,
    polygons: feature.polygons.map((rings) => rings.map((ring) => ring.map(([a, b]): LngLat => [b, a]))),
  })
  const isSwapped = drawn.some((feature) => isIn(swap(feature), bbox))
  const first = drawn[0]!.polygons[0]![0]![0]!
  return new VisibleError(
    'input',
    'precincts.elsewhere',
    `${name}: none of ${drawn.length} areas lies in the region (west, south, east, north ${bbox.join(', ')}); the first begins at [${first.join(', ')}]. ` +
      (isSwapped
        ? 'Its longitudes and latitudes are swapped; expected [lng, lat].'
        : 'Expected precincts of the place that --osm holds.'),
  )
}
