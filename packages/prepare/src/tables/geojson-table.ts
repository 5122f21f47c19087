/** A GeoJSON file as a table: its properties are the columns. */
import { basename } from 'node:path'
import { readCollection, type Feature } from './geojson.ts'
import type { AnyRow, AnyTable, Cell } from './table.ts'

/** @throws VisibleError `geojson.missing`, `geojson.damaged`. Cost: the whole file in memory. */
export async function openGeoJson(file: string, option: string): Promise<AnyTable> {
  const { features, system } = await readCollection(file, option)
  const columns = new Set<string>()
  for (const { properties } of features) for (const name in properties) columns.add(name)
  return {
    name: `${option} ${basename(file)}`,
    format: 'GeoJSON',
    columns: [...columns],
    hasGeometry: features.some(({ geometry }) => geometry !== null),
    ...(system === undefined ? {} : { system }),
    rows: (names) => rowsOf(features, names),
  }
}

async function* rowsOf(features: Feature[], names: readonly string[]): AsyncGenerator<AnyRow> {
  for (const { number, properties, geometry } of features) {
    const cells = names.map((name) => cellOf(properties[name]))
    yield { line: number, cells, ...(geometry ? { geometry } : {}) }
  }
}

/** Lists of names and numbers become text with `;` between; other nested values are no cell. */
export function cellOf(value: unknown): Cell {
  if (typeof value === 'string') return value === '' ? undefined : value
  if (typeof value === 'number') return Number.isNaN(value) ? undefined : value
  if (typeof value === 'bigint') return String(value)
  if (value instanceof Uint8Array) return value
  if (!Array.isArray(value)) return undefined
  const parts = value.map(cellOf).filter((part) => typeof part === 'string' || typeof part === 'number')
  return parts.length > 0 ? parts.join(';') : undefined
}
