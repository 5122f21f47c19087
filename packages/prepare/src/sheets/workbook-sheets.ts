/** Workbooks of Excel and LibreOffice as sheets of cells. Packed archives are measured before they are read. */
import type { CellValue } from 'hucre/xlsx'
import { unreadable } from './list-error.ts'
import type { Sheet, SheetCell, SheetFormat, SheetRow } from './sheet.ts'
import { unpackedBytes, zipParts, type ZipPart } from './zip-parts.ts'

/** A sheet of 500,000 buildings in ten columns has 250 MB. */
const MOST_UNPACKED_BYTES = 600_000_000
/** What stands in memory as a whole: texts that cells share, and styles. */
const MOST_SHARED_BYTES = 150_000_000
/** Of formats that are read as a whole. */
const MOST_WHOLE_BYTES = 30_000_000
/** Excel's own limits. */
const MOST_CELLS_ACROSS = 16_384

const MEGABYTE = 1_000_000

/** What a ZIP archive is by a part that it has. */
const ARCHIVES: readonly [part: RegExp, what: string, todo: string][] = [
  [
    /^Index(?:\/|\.zip)/,
    'a file of Apple Numbers',
    'Open it in Numbers and choose File, Export To, Excel (or CSV)',
  ],
  [/^word\//, 'a text document (Word)', 'Copy its table into a spreadsheet and save that as .xlsx or CSV'],
  [
    /^ppt\//,
    'a presentation (PowerPoint)',
    'Copy its table into a spreadsheet and save that as .xlsx or CSV',
  ],
  [/\.shp$/i, 'a shapefile', 'Write it as CSV or GeoJSON in the program that made it, such as QGIS'],
  [/\.kml$/i, 'a map of Google Earth (KMZ)', 'Write it as CSV or GeoJSON, for example with QGIS'],
]

/** @throws VisibleError list.format, list.damaged, list.too_large */
export async function openZip(bytes: Uint8Array, name: string): Promise<Sheet[]> {
  const parts = zipParts(bytes)
  if (!parts) throw damaged(name, 'it is cut off or damaged')
  const has = (path: string) => parts.some((part) => part.path === path)
  if (has('xl/workbook.xml')) {
    await checkSize(
      parts.filter(({ path }) => /^xl\/.*\.xml$|rels$/.test(path)),
      name,
    )
    return excelSheets(bytes, name)
  }
  if (has('xl/workbook.bin')) return wholeSheets(bytes, { name, read: 'readXlsb' })
  if (has('content.xml') && isSpreadsheet(parts)) {
    await checkSize(
      parts.filter(({ path }) => path.endsWith('.xml')),
      name,
    )
    return openDocumentSheets(bytes, name)
  }
  const [, what, todo] = ARCHIVES.find(([sign]) => parts.some(({ path }) => sign.test(path))) ?? [
    undefined,
    'a ZIP archive',
    'Unpack it and import the file inside',
  ]
  throw unreadable('list.format', name, `it is ${what}, no list. ${todo}.`)
}

/** Old Excel files, and new ones behind a password. @throws VisibleError list.format, list.damaged, list.too_large */
export async function openOle(bytes: Uint8Array, name: string): Promise<Sheet[]> {
  const wide = (text: string) => Buffer.from(text, 'utf16le')
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (all.includes(wide('EncryptedPackage'))) throw withPassword(name)
  if (all.includes(wide('WordDocument')))
    throw unreadable(
      'list.format',
      name,
      'it is a text document (Word), no list. Copy its table into a spreadsheet and save that as .xlsx or CSV.',
    )
  if (!all.includes(wide('Workbook')) && !all.includes(wide('Book')))
    throw unreadable(
      'list.format',
      name,
      'it is an old Office file, but no workbook. Open it and save its table as .xlsx or CSV.',
    )
  return wholeSheets(bytes, { name, read: 'readXls' })
}

function isSpreadsheet(parts: readonly ZipPart[]): boolean {
  const type = parts.find(({ path }) => path === 'mimetype')
  return type !== undefined && Buffer.from(type.data).toString('latin1').includes('spreadsheet')
}

async function checkSize(parts: ZipPart[], name: string): Promise<void> {
  const isShared = ({ path }: ZipPart) => !/^xl\/worksheets\/|^content\.xml$/.test(path)
  for (const [some, most] of [
    [parts.filter(isShared), MOST_SHARED_BYTES],
    [parts.filter((part) => !isShared(part)), MOST_UNPACKED_BYTES],
  ] as const) {
    const size = await unpackedBytes(some, most)
    if (Number.isNaN(size)) throw damaged(name, 'a part of it cannot be unpacked')
    if (size > most)
      throw unreadable(
        'list.too_large',
        name,
        `unpacked it has more than ${most / MEGABYTE} MB. Save the sheet with the list as CSV and import that.`,
      )
  }
}

async function excelSheets(bytes: Uint8Array, name: string): Promise<Sheet[]> {
  const { readXlsx, streamXlsxRows } = await import('hucre/xlsx')
  const found: { name: string; isHidden: boolean }[] = []
  await guarded(name, () =>
    readXlsx(bytes, {
      sheets: (info) => {
        found.push({ name: info.name, isHidden: info.hidden === true || info.veryHidden === true })
        return false
      },
    }),
  )
  return found.map((sheet, at) => ({
    ...sheet,
    format: 'Excel',
    rows: () => guardedRows(name, streamXlsxRows(bytes, { sheet: at })),
  }))
}

async function openDocumentSheets(bytes: Uint8Array, name: string): Promise<Sheet[]> {
  const { readOds, streamOdsRows } = await import('hucre/ods')
  const found: string[] = []
  await guarded(name, () =>
    readOds(bytes, {
      sheets: (info) => {
        found.push(info.name)
        return false
      },
    }),
  )
  return found.map((sheet, at) => ({
    name: sheet,
    isHidden: false,
    format: 'OpenDocument',
    rows: () => guardedRows(name, streamOdsRows(bytes, { sheets: [at] })),
  }))
}

async function wholeSheets(
  bytes: Uint8Array,
  { name, read }: { name: string; read: 'readXls' | 'readXlsb' },
): Promise<Sheet[]> {
  if (bytes.length > MOST_WHOLE_BYTES)
    throw unreadable(
      'list.too_large',
      name,
      `it has more than ${MOST_WHOLE_BYTES / MEGABYTE} MB in an old format. Open it in Excel or LibreOffice and save it as .xlsx or CSV.`,
    )
  const xlsx = await import('hucre/xlsx')
  const { sheets } = await guarded(name, () => xlsx[read](bytes))
  const format: SheetFormat = 'Excel'
  return sheets.map((sheet) => ({
    name: sheet.name,
    isHidden: sheet.hidden === true || sheet.veryHidden === true,
    format,
    rows: () => guardedRows(name, indexed(sheet.rows)),
  }))
}

async function* indexed(rows: CellValue[][]): AsyncGenerator<{ index: number; values: CellValue[] }> {
  for (const [index, values] of rows.entries()) yield { index, values }
}

async function* guardedRows(
  name: string,
  rows: AsyncIterable<{ index: number; values: CellValue[] }>,
): AsyncGenerator<SheetRow> {
  try {
    for await (const { index, values } of rows)
      if (values.length <= MOST_CELLS_ACROSS) yield { line: index + 1, cells: values.map(cellOf) }
  } catch (cause) {
    throw notRead(name, cause)
  }
}

function cellOf(value: CellValue): SheetCell {
  return value === null || value === '' ? undefined : value
}

async function guarded<Result>(name: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (cause) {
    throw notRead(name, cause)
  }
}

function notRead(name: string, cause: unknown): Error {
  const kind = cause instanceof Error ? cause.name : ''
  if (kind === 'EncryptedFileError' || kind === 'DecryptionError') return withPassword(name)
  return damaged(name, 'it is damaged, or no workbook that is known')
}

function damaged(name: string, why: string): Error {
  return unreadable(
    'list.damaged',
    name,
    `${why}. Open it in Excel or LibreOffice, save it again as .xlsx and import that.`,
  )
}

function withPassword(name: string): Error {
  return unreadable(
    'list.format',
    name,
    'it is protected by a password. Open it, take the password away (in Excel: File, Info, Protect Workbook, Encrypt with Password, leave it empty), save it and import that.',
  )
}
