/** Features of a GeoJSON file; a file that is none is refused by what it is. Coordinates are `[lng, lat]` in WGS 84. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { VisibleError } from '@doorwalk/core/error'
import { startAsText } from './encoding.ts'

export interface Feature {
  /** 1-based position in the file. */
  number: number
  properties: Record<string, unknown>
  geometry: GeoJSON.Geometry | null
}

/**
 * Of a FeatureCollection, of a single Feature, or of one Feature a line.
 *
 * @throws VisibleError `geojson.missing`, `geojson.damaged`, `geojson.projected`
 */
export async function readFeatures(file: string, option: string): Promise<Feature[]> {
  const { features } = await readCollection(file, option)
  for (const { number, geometry } of features) {
    const point = firstPosition(geometry)
    if (point && (Math.abs(point[0]) > 180 || Math.abs(point[1]) > 90)) {
      const why = `feature ${number} lies at [${point.join(', ')}], which are no degrees`
      throw failure('geojson.projected', { name: `${option} ${basename(file)}`, why })
    }
  }
  return features
}

function failure(code: string, { name, why }: { name: string; why: string }): VisibleError {
  const expected = 'Expected a GeoJSON FeatureCollection in WGS 84 ([lng, lat])'
  return new VisibleError('input', code, `${name}: ${why}. ${expected}.`)
}

/**
 * Features in whatever coordinates they are, and the coordinate system where the file names one, as it was written
 * before RFC 7946.
 *
 * @throws VisibleError `geojson.missing`, `geojson.damaged`
 */
export async function readCollection(
  file: string,
  option: string,
): Promise<{ features: Feature[]; system?: string }> {
  const name = `${option} ${basename(file)}`
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'ENOENT' ? 'no such file' : `cannot be read (${cause.code})`
    throw failure('geojson.missing', { name, why })
  })
  return collectionIn(bytes, name)
}

/**
 * The same of the bytes of a file.
 *
 * @param name for messages
 * @throws VisibleError `geojson.damaged`
 */
export function collectionIn(bytes: Buffer, name: string): { features: Feature[]; system?: string } {
  const fail = (code: string, why: string) => failure(code, { name, why })
  const text = textOf(bytes)
  const value = text === undefined ? undefined : (parseJson(text) ?? parseLines(text))
  if (value === undefined) throw fail('geojson.damaged', whyNoJson(bytes, text))
  const list = listOf(value)
  if (!list) throw fail('geojson.damaged', whyNoFeatures(value))
  if (list.length === 0) throw fail('geojson.damaged', 'its "features" list is empty')
  const features = list.map((feature, i): Feature => {
    if (!isFeature(feature)) throw fail('geojson.damaged', `feature ${i + 1} is no GeoJSON feature`)
    return { number: i + 1, properties: feature.properties ?? {}, geometry: feature.geometry ?? null }
  })
  const system = systemIn(value)
  return { features, ...(system === undefined ? {} : { system }) }
}

/** Of `"crs": { "type": "name", "properties": { "name": … } }`. */
function systemIn(value: unknown): string | undefined {
  const crs = memberOf(value, 'crs')
  const name = memberOf(memberOf(crs, 'properties'), 'name')
  return typeof name === 'string' ? name : undefined
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}

/** Every ring list of a polygon or multipolygon; undefined for other geometries and for broken coordinates. */
export function polygonsOf(geometry: GeoJSON.Geometry | null): [number, number][][][] | undefined {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return undefined
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  if (!isNested(polygons, 4)) return undefined
  const clean = polygons.map((rings) =>
    rings.map((ring) => ring.map(([lng, lat]): [number, number] => [lng!, lat!])),
  )
  return clean.flat(2).every((point) => point.every(Number.isFinite)) ? clean : undefined
}

/** A list of lists of lists …, so many deep, down to what is no list. */
function isNested(value: unknown, depth: number): boolean {
  if (depth === 0) return true
  return Array.isArray(value) && value.every((item) => isNested(item, depth - 1))
}

/** Undefined for bytes that are no text. */
function textOf(bytes: Buffer): string | undefined {
  try {
    return startAsText(bytes)
      .replace(/^\uFEFF/, '')
      .trim()
  } catch {
    return undefined
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** One Feature a line, as RFC 8142 and ogr2ogr write them; empty lines between them are none. */
function parseLines(text: string): unknown {
  const written = text.split(/\r?\n/).map((line) => line.replace('\u001e', '').trim())
  const lines = written.filter((line) => line !== '').map(parseJson)
  return lines.length > 0 && lines.every(isFeature) ? { features: lines } : undefined
}

/** Longest text that Node holds. Source: `buffer.constants.MAX_STRING_LENGTH` of Node 20 */
const MOST_BYTES = 2 ** 29 - 24

function whyNoJson(bytes: Buffer, text = ''): string {
  if (bytes.length === 0) return 'it is empty'
  if (bytes.length > MOST_BYTES)
    return 'it is larger than 512 MB; cut it to the place, or write it as CSV or GeoPackage'
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    return 'it is no JSON but packed with gzip; unpack it with gunzip'
  if (bytes.subarray(0, 2).toString('latin1') === 'PK')
    return 'it is no JSON but a ZIP archive, perhaps a shapefile; write it with ogr2ogr'
  if (text.startsWith('<'))
    return 'it is no JSON but XML or a web page, perhaps an error instead of the download'
  return 'it is no JSON, or cut off'
}

function whyNoFeatures(value: unknown): string {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined
  if (type === 'Topology')
    return 'it is TopoJSON (no "features" list); write it as GeoJSON, e.g. with mapshaper'
  return typeof type === 'string' ? `it is a ${type} and has no "features" list` : 'it has no "features" list'
}

function listOf(value: unknown): unknown[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if ('features' in value) return Array.isArray(value.features) ? value.features : undefined
  return 'type' in value && value.type === 'Feature' ? [value] : undefined
}

/** Its properties and its geometry may be null, and are when they are left out. */
function isFeature(
  value: unknown,
): value is { properties?: Record<string, unknown> | null; geometry?: GeoJSON.Geometry | null } {
  if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== 'Feature')
    return false
  const properties: unknown = 'properties' in value ? value.properties : null
  const geometry: unknown = 'geometry' in value ? value.geometry : null
  return (
    typeof properties === 'object' &&
    !Array.isArray(properties) &&
    (geometry === null || isGeometry(geometry))
  )
}

function isGeometry(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false
  return 'coordinates' in value || (value.type === 'GeometryCollection' && 'geometries' in value)
}

function firstPosition(geometry: GeoJSON.Geometry | null): [number, number] | undefined {
  let at: unknown = geometry && 'coordinates' in geometry ? geometry.coordinates : undefined
  while (Array.isArray(at) && Array.isArray(at[0])) at = at[0]
  if (!Array.isArray(at)) return undefined
  const lng: unknown = at[0]
  const lat: unknown = at[1]
  return typeof lng === 'number' && typeof lat === 'number' ? [lng, lat] : undefined
}
