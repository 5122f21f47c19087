/** Rows of a table of any format, with columns found by their usual names, and where each row lies. */
import { basename } from 'node:path'
import { VisibleError } from '@doorwalk/core/error'
import { plainLetters } from '@doorwalk/core/letters'
import { openTables } from './open-table.ts'
import { POSITION_NAMES, positionIn, type NoPosition, type Position } from './position.ts'
import { textOf, type AnyTable } from './table.ts'

export interface TableRow<Column extends string> {
  line: number
  value: Partial<Record<Column, string>>
  /** Absent where nothing says one. */
  position?: Position | NoPosition
}

export interface TableOptions<Column extends string> {
  /** Option of the command, for messages: `--addresses`. */
  option: string
  /** Names that a column may have; the first is the one asked for in messages. Case and accents do not count. */
  columns: Record<Column, string[]>
  required: NoInfer<Column>[]
}

type PlaceColumn = keyof typeof POSITION_NAMES

export interface NamedTable<Column extends string> {
  table: AnyTable
  /** What the table calls the columns that it has. */
  names: ReadonlyMap<Column | PlaceColumn, string>
  /** In file order. Empty cells are absent. */
  rows: () => AsyncGenerator<TableRow<Column>>
}

/**
 * The first table in the file that has the columns, and places.
 *
 * @throws VisibleError `table.missing`, `table.columns`, `table.format`, `table.damaged`, `geojson.*`
 */
export async function namedTable<Column extends string>(
  file: string,
  { option, columns, required }: TableOptions<Column>,
): Promise<NamedTable<Column>> {
  const tables = await openTables(file, option)
  const all = tables.map((table) => {
    const found = columnsIn(table, columns)
    const places = columnsIn(table, POSITION_NAMES)
    const isPlaced = table.hasGeometry || places.has('place') || (places.has('x') && places.has('y'))
    const absent = required.filter((column) => !found.has(column)).map((column) => columns[column][0]!)
    return { table, found, places, absent: isPlaced ? absent : [...absent, 'lon', 'lat'] }
  })
  const [nearest] = all.toSorted((a, b) => a.absent.length - b.absent.length)
  if (!nearest) throw columnsError(`${option} ${basename(file)}: the database holds no table.`)
  const { table, found, places, absent } = nearest
  if (absent.length > 0) throw columnsError(absentWords(table, absent))
  return {
    table,
    names: new Map<Column | PlaceColumn, string>([...places, ...found]),
    rows: () => rowsOf(table, { found, places }),
  }
}

async function* rowsOf<Column extends string>(
  table: AnyTable,
  { found, places }: { found: Map<Column, string>; places: Map<PlaceColumn, string> },
): AsyncGenerator<TableRow<Column>> {
  const columns = [...new Set([...found.values(), ...places.values()])]
  const at = new Map(columns.map((column, i) => [column, i]))
  for await (const { line, cells, geometry } of table.rows(columns)) {
    const cellOf = (name: string | undefined) => (name === undefined ? undefined : cells[at.get(name)!])
    const value: Partial<Record<Column, string>> = {}
    for (const [column, name] of found) {
      const text = textOf(cellOf(name))
      if (text !== undefined) value[column] = text
    }
    const position = positionIn({
      geometry,
      place: cellOf(places.get('place')),
      x: textOf(cellOf(places.get('x'))),
      y: textOf(cellOf(places.get('y'))),
    })
    yield { line, value, ...(position ? { position } : {}) }
  }
}

/** What the table calls each column that it has. */
function columnsIn<Column extends string>(
  { columns: names }: AnyTable,
  columns: Record<Column, string[]>,
): Map<Column, string> {
  const found = new Map<Column, string>()
  for (const [column, aliases] of Object.entries<string[]>(columns)) {
    const name = columnNamed(names, aliases)
    if (name !== undefined && isColumn(column, columns)) found.set(column, name)
  }
  return found
}

function absentWords({ name, format, layer, columns }: AnyTable, absent: string[]): string {
  const wanted = absent.map((column) => `"${column}"`).join(', ')
  const there = JSON.stringify(columns.join(', ').slice(0, 120))
  const said = format === 'CSV' ? `the first line is ${there}` : `its columns are ${there}`
  const expected = format === 'CSV' ? 'a CSV with a header line' : 'columns of these names'
  const where = layer === undefined ? name : `${name}, table ${layer}`
  return `${where}: column ${wanted} is missing; ${said}. Expected ${expected}.`
}

function columnsError(words: string): VisibleError {
  return new VisibleError('input', 'table.columns', words)
}

/** The column that has one of these names, the first of them best; undefined: none. Case and accents do not count. */
export function columnNamed(columns: readonly string[], aliases: readonly string[]): string | undefined {
  const plain = columns.map(plainName)
  const at = aliases.map((alias) => plain.indexOf(plainName(alias))).find((found) => found >= 0)
  return at === undefined ? undefined : columns[at]
}

/** "Nombre de logements" is `nombre_de_logements`. */
function plainName(name: string): string {
  return plainLetters(name)
    .trim()
    .replace(/[\s_.-]+/g, '_')
}

function isColumn<Column extends string>(name: string, columns: Record<Column, string[]>): name is Column {
  return name in columns
}
