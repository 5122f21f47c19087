/** A Parquet file as a table, its geometry as GeoParquet says. Source: https://geoparquet.org/releases/v1.1.0/ */
import { basename } from 'node:path'
import { VisibleError } from '@doorwalk/core/error'
import type { AsyncBuffer, FileMetaData } from 'hyparquet'
import { cellOf } from './geojson-table.ts'
import type { AnyRow, AnyTable } from './table.ts'
import { geometryOf, isGeometry } from './well-known.ts'

/** @throws VisibleError `table.damaged`. Cost: one group of rows in memory. */
export async function openParquet(file: string, option: string): Promise<AnyTable> {
  const name = `${option} ${basename(file)}`
  const { asyncBufferFromFile, parquetMetadataAsync, parquetSchema } = await import('hyparquet')
  try {
    const buffer = await asyncBufferFromFile(file)
    const metadata = await parquetMetadataAsync(buffer)
    const { column, system } = geometryIn(metadata)
    const columns = parquetSchema(metadata).children.map(({ element }) => element.name)
    return {
      name,
      format: 'GeoParquet',
      columns: columns.filter((each) => each !== column),
      hasGeometry: column !== undefined,
      ...(system === undefined ? {} : { system }),
      rows: (names) => rowsOf({ buffer, metadata, name }, { names, column }),
    }
  } catch (cause) {
    throw damaged(name, cause)
  }
}

interface Opened {
  buffer: AsyncBuffer
  metadata: FileMetaData
  name: string
}

async function* rowsOf(
  { buffer, metadata, name }: Opened,
  { names, column }: { names: readonly string[]; column: string | undefined },
): AsyncGenerator<AnyRow> {
  const [{ parquetReadObjects }, { compressors }] = await Promise.all([
    import('hyparquet'),
    import('hyparquet-compressors'),
  ])
  const columns = [...new Set([...names, ...(column === undefined ? [] : [column])])]
  let rowStart = 0
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows)
    const part = { file: buffer, metadata, compressors, columns, rowStart, rowEnd }
    const rows = await parquetReadObjects(part).catch((cause: unknown) => {
      throw damaged(name, cause)
    })
    for (const [i, row] of rows.entries()) {
      const geometry = column === undefined ? undefined : shapeOf(row[column])
      const cells = names.map((each) => cellOf(row[each]))
      yield { line: rowStart + i + 1, cells, ...(geometry ? { geometry } : {}) }
    }
    rowStart = rowEnd
  }
}

/** As the library makes it of well-known binary, or a point as a pair of columns. */
function shapeOf(value: unknown): GeoJSON.Geometry | undefined {
  if (isGeometry(value)) return value
  if (value instanceof Uint8Array) return geometryOf(value)
  if (typeof value !== 'object' || value === null || !('x' in value) || !('y' in value)) return undefined
  const { x, y } = value
  return typeof x === 'number' && typeof y === 'number' ? { type: 'Point', coordinates: [x, y] } : undefined
}

/** The first geometry and its coordinate system; degrees where none is named. */
function geometryIn({ key_value_metadata: pairs }: FileMetaData): { column?: string; system?: string } {
  const text = pairs?.find(({ key }) => key === 'geo')?.value
  if (text === undefined) return {}
  const geo = JSON.parse(text) as Geo
  const column = geo.primary_column
  const crs = column === undefined ? undefined : geo.columns?.[column]?.crs
  if (column === undefined || crs === null) return column === undefined ? {} : { column }
  const { authority, code } = crs?.id ?? {}
  if (crs === undefined) return { column, system: 'OGC:CRS84' }
  return { column, system: code === undefined ? (crs.name ?? '') : `${authority ?? 'EPSG'}:${code}` }
}

interface Geo {
  primary_column?: string
  /** `crs` as PROJJSON; null: unknown. */
  columns?: Record<
    string,
    { crs?: { name?: string; id?: { authority?: string; code?: string | number } } | null }
  >
}

function damaged(name: string, cause: unknown): VisibleError {
  if (cause instanceof VisibleError) return cause
  const why = cause instanceof Error ? cause.message : String(cause)
  return new VisibleError('input', 'table.damaged', `${name} cannot be read as Parquet: ${why}.`)
}
