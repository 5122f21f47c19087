/** GeoJSON, or a list of targets in JSON, as a sheet: each entry is a line, its properties are cells. */
import { VisibleError } from '@doorwalk/core/error'
import { cellOf } from '../tables/geojson-table.ts'
import { collectionIn } from '../tables/geojson.ts'
import { unreadable } from './list-error.ts'
import type { Sheet, SheetCell, SheetRow } from './sheet.ts'

interface Entry {
  properties: Record<string, unknown>
  geometry?: GeoJSON.Geometry
}

/** @throws VisibleError list.damaged */
export function openJsonSheet(bytes: Buffer, name: string): Sheet {
  const list = listIn(bytes)
  if (list) return sheetOf('JSON', list.map(entryOf))
  try {
    const { features, system } = collectionIn(bytes, name)
    const entries = features.map(({ properties, geometry }): Entry => ({
      properties: flat(properties),
      ...(geometry ? { geometry } : {}),
    }))
    return { ...sheetOf('GeoJSON', entries), ...(system === undefined ? {} : { system }) }
  } catch (cause) {
    if (!(cause instanceof VisibleError)) throw cause
    throw unreadable('list.damaged', name, { code: 'badJson', why: cause.message.replace(`${name}: `, '') })
  }
}

/** `[…]` or `{"targets": […]}`. */
function listIn(bytes: Buffer): unknown[] | undefined {
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
  if (Array.isArray(value)) return value as unknown[]
  return isRecord(value) && Array.isArray(value['targets']) ? value['targets'] : undefined
}

function entryOf(value: unknown): Entry {
  if (!isRecord(value)) return { properties: {} }
  if (value['type'] === 'Feature') {
    const { properties, geometry } = value
    return {
      properties: flat(isRecord(properties) ? properties : {}),
      ...(isRecord(geometry) ? { geometry: geometry as unknown as GeoJSON.Geometry } : {}),
    }
  }
  const { location, ...rest } = value
  const place: Record<string, unknown> = Array.isArray(location)
    ? { lng: location[0] as unknown, lat: location[1] as unknown }
    : { location }
  return { properties: { ...flat(rest), ...(location === undefined ? {} : place) } }
}

/** What is inside of a cell becomes cells of its own: `"address": {"number": …, "street": …}`. */
function flat(properties: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) =>
      isRecord(value) ? Object.entries(value) : [[name, value]],
    ),
  )
}

function sheetOf(format: 'GeoJSON' | 'JSON', entries: readonly Entry[]): Sheet {
  const header = [...new Set(entries.flatMap(({ properties }) => Object.keys(properties)))]
  return { format, isHidden: false, header, rows: () => rowsOf(entries, header) }
}

async function* rowsOf(entries: readonly Entry[], header: readonly string[]): AsyncGenerator<SheetRow> {
  for (const [index, { properties, geometry }] of entries.entries()) {
    const cells = header.map((name) => cellIn(properties[name]))
    yield { line: index + 1, cells, ...(geometry ? { geometry } : {}) }
  }
}

function cellIn(value: unknown): SheetCell {
  if (typeof value === 'boolean') return value
  const cell = cellOf(value)
  return cell instanceof Uint8Array ? undefined : cell
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
