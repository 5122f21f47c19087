/** A CSV as a sheet, streamed: whatever its encoding and its separator, with titles above its header or without one. */
import { Readable, pipeline } from 'node:stream'
import { parse } from 'csv-parse'
import { csvDialect } from '@doorwalk/core/formats/csv-dialect'
import { VisibleError } from '@doorwalk/core/error'
import { encodingOf, startAsText, toUtf8 } from '../tables/encoding.ts'
import { unreadable } from './list-error.ts'
import type { ListSource } from './list-source.ts'
import type { Sheet, SheetRow } from './sheet.ts'

/** Lines by which the separator is told. */
const LOOKED_AT = 60
/** Characters of one line; more is a quotation mark that is never closed. */
const LONGEST_LINE = 100_000

/** @throws VisibleError list.damaged */
export function openCsvSheet(source: ListSource, start: Buffer): Sheet {
  const { name } = source
  const lines = startOf(start, name)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
  const told = /^"?sep=(.)"?$/i.exec(lines[0]!.trim())?.[1]
  const separator = told ?? separatorOf(lines.slice(0, LOOKED_AT))
  return {
    format: 'CSV',
    isHidden: false,
    encoding: encodingName(start),
    separator,
    rows: () => csvRows(source, { start, separator, skipFirst: told !== undefined }),
  }
}

function startOf(start: Buffer, name: string): string {
  try {
    return startAsText(start)
  } catch (cause) {
    throw notRead(name, cause)
  }
}

const MARKS = [';', '\t', '|', ',']

/**
 * The mark by which most lines have as many cells as the others. Of two that do equally well not the comma, which
 * stands in numbers and addresses as well.
 */
function separatorOf(lines: readonly string[]): string {
  const bare = lines.filter((line) => line.trim() !== '').map((line) => line.replaceAll(/"[^"]*"/g, ''))
  let best = { mark: csvDialect(bare[0] ?? '').delimiter as string, lines: 0 }
  for (const mark of MARKS) {
    const counts = new Map<number, number>()
    for (const line of bare) {
      const cells = line.split(mark).length
      if (cells > 1) counts.set(cells, (counts.get(cells) ?? 0) + 1)
    }
    const most = Math.max(0, ...counts.values())
    if (most > best.lines) best = { mark, lines: most }
  }
  return best.mark
}

function encodingName(start: Buffer): string {
  const encoding = encodingOf(start)
  if (encoding !== 'utf-8') return encoding === 'utf-16le' ? 'UTF-16 LE' : 'UTF-16 BE'
  const end = start.length - 4
  const isUtf8 =
    end <= 0 || !new TextDecoder().decode(start.subarray(0, end), { stream: true }).includes('\uFFFD')
  return isUtf8 ? 'UTF-8' : 'Windows-1252'
}

async function* csvRows(
  source: ListSource,
  { start, separator, skipFirst }: { start: Buffer; separator: string; skipFirst: boolean },
): AsyncGenerator<SheetRow> {
  const parser = parse({
    ...csvDialect(''),
    delimiter: separator,
    from_line: skipFirst ? 2 : 1,
    skip_empty_lines: true,
    relax_quotes: true,
    max_record_size: LONGEST_LINE,
  })
  // What breaks on the way ends the parser, and with it the loop below.
  pipeline(Readable.from(source.open()), toUtf8(encodingOf(start)), parser, () => {})
  try {
    for await (const item of parser) {
      const { record, info } = item as { record: string[]; info: { lines: number } }
      yield { line: info.lines, cells: record.map((cell) => (cell === '' ? undefined : cell)) }
    }
  } catch (cause) {
    throw notRead(source.name, cause)
  } finally {
    parser.destroy()
  }
}

function notRead(name: string, cause: unknown): VisibleError {
  if (cause instanceof VisibleError) return cause
  const { code, lines } = cause as { code?: string; lines?: number }
  if (code === 'CSV_MAX_RECORD_SIZE' || code === 'CSV_QUOTE_NOT_CLOSED') {
    return unreadable('list.damaged', name, {
      code: 'openQuote',
      line: lines === undefined ? null : lines + 1,
    })
  }
  return unreadable('list.damaged', name, { code: 'noEncoding' })
}
