/** Registers of dwellings for tests, in every format that is read. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LngLat } from '@doorwalk/core/units'
import sqlite from 'node-sqlite3-wasm'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { fileWith } from './prepared.ts'

type Value = string | number | null

/** Lines of a CSV. */
export async function csvOf(lines: string[], name = 'register.csv'): Promise<string> {
  return fileWith(name, lines.join('\n'))
}

export interface Layer {
  name: string
  /** Column and its type. */
  columns: [name: string, type: string][]
  rows: Value[][]
  /** A GeoPackage layer: points, one for each row, and its coordinate system. */
  points?: { at: (LngLat | undefined)[]; srid: number }
}

/** A database with these tables; a GeoPackage where one has points. */
export async function databaseOf(
  layers: Layer[],
  { name = 'register.sqlite', log = false }: { name?: string; log?: boolean } = {},
): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'doorwalk-test-')), name)
  const db = new sqlite.Database(path)
  if (layers.some(({ points }) => points)) {
    db.exec(`CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT);
      CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);
      CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER);
      INSERT INTO gpkg_spatial_ref_sys VALUES (2154, 'EPSG', 2154), (4326, 'EPSG', 4326), (0, 'NONE', 0), (5514, 'EPSG', 5514)`)
  }
  for (const { name: table, columns, rows, points } of layers) {
    const all = [...columns.map(([column, type]) => `"${column}" ${type}`), ...(points ? ['geom BLOB'] : [])]
    db.exec(`CREATE TABLE "${table}" (${all.join(', ')})`)
    if (points) db.run('INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?)', [table, 'geom', points.srid])
    const marks = all.map(() => '?').join(', ')
    for (const [i, row] of rows.entries()) {
      const at = points?.at[i]
      db.run(`INSERT INTO "${table}" VALUES (${marks})`, [
        ...row,
        ...(points ? [at ? wrapped(at) : null] : []),
      ])
    }
  }
  // The library has no log of its own; the header says what another program left.
  db.close()
  if (log) await markLog(path)
  return path
}

async function markLog(path: string): Promise<void> {
  const { open } = await import('node:fs/promises')
  const handle = await open(path, 'r+')
  await handle.write(Buffer.from([2, 2]), 0, 2, 18)
  await handle.close()
}

/** Well-known binary of a point; with its head it is GeoPackage's. */
export function pointBinary([x, y]: LngLat): Buffer {
  const bytes = Buffer.alloc(21)
  bytes.writeUInt8(1, 0)
  bytes.writeUInt32LE(1, 1)
  bytes.writeDoubleLE(x, 5)
  bytes.writeDoubleLE(y, 13)
  return bytes
}

function wrapped(point: LngLat): Uint8Array {
  return Buffer.concat([Buffer.from([0x47, 0x50, 0, 1, 0, 0, 0, 0]), pointBinary(point)])
}

/** A GeoParquet of points; `crs` as PROJJSON, absent for degrees. */
export async function parquetOf(
  columns: Record<string, Value[]>,
  { at, crs }: { at?: LngLat[]; crs?: unknown } = {},
): Promise<string> {
  const columnData = Object.entries(columns).map(([name, data]) => ({
    name,
    data,
    type: data.some((value) => typeof value === 'string') ? ('STRING' as const) : ('DOUBLE' as const),
    nullable: true,
  }))
  const geometry = at ? [{ name: 'geometry', data: at.map(pointBinary), type: 'BYTE_ARRAY' as const }] : []
  const geo = {
    version: '1.1.0',
    primary_column: 'geometry',
    columns: {
      geometry: { encoding: 'WKB', geometry_types: ['Point'], ...(crs === undefined ? {} : { crs }) },
    },
  }
  const buffer = parquetWriteBuffer({
    columnData: [...columnData, ...geometry],
    ...(at ? { kvMetadata: [{ key: 'geo', value: JSON.stringify(geo) }] } : {}),
  })
  return fileWith('register.parquet', new Uint8Array(buffer))
}
