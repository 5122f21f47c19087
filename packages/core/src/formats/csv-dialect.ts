/**
 * How the CSV of others is written: the separators that count and how a parser is set for them. One place for every
 * table that comes in, whether its parser is fed with a file (prepare) or with the body of a request (functions).
 */

/** In the order in which they win where a first line holds as many of two. */
const SEPARATORS = [',', ';', '\t', '|'] as const
type Separator = (typeof SEPARATORS)[number]

/** Settings of csv-parse that every reader shares; each adds how strict it is. */
export interface CsvDialect {
  delimiter: Separator
  bom: true
  /** Rows come with the line they end on; the header is line 1. */
  info: true
  relax_column_count: true
}

/** By the first line of `text`; what follows it is not looked at. */
export function csvDialect(text: string): CsvDialect {
  return { delimiter: separatorOf(firstLineOf(text)), bom: true, info: true, relax_column_count: true }
}

/** Without its end and without a byte order mark. */
export function firstLineOf(text: string): string {
  return text.slice(0, text.search(/\r?\n|$/)).replace(/^\uFEFF/, '')
}

/** The mark that the line holds most of outside quotes; a comma where it holds none. */
function separatorOf(line: string): Separator {
  const bare = line.replaceAll(/"[^"]*"/g, '')
  const count = (mark: Separator): number => bare.split(mark).length
  return SEPARATORS.reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}
