/** The desk: what large things may be asked for, and what comes back. */
import type { Bbox } from '@doorwalk/core/area/polygon'
import type { Comparison } from '@doorwalk/core/comparison/answer'
import type { FormatName, PlanFormatName } from '@doorwalk/core/formats/formats'
import type { TargetRow } from '@doorwalk/core/listing/list'
import type { AreaRequest } from '@doorwalk/core/request/area-request'
import type { PriorityKept } from '@doorwalk/core/request/priority'
import type { TargetOverride } from '@doorwalk/core/request/request'
import type { PlaceOnPaper } from '@doorwalk/core/paper/head'
import type { RankingOrder } from '@doorwalk/core/ranking/make-ranking'
import type { PrintSize } from '@doorwalk/core/sheet/style'
import type { LeftOut } from '@doorwalk/core/walk/answer'
import type { Language } from '@doorwalk/core/words/languages'
import type { StaleReason } from './announcements.ts'
import type { PlanRef } from './jobs.ts'
import type { Bytes, Timings } from './planner.ts'

/**
 * Where large things are written and read: forms, maps, packs, lists. In threads on a server, in the instance on
 * Lambda. What comes back is bytes, ready to be sent.
 */
export interface Desk {
  /**
   * @param signal  nobody waits for it any more
   * @throws what the task throws; Error of the name `AbortError` once the signal rings
   */
  ask<Name extends keyof DeskTasks>(
    task: Name,
    input: DeskTasks[Name]['input'],
    signal?: AbortSignal,
  ): Promise<DeskTasks[Name]['answer']>
}

interface DeskTask<Input, Answer> {
  input: Input
  answer: Answer
}

/** A stored plan, and how many targets its head tells of: what there is to write. */
export interface PlanToWrite extends PlanRef {
  targets: number
}

/** Why a draft cannot be leased as it was planned. */
interface Stale {
  /** RFC 3339. */
  at: string
  reasons: StaleReason[]
}

/** By id of the walk: what opens it on a phone. They go from the caller's hand to his paper, and are kept nowhere. */
type LinksOnPaper = Readonly<Record<string, string>>

/** Of pages to print, and of tables for people. */
export interface OnPaper {
  links?: LinksOnPaper
  print?: PrintSize | undefined
  place?: PlaceOnPaper | undefined
  /** Of a table for people; absent: for programs. */
  table?: Language | undefined
}

/** What the head tells of a plan. */
export interface ToldOfHead {
  area: AskedArea | null
  streets: string[]
  replacedBy: string | null
  stale: Stale | null
  /** Absent: nobody asked. */
  timings?: Timings | null
}

/** What was asked for, in short. */
interface AskedArea {
  kind: 'region' | 'precincts' | 'cells' | 'drawn' | 'walk' | 'joined'
  label?: string
  precincts?: string[]
  count?: number
}

export interface DeskTasks {
  /** The JSON that a plan is answered with. */
  planAnswer: DeskTask<PlanToWrite & ToldOfHead, Bytes>
  /** Some of what a plan left out. */
  leftOut: DeskTask<PlanToWrite & { from: number; to: number }, { leftOut: LeftOut[]; isLast: boolean }>
  /** Two plans side by side, with some of what changed. */
  comparison: DeskTask<
    { first: PlanToWrite; second: PlanToWrite; from: number; to: number },
    { comparison: Comparison; isLast: boolean }
  >
  planForm: DeskTask<PlanToWrite & { form: PlanFormatName } & OnPaper, Written>
  walkForm: DeskTask<{ campaign: string; walkId: string; form: FormatName } & OnPaper, Written>
  /** The JSON of a walk with its map; `head` is what stands before them. */
  walkPack: DeskTask<{ campaign: string; walkId: string; head: object }, Bytes>
  /** GeoJSON of streets and outlines; without a box those of the whole region. */
  regionMap: DeskTask<{ region: string; bbox: Bbox | undefined }, Bytes>
  /** GeoJSON of the precincts of a region. */
  precinctMap: DeskTask<{ region: string }, Bytes>
  /** A client's own list of targets. */
  targetList: DeskTask<ListToRead, ReadList>
  /** Some of the targets of an area, in the order of its list. */
  targetRows: DeskTask<RowsAsked & RowsWanted, { rows: TargetRow[]; total: number }>
  /** All of them, in Blobs. */
  targetChunks: DeskTask<RowsAsked & { folder: string }, RowsWritten>
  /** Areas by a formula, ready to be kept. */
  ranking: DeskTask<RankingOrder, KeptRanking>
  rankingForm: DeskTask<RankingToWrite, Written>
  /** A ZIP. */
  batchPack: DeskTask<PackOrder, Bytes>
}

export interface RowsAsked {
  region: string
  /** Of the region; undefined: today's. */
  version: string | undefined
  /** Undefined: the whole region. */
  area: AreaRequest | undefined
  /** The campaign's own. */
  targets: TargetOverride[]
  /** What scores come from, the weights of a ranking filled in. */
  priority: PriorityKept | undefined
}

/** Places in the list, the second not included. */
interface RowsWanted {
  from: number
  to: number
}

export interface RowsWritten {
  /** Of targets. */
  total: number
  /** Blobs with JSON of some of them each, in order. */
  chunks: string[]
}

/** A ranking that was made. */
export interface KeptRanking {
  /** JSON of its areas. */
  body: Bytes
  /** JSON of what a plan goes on with. */
  priority: Bytes
  /** As a person would write it. */
  formula: string
  counts: { precincts: number; squares: number }
  notes: string[]
}

/** A ranking that is kept. */
export interface RankingToWrite {
  campaign: string
  id: string
  region: string
  regionVersion: string
  form: 'csv' | 'geojson'
}

export type ListFormat = 'csv' | 'geojson' | 'json'

export interface ListToRead {
  text: Uint8Array
  format: ListFormat
  /** Of the region. */
  bbox: readonly [west: number, south: number, east: number, north: number]
}

export interface ReadList {
  /** JSON of some hundred targets each, so that whoever stores them can do so in turns. */
  parts: Bytes[]
  repairs: number
  /** The first of them. */
  repaired: Repair[]
  refusals: number
  refused: Refusal[]
}

export interface Repair {
  /** Line of a CSV file (the header is 1); else the number of the entry, from 1. */
  line: number
  field: string
  came: string
  became: string
}

export interface Refusal {
  line: number
  field: string
  came: string
  expected: string
}

/** A form of walks, with the headers it needs. */
export interface Written {
  body: Bytes
  headers: Record<string, string>
}

/** What goes into the pack of a batch. */
export interface PackOrder {
  campaign: string
  /** RFC 3339. */
  createdAt: string
  plans: { shift: number; startAt: string; area: string; planId: string }[]
  links: LinksOnPaper
  print?: PrintSize | undefined
  /** For people; undefined: for programs. */
  language?: Language | undefined
  /** Bytes. */
  most: number
}
