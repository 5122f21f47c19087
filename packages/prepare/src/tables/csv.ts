/** Rows of a CSV, streamed. A file that is no such table is refused by name. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream'
import { parse, type Options } from 'csv-parse'
import { parse as parseWhole } from 'csv-parse/sync'
import { VisibleError } from '@doorwalk/core/error'
import { csvDialect } from '@doorwalk/core/formats/csv-dialect'
import { encodingOf, startAsText, toUtf8, type Encoding } from './encoding.ts'
import type { AnyRow, AnyTable } from './table.ts'

/** A first line longer than this is no header. */
const HEADER_MAX_BYTES = 64 * 1024

/**
 * A CSV with a header line, by the separators of `csvDialect`, or the one that a line `sep=…` before it names, as Excel
 * writes it. Empty lines and notes (`#`) may stand before the header.
 *
 * @throws VisibleError `table.damaged`
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
  const names = header === '' ? [] : namesIn(header, { delimiter: dialect.delimiter, name })
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

function namesIn(header: string, { delimiter, name }: { delimiter: string; name: string }): string[] {
  try {
    const [names = []] = parseWhole(header, { delimiter, relax_quotes: true, trim: true })
    return names.map((each) => each.replaceAll('"', ''))
  } catch (cause) {
    throw damaged(
      name,
      `its first line is no header: ${cause instanceof Error ? cause.message : String(cause)}`,
    )
  }
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

async function readStart(file: string, name: string): Promise<{ start: string; encoding: Encoding }> {
  const handle = await open(file)
  try {
    const start = Buffer.alloc(HEADER_MAX_BYTES)
    const { bytesRead } = await handle.read(start, 0, start.length, 0)
    const bytes = start.subarray(0, bytesRead)
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

function isRecord(item: unknown): item is { record: string[]; info: { lines: number } } {
  return typeof item === 'object' && item !== null && 'record' in item && 'info' in item
}
