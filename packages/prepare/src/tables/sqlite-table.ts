/**
 * Tables of a SQLite database, among them the layers of a GeoPackage, read page by page.
 * Source: https://www.sqlite.org/fileformat2.html; OGC 12-128r18, https://www.geopackage.org/spec131/
 */
import { copyFile, mkdtemp, open, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { VisibleError } from '@doorwalk/core/error'
import type { Database } from 'node-sqlite3-wasm'
import { cellOf } from './geojson-table.ts'
import type { AnyRow, AnyTable } from './table.ts'
import { geometryOf } from './well-known.ts'

/** Tables of the formats themselves. */
const INTERNAL = /^(?:gpkg_|rtree_|idx_|sqlite_|spatial_ref_sys|geometry_columns|spatialite|views_|virts_)/

/** @throws VisibleError `table.damaged` */
export async function openSqlite(file: string, option: string): Promise<AnyTable[]> {
  const name = `${option} ${basename(file)}`
  const found = await withDatabase(file, name, (db) => {
    const layers = list(db, "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name")
    const names = layers.map(({ name: layer }) => String(layer))
    const shapes = geometriesIn(db, names)
    const tables = names.filter((layer) => !INTERNAL.test(layer))
    return tables.map((layer) => ({
      layer,
      columns: list(db, `PRAGMA table_info(${quoted(layer)})`).map((column) => String(column.name)),
      shape: shapes.get(layer),
      isGeoPackage: names.includes('gpkg_contents'),
    }))
  })
  return found.map(({ layer, columns, shape, isGeoPackage }) => ({
    name,
    format: isGeoPackage ? 'GeoPackage' : 'SQLite',
    layer,
    columns: columns.filter((column) => column !== shape?.column),
    hasGeometry: shape !== undefined,
    ...(shape?.system === undefined ? {} : { system: shape.system }),
    rows: (wanted) => rowsOf(file, { name, layer, wanted, geometry: shape?.column }),
  }))
}

interface Shape {
  column: string
  system?: string
}

/** By table; only a GeoPackage tells. */
function geometriesIn(db: Database, names: string[]): Map<string, Shape> {
  if (!names.includes('gpkg_geometry_columns')) return new Map()
  const rows = list(
    db,
    `SELECT g.table_name AS layer, g.column_name AS column, s.organization AS authority,
      s.organization_coordsys_id AS code
      FROM gpkg_geometry_columns g LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id`,
  )
  return new Map(
    rows.map(({ layer, column, authority, code }): [string, Shape] => {
      // Codes 0 and -1 stand for an unknown system.
      const system = Number(code) > 0 ? { system: `${String(authority)}:${String(code)}` } : {}
      return [String(layer), { column: String(column), ...system }]
    }),
  )
}

interface Wanted {
  name: string
  layer: string
  wanted: readonly string[]
  geometry: string | undefined
}

async function* rowsOf(file: string, { name, layer, wanted, geometry }: Wanted): AsyncGenerator<AnyRow> {
  const opened = await openDatabase(file, name)
  const columns = [...wanted, ...(geometry === undefined ? [] : [geometry])]
  const list = columns.map((column, i) => `${quoted(column)} AS c${i}`).join(', ')
  try {
    const statement = opened.db.prepare(`SELECT ${list} FROM ${quoted(layer)}`)
    try {
      let line = 0
      for (const row of statement.iterate()) {
        line++
        const cells = wanted.map((_, i) => cellOf(row[`c${i}`]))
        const shape = geometry === undefined ? undefined : cellOf(row[`c${wanted.length}`])
        const placed = geometryOf(shape)
        yield { line, cells, ...(placed ? { geometry: placed } : {}) }
      }
    } finally {
      statement.finalize()
    }
  } catch (cause) {
    throw damaged(name, cause)
  } finally {
    await opened.close()
  }
}

async function withDatabase<Result>(
  file: string,
  name: string,
  work: (db: Database) => Result,
): Promise<Result> {
  const opened = await openDatabase(file, name)
  try {
    return work(opened.db)
  } catch (cause) {
    throw damaged(name, cause)
  } finally {
    await opened.close()
  }
}

interface Opened {
  db: Database
  close: () => Promise<void>
}

/**
 * The library locks a database with a folder beside it, which a read-only place does not allow and a stopped run leaves
 * behind: so it is opened by a link in a folder of its own. With a write-ahead log it is copied, since the library has
 * none; a log that is not empty may hold rows.
 */
async function openDatabase(file: string, name: string): Promise<Opened> {
  const { default: sqlite } = await import('node-sqlite3-wasm')
  const folder = await mkdtemp(join(tmpdir(), 'doorwalk-register-'))
  const clean = () => rm(folder, { recursive: true, force: true })
  try {
    const path = join(folder, 'register.sqlite')
    if (await hasLog(file, name)) await copyWithoutLog(file, path)
    else await symlink(resolve(file), path)
    const db = new sqlite.Database(path, { readOnly: true, fileMustExist: true })
    return {
      db,
      async close() {
        db.close()
        await clean()
      },
    }
  } catch (cause) {
    await clean()
    throw damaged(name, cause)
  }
}

/** Where the header says how a database is written and read; 1: rollback journal, 2: write-ahead log. */
const VERSIONS_AT = 18

async function hasLog(file: string, name: string): Promise<boolean> {
  const handle = await open(file)
  const bytes = Buffer.alloc(2)
  await handle.read(bytes, 0, 2, VERSIONS_AT).finally(() => handle.close())
  if (bytes[0] !== 2 && bytes[1] !== 2) return false
  const log = await stat(`${file}-wal`).catch(() => undefined)
  if (log && log.size > 0) {
    throw new VisibleError(
      'input',
      'table.damaged',
      `${name}: another program is writing it (${basename(file)}-wal). Close that program, or write a copy: sqlite3 ${JSON.stringify(basename(file))} "VACUUM INTO 'copy.sqlite'"`,
    )
  }
  return true
}

async function copyWithoutLog(file: string, path: string): Promise<void> {
  await copyFile(file, path)
  const handle = await open(path, 'r+')
  await handle.write(Buffer.from([1, 1]), 0, 2, VERSIONS_AT).finally(() => handle.close())
}

function list(db: Database, sql: string): Record<string, unknown>[] {
  return db.all(sql)
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function damaged(name: string, cause: unknown): VisibleError {
  if (cause instanceof VisibleError) return cause
  const why = cause instanceof Error ? cause.message : String(cause)
  return new VisibleError('input', 'table.damaged', `${name} cannot be read as SQLite or GeoPackage: ${why}.`)
}
