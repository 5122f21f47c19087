/**
 * A list in CSV, GeoJSON or JSON as rows of named fields, with the line each came from; what they hold is not looked
 * at.
 */
import { VisibleError, fieldError } from '@doorwalk/core/error'
import { LIMITS } from '@doorwalk/core/request/request'
import { textOf } from '@doorwalk/core/request/text'
import { csvTable, csvText } from './csv-table.ts'
import type { ListFormat } from '../ports/desk.ts'
import { isRecord } from '../store/stored-item.ts'

export interface Row {
  /** Line of a CSV file (the header is 1); else the number of the entry, from 1. */
  line: number
  fields: Map<string, unknown>
}

/** Columns and properties by what people call them. */
export const COLUMNS: Record<string, string> = {
  id: 'id',
  lng: 'lng',
  lon: 'lng',
  longitude: 'lng',
  lat: 'lat',
  latitude: 'lat',
  doors: 'doors',
  priority: 'priority',
  key: 'key',
  number: 'number',
  street: 'street',
  floors: 'floors',
  exclude: 'exclude',
}
export const COLUMN_LIST = 'id, lng, lat, doors, priority, key, number, street, floors, exclude'

/**
 * A table may be in any encoding that spreadsheets write, JSON is UTF-8.
 *
 * @throws VisibleError buildings.malformed, buildings.unknown_field
 */
export function readRows(bytes: Uint8Array, format: ListFormat): Row[] {
  if (format === 'csv') return csvRows(csvText(bytes, malformed))
  const text = textOf(bytes)
  if (text === undefined) throw malformed('JSON that is not UTF-8')
  return jsonRows(text)
}

function csvRows(text: string): Row[] {
  const unknown = (names: string[]): Error => unknownFields(names, 'columns')
  return csvTable(text, { columns: COLUMNS, needed: 'id', malformed, most: LIMITS.targets, tooLong, unknown })
}

function jsonRows(text: string): Row[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw malformed('the body is not JSON')
  }
  const entries = isRecord(value) ? (value['features'] ?? value['targets']) : value
  if (!Array.isArray(entries))
    throw malformed('expected a FeatureCollection, {"targets": […]} or a list of targets')
  return entries.map((entry: unknown, index) => ({ line: index + 1, fields: fieldsOf(entry) }))
}

function fieldsOf(entry: unknown): Map<string, unknown> {
  if (!isRecord(entry)) return new Map([['id', entry]])
  if (entry['type'] !== 'Feature') {
    const { location, address, ...rest } = entry
    return new Map([
      ...Object.entries(rest),
      ...placeFields(location),
      ...Object.entries(isRecord(address) ? address : {}),
    ])
  }
  const { properties, geometry } = entry
  const point = isRecord(geometry) && geometry['type'] === 'Point' ? geometry['coordinates'] : geometry
  const named = isRecord(properties) ? Object.entries(properties) : []
  const id: [string, unknown][] = entry['id'] === undefined ? [] : [['id', entry['id']]]
  return new Map([...id, ...named, ...placeFields(point ?? undefined)])
}

function placeFields(location: unknown): [string, unknown][] {
  if (location === undefined) return []
  if (Array.isArray(location))
    return [
      ['lng', location[0]],
      ['lat', location[1]],
    ]
  return [['lng', location]]
}

function malformed(why: string): VisibleError {
  return fieldError(
    'buildings.malformed',
    '',
    `${why}; expected CSV with a header, GeoJSON points or a JSON list`,
  )
}

function tooLong(most: number): VisibleError {
  return new VisibleError(
    'too_large',
    'buildings.too_many',
    `the list has more than ${most} lines; a campaign keeps at most so many targets in a region`,
  )
}

/** Of these, so many are named. */
const NAMED = 20

function unknownFields(names: string[], what: string): VisibleError {
  const shown = names.slice(0, NAMED).map((name) => name.slice(0, 40))
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : ''
  return new VisibleError(
    'input',
    'buildings.unknown_field',
    `unknown ${what} ${shown.map((name) => `"${name}"`).join(', ')}${more}; remove them, known are ${COLUMN_LIST}`,
    shown.map((name) => ({ pointer: `/${name}`, detail: 'unknown column' })),
  )
}
