/** What every reader of tables gives: named columns and rows of cells, with a shape where the file holds one. */

/** Bytes are a geometry that a database holds as such. */
export type Cell = string | number | Uint8Array | undefined

export interface AnyRow {
  /** Line of a text, else the position of the row; 1-based. */
  line: number
  /** In the order of the columns asked for. Empty ones are absent. */
  cells: Cell[]
  /** In the coordinates of the file. */
  geometry?: GeoJSON.Geometry
}

export interface AnyTable {
  /** For messages: `--dwellings register.gpkg`. */
  name: string
  format: 'CSV' | 'GeoJSON' | 'GeoParquet' | 'GeoPackage' | 'SQLite'
  /** Of a table in a database. */
  layer?: string
  columns: string[]
  /** Whether rows come with a geometry besides their columns. */
  hasGeometry: boolean
  /** Coordinate system as the file names it, e.g. `EPSG:2154`; absent where it names none. */
  system?: string
  /** @throws VisibleError `table.damaged` */
  rows: (columns: readonly string[]) => AsyncIterable<AnyRow>
}

/** Text of a cell, trimmed; undefined for none. */
export function textOf(cell: Cell): string | undefined {
  if (cell === undefined || cell instanceof Uint8Array) return undefined
  const text = String(cell).trim()
  return text === '' ? undefined : text
}
