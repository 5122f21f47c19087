/** Where a place is put on the streets: what is asked, and what a snap says. */
import type { LngLat, Metres } from '../../units.ts'

export interface SnapQuery {
  location: LngLat
  /** Street name of the address, as written at its source. */
  street?: string
  houseNumber?: string
  /** Somebody sets out or ends there: never behind what nobody passes. */
  isStart?: boolean
}

export type Side = 'left' | 'right'
export type SnapRule = 'named_street' | 'nearest_public' | 'nearest_any'

/** A point on a street edge. */
export interface Snap {
  /** Edge of the graph; -1 for a router without edges. */
  edge: number
  /** Along the edge from its first node: 0…1 of its length. */
  position: number
  /** On the street. */
  location: LngLat
  /** The point asked for. */
  from: LngLat
  /** Between `from` and `location`; walked at walking speed. */
  metresAway: Metres
  /** Empty when the edge has no name. */
  street: string
  /**
   * Seen in the direction of the edge; null when the point is on the line, or faces its end, and house numbers do not
   * tell.
   */
  side: Side | null
  rule: SnapRule
  /** 0…1; below 0.5 worth a look. */
  confidence: number
  /** Behind a gate that is locked or private. */
  gated?: true
  /** Between the point and the street lie water, rails or a motorway. */
  across?: true
}

/**
 * Whether both were asked for at one point: floors behind one street door, a start at the first door. Between the two
 * nobody goes to the street and back, whatever street each was put on.
 */
export function isSamePlace(a: Snap, b: Snap): boolean {
  return a.from[0] === b.from[0] && a.from[1] === b.from[1]
}
