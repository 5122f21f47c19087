/**
 * Areas as programs draw them, GeoJSON (RFC 7946) with what they add to it: heights, boxes, the name of the coordinate
 * system, features with properties. Taken for the polygons they mean; nothing else of them is kept.
 */
import { z } from 'zod'
import { listOf } from './list.ts'

/** [lng, lat], and a height and a measure that nobody reads. */
const DrawnPosition = listOf(z.number())
  .min(2, 'expected [lng, lat]')
  .max(4, 'expected [lng, lat], with a height at most')
  .superRefine(([lng = 0, lat = 0], context) => {
    const check = (value: number, place: number, most: number): void => {
      if (Math.abs(value) <= most) return
      const name = place === 0 ? 'a longitude' : 'a latitude'
      const message = `expected ${name} from -${most} to ${most}; positions are [lng, lat] in WGS 84 degrees`
      context.addIssue({ code: 'custom', path: [place], message, input: value })
    }
    check(lng, 0, 180)
    check(lat, 1, 90)
  })
  .transform(([lng, lat]): [number, number] => [lng!, lat!])
  .describe('[lng, lat] in WGS 84 degrees; a height is not read')

const DrawnRing = listOf(DrawnPosition).min(4, 'expected at least 4 positions, the last like the first')
const Rings = listOf(DrawnRing).min(1, 'expected at least one ring')

/** Of GeoJSON 2008, which many programs still write. */
export const CoordinateSystem = z
  .looseObject({})
  .refine(isWgs84, 'expected WGS 84 ("urn:ogc:def:crs:OGC:1.3:CRS84"); convert the coordinates first')
const extras = {
  bbox: listOf(z.number()).max(6).nullish().describe('not read'),
  crs: CoordinateSystem.nullish().describe('WGS 84, or refused'),
}

const polygon = z.strictObject({
  type: z.literal('Polygon').describe('of GeoJSON'),
  coordinates: Rings.describe('rings: the outer one, then holes; the last position of each is its first'),
  ...extras,
})
const multiPolygon = z.strictObject({
  type: z.literal('MultiPolygon').describe('of GeoJSON'),
  coordinates: listOf(Rings).min(1, 'expected at least one polygon').describe('polygons'),
  ...extras,
})
export const DrawnPolygon = polygon.transform(({ type, coordinates }) => ({ type, coordinates }))
export const DrawnMultiPolygon = multiPolygon.transform(({ type, coordinates }) => ({ type, coordinates }))

/** Members that GeoJSON and those who write it know. Any others are taken, too, and not read. */
const UNREAD = z.unknown().optional().describe('not read')

export const CollectedFeature = z.looseObject({
  type: z.literal('Feature').describe('of GeoJSON'),
  geometry: z.union([DrawnPolygon, DrawnMultiPolygon]).describe('its polygons'),
  id: UNREAD,
  properties: UNREAD,
  bbox: UNREAD,
  crs: extras.crs,
})
export const DrawnFeature = CollectedFeature.transform(({ geometry }) => geometry).describe(
  'its polygons; its properties are not read',
)

/** An export of more is a layer and not an area. */
const MOST_FEATURES = 1_000

export const DrawnCollection = z
  .looseObject({
    type: z.literal('FeatureCollection').describe('of GeoJSON'),
    features: listOf(CollectedFeature)
      .min(1, 'expected at least one feature')
      .max(MOST_FEATURES)
      .describe('all count'),
    name: UNREAD,
    bbox: UNREAD,
    crs: extras.crs,
  })
  .transform(({ features }) => ({
    type: 'MultiPolygon' as const,
    coordinates: features.flatMap(({ geometry }) =>
      geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
    ),
  }))
  .describe('the polygons of all its features')

function isWgs84(crs: Record<string, unknown>): boolean {
  return /CRS:?84|4326/i.test(JSON.stringify(crs))
}
