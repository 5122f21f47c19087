/** Imports: which list is to be read, and what came of it. */

import type { Told } from '@doorwalk/prepare/list-words/say'

/** `targets`: what the campaign knows of buildings. `opt_outs`, `exclusions`: where nobody is sent. */
export const LIST_KINDS = ['targets', 'opt_outs', 'exclusions'] as const
export type ListKind = (typeof LIST_KINDS)[number]

/** One kind of list in one region, as it counts. */
export interface StoredList {
  /** The import that has written it. */
  generation: string
  entries: number
  /** In order: entries, and what their places lie in. */
  chunks: { entries: number; box: [west: number, south: number, east: number, north: number] }[]
}

export interface ImportRef {
  campaign: string
  importId: string
}

/** What to do with a list that lies in Blobs. */
export interface ImportOrder extends ImportRef {
  region: string
  kind: ListKind
  /** Nothing is stored but the report. */
  dryRun: boolean
  /** What was there before goes. */
  replace: boolean
  /** Of the file, as the caller calls it. */
  name: string
  mapping?: { fields: Record<string, string>; ignored: string[] }
  sheet?: string
  /** What counts at the moment; null: nothing. */
  base: StoredList | null
}

export interface ImportCounts {
  /** Lines that hold something. */
  rows: number
  accepted: number
  /** Values put right. */
  repaired: number
  refused: number
  doubtful: number
}

/** What the accepted lines changed. */
export interface ImportChanges {
  added: number
  updated: number
  unchanged: number
  /** Entries of earlier imports that go; absent of imports of before it was told. */
  removed?: number
}

/** How a list was read, in words for people where a program need not know. */
interface ReadMapping {
  format: string
  sheet?: string
  headerLine?: number
  columns: {
    name: string
    position: number
    field: string | null
    why: Told
    confidence: number
    refused?: string
  }[]
  systems: string[]
  encoding?: string
  separator?: string
  notes: Told[]
}

/** Reads a list wherever that is done. @throws VisibleError; Error of the name `AbortError` when the signal rings */
export type Importer = (order: ImportOrder, signal?: AbortSignal) => Promise<ImportResult>

export interface ImportResult {
  counts: ImportCounts
  changes: ImportChanges
  /** Null: its columns could not be told. */
  mapping: ReadMapping | null
  /** Why the list could not be read; absent: it was. */
  failure?: { code: string; detail: string; file: string; said: Told }
  /** Null: nothing was stored. */
  list: StoredList | null
  /** Where nobody is sent any more. */
  blocks: string[]
  /** Pages of the report. */
  pages: number
}

/** What may be asked of a thread that imports. */
export interface ImportTasks {
  importList: { input: ImportOrder; answer: ImportResult }
}
