/**
 * Everything a language must be able to say. One file per language holds one such object; what it lacks does not
 * compile. Phrases get plain values: they know no walk, plan or street graph.
 */
import type { WarningPhrases } from './warning.ts'

/** What joins a number and its word on paper. */
export const SPACE = '\u00a0'
export const NARROW_SPACE = '\u202f'

export interface Phrases {
  /** File of osrm-text-instructions with the sentences for turns. */
  turns: string
  words: Words
  /** Decimal mark. */
  comma: string
  /** "14:05" of two digits each. */
  time: (hours: string, minutes: string) => string
  date: (day: CalendarDay) => string
  /** Why a building matters, in parts: each a fact that gave it its prize, never a judgement of people. */
  reason: {
    chosen: string
    doors: (count: number) => string
    minutes: (count: number) => string
    /** With what it counts there: "abstention 38 %". */
    precinct: (code: string, fact: string | undefined) => string
    priority: (value: number) => string
    /** Of a ranking of this name; the number is written already. */
    score: (name: string, value: string) => string
    /** Between two of these. */
    and: string
  }
  warnings: WarningPhrases
  /** What one sees of a door that its number does not tell. */
  seen: SeenPhrases
  instructions: (grammarize: Grammarize) => Instructions
}

/** What a volunteer carries, on paper and on a phone. Counts join number and word. */
export interface Words {
  walk: string
  stops: (count: number) => string
  doors: (count: number) => string
  floors: (count: number) => string
  /** Behind a length: "2.1 km of walking". */
  walking: string
  back: string
  /** Stops out of the way, before the first of them; `time` of walking is saved by leaving them out. */
  detour: (time: string, stops: number) => string
  start: string
  /** Where two streets meet. */
  corner: (one: string, other: string) => string
  /** Somewhere on a street, or by it. */
  near: (street: string) => string
  /** Codes of polling stations, as many as fit, and how many more there are. */
  stations: (codes: readonly string[], more: number) => string
  firstDoor: string
  /** Where a walk ends that need not come back. */
  lastDoor: string
  reserves: string
  columnAddress: string
  columnArrive: string
  columnFloors: string
  columnDoors: string
  key: string
  legend: string
  retype: (walkId: string) => string
  estimated: string
  entrance: string
  /** Of a part of an entrance, top down: "floors 6–4"; the same twice where it has one. 0 is the ground floor. */
  storeys: (top: number, bottom: number) => string
  /** Of a floor that parts share, the doors of one of them, counted from 1. */
  doorsFrom: (first: number, last: number) => string
  groundFloor: string
  /** How the street door opens; empty where there is nothing to say. */
  access: { open: string; intercom: string; code: string; guard: string; unknown: string; gate: string }
  noAddress: string
  /** Heads of tables for spreadsheets, and names of files in packs. */
  table: TableWords
  volunteer: string
  handedOut: string
  finishedAt: string
  /** One letter, above the arrow on the map. */
  north: string
  scan: string
  empty: string
  /** With the space that stands before it. */
  colon: string
}

interface TableWords {
  /** Of a target, as on paper: "4", "R1". */
  label: string
  within: string
  doors: string
  /** Whether doors are. */
  estimated: string
  floors: string
  access: string
  minutes: string
  key: string
  why: string
  yes: string
  shift: string
  area: string
  day: string
  leave: string
  back: string
  stops: string
  metres: string
  firstAddress: string
  walkId: string
  /** Names of files, without ending. */
  files: { print: string; walks: string; map: string; walk: string; shift: string }
}

interface CalendarDay {
  /** 0 is Sunday. */
  weekday: number
  day: number
  /** 0 is January. */
  month: number
  year: number
}

/** The name of a street with the article or preposition its language wants; unchanged when no rule fits. */
export type Grammarize = (name: string, grammar: 'article' | 'arrival') => string

/** Sentences without full stop, for what osrm-text-instructions has none for, and names as its sentences take them. */
export interface Instructions {
  /** `corner`: the street at whose corner one crosses; `onto`: where one goes on, its own name for its other side. */
  cross: (street: { name: string; detail?: Detail; corner?: string; onto?: string }) => string
  stairs: (stairs: { name: string; detail?: Detail }) => string
  passage: (passage: { name: string }) => string
  lift: string
  /** Turning round: the library speaks to drivers. */
  goBack: (street: { name: string }) => string
  /** A street inside a sentence of the library. */
  street: (name: string) => string
  /** The same for what has no name, by the kind of way. */
  ways: Record<WayKind, string>
  /** A way without a name that leads to a street. */
  towards: (way: string, street: string) => string
  /** Which way one turns coming out of a door. */
  leaving: Record<'left' | 'right', string>
  /** Where one has arrived, as the library's sentence goes on. */
  arrival: {
    start: string
    end: string
    stop: (number: number) => string
    address: (name: string) => string
    /** A building without a number; `street` is empty where it has no name. */
    numberless: (building: SeenBuilding, street: string) => string
  }
}

/** Kinds of way, as the street graph has them. */
export type WayKind =
  | 'path'
  | 'footway'
  | 'sidewalk'
  | 'crossing'
  | 'steps'
  | 'pedestrian'
  | 'cycleway'
  | 'corridor'
  | 'driveway'
  | 'service'
  | 'living'
  | 'residential'
  | 'tertiary'
  | 'secondary'
  | 'primary'
  | 'trunk'
  | 'open'
  | 'ferry'
  | 'elevator'

export interface SeenBuilding {
  kind: 'house' | 'flats'
  /** Storeys above the street, its own counted; absent where they are not known. */
  storeys?: number
}

/** A building that has a number, and the way from it along its row. */
export interface Neighbour {
  /** "12 bis". */
  number: string
  /** 1: the very next. */
  place: number
  /** Of who comes from the number. */
  side: 'left' | 'right'
}

/** Parts of a description, which are joined by commas. */
export interface SeenPhrases {
  building: (building: SeenBuilding) => string
  numberless: (building: string) => string
  /** Behind the building: where it is in the row of the number. */
  after: (neighbour: Neighbour, building: SeenBuilding) => string
  /** `length` as `sayMetres` says it. */
  setBack: (length: string) => string
  behind: Record<'wall' | 'private' | 'gate', string>
}

/** How one crosses, or which way stairs go, where known. */
export type Detail = 'signals' | 'marked' | 'unmarked' | 'up' | 'down'
