/** Tables for people, as the spreadsheet of who speaks a language opens them by a double click. */
import { separatedCell } from './escape.ts'
import { type Language, phrasesOf } from './languages.ts'

/** Without it Excel takes UTF-8 for the encoding of the country. */
const BYTE_ORDER_MARK = '\uFEFF'

type Cell = string | number | undefined

/**
 * CSV with CRLF and a byte order mark. Where decimals have a comma, lists in spreadsheets have semicolons: so do the
 * cells here, and numbers have that comma.
 */
export function spreadsheetOf(rows: readonly (readonly Cell[])[], language: Language): string {
  const { comma } = phrasesOf(language)
  const separator = comma === ',' ? ';' : ','
  const cell = (value: Cell): string =>
    typeof value === 'number' ? String(value).replace('.', comma) : separatedCell(value, separator)
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('')
}
