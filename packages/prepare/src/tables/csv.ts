/**
 * Rows of a CSV, streamed, with columns found by their usual names. A file that is no such table is refused by name.
 */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream'
import { parse, type Options } from 'csv-parse'
import { parse as parseWhole } from 'csv-parse/sync'
import { VisibleError } from '@doorwalk/core/error'
import { csvDialect } from '@doorwalk/core/formats/csv-dialect'
import { plainLetters } from '@doorwalk/core/letters'
import { encodingOf, startAsText, toUtf8, type Encoding } from './encoding.ts'
import type { AnyRow, AnyTable } from './table.ts'

export interface TableRow<Column extends string> {
  line: number
  value: Partial<Record<Column, string>>
}

export interface TableOptions<Column extends string> {
  /** Option of the command, for messages: `--addresses`. */
  option: string
  /** Names that a column may have; the first is the one asked for in messages. Case and accents do not count. */
  columns: Record<Column, string[]>
  required: NoInfer<Column>[]
}

/** A first line longer than this is no header. */
const HEADER_MAX_BYTES = 64 * 1024

/**
 * Rows in file order, by the separators of `csvDialect`, in any encoding that `encoding.ts` reads. Empty cells are
 * absent.
 *
 * @throws VisibleError `table.missing`, `table.columns`, `table.damaged`
 */
export async function* tableRows<Column extends string>(
  file: string,
  { option, columns, required }: TableOptions<Column>,
): AsyncGenerator<TableRow<Column>> {
  const table = await openCsv(file, option)
  const names = Object.entries<string[]>(columns)
  const found = new Map<Column, string>()
  for (const [column, aliases] of names) {
    const name = columnNamed(table.columns, aliases)
    if (name !== undefined && isColumn(column, columns)) found.set(column, name)
  }
  const absent = required.filter((column) => !found.has(column))
  if (absent.length > 0) {
    const wanted = absent.map((column) => `"${columns[column][0]}"`).join(', ')
    const line = table.columns.join(', ').slice(0, 120)
    throw new VisibleError(
      'input',
      'table.columns',
      `${table.name}: column ${wanted} is missing; the first line is ${JSON.stringify(line)}. Expected a CSV with a header line.`,
    )
  }
  for await (const { line, cells } of table.rows([...found.values()])) {
    const value: Partial<Record<Column, string>> = {}
    let at = 0
    for (const column of found.keys()) {
      const cell = cells[at++]
      if (typeof cell === 'string') value[column] = cell
    }
    yield { line, value }
  }
}

/** The column that has one of these names, the first of them best. Case and accents do not count. */
export function columnNamed(columns: readonly string[], aliases: readonly string[]): string | undefined {
  const plain = columns.map(plainName)
  const at = aliases.map((alias) => plain.indexOf(plainName(alias))).find((found) => found >= 0)
  return at === undefined ? undefined : columns[at]
}

/**
 * A CSV with a header line, by the separators of `csvDialect`, or the one that a line `sep=…` before it names, as Excel
 * writes it. Empty lines and notes (`#`) may stand before the header.
 *
 * @throws VisibleError `table.missing`, `table.damaged`
 */
export async function openCsv(file: string, option: string): Promise<AnyTable> {
  const name = `${option} ${basename(file)}`
  const { start, encoding } = await readStart(file, name)
  const lines = start.split(/\r?\n/)
  const before = Math.max(
    0,
    lines.findIndex((line) => !isNoHeader(line)),
  )
  const header = lines[before]!
  const told = /^"?sep=(.)"?$/im.exec(lines.slice(0, before).join('\n'))?.[1]
  const separator = told ?? rareSeparator(header)
  const dialect = { ...csvDialect(header), ...(separator === undefined ? {} : { delimiter: separator }) }
  const names = header === '' ? [] : namesIn(header, dialect.delimiter)
  return {
    name,
    format: 'CSV',
    columns: names,
    hasGeometry: false,
    rows: (columns) =>
      csvRows(file, {
        name,
        encoding,
        positions: columns.map((column) => names.indexOf(column)),
        dialect: {
          ...dialect,
          from_line: before + 2,
          skip_empty_lines: true,
          relax_quotes: true,
          trim: true,
        },
      }),
  }
}

/** Nothing, the line that names the separator, or a note. */
function isNoHeader(line: string): boolean {
  return line.trim() === '' || /^"?sep=."?$/i.test(line) || (line.startsWith('#') && !/[,;\t|]/.test(line))
}

/** Signs that no name of a column holds; where a header has none of the usual separators one of them is it. */
const RARE = ['^', '~', '¦', '§', '\u0001', '\u001f']

function rareSeparator(header: string): string | undefined {
  return /[,;\t|]/.test(header) ? undefined : RARE.find((sign) => header.includes(sign))
}

function namesIn(header: string, delimiter: string): string[] {
  const [names = []] = parseWhole(header, { delimiter, relax_quotes: true, trim: true })
  return names.map((name) => name.replaceAll('"', ''))
}

async function* csvRows(
  file: string,
  {
    name,
    encoding,
    positions,
    dialect,
  }: { name: string; encoding: Encoding; positions: number[]; dialect: Options },
): AsyncGenerator<AnyRow> {
  const parser = parse(dialect)
  // What breaks on the way ends the parser, and with it the loop below.
  pipeline(createReadStream(file), toUtf8(encoding), parser, () => {})
  try {
    for await (const item of parser) {
      if (!isRecord(item)) continue
      yield { line: item.info.lines, cells: positions.map((position) => item.record[position] || undefined) }
    }
  } catch (cause) {
    if (cause instanceof VisibleError) throw cause
    throw damaged(name, cause instanceof Error ? cause.message : String(cause))
  }
}

function damaged(name: string, why: string): VisibleError {
  return new VisibleError(
    'input',
    'table.damaged',
    `${name} cannot be read: ${why}. Expected a CSV in UTF-8; save it again as such.`,
  )
}

/** What is no text, by its first bytes. */
const PACKED: [what: string, start: number[]][] = [
  ['a ZIP archive or an Excel file', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Excel file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['packed with gzip', [0x1f, 0x8b]],
]

async function readStart(file: string, name: string): Promise<{ start: string; encoding: Encoding }> {
  const handle = await open(file).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'ENOENT' ? 'no such file' : `cannot be opened (${cause.code})`
    throw new VisibleError('input', 'table.missing', `${name}: ${why}; expected a CSV with a header line.`)
  })
  try {
    if ((await handle.stat()).isDirectory()) {
      throw new VisibleError(
        'input',
        'table.missing',
        `${name} is a folder; expected a CSV with a header line.`,
      )
    }
    const start = Buffer.alloc(HEADER_MAX_BYTES)
    const { bytesRead } = await handle.read(start, 0, start.length, 0)
    const bytes = start.subarray(0, bytesRead)
    const packed = PACKED.find(([, first]) => first.every((byte, i) => bytes[i] === byte))
    if (packed) throw damaged(name, `it is ${packed[0]}`)
    return { start: startOf(bytes, name).replace(/^\uFEFF/, ''), encoding: encodingOf(bytes) }
  } finally {
    await handle.close()
  }
}

function startOf(start: Buffer, name: string): string {
  try {
    return startAsText(start)
  } catch (cause) {
    throw damaged(name, cause instanceof Error ? cause.message : String(cause))
  }
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

function isRecord(item: unknown): item is { record: string[]; info: { lines: number } } {
  return typeof item === 'object' && item !== null && 'record' in item && 'info' in item
}

/** A coordinate in degrees; a decimal comma is accepted. */
export function degreesOf(text: string | undefined, limit: number): number | undefined {
  if (text === undefined || text.trim() === '') return undefined
  const value = Number(text.replace(',', '.'))
  return Number.isFinite(value) && Math.abs(value) <= limit ? value : undefined
}
