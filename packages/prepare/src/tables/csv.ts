/**
 * Rows of a CSV, streamed, with columns found by their usual names. A file that is no such table is refused by name.
 */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { parse } from 'csv-parse'
import { VisibleError } from '@doorwalk/core/error'
import { csvDialect, firstLineOf } from '@doorwalk/core/formats/csv-dialect'

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
 * Rows in file order, by the separators of `csvDialect`. Empty cells are absent.
 *
 * @throws VisibleError `table.missing`, `table.columns`, `table.damaged`
 */
export async function* tableRows<Column extends string>(
  file: string,
  { option, columns, required }: TableOptions<Column>,
): AsyncGenerator<TableRow<Column>> {
  const name = `${option} ${basename(file)}`
  const firstLine = await readFirstLine(file, name)
  const dialect = csvDialect(firstLine)
  const header = firstLine.replaceAll('"', '')
  const names = Object.entries<string[]>(columns)
  const positions = new Map<Column, number>()
  const cells = header.split(dialect.delimiter).map(plain)
  for (const [column, aliases] of names) {
    const position = aliases.map((alias) => cells.indexOf(plain(alias))).find((found) => found >= 0)
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
  const parser = createReadStream(file).pipe(
    parse({ ...dialect, from_line: 2, relax_quotes: true, trim: true }),
  )
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
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new VisibleError(
      'input',
      'table.damaged',
      `${name} cannot be read: ${why}. Expected a CSV in UTF-8.`,
    )
  }
}

async function readFirstLine(file: string, name: string): Promise<string> {
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
    return firstLineOf(start.subarray(0, bytesRead).toString('utf8'))
  } finally {
    await handle.close()
  }
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .trim()
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
