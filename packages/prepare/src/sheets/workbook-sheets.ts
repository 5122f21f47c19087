/** Workbooks of Excel and LibreOffice as sheets of cells. Packed archives are measured before they are read. */
import type { CellValue } from 'hucre/xlsx'
import type { NoList, Remedy } from '../list-words/kinds.ts'
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
const ARCHIVES: readonly [part: RegExp, what: NoList, remedy: Remedy][] = [
  [/^Index(?:\/|\.zip)/, 'numbers', 'exportNumbers'],
  [/^word\//, 'word', 'copyTable'],
  [/^ppt\//, 'slides', 'copyTable'],
  [/\.shp$/i, 'shapefile', 'export'],
  [/\.kml$/i, 'kmz', 'exportMap'],
]

/** @throws VisibleError list.format, list.damaged, list.too_large */
export async function openZip(bytes: Uint8Array, name: string): Promise<Sheet[]> {
  const parts = zipParts(bytes)
  if (!parts) throw damaged(name, 'cutOff')
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
  const [, what, remedy] = ARCHIVES.find(([sign]) => parts.some(({ path }) => sign.test(path))) ?? [
    undefined,
    'zip' as const,
    'unpack' as const,
  ]
  throw unreadable('list.format', name, { code: 'noList', what, remedy })
}

/** Old Excel files, and new ones behind a password. @throws VisibleError list.format, list.damaged, list.too_large */
export async function openOle(bytes: Uint8Array, name: string): Promise<Sheet[]> {
  const wide = (text: string) => Buffer.from(text, 'utf16le')
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (all.includes(wide('EncryptedPackage'))) throw withPassword(name)
  if (all.includes(wide('WordDocument')))
    throw unreadable('list.format', name, { code: 'noList', what: 'word', remedy: 'copyTable' })
  if (!all.includes(wide('Workbook')) && !all.includes(wide('Book')))
    throw unreadable('list.format', name, { code: 'oldOffice' })
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
    if (Number.isNaN(size)) throw damaged(name, 'damagedPart')
    if (size > most)
      throw unreadable('list.too_large', name, { code: 'tooLargeUnpacked', megabytes: most / MEGABYTE })
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
    throw unreadable('list.too_large', name, { code: 'tooLargeOld', megabytes: MOST_WHOLE_BYTES / MEGABYTE })
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
  return damaged(name, 'noWorkbook')
}

function damaged(name: string, code: 'cutOff' | 'damagedPart' | 'noWorkbook'): Error {
  return unreadable('list.damaged', name, { code })
}

function withPassword(name: string): Error {
  return unreadable('list.format', name, { code: 'password' })
}
