/** A table in CSV with a header, whatever its separator, as rows of named cells. */
import { z } from '@hono/zod-openapi'
import { parse as parseCsv } from 'csv-parse/sync'
import { csvDialect } from '@doorwalk/core/formats/csv-dialect'
import { wholeAsText } from '@doorwalk/prepare/tables/encoding'

export interface CsvRow {
  /** Of the file; the header is 1. */
  line: number
  fields: Map<string, string>
}

/** Characters of one line. */
const LONGEST_LINE = 100_000

const CsvLines = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

/** What is expected of a table, and what is said of another. */
interface CsvShape {
  /** Field by lower-case name of a column. */
  columns: Record<string, string>
  /** Column without which nothing can be read. */
  needed: string
  malformed: (why: string) => Error
  /** Lines that it may have. */
  most: number
  /** It has more lines than this. */
  tooLong: (most: number) => Error
  unknown: (names: string[]) => Error
}

/**
 * Text of a table as a spreadsheet has saved it: in UTF-8, UTF-16 or Windows-1252.
 *
 * @throws what `malformed` makes of the reason
 */
export function csvText(bytes: Uint8Array, malformed: CsvShape['malformed']): string {
  try {
    return wholeAsText(bytes)
  } catch (error) {
    throw malformed(error instanceof Error ? error.message : 'no text')
  }
}

/** @throws what `malformed`, `tooLong` or `unknown` make of the reason, the lines or the strange columns */
export function csvTable(
  text: string,
  { columns, needed, malformed, most, tooLong, unknown }: CsvShape,
): CsvRow[] {
  let lines: z.infer<typeof CsvLines>
  try {
    // The header, the lines, and one to tell that there are more: nobody reads on.
    const limits = { to: most + 2, max_record_size: LONGEST_LINE }
    lines = CsvLines.parse(parseCsv(text, { ...csvDialect(text), ...limits, skip_empty_lines: true }))
  } catch (error) {
    throw malformed(error instanceof Error ? error.message : 'no CSV')
  }
  if (lines.length > most + 1) throw tooLong(most)
  const header = lines[0]?.record.map((name) => name.trim().toLowerCase()) ?? []
  const strange = header.filter((name) => !Object.hasOwn(columns, name))
  if (strange.length > 0) throw unknown(strange)
  if (!header.includes(needed)) throw malformed(`the first line names no column "${needed}"`)
  return lines.slice(1).map(({ record, info }) => ({
    line: info.lines,
    fields: new Map(
      record.map((value, index) => [columns[header[index] ?? ''] ?? `column ${index + 1}`, value]),
    ),
  }))
}
