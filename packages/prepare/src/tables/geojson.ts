/** Reads a GeoJSON FeatureCollection and says clearly when a file is none. Coordinates are `[lng, lat]` in WGS 84. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { VisibleError } from '@doorwalk/core/error'

export interface Feature {
  /** 1-based position in the file. */
  number: number
  properties: Record<string, unknown>
  geometry: GeoJSON.Geometry | null
}

/** @throws VisibleError `geojson.missing`, `geojson.damaged`, `geojson.projected` */
export async function readFeatures(file: string, option: string): Promise<Feature[]> {
  const name = `${option} ${basename(file)}`
  const fail = (code: string, why: string) =>
    new VisibleError(
      'input',
      code,
      `${name}: ${why}. Expected a GeoJSON FeatureCollection in WGS 84 ([lng, lat]).`,
    )
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'ENOENT' ? 'no such file' : `cannot be read (${cause.code})`
    throw fail('geojson.missing', why)
  })
  const value = parseJson(text)
  if (value === undefined) throw fail('geojson.damaged', 'it is no JSON')
  if (!isCollection(value)) throw fail('geojson.damaged', 'it has no "features" list')
  if (value.features.length === 0) throw fail('geojson.damaged', 'its "features" list is empty')
  const features = value.features.map((feature, i): Feature => {
    if (!isFeature(feature)) throw fail('geojson.damaged', `feature ${i + 1} is no GeoJSON feature`)
    return { number: i + 1, properties: feature.properties ?? {}, geometry: feature.geometry }
  })
  for (const { number, geometry } of features) {
    const point = firstPosition(geometry)
    if (point && (Math.abs(point[0]) > 180 || Math.abs(point[1]) > 90)) {
      throw fail('geojson.projected', `feature ${number} lies at [${point.join(', ')}], which are no degrees`)
    }
  }
  return features
}

/** Every ring list of a polygon or multipolygon; undefined for other geometries and for broken coordinates. */
export function polygonsOf(geometry: GeoJSON.Geometry | null): [number, number][][][] | undefined {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return undefined
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const clean = polygons.map((rings) =>
    rings.map((ring) => ring.map(([lng, lat]): [number, number] => [lng!, lat!])),
  )
  return clean.flat(2).every((point) => point.every(Number.isFinite)) ? clean : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

function isCollection(value: unknown): value is { features: unknown[] } {
  return typeof value === 'object' && value !== null && 'features' in value && Array.isArray(value.features)
}

function isFeature(
  value: unknown,
): value is { properties: Record<string, unknown> | null; geometry: GeoJSON.Geometry | null } {
  if (typeof value !== 'object' || value === null || !('properties' in value) || !('geometry' in value))
    return false
  const { properties, geometry } = value
  if (typeof properties !== 'object') return false
  return (
    geometry === null || (typeof geometry === 'object' && 'type' in geometry && 'coordinates' in geometry)
  )
}

function firstPosition(geometry: GeoJSON.Geometry | null): [number, number] | undefined {
  let at: unknown = geometry && 'coordinates' in geometry ? geometry.coordinates : undefined
  while (Array.isArray(at) && Array.isArray(at[0])) at = at[0]
  if (!Array.isArray(at)) return undefined
  const lng: unknown = at[0]
  const lat: unknown = at[1]
  return typeof lng === 'number' && typeof lat === 'number' ? [lng, lat] : undefined
}
