/**
 * A client's own list of targets, as CSV, GeoJSON or JSON, line by line: what is right is accepted, what is plainly a
 * slip is repaired and reported, the rest is refused with what came and what was expected. Nothing is guessed.
 */
import { z } from '@hono/zod-openapi'
import { parse as parseCsv } from 'csv-parse/sync'
import { VisibleError, fieldError } from '@doorwalk/core/error'
import { TargetOverride } from '@doorwalk/core/request'
import { fieldErrors } from './field-errors.ts'

export interface Repair {
  /** Line of a CSV file (the header is 1); else the number of the entry, from 1. */
  line: number
  field: string
  came: string
  became: string
}

export interface Refusal {
  line: number
  field: string
  came: string
  expected: string
}

export interface TargetList {
  targets: TargetOverride[]
  repaired: Repair[]
  refused: Refusal[]
}

export type ListFormat = 'csv' | 'geojson' | 'json'
export type Bbox = readonly [west: number, south: number, east: number, north: number]

/** Columns and properties by what people call them. */
const COLUMNS: Record<string, string> = {
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
const COLUMN_LIST = 'id, lng, lat, doors, priority, key, number, street, floors, exclude'
const NUMBERS = new Set(['lng', 'lat', 'doors', 'priority', 'floors'])
const BOOLEANS = new Set(['key', 'exclude'])
const YES = new Set(['true', 'yes', 'oui', 'vrai', '1', 'x'])
const NO = new Set(['false', 'no', 'non', 'faux', '0'])

const CsvLines = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

interface Row {
  line: number
  fields: Map<string, unknown>
}

/**
 * @param bbox  of the region: locations outside are refused, swapped ones repaired
 * @throws VisibleError buildings.malformed, buildings.unknown_field
 */
export function readTargetList(
  text: string,
  { format, bbox }: { format: ListFormat; bbox: Bbox },
): TargetList {
  const rows = format === 'csv' ? csvRows(text) : jsonRows(text)
  const list: TargetList = { targets: [], repaired: [], refused: [] }
  const byId = new Map<string, TargetOverride>()
  for (const row of rows) {
    const target = readRow(row, { bbox, list })
    if (!target) continue
    if (byId.has(target.id)) {
      list.repaired.push({
        line: row.line,
        field: 'id',
        came: target.id,
        became: 'replaces the earlier line with this id',
      })
    }
    byId.set(target.id, target)
  }
  list.targets = [...byId.values()]
  return list
}

function csvRows(text: string): Row[] {
  const firstLine = text.slice(0, text.search(/\r?\n|$/))
  const delimiter = [';', '\t', ','].find((candidate) => firstLine.includes(candidate)) ?? ','
  let lines: z.infer<typeof CsvLines>
  try {
    lines = CsvLines.parse(
      parseCsv(text, { bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true }),
    )
  } catch (error) {
    throw malformed(error instanceof Error ? error.message : 'no CSV')
  }
  const header = lines[0]?.record.map((name) => name.trim().toLowerCase()) ?? []
  const unknown = header.filter((name) => COLUMNS[name] === undefined)
  if (unknown.length > 0) throw unknownFields(unknown, 'columns')
  if (!header.includes('id')) throw malformed('the first line names no column "id"')
  return lines.slice(1).map(({ record, info }) => ({
    line: info.lines,
    fields: new Map(
      record.map((value, index) => [COLUMNS[header[index] ?? ''] ?? `column ${index + 1}`, value]),
    ),
  }))
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

function readRow(row: Row, { bbox, list }: { bbox: Bbox; list: TargetList }): TargetOverride | undefined {
  const refuse = (field: string, came: unknown, expected: string): undefined => {
    list.refused.push({ line: row.line, field, came: show(came), expected })
    return undefined
  }
  const clean = new Map<string, string | number | boolean>()
  for (const [field, came] of row.fields) {
    if (COLUMNS[field] !== field) return refuse(field, came, `one of the fields ${COLUMN_LIST}`)
    if (came === undefined || came === null || came === '') continue
    const value = cleanValue(field, came)
    if (value === undefined) {
      return refuse(
        field,
        came,
        NUMBERS.has(field) ? 'a number' : BOOLEANS.has(field) ? 'true or false' : 'a text',
      )
    }
    if (value !== came && String(value) !== came) {
      list.repaired.push({ line: row.line, field, came: show(came), became: String(value) })
    }
    clean.set(field, value)
  }
  let place = [clean.get('lng'), clean.get('lat')]
  const isPlaced = place[0] !== undefined || place[1] !== undefined
  if (isPlaced && !isInBbox(place, bbox)) {
    const swapped = [place[1], place[0]]
    if (!isInBbox(swapped, bbox)) {
      return refuse(
        'lng, lat',
        `${show(place[0])}, ${show(place[1])}`,
        `a place in the region: west, south, east, north ${bbox.join(', ')}`,
      )
    }
    list.repaired.push({
      line: row.line,
      field: 'lng, lat',
      came: place.join(', '),
      became: swapped.join(', '),
    })
    place = swapped
  }
  const pick = (field: string): object => (clean.has(field) ? { [field]: clean.get(field) } : {})
  const value = {
    ...pick('id'),
    ...pick('doors'),
    ...pick('priority'),
    ...pick('key'),
    ...pick('floors'),
    ...pick('exclude'),
    ...(isPlaced && { location: place }),
    ...((clean.has('street') || clean.has('number')) && {
      address: { number: String(clean.get('number') ?? ''), street: String(clean.get('street') ?? '') },
    }),
  }
  const result = TargetOverride.safeParse(value)
  if (result.success) return result.data
  const first = fieldErrors(result.error.issues, { target: 'json', value })[0]
  const field = first?.pointer.split('/').at(-1) ?? ''
  return refuse(field, row.fields.get(field), first?.detail ?? 'a target')
}

/** Undefined when no reading makes sense. */
function cleanValue(field: string, came: unknown): string | number | boolean | undefined {
  if (NUMBERS.has(field)) {
    if (typeof came === 'number') return came
    const text = typeof came === 'string' ? came.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2') : ''
    return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
  }
  if (BOOLEANS.has(field)) {
    const word =
      typeof came === 'string' || typeof came === 'number' ? String(came).trim().toLowerCase() : came
    if (typeof word === 'boolean') return word
    return typeof word === 'string' && YES.has(word)
      ? true
      : typeof word === 'string' && NO.has(word)
        ? false
        : undefined
  }
  if (typeof came === 'number') return String(came)
  return typeof came === 'string' ? came.trim().replace(/\s+/g, ' ') : undefined
}

function isInBbox([lng, lat]: unknown[], [west, south, east, north]: Bbox): boolean {
  if (typeof lng !== 'number' || typeof lat !== 'number') return false
  return lng >= west && lng <= east && lat >= south && lat <= north
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

function malformed(why: string): VisibleError {
  return fieldError(
    'buildings.malformed',
    '',
    `${why}; expected CSV with a header, GeoJSON points or a JSON list`,
  )
}

function unknownFields(names: string[], what: string): VisibleError {
  return new VisibleError(
    'input',
    'buildings.unknown_field',
    `unknown ${what} ${names.map((name) => `"${name.slice(0, 40)}"`).join(', ')}; remove them, known are ${COLUMN_LIST}`,
    names.map((name) => ({ pointer: `/${name.slice(0, 40)}`, detail: 'unknown column' })),
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
