/** Which columns of a table say what: by the caller's word, by a preset that knows them, else by their usual names. */
import { VisibleError } from '@doorwalk/core/error'
import { columnNamed } from '../tables/named-rows.ts'
import type { AnyTable } from '../tables/table.ts'
import { COUNT_NAMES, FIELDS, PLACE_NAMES, type Field, type Rows } from './fields.ts'
import { nearestOf } from './nearest-name.ts'
import { ANY_TABLE, PRESETS, SEVERAL, type Preset } from './presets.ts'
import type { Wish } from './wish.ts'

export interface Mapping {
  table: AnyTable
  preset: Preset
  /** Columns of each field, as the table names them. */
  fields: Map<Field, string[]>
  rows: Rows
  only?: { column: string; values: readonly string[] }
}

/**
 * The table of a file that counts dwellings, and what its columns are.
 *
 * @throws VisibleError `table.columns`, `dwellings.table`
 */
export function mappingOf(tables: AnyTable[], wish: Wish): Mapping {
  const [first] = tables
  if (!first) throw new VisibleError('input', 'dwellings.table', 'The database holds no table.')
  const layers = tables.flatMap(({ layer }) => layer ?? [])
  const wanted = wish.layer
  if (wanted !== undefined && !layers.some((layer) => isNamed(layer, wanted))) {
    const there =
      layers.length > 0 ? `the tables are ${layers.join(', ')}` : `it is a ${first.format} and has no tables`
    throw tableError(first, `there is no table "${wanted}"${nearestOf(wanted, layers)}; ${there}`)
  }
  const asked = tables.filter(({ layer = '' }) => wanted === undefined || isNamed(layer, wanted))
  const all = asked.map((table) => mapTable(table, wish))
  const whole = all.filter((mapping) => absentIn(mapping).length === 0)
  const best = PRESETS.map((preset) => whole.filter((mapping) => mapping.preset === preset)).find(
    ({ length }) => length > 0,
  )
  const [found, ...others] = best ?? whole
  if (!found) throw columnsError(all, wish)
  if (others.length > 0) {
    const names = [found, ...others].map(({ table }) => table.layer).join(', ')
    throw tableError(
      first,
      `several tables count dwellings: ${names}; say which with --dwellings-as table=NAME`,
    )
  }
  checkColumns(found, wish)
  return found
}

function isNamed(layer: string, wanted: string): boolean {
  return layer.toLowerCase() === wanted.toLowerCase()
}

function mapTable(table: AnyTable, wish: Wish): Mapping {
  const has = (column: string) => columnNamed(table.columns, [column]) !== undefined
  const preset =
    wish.preset ?? PRESETS.find(({ signs }) => signs.some((sign) => sign.every(has))) ?? ANY_TABLE
  const fields: Mapping['fields'] = new Map()
  for (const field of FIELDS) {
    const asked = wish.columns[field]
    const names = asked === undefined ? namesFor(field, preset) : [asked]
    const there = names.flatMap((name) => columnNamed(table.columns, [name]) ?? [])
    const found = isSeveral(field, preset) ? [...new Set(there)] : there.slice(0, 1)
    if (found.length > 0) fields.set(field, found)
  }
  if (!fields.has('x')) fields.delete('y')
  if (!fields.has('y')) fields.delete('x')
  const only = preset.only && columnNamed(table.columns, [preset.only.column])
  return {
    table,
    preset,
    fields,
    rows: wish.rows ?? preset.rows,
    ...(only === undefined ? {} : { only: { column: only, values: preset.only!.values } }),
  }
}

/** The publisher's, then the usual ones, which may have been added to the table later. */
function namesFor(field: Field, { names }: Preset): readonly string[] {
  const own = names[field] ?? []
  return own.length > 0 && SEVERAL.has(field) ? own : [...own, ...(PLACE_NAMES[field] ?? [])]
}

/** Ids are looked up one after the other; a street may stand in two columns, where a preset says so. */
function isSeveral(field: Field, { names }: Preset): boolean {
  return SEVERAL.has(field) && (field === 'id' || names[field] !== undefined)
}

/** What a table lacks to be a register: a count, and something to find the building by. */
function absentIn({ table, fields, rows }: Mapping): ('count' | 'place')[] {
  const has = (...all: Field[]) => all.every((field) => fields.has(field))
  const counts = rows === 'dwellings' || has('dwellings') || has('class') || has('low', 'high')
  const isPlaced = table.hasGeometry || has('place') || has('x')
  const isNamed = has('id') || has('address') || has('street', 'number')
  return [...(counts ? [] : (['count'] as const)), ...(isPlaced || isNamed ? [] : (['place'] as const))]
}

/** A column that the caller names must be there. */
function checkColumns({ table }: Mapping, { columns }: Wish): void {
  for (const [field, column] of Object.entries(columns)) {
    if (columnNamed(table.columns, [column]) !== undefined) continue
    throw columnError(table, `there is no column "${column}" for ${field}${nearestOf(column, table.columns)}`)
  }
}

function columnsError(all: Mapping[], wish: Wish): VisibleError {
  const nearest = [...all].sort((a, b) => absentIn(a).length - absentIn(b).length)[0]!
  for (const mapping of all) checkColumns(mapping, wish)
  const { table, preset } = nearest
  const wanted = {
    count: `how many dwellings a row has, such as "${preset.names.dwellings?.[0] ?? 'dwellings'}"`,
    place: 'where a row is: lon and lat, an address, or an id of a building, such as "lon"',
  }
  const absent = absentIn(nearest)
    .map((what) => wanted[what] + (what === 'count' ? likelyCount(table, preset) : ''))
    .join(', nor ')
  const layers = all.length > 1 ? ` (the same in ${all.map((each) => each.table.layer).join(', ')})` : ''
  return columnError(table, `no column says ${absent}${layers}`)
}

/** A column that is spelt almost as one that counts. */
function likelyCount({ columns }: AnyTable, { names }: Preset): string {
  const counts = [...(names.dwellings ?? []), ...(COUNT_NAMES.dwellings ?? [])]
  const likely = columns.find((column) => nearestOf(column, counts) !== '')
  return likely === undefined ? '' : ` (did you mean "${likely}"?)`
}

function columnError(table: AnyTable, why: string): VisibleError {
  const there = table.columns.length > 0 ? `The columns are ${listed(table.columns)}` : 'It has no columns'
  return new VisibleError(
    'input',
    'table.columns',
    `${table.name}: ${why}. ${there}. Say which is which, e.g. --dwellings-as "dwellings=COLUMN, lon=COLUMN, lat=COLUMN".`,
  )
}

function tableError({ name }: AnyTable, why: string): VisibleError {
  return new VisibleError('input', 'dwellings.table', `${name}: ${why}.`)
}

/** Longest list of columns in a message. */
const COLUMNS_MAX = 60

function listed(columns: string[]): string {
  const shown = columns.slice(0, COLUMNS_MAX).map((column) => JSON.stringify(column))
  return shown.join(', ') + (columns.length > COLUMNS_MAX ? ` and ${columns.length - COLUMNS_MAX} more` : '')
}
