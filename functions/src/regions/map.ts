/** Streets and building outlines of a region as GeoJSON, for a map without any tile server. */
import type { Bbox } from '@doorwalk/core/area/polygon'
import { fieldError } from '@doorwalk/core/error'
import type { Regions } from '@doorwalk/core/ports'
import type { LngLat } from '@doorwalk/core/units'
import type { MapFeatures } from '@doorwalk/core/paper/map-svg'

/** 1e-6 degrees are 0.1 m; the tiles hold ten times more. */
const DECIMALS = 1e6
/** More than a degree is no city: listing the cells of such a box takes longer than the answer is worth. */
const MAX_DEGREES = 1

/** One MultiLineString per street name and class, one Polygon per building. */
export async function mapCollection(
  regions: Regions,
  { region, bbox }: { region: string; bbox: Bbox | undefined },
) {
  const manifest = await regions.manifest(region)
  // Street code, loaded when a map is asked for: the thin API function starts without it.
  const { mapFeatures } = await import('@doorwalk/core/paper/map-features')
  return featureCollection(await mapFeatures(regions, { manifest, bbox }), DECIMALS)
}

/** @param scale  10 to the number of decimals of a coordinate */
export function featureCollection({ streets, footprints }: MapFeatures, scale: number) {
  const rounded = ([lng, lat]: LngLat): LngLat => [
    Math.round(lng * scale) / scale,
    Math.round(lat * scale) / scale,
  ]
  const lines = new Map<string, { name: string; class: string; coordinates: LngLat[][] }>()
  for (const street of streets) {
    const key = `${street.class} ${street.name}`
    const line = lines.get(key) ?? { name: street.name, class: street.class, coordinates: [] }
    line.coordinates.push(street.coordinates.map(rounded))
    lines.set(key, line)
  }
  return {
    type: 'FeatureCollection' as const,
    features: [
      ...footprints.map(({ id, rings }) => ({
        type: 'Feature' as const,
        properties: { kind: 'building', id },
        geometry: { type: 'Polygon', coordinates: rings.map((ring) => ring.map(rounded)) },
      })),
      ...[...lines.values()].map((line) => ({
        type: 'Feature' as const,
        properties: { kind: 'street', name: line.name, class: line.class },
        geometry: { type: 'MultiLineString', coordinates: line.coordinates },
      })),
    ],
  }
}

/** @throws VisibleError request.bbox */
export function parseBbox(text: string | undefined): Bbox | undefined {
  if (text === undefined) return undefined
  const [west = NaN, south = NaN, east = NaN, north = NaN, ...more] = text
    .split(',')
    .map((part) => (part.trim() === '' ? NaN : Number(part)))
  const isOnEarth = west >= -180 && east <= 180 && south >= -90 && north <= 90
  const isBox = west < east && south < north && east - west <= MAX_DEGREES && north - south <= MAX_DEGREES
  if (isOnEarth && isBox && more.length === 0) return [west, south, east, north]
  throw fieldError(
    'request.bbox',
    '?bbox',
    `got "${text}"; expected west,south,east,north in degrees, west < east, south < north, at most ${MAX_DEGREES} degree wide`,
  )
}
