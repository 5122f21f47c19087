/** What is ranked, a precinct or a square of a grid, and what a ranking says of it. */
import type { Polygonal } from '../area/polygon.ts'
import type { LngLat } from '../units.ts'

/** A precinct or a square, with every number that is known of it. */
export interface RankableArea {
  code: string
  middle: LngLat
  /** Null where the source withholds the number. */
  fields: Readonly<Record<string, number | null>>
  /** The publisher itself made the numbers up to protect the few who live there. */
  imputed: boolean
  /** Drawn as a dot for voters without an address: there is nowhere to go. */
  noPlace: boolean
  /** Fields that are those of the precincts below a square. */
  borrowed?: readonly string[]
  /** Part of it that the region has, 0–1; absent: all of it, or nobody asked. */
  inRegion?: number
  /** Of a square: its code alone does not say where it lies. */
  geometry?: Polygonal
}

/**
 * Where a number comes from: as given, of the precincts below a square, drawn toward those around, or theirs because
 * the area has none. Of a part that takes several numbers, the last of these.
 */
export const PART_SOURCES = ['own', 'precincts', 'smoothed', 'surroundings'] as const
export type PartSource = (typeof PART_SOURCES)[number]

export interface ScorePart {
  name: string
  /** In `unit`. */
  value: number
  unit: string
  weight: number
  /** What is weighed, where it is not the value itself. */
  standardised?: number
  source: PartSource
  /** The value before smoothing, where it was smoothed. */
  given?: number
}

export interface RankedArea {
  code: string
  /** From 1; equal scores share a rank. */
  rank: number
  /** Best and worst rank when weights move. */
  rankRange: [best: number, worst: number]
  score: number
  /** Score ÷ 100 × people (or doors): how many it stands for. Null where that means nothing or nobody is counted. */
  amount: number | null
  /** People, or doors, that the score rests on; null: not known. */
  people: number | null
  parts: ScorePart[]
  imputed: boolean
  noPlace: boolean
  /** Fields that the source leaves empty here. */
  missing: string[]
  /** Part of the precinct that the region has, 0–1; absent: all of it. */
  inRegion?: number
  /** Of a square. */
  geometry?: Polygonal
}

/** Not ranked, and why. */
export interface UnrankedArea {
  code: string
  missing: string[]
  why: string
}
