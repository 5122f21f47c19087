/** An edge of the street network before it lies in a tile: what the cutting of ways makes, and the tiles store. */
import { FLAG } from '@doorwalk/core/graph/osm/flags'
import type { WayRule } from '@doorwalk/core/graph/osm/rules'
import type { Tags } from '../osm/extract.ts'

/** Part of one way between two junctions. */
export interface StreetEdge {
  /** OSM nodes from junction to junction. */
  refs: number[]
  rule: WayRule
  /** Own name, then other names, joined by NAME_SEPARATOR; empty when unnamed. */
  name: string
  tags: Tags
}

/** 1e-7 degrees, as OSM stores them. */
export const E7 = 1e7

/** Whether somebody may go along it in one of the two directions. */
export function isOpenFor(rule: WayRule, profile: 'compat' | 'canvass'): boolean {
  const bits =
    profile === 'compat'
      ? FLAG.compatForward | FLAG.compatBackward
      : FLAG.canvassForward | FLAG.canvassBackward
  return (rule.flags & bits) !== 0
}
