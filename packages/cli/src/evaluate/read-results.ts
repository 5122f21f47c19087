/** Results of precincts from a file: the body of the API as JSON, or a table whose columns are found or named. */
import { extname } from 'node:path'
import { VisibleError } from '@doorwalk/core/error'
import { EvaluationRequest, PrecinctResult } from '@doorwalk/core/evaluation/request'
import { parseInput } from '@doorwalk/core/request/parse'
import { columnNamed } from '@doorwalk/prepare/tables/named-rows'
import { numberColumn } from '@doorwalk/prepare/tables/number-text'
import { openTables } from '@doorwalk/prepare/tables/open-table'
import { type AnyTable, textOf } from '@doorwalk/prepare/tables/table'
import { readJson } from '../terminal/arguments.ts'

/** What a column may be, and its usual names; a share and a last result have to be named. */
const USUAL = {
  precinct: ['precinct', 'code_bv', 'code', 'codeBureauVote', 'id_bv', 'bureau', 'ref', 'id'],
  votes: ['votes', 'voix'],
  registered: ['registered', 'inscrits'],
  share: ['share'],
  last: ['last'],
} as const
type Field = keyof typeof USUAL
const NUMBERS = ['votes', 'registered', 'share', 'last'] as const

/** Columns that were named, by what they are. */
export type Columns = Partial<Record<Field, string | undefined>>

interface SkippedLine {
  line: number
  field: string
  came: string
  expected: string
}

export interface ResultsFile {
  request: EvaluationRequest
  /** Lines without a code or a number. */
  skipped: SkippedLine[]
  /** Column by what it was taken for; of JSON none. */
  columns: Columns
}

/** @throws VisibleError usage, `evaluation.results`, `table.*`, file.unreadable, file.not_json */
export async function resultsOf(file: string, named: Columns): Promise<ResultsFile> {
  if (extname(file).toLowerCase() === '.json') return resultsOfJson(file, named)
  const [table] = await openTables(file, '--results')
  if (!table) throw refused(`${file} has no table; expected one line a precinct`)
  const columns = columnsIn(table, named)
  const fields = Object.keys(columns) as Field[]
  const rows: { line: number; text: Partial<Record<Field, string>> }[] = []
  for await (const { line, cells } of table.rows(fields.map((field) => columns[field]!))) {
    const texts = fields.flatMap((field, at) => {
      const text = textOf(cells[at])
      return text === undefined ? [] : [[field, text] as const]
    })
    rows.push({ line, text: Object.fromEntries(texts) })
  }
  const values = numbersIn(rows, fields)
  const skipped: SkippedLine[] = []
  const results: PrecinctResult[] = []
  for (const { line, text } of rows) {
    const numbers = Object.fromEntries(
      NUMBERS.flatMap((field) => {
        const value = text[field] === undefined ? undefined : values[field]?.get(text[field])
        return typeof value === 'number' ? [[field, value] as const] : []
      }),
    )
    const absent = fields.find(
      (field) => field !== 'last' && (field === 'precinct' ? text.precinct : numbers[field]) === undefined,
    )
    if (absent) {
      const expected = absent === 'precinct' ? 'the code of a precinct' : 'a number'
      skipped.push({ line, field: columns[absent]!, came: text[absent] ?? '', expected })
      continue
    }
    results.push(
      parseInput(
        PrecinctResult,
        { precinct: text.precinct, ...numbers },
        {
          what: `${table.name}, line ${line}`,
          code: 'evaluation.results',
        },
      ),
    )
  }
  if (results.length === 0)
    throw refused(
      `${table.name}: none of ${rows.length} lines has a code and its numbers in ${told(columns)}`,
    )
  return { request: { results }, skipped, columns }
}

async function resultsOfJson(file: string, named: Columns): Promise<ResultsFile> {
  const column = Object.entries(named).find(([, name]) => name !== undefined)
  if (column) throw refused(`--${column[0]} names a column of a table, and ${file} is JSON; leave it out`)
  const json = await readJson(file)
  const request = parseInput(EvaluationRequest, json, { what: file, code: 'evaluation.results' })
  if (request.lastField !== undefined)
    throw refused(
      `${file}: /lastField names a property that a server looks up; write "last" beside each result`,
    )
  return { request, skipped: [], columns: {} }
}

/** @throws VisibleError usage where a named column is not there, or what is needed is not found */
function columnsIn(table: AnyTable, named: Columns): Columns {
  const found: Columns = {}
  for (const [field, usual] of Object.entries(USUAL) as [Field, readonly string[]][]) {
    const wanted = named[field]
    const column = columnNamed(table.columns, wanted === undefined ? usual : [wanted])
    if (wanted !== undefined && column === undefined)
      throw refused(`--${field}: ${table.name} has no column "${wanted}"; it has ${table.columns.join(', ')}`)
    if (column !== undefined) found[field] = column
  }
  // A named share is what is meant, also where the file counts votes as well, and the other way round.
  if (named.share !== undefined && named.votes === undefined && named.registered === undefined) {
    delete found.votes
    delete found.registered
  }
  if (found.votes !== undefined && found.registered !== undefined && named.share === undefined)
    delete found.share
  const hasCounts = found.votes !== undefined && found.registered !== undefined
  if (found.precinct === undefined || (!hasCounts && found.share === undefined)) {
    const missing = found.precinct === undefined ? '--precinct' : '--votes and --registered, or --share'
    throw refused(`${table.name}: name the columns with ${missing}; it has ${table.columns.join(', ')}`)
  }
  if (!hasCounts) {
    delete found.votes
    delete found.registered
  }
  return found
}

/** What the texts of each column of numbers are. @throws VisibleError where a column holds none */
function numbersIn(
  rows: readonly { text: Partial<Record<Field, string>> }[],
  fields: readonly Field[],
): Partial<Record<Field, Map<string, number | null>>> {
  const values: Partial<Record<Field, Map<string, number | null>>> = {}
  for (const field of NUMBERS) {
    if (!fields.includes(field)) continue
    const texts = rows.flatMap(({ text }) => text[field] ?? [])
    const plain = new Map(texts.map((text) => [text, plainNumber(text)]))
    const column = numberColumn(texts)
    values[field] = column.kind === 'numbers' ? column.values : plain
  }
  return values
}

/** Where one line spoils the column the others still count. */
function plainNumber(text: string): number | null {
  const value = Number(text.replace(/^(\d+),(\d+)$/, '$1.$2').replace(/\s*%$/, ''))
  return Number.isFinite(value) ? value : null
}

function told(columns: Columns): string {
  return Object.values(columns).join(', ')
}

function refused(message: string): VisibleError {
  return new VisibleError('input', 'evaluation.results', message)
}
