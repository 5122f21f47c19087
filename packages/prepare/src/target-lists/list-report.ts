/** What became of a list, for the person who sent it: how its columns were read, and a table of what needs a look. */
import { csvCell } from '@doorwalk/core/words/escape'
import type { Language } from '@doorwalk/core/words/languages'
import { type Told, LIST_LANGUAGE, say } from '../list-words/say.ts'
import { LIST_FIELDS, type ListField } from '@doorwalk/core/words/list-fields'
import type { ListColumn, ListLine, ListMapping } from './target-list.ts'

/** "street: "Rue" (its name says so)", one line a column that is read, then those that are not. */
export function mappingLines(
  { format, sheet, columns, systems, encoding, separator, headerLine, notes }: ListMapping,
  language: Language = LIST_LANGUAGE,
): string[] {
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
    ...read.map((column) => `  ${column.field!.padEnd(10)} "${column.name}" (${say(column.why, language)})`),
    ...refused.map(
      ({ name, refused: kind, why }) =>
        `  not stored "${name}": ${say({ code: 'personal', kind: kind! }, language)} (${say(why, language)})`,
    ),
    ...(left.length > 0 ? [`  not read   ${leftWords(left)}`] : []),
    ...notes.map((note) => `  Note: ${say(note, language)}`),
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
const ISSUE_COLUMNS: Record<Language, readonly string[]> = {
  fr: ['ligne', 'état', 'champ', 'reçu', 'devenu', 'attendu'],
  en: ['line', 'status', 'field', 'came', 'became', 'expected'],
}
const STATUS: Record<Language, { repaired: string; refused: string; unlikely: string }> = {
  fr: { repaired: 'réparée', refused: 'refusée', unlikely: 'à vérifier' },
  en: { repaired: 'repaired', refused: 'refused', unlikely: 'to check' },
}

/**
 * A table of what was repaired and refused: each issue, and the cells of its line that were read. Nothing of a column
 * that tells of persons is in it.
 */
export class IssueTable {
  private readonly fields: ListField[]
  private readonly language: Language

  constructor({ columns }: Pick<ListMapping, 'columns'>, language: Language = LIST_LANGUAGE) {
    this.language = language
    const read = new Set(columns.map(({ field }) => field))
    this.fields = LIST_FIELDS.filter((field) => read.has(field))
  }

  header(): string {
    return row([...ISSUE_COLUMNS[this.language], ...this.fields])
  }

  /** Empty for a line that was taken as it is. */
  rows({ line, repairs, refusal, warning, cells }: ListLine): string {
    const told = (text: Told | undefined) => (text === undefined ? undefined : say(text, this.language))
    const own = this.fields.map((field) => told(cells[field]))
    const status = STATUS[this.language]
    const issues = [
      ...repairs.map(({ field, came, became }) => [
        line,
        status.repaired,
        field,
        told(came),
        told(became),
        undefined,
      ]),
      ...[refusal, warning].flatMap((fault) =>
        fault
          ? [
              [
                ...[line, fault === refusal ? status.refused : status.unlikely, fault.field],
                ...[told(fault.came), undefined, told(fault.expected)],
              ],
            ]
          : [],
      ),
    ]
    return issues.map((issue) => row([...issue, ...own])).join('')
  }
}

function row(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}
