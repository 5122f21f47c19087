/** `--dwellings-as`: which register a table is, what its columns are, and what a row means, as the caller says. */
import { fieldError } from '@doorwalk/core/error'
import { FIELDS, ROWS, type Field, type Rows } from './fields.ts'
import { nearestOf } from './nearest-name.ts'
import { ANY_TABLE, PRESETS, type Preset } from './presets.ts'

export interface Wish {
  preset?: Preset
  /** Column of each field, as the caller writes it. */
  columns: Partial<Record<Field, string>>
  rows?: Rows
  /** Coordinate system, e.g. `EPSG:2154`. */
  system?: string
  /** Table of a database. */
  layer?: string
  /** Codes of classes and the counts they stand for. */
  classes?: Record<string, string>
}

/** Longitude and latitude are x and y in degrees. */
const SAME: Readonly<Record<string, Field>> = { lon: 'x', lng: 'x', longitude: 'x', lat: 'y', latitude: 'y' }
const SETTINGS = ['rows', 'crs', 'table', 'classes'] as const
const KEYS: readonly string[] = [...FIELDS, ...SETTINGS]
const EXAMPLE = '"gwr", or "dwellings=NB_LOG, x=X, y=Y, crs=EPSG:2154"'

/**
 * "bdtopo, storeys=NB_ETAGES, table=batiment", "dwellings=N, id=REF, rows=parts", "class=C, classes=A:1|B:2-11".
 *
 * @throws VisibleError `dwellings.as`
 */
export function wishOf(text: string | undefined): Wish {
  const wish: Wish = { columns: {} }
  if (text === undefined) return wish
  const parts = text.match(/(?:[^,"]|"[^"]*")+/g)?.map((part) => part.trim()) ?? []
  if (parts.length === 0) throw wrong(`it is empty; expected a preset or columns, such as ${EXAMPLE}`)
  for (const part of parts) {
    const at = part.indexOf('=')
    if (at < 0) wish.preset = presetNamed(part)
    else {
      const value = part
        .slice(at + 1)
        .trim()
        .replace(/^"(.*)"$/, '$1')
      take(wish, { key: part.slice(0, at).trim(), value })
    }
  }
  return wish
}

function take(wish: Wish, { key, value }: { key: string; value: string }): void {
  const plain = key.toLowerCase()
  if (value === '') throw wrong(`"${key}=" names nothing`)
  const field = SAME[plain] ?? FIELDS.find((name) => name === plain)
  if (field) wish.columns[field] = value
  else if (plain === 'crs') wish.system = value
  else if (plain === 'table') wish.layer = value
  else if (plain === 'rows') wish.rows = rowsNamed(value)
  else if (plain === 'classes') wish.classes = classesIn(value)
  else throw wrong(`"${key}" is unknown${nearestOf(plain, KEYS)}; expected ${KEYS.join(', ')}`)
}

function presetNamed(name: string): Preset {
  const all = [...PRESETS, ANY_TABLE]
  const found = all.find((preset) => preset.name === name.toLowerCase())
  if (found) return found
  const names = all.map((preset) => preset.name)
  throw wrong(
    `"${name}" is no preset${nearestOf(name, names)}; expected ${names.join(', ')}, or what=COLUMN, such as ${EXAMPLE}`,
  )
}

function rowsNamed(value: string): Rows {
  const found = ROWS.find((rows) => rows === value.toLowerCase())
  if (found) return found
  throw wrong(`"rows=${value}"${nearestOf(value, ROWS)}; expected ${ROWS.join(', ')}`)
}

/** "A:1|B:2-11|C:100+" */
function classesIn(value: string): Record<string, string> {
  const classes: Record<string, string> = {}
  for (const pair of value.split('|')) {
    const at = pair.indexOf(':')
    if (at < 1) throw wrong(`"classes=${value}"; expected codes and counts such as A:1|B:2-11|C:100+`)
    classes[pair.slice(0, at).trim()] = pair.slice(at + 1).trim()
  }
  return classes
}

function wrong(why: string): Error {
  return fieldError('dwellings.as', '--dwellings-as', `${why}.`)
}
