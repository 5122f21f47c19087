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

/** An import that can be taken back: it lies on those of its kind before it. */
export interface Layer {
  importId: string
  kind: ListKind
  /** Unix milliseconds of its request. */
  at: number
  /** It put all else of its kind out of the list. */
  replace: boolean
  /** The import that wrote its journal, and the number of its parts. */
  writer: string
  parts: number
}

/** What taking an import back has changed. */
export interface TakenBack {
  /** Entries that are gone. */
  removed: number
  /** Entries that say again what they said before. */
  restored: number
  /** Entries of which a later import has spoken: they stay as they are. */
  kept: number
}

/** What to do with a list that lies in Blobs. */
export interface ImportOrder extends ImportRef {
  region: string
  kind: ListKind
  /** Unix milliseconds of the request. */
  at: number
  /** Nothing is stored but the report. */
  dryRun: boolean
  /** What was there before goes. */
  replace: boolean
  /** Of the file, as the caller calls it. */
  name: string
  mapping?: { fields: Record<string, string>; ignored: string[] }
  sheet?: string
  /** Of doubtful lines: which target each is about. */
  choices?: { line: number; target: string }[]
  /** What counts at the moment; null: nothing. */
  base: StoredList | null
  /** Imports of the kind that can be taken back, the oldest first. */
  layers: Layer[]
  /** Set: no list is read, but what this import has changed is taken back. */
  isTakenBack?: true
}

export interface ImportCounts {
  /** Lines that hold something. */
  rows: number
  accepted: number
  /** Values put right. */
  repaired: number
  refused: number
  doubtful: number
  /** Lines taken whose doors are far from what the region has. */
  unlikely: number
  /** Of lines taken: those they tell of, else those that the region has there. */
  doors: number
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
  /** As they are with that list. */
  layers: Layer[]
  takenBack?: TakenBack
  /** Where nobody is sent any more. */
  blocks: string[]
  /** Pages of the report. */
  pages: number
}

/** What may be asked of a thread that imports. */
export interface ImportTasks {
  importList: { input: ImportOrder; answer: ImportResult }
}
