/**
 * Rows of a CSV, streamed, with columns found by their usual names. A file that is no such table is refused by name.
 */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream'
import { parse } from 'csv-parse'
import { VisibleError } from '@doorwalk/core/error'
import { csvDialect, firstLineOf } from '@doorwalk/core/formats/csv-dialect'
import { plainLetters } from '@doorwalk/core/letters'
import { encodingOf, startAsText, toUtf8, type Encoding } from './encoding.ts'

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
  const name = `${option} ${basename(file)}`
  const { firstLine, encoding } = await readFirstLine(file, name)
  const dialect = csvDialect(firstLine)
  const header = firstLine.replaceAll('"', '')
  const names = Object.entries<string[]>(columns)
  const positions = new Map<Column, number>()
  const cells = header.split(dialect.delimiter).map(plainName)
  for (const [column, aliases] of names) {
    const position = aliases.map((alias) => cells.indexOf(plainName(alias))).find((found) => found >= 0)
    if (position !== undefined && isColumn(column, columns)) positions.set(column, position)
  }
  const absent = required.filter((column) => !positions.has(column))
  if (absent.length > 0) {
    const wanted = absent.map((column) => `"${columns[column][0]}"`).join(', ')
    throw new VisibleError(
      'input',
      'table.columns',
      `${name}: column ${wanted} is missing; the first line is ${JSON.stringify(header.slice(0, 120))}. Expected a CSV with a header line.`,
    )
  }
  const parser = parse({ ...dialect, from_line: 2, relax_quotes: true, trim: true })
  // What breaks on the way ends the parser, and with it the loop below.
  pipeline(createReadStream(file), toUtf8(encoding), parser, () => {})
  try {
    for await (const item of parser) {
      if (!isRecord(item)) continue
      const value: Partial<Record<Column, string>> = {}
      for (const [column, position] of positions) {
        const cell = item.record[position]
        if (cell) value[column] = cell
      }
      yield { line: item.info.lines, value }
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

async function readFirstLine(file: string, name: string): Promise<{ firstLine: string; encoding: Encoding }> {
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
    return { firstLine: firstLineOf(textOf(bytes, name)), encoding: encodingOf(bytes) }
  } finally {
    await handle.close()
  }
}

function textOf(start: Buffer, name: string): string {
  try {
    return startAsText(start)
  } catch (cause) {
    throw damaged(name, cause instanceof Error ? cause.message : String(cause))
  }
}

function plainName(name: string): string {
  return plainLetters(name).trim()
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
