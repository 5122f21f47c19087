/** The line of a list that names its columns: titles may stand above it, and it may be missing. */
import { cellText, type SheetCell, type SheetRow } from '../sheets/sheet.ts'
import { isDateLike } from './cell-values.ts'
import { fieldNamed, plainName } from './fields.ts'
import { personalIn } from '@doorwalk/core/request/contacts'
import { personalName } from './personal.ts'

export interface Header {
  /** Of the list; undefined: none. */
  line?: number
  /** Rows from here on are lines of the list. */
  from: number
  /** By column; empty where it has none. */
  names: string[]
}

/** Lines among which the header is looked for. */
const LOOKED_AT = 40
/** A name of a column is not longer. */
const LONGEST_NAME = 60
/** One whole name. */
const FEWEST_POINTS = 2

/**
 * @param rows   the first of the list
 * @param asked  names of columns that the caller knows of
 */
export function headerOf(rows: readonly SheetRow[], asked: readonly string[]): Header {
  const wanted = new Set(asked.map(plainName))
  let best = { at: -1, points: 0 }
  for (const [at, { cells }] of rows.slice(0, LOOKED_AT).entries()) {
    const points = cells.reduce((sum: number, cell) => sum + pointsOf(cell, wanted), 0)
    if (points > best.points) best = { at, points }
  }
  if (best.points < FEWEST_POINTS) best = { at: strangeHeader(rows) ? 0 : -1, points: 0 }
  if (best.at < 0) return { from: 0, names: [] }
  const { line, cells } = rows[best.at]!
  // Of merged cells the name stands in the line above.
  const above = rows[best.at - 1]?.cells ?? []
  const names = Array.from({ length: Math.max(cells.length, best.at > 0 ? above.length : 0) }, (_, at) =>
    nameIn(cells[at]) === '' && cells.length > 1 ? nameIn(above[at]) : nameIn(cells[at]),
  )
  return { line, from: best.at + 1, names }
}

/** Whether the line is the header again, or that of another table. Undefined: it is neither. */
export function headerAgain(row: SheetRow, names: readonly string[]): 'same' | 'other' | undefined {
  // Most lines have a number somewhere: no name of a column begins with a digit.
  if (
    row.cells.some((cell) => typeof cell === 'number' || (typeof cell === 'string' && /^[-+\d]/.test(cell)))
  )
    return undefined
  const texts = row.cells.map(nameIn)
  const filled = texts.filter((text) => text !== '')
  if (filled.length < 2) return undefined
  if (texts.every((text, at) => text === '' || plainName(text) === plainName(names[at] ?? ''))) return 'same'
  const known = filled.filter(
    (text) => fieldNamed(text)?.isWhole === true || personalName(text) !== undefined,
  )
  return known.length >= 2 && known.length > filled.length / 2 ? 'other' : undefined
}

function pointsOf(cell: SheetCell, wanted: ReadonlySet<string>): number {
  const text = nameIn(cell)
  if (text === '' || text.length > LONGEST_NAME) return 0
  if (wanted.has(plainName(text))) return 4
  const named = fieldNamed(text)
  if (named?.isWhole || personalName(text) !== undefined) return 2
  return named && text.split(/\s+/).length <= 5 && !/\d/.test(text) ? 1 : 0
}

/** The first line holds words only, where lines below hold numbers. */
function strangeHeader(rows: readonly SheetRow[]): boolean {
  const [first, ...others] = rows.slice(0, LOOKED_AT)
  if (!first || others.length === 0) return false
  const isWords = (cell: SheetCell) => typeof cell === 'string' && nameIn(cell) !== '' && !/\d/.test(cell)
  const filled = first.cells.filter((cell) => cellText(cell) !== '')
  if (filled.length < 2 || !filled.every(isWords)) return false
  return first.cells.some((_, at) => others.some(({ cells }) => /^[\d.,\s-]+$/.test(cellText(cells[at]))))
}

/** Text of a cell that may be a name; empty for numbers, dates and what is somebody's. */
function nameIn(cell: SheetCell): string {
  if (typeof cell !== 'string') return ''
  const text = cellText(cell)
  return personalIn(text) !== undefined || isDateLike(text) || /^[-+\d.,\s%€]+$/.test(text) ? '' : text
}
