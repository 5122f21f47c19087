/** Where a row lies, in the coordinates of its table: a geometry, "lat, lon" in one column, or two columns. */
import { centroid } from '../geometry/plane.ts'
import { polygonsOf } from './geojson.ts'
import { textOf, type Cell } from './table.ts'
import { geometryOf } from './well-known.ts'

/** Usual names of the columns that say it, for any table. */
export const POSITION_NAMES = {
  place: [
    'geo_point_2d',
    'geo_point',
    'geopoint',
    'wkt',
    'geom',
    'geometry',
    'the_geom',
    'geom_groupe',
    'wkb',
    'shape',
  ],
  x: ['lon', 'long', 'lng', 'longitude', 'x', 'x_coord', 'coord_x', 'coordx', 'easting', 'east', 'e'],
  y: ['lat', 'latitude', 'y', 'y_coord', 'coord_y', 'coordy', 'northing', 'north', 'n'],
}

export interface Position {
  at: [x: number, y: number]
  /** Of an outline, each with its rings, the first of them outer. */
  polygons?: [number, number][][][]
}

export interface NoPosition {
  field: 'x' | 'y' | 'place'
  came: string | undefined
  expected: string
}

/** Undefined where nothing is written; a field where something is that is no position. */
export function positionIn(cells: {
  geometry: GeoJSON.Geometry | undefined
  place: Cell
  x: string | undefined
  y: string | undefined
}): Position | NoPosition | undefined {
  if (cells.geometry) {
    const { type } = cells.geometry
    return ofGeometry(cells.geometry) ?? { field: 'place', came: type, expected: 'a point or an outline' }
  }
  if (cells.x !== undefined || cells.y !== undefined) {
    const [x, y] = [decimalOf(cells.x), decimalOf(cells.y)]
    if (x === undefined) return { field: 'x', came: cells.x, expected: 'a longitude in degrees' }
    if (y === undefined) return { field: 'y', came: cells.y, expected: 'a latitude in degrees' }
    return { at: [x, y] }
  }
  if (cells.place === undefined) return undefined
  const placed = geometryOf(cells.place)
  const shaped = placed && ofGeometry(placed)
  if (shaped) return shaped
  const pair = pairIn(textOf(cells.place) ?? '')
  return pair ?? { field: 'place', came: textOf(cells.place), expected: 'a geometry, or latitude, longitude' }
}

const PLAIN_PAIR = /^\(?\s*(-?\d+(?:\.\d+)?)\s*[,; ]\s*(-?\d+(?:\.\d+)?)\s*\)?$/
/** With decimal commas something else stands between the two. */
const COMMA_PAIR = /^\(?\s*(-?\d+,\d+)\s*(?:[;/|]|,?\s)\s*(-?\d+,\d+)\s*\)?$/
/** "48.87° N, 2.34° E" */
const MARKED_PAIR = /^(\d+(?:[.,]\d+)?)\s*°?\s*([NS])[\s,;]+(\d+(?:[.,]\d+)?)\s*°?\s*([EWO])$/i

/** "48.88, 2.35": latitude first, as portals of open data write it. */
function pairIn(text: string): Position | undefined {
  const marked = MARKED_PAIR.exec(text.trim())
  if (marked) {
    const [, lat, side = '', lng, way = ''] = marked
    const [north, east] = [decimalOf(lat)!, decimalOf(lng)!]
    return { at: [/e/i.test(way) ? east : -east, /n/i.test(side) ? north : -north] }
  }
  const [, lat, lng] = PLAIN_PAIR.exec(text) ?? COMMA_PAIR.exec(text) ?? []
  return lng === undefined ? undefined : { at: [decimalOf(lng)!, decimalOf(lat)!] }
}

/** A number with a decimal point or comma, also with spaces or points between thousands. Undefined: it is none. */
export function decimalOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  let clean = text.trim().replace(/(?<=\d)[\s'’\u00a0\u202f](?=\d{3})/gu, '')
  const [comma, point] = [clean.lastIndexOf(','), clean.lastIndexOf('.')]
  if (comma > point) clean = clean.replaceAll('.', '').replace(',', '.')
  else if (comma >= 0) clean = clean.replaceAll(',', '')
  const value = clean === '' ? NaN : Number(clean)
  return Number.isFinite(value) ? value : undefined
}

function ofGeometry(geometry: GeoJSON.Geometry): Position | undefined {
  if (geometry.type === 'Point') return at(geometry.coordinates)
  if (geometry.type === 'MultiPoint') return at(geometry.coordinates[0])
  const polygons = polygonsOf(geometry)
  const outer = polygons?.[0]?.[0]
  if (!polygons || !outer || outer.length < 4) return undefined
  return { at: centroid(outer), polygons }
}

function at(point: number[] | undefined): Position | undefined {
  const [x, y] = point ?? []
  return x !== undefined && y !== undefined && Number.isFinite(x) && Number.isFinite(y)
    ? { at: [x, y] }
    : undefined
}
