/**
 * The report of an import, line by line, in Blobs of their own that end a few days after it: pages of JSON, and a table
 * of the lines that a person must look at. Nothing of a column about persons comes here.
 */
import type { Blobs } from '@doorwalk/core/ports'
import { IssueTable } from '@doorwalk/prepare/target-lists/list-report'
import { type Language, LANGUAGES } from '@doorwalk/core/words/languages'
import type { ListLine, ListMapping } from '@doorwalk/prepare/target-lists/target-list'
import type { ImportRef } from '../ports/imports.ts'
import { encodeJson } from '../store/json.ts'
import { type KeptLine, pageBlob, tableBlob } from './import-files.ts'
import type { Candidate } from './place-row.ts'

const PAGE_LINES = 500
/** Repairs are alike mostly: of more, the counts tell. */
const MOST_REPAIRS = 10_000
/** A list with so many lines that cannot be taken has to be mended as a whole. */
const MOST_FAULTS = 100_000

export interface ReportWriter {
  /** What became of one line. @param candidates  set: it was doubtful */
  add(line: ListLine, candidates?: Candidate[]): Promise<void>
  /** The number of pages. */
  end(): Promise<number>
}

/** The table of a list of which nothing was read, or not yet: its header. */
export function emptyTable(language: Language): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(new IssueTable({ columns: [] }, language).header())
}

export function openReport(blobs: Blobs, ref: ImportRef, mapping: ListMapping): ReportWriter {
  const tables = LANGUAGES.map((language) => {
    const table = new IssueTable(mapping, language)
    return { language, table, text: [table.header()] }
  })
  let page: KeptLine[] = []
  let pages = 0
  let repairs = 0
  let faults = 0
  const put = async (line: KeptLine): Promise<void> => {
    page.push(line)
    if (page.length === PAGE_LINES) await flush()
  }
  const flush = async (): Promise<void> => {
    await blobs.put(pageBlob(ref, pages++), encodeJson(page))
    page = []
  }
  return {
    async add(line, candidates) {
      const { refusal, warning } = line
      const isListed = (refusal ?? warning) ? faults++ < MOST_FAULTS : repairs < MOST_REPAIRS
      if (isListed) for (const { table, text } of tables) text.push(table.rows(line))
      for (const repair of line.repairs)
        if (repairs++ < MOST_REPAIRS) await put({ outcome: 'repaired', ...repair })
      if (warning && isListed) await put({ outcome: 'unlikely', ...warning })
      if (refusal && isListed)
        await put({
          outcome: candidates ? 'doubtful' : 'refused',
          ...refusal,
          ...(candidates && { candidates }),
        })
    },
    async end() {
      if (page.length > 0) await flush()
      for (const { language, text } of tables)
        await blobs.put(tableBlob(ref, language), new TextEncoder().encode(text.join('')))
      return pages
    },
  }
}
