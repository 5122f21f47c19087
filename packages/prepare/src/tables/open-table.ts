/** Opens a table of any format that is read here, by its first bytes; others are refused by their name. */
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { VisibleError } from '@doorwalk/core/error'
import { inDegrees } from './coordinate-systems.ts'
import { openCsv } from './csv.ts'
import { openGeoJson } from './geojson-table.ts'
import { openParquet } from './parquet-table.ts'
import { openSqlite } from './sqlite-table.ts'
import type { AnyTable } from './table.ts'

const FORMATS = 'CSV, GeoJSON, GeoParquet, GeoPackage or SQLite'

/** What is no table, by how it begins. */
const OTHERS: [start: string | RegExp, what: string, todo: 'unpack' | 'convert'][] = [
  ['PK\x03\x04', 'a ZIP archive or an Excel or OpenDocument file', 'unpack'],
  ['\x1f\x8b', 'packed with gzip', 'unpack'],
  ["7z\xbc\xaf'\x1c", 'a 7z archive', 'unpack'],
  ['\xfd7zXZ', 'packed with xz', 'unpack'],
  ['BZh', 'packed with bzip2', 'unpack'],
  ['\x28\xb5\x2f\xfd', 'packed with zstd', 'unpack'],
  ['\xd0\xcf\x11\xe0', 'an old Excel or Access file', 'convert'],
  ['\x00\x00\x27\x0a', 'a shapefile', 'convert'],
  [/^\x03[\x00-\xff][\x01-\x0c][\x01-\x1f][\s\S]{4}/, 'a dBase file, perhaps of a shapefile', 'convert'],
  ['fgb', 'FlatGeobuf', 'convert'],
  ['ARROW1', 'an Arrow or Feather file', 'convert'],
  ['FEA1', 'an old Feather file', 'convert'],
  ['%PDF', 'a PDF', 'convert'],
  ['PGDMP', 'a dump of PostgreSQL', 'convert'],
  [
    /^(?:\xef\xbb\xbf)?\s*</,
    'XML (GML, KML) or a web page, perhaps an error instead of the download',
    'convert',
  ],
]
const SQLITE = 'SQLite format 3\0'
/** After a byte order mark and space. */
const JSON_START = /^(?:\xef\xbb\xbf)?[\s\x1e]*[{[]/
/** UTF-16 with a byte order mark. */
const WIDE_JSON_START = /^(?:\xff\xfe[{[]\0|\xfe\xff\0[{[])/

/**
 * All tables in a file: one, or those of a database.
 *
 * @param option of the command, for messages: `--dwellings`
 * @throws VisibleError `table.missing`, `table.format`, `table.damaged`, `geojson.*`
 */
export async function openTables(file: string, option: string): Promise<AnyTable[]> {
  const name = `${option} ${basename(file)}`
  const start = await firstBytes(file, name)
  const other = OTHERS.find(([sign]) =>
    typeof sign === 'string' ? start.startsWith(sign) : sign.test(start),
  )
  if (other) {
    const todo =
      other[2] === 'unpack' ? 'Unpack it first' : `Write it as one of them, e.g. ${inDegrees(name)}`
    throw new VisibleError(
      'input',
      'table.format',
      `${name} cannot be read: it is ${other[1]}. Expected ${FORMATS}. ${todo}.`,
    )
  }
  if (start.startsWith(SQLITE)) return openSqlite(file, option)
  if (start.startsWith('PAR1')) return [await openParquet(file, option)]
  if (JSON_START.test(start) || WIDE_JSON_START.test(start)) return [await openGeoJson(file, option)]
  return [await openCsv(file, option)]
}

async function firstBytes(file: string, name: string): Promise<string> {
  const handle = await open(file).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'ENOENT' ? 'no such file' : `cannot be opened (${cause.code})`
    throw new VisibleError('input', 'table.missing', `${name}: ${why}; expected ${FORMATS}.`)
  })
  try {
    if ((await handle.stat()).isDirectory()) {
      throw new VisibleError('input', 'table.missing', `${name} is a folder; expected ${FORMATS}.`)
    }
    const bytes = Buffer.alloc(512)
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0)
    if (bytesRead === 0)
      throw new VisibleError('input', 'table.damaged', `${name} is empty; expected ${FORMATS}.`)
    return bytes.toString('latin1', 0, bytesRead)
  } finally {
    await handle.close()
  }
}
