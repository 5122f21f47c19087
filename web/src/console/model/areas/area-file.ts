/** A file with an area that somebody chose: its polygons alone, checked before it is sent; properties stay here. */
import type { Bbox } from '@doorwalk/core/area/polygon'

export type FileFault =
  | 'not_json'
  | 'not_kml'
  /** A KML that only names where the map is. */
  | 'linked'
  | 'not_geojson'
  /** Points and lines have no inside. */
  | 'no_polygon'
  /** Metres of a national grid, or latitude before longitude. */
  | 'not_degrees'
  | 'swapped'
  | 'open_ring'
  | 'outside'
  | 'too_many'

export type FileRead = { shape: GeoJSON.MultiPolygon; polygons: number } | { fault: FileFault }

/** Corners of all that is drawn in one area, as the API takes it. */
export const MOST_CORNERS = 10_000

type Ring = GeoJSON.Position[]

export function readAreaFile(text: string, bbox: Bbox): FileRead {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return { fault: 'not_json' }
  }
  return readAreaShapes(json, bbox)
}

/** @param json  GeoJSON, or whatever came in its place */
export function readAreaShapes(json: unknown, bbox: Bbox): FileRead {
  const found = polygonsOf(json)
  if (found === null) return { fault: 'not_geojson' }
  if (found.length === 0) return { fault: 'no_polygon' }
  const fault = faultOf(found, bbox)
  if (fault !== null) return { fault }
  const coordinates = found.map((polygon) => polygon.map((ring) => ring.map(([lng, lat]) => [lng!, lat!])))
  return { shape: { type: 'MultiPolygon', coordinates }, polygons: found.length }
}

function faultOf(polygons: Ring[][], bbox: Bbox): FileFault | null {
  const rings = polygons.flat()
  const corners = rings.flat()
  if (corners.length > MOST_CORNERS) return 'too_many'
  if (corners.some(([lng, lat]) => Math.abs(lng!) > 180 || Math.abs(lat!) > 90)) {
    return corners.every(([lng, lat]) => Math.abs(lat!) <= 180 && Math.abs(lng!) <= 90)
      ? 'swapped'
      : 'not_degrees'
  }
  if (rings.some((ring) => ring.length < 4 || !isSame(ring[0]!, ring.at(-1)!))) return 'open_ring'
  if (meets(corners, bbox)) return null
  return meets(
    corners.map(([lng, lat]) => [lat!, lng!]),
    bbox,
  )
    ? 'swapped'
    : 'outside'
}

function isSame(one: GeoJSON.Position, other: GeoJSON.Position): boolean {
  return one[0] === other[0] && one[1] === other[1]
}

/** Whether the boxes of both touch. */
function meets(corners: GeoJSON.Position[], [west, south, east, north]: Bbox): boolean {
  const lngs = corners.map(([lng]) => lng!)
  const lats = corners.map(([, lat]) => lat!)
  const [least, most] = [(all: number[]) => Math.min(...all), (all: number[]) => Math.max(...all)]
  return least(lngs) <= east && most(lngs) >= west && least(lats) <= north && most(lats) >= south
}

/** Null: this is no GeoJSON. */
function polygonsOf(json: unknown): Ring[][] | null {
  if (typeof json !== 'object' || json === null) return null
  const { type, coordinates, geometry, geometries, features } = json as Record<string, unknown>
  switch (type) {
    case 'Polygon':
      return isPolygon(coordinates) ? [coordinates] : null
    case 'MultiPolygon':
      return Array.isArray(coordinates) && coordinates.every(isPolygon) ? coordinates : null
    case 'Feature':
      return geometry === null ? [] : polygonsOf(geometry)
    case 'FeatureCollection':
      return all(features)
    case 'GeometryCollection':
      return all(geometries)
    case 'Point':
    case 'MultiPoint':
    case 'LineString':
    case 'MultiLineString':
      return []
    default:
      return null
  }
}

function all(parts: unknown): Ring[][] | null {
  if (!Array.isArray(parts)) return null
  const found = parts.map(polygonsOf)
  return found.includes(null) ? null : found.flatMap((one) => one ?? [])
}

function isPolygon(value: unknown): value is Ring[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((ring) => Array.isArray(ring) && ring.length > 0 && ring.every(isPosition))
  )
}

function isPosition(value: unknown): value is GeoJSON.Position {
  return (
    Array.isArray(value) &&
    value.length >= 2 &&
    value.slice(0, 2).every((number) => typeof number === 'number' && Number.isFinite(number))
  )
}
