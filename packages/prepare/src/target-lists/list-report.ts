/** What became of a list, for the person who sent it: how its columns were read, and a table of what needs a look. */
import { csvCell } from '@doorwalk/core/words/escape'
import { LIST_FIELDS, type ListField } from './fields.ts'
import type { ListColumn, ListLine, ListMapping } from './target-list.ts'

/** "street: "Rue" (its name says so)", one line a column that is read, then those that are not. */
export function mappingLines({
  format,
  sheet,
  columns,
  systems,
  encoding,
  separator,
  headerLine,
  notes,
}: ListMapping): string[] {
  const about = [
    sheet === undefined ? format : `${format}, sheet "${sheet}"`,
    ...(encoding === undefined ? [] : [encoding]),
    ...(separator === undefined ? [] : [`cells parted by ${separatorWords(separator)}`]),
    headerLine === undefined ? 'no line with names of columns' : `names of columns in line ${headerLine}`,
    ...(systems.length > 0 ? [`coordinates in ${systems.join(', ')}`] : []),
  ]
  const read = columns.filter(({ field }) => field !== null)
  const refused = columns.filter((column) => column.refused !== undefined)
  const left = columns.filter((column) => column.field === null && column.refused === undefined)
  return [
    about.join(', '),
    ...read.map((column) => `  ${column.field!.padEnd(10)} "${column.name}" (${column.why})`),
    ...refused.map(({ name, refused: kind, why }) => `  not stored "${name}": ${kind} (${why})`),
    ...(left.length > 0 ? [`  not read   ${leftWords(left)}`] : []),
    ...notes.map((note) => `  Note: ${note}`),
  ]
}

/** Columns named in a line. */
const MOST_NAMED = 12

function leftWords(columns: readonly ListColumn[]): string {
  const names = columns.slice(0, MOST_NAMED).map(({ name }) => `"${name}"`)
  const more = columns.length - names.length
  return names.join(', ') + (more > 0 ? ` and ${more} more` : '')
}

function separatorWords(separator: string): string {
  const words: Readonly<Record<string, string>> = {
    ',': 'commas',
    ';': 'semicolons',
    '\t': 'tabs',
    '|': 'bars',
  }
  return words[separator] ?? `"${separator}"`
}

/** What stands before the cells of a line in a table of issues. */
const ISSUE_COLUMNS = ['line', 'status', 'field', 'came', 'became', 'expected'] as const

/**
 * A table of what was repaired and refused: each issue, and the cells of its line that were read. Nothing of a column
 * that tells of persons is in it.
 */
export class IssueTable {
  private readonly fields: ListField[]

  constructor({ columns }: Pick<ListMapping, 'columns'>) {
    const read = new Set(columns.map(({ field }) => field))
    this.fields = LIST_FIELDS.filter((field) => read.has(field))
  }

  header(): string {
    return row([...ISSUE_COLUMNS, ...this.fields])
  }

  /** Empty for a line that was taken as it is. */
  rows({ line, repairs, refusal, cells }: ListLine): string {
    const own = this.fields.map((field) => cells[field])
    const issues = [
      ...repairs.map(({ field, came, became }) => [line, 'repaired', field, came, became, undefined]),
      ...(refusal ? [[line, 'refused', refusal.field, refusal.came, undefined, refusal.expected]] : []),
    ]
    return issues.map((issue) => row([...issue, ...own])).join('')
  }
}

function row(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}
