/** An area when it has been read, and what is asked of it. */
import type { Cell } from '../h3.ts'
import type { LngLat } from '../units.ts'
import type { Warning } from '../words/warning.ts'
import type { Bbox } from './polygon.ts'

/** A place that an area holds or not; a target is one. */
export interface AreaPlace {
  location: LngLat
  block: Cell
  /** Which street its door is on. */
  address?: { number: string; street: string } | undefined
}

export interface Area {
  bbox: Bbox
  /** Is a target part of it? */
  holds: (place: AreaPlace) => boolean
  warnings: Warning[]
  /** Put together of others, or told by walking: where nothing is left of it, somebody was mistaken. */
  isDerived?: true
}
