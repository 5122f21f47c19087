/** A sheet of cells as a person sees it: lines from the top, nothing said yet about which of them names the columns. */

/** Empty ones are absent. A date is what a spreadsheet took for one. */
export type SheetCell = string | number | boolean | Date | undefined

export interface SheetRow {
  /** Of a text or a sheet, from 1; of JSON the number of the entry. */
  line: number
  cells: SheetCell[]
  geometry?: GeoJSON.Geometry
}

export type SheetFormat = 'CSV' | 'Excel' | 'OpenDocument' | 'GeoJSON' | 'JSON'

export interface Sheet {
  format: SheetFormat
  /** Of a workbook. */
  name?: string
  isHidden: boolean
  /** Of a text. */
  encoding?: string
  separator?: string
  /** Coordinate system as the file names it. */
  system?: string
  /** Names of columns where the format itself has them. */
  header?: string[]
  /** From the first line, each time anew. @throws VisibleError list.damaged */
  rows: () => AsyncIterable<SheetRow>
}

/** What makes a text another one when it is tidied; most are tidy. */
const UNTIDY = /[^\S ]| {2}|^ | $|[\u200b\ufeff]/u

/** Trimmed; white space of any kind is one blank. A date is "2026-03-14". */
export function cellText(cell: SheetCell): string {
  if (cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  if (typeof cell !== 'string') return String(cell)
  if (!UNTIDY.test(cell)) return cell
  return cell.replaceAll(/[\s\u200b\ufeff]+/gu, ' ').trim()
}
