/**
 * A campaign's own list of buildings, whatever program wrote it: what its columns are taken for, and its lines one
 * after the other, each with what was put right or why it was not taken. Columns about persons are named, never kept.
 */
import type { DegreeBox } from '@doorwalk/core/region/box'
import type { LngLat } from '@doorwalk/core/units'
import type { SheetFormat } from '../sheets/sheet.ts'
import type { ListField } from '@doorwalk/core/words/list-fields'
import type { Personal } from '../list-words/kinds.ts'
import type { Saying, Told } from '../list-words/say.ts'

export interface ReadListOptions {
  /** Of the region: it tells coordinate systems apart, and longitude from latitude. */
  bbox: DegreeBox
  /** Column by field, as the caller writes it; comes before what is guessed. */
  as?: ListAs
  /** Sheet of a workbook; default: the first one that shows and holds a table. */
  sheet?: string
  /** Whoever keeps the lines by id tells himself of one that comes again; default: it is told as a repair. */
  areRepeatsKept?: boolean
}

export interface ListAs {
  fields: Partial<Record<ListField, string>>
  /** Columns that are not to be read. */
  ignored: string[]
}

/** A list that is open: its columns are known, its lines are read when they are asked for. */
export interface TargetList {
  mapping: ListMapping
  /**
   * In file order, once; a line that holds nothing is none. Bounded memory, whatever the length of the list.
   *
   * @throws VisibleError list.damaged
   */
  lines: AsyncIterable<ListLine>
}

export interface ListMapping {
  format: SheetFormat
  /** Sheet of a workbook. */
  sheet?: string
  /** Line of the header, from 1; undefined where the list has none. */
  headerLine?: number
  /** In the order of the list. */
  columns: ListColumn[]
  /** Coordinate systems as the first lines tell them, such as "Lambert-93"; none where no line has coordinates. */
  systems: string[]
  /** Longitude and latitude stand in each other's column, all the way down. */
  isSwapped: boolean
  /** Of a text. */
  encoding?: string
  separator?: string
  /** What a reader of the report should know, as sentences: other sheets, lines before the header, another table. */
  notes: Saying[]
}

export interface ListColumn {
  /** As the list names it, else "column 3"; never what could be somebody's. */
  name: string
  /** From 1. */
  position: number
  /** What it is taken for; null: it is not read. */
  field: ListField | null
  why: Saying
  /** 0–1. 1: the caller says so. */
  confidence: number
  /** It tells of persons: nothing of it is kept or shown. */
  refused?: Personal
}

/** A line that holds something: taken where it has a row, refused where it has a refusal. */
export interface ListLine {
  /** Of a text or a sheet, the header included, from 1; of GeoJSON and JSON the number of the entry. */
  line: number
  row?: ListRow
  repairs: ListRepair[]
  refusal?: ListRefusal
  /** Of a line that is taken: what somebody should look at. */
  warning?: ListRefusal
  /** Cells of the columns that are read, by field; none that could be somebody's. For a table of the faulty lines. */
  cells: Partial<Record<ListField, Told>>
}

/** What one line says, cleaned. Names are those of a target override of a plan. */
export interface ListRow {
  line: number
  /** Of the region or the client's own; a line that comes again with it replaces the one before. */
  id?: string
  /** WGS 84. */
  location?: LngLat
  /** WGS 84; `location` lies in its middle. */
  outline?: GeoJSON.Polygon | GeoJSON.MultiPolygon
  address?: ListAddress
  /** Label of the entrance: "B", "hall 3". */
  entrance?: string
  doors?: number
  /** Ground floor included. */
  floors?: number
  /** 0–100. */
  priority?: number
  /** A key building. */
  key?: boolean
  /** Never on a walk. */
  exclude?: boolean
}

interface ListAddress {
  /** "12 bis"; absent where the line names a street only. */
  number?: string
  street: string
  postcode?: string
  city?: string
}

interface ListRepair {
  line: number
  field: string
  came: Told
  became: Told
}

interface ListRefusal {
  line: number
  field: string
  /** What came, or what kind of thing where showing it could show somebody. */
  came: Told
  expected: Saying
}
