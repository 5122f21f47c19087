/**
 * What the tags of a way or node mean for someone on foot, as tiles store it. Who may walk where stands in osrm-foot.ts
 * and canvass-foot.ts, one for each profile. Does not look at geometry.
 */
import { canvassRule, isCanvassBarrier } from './canvass-foot.ts'
import { nodeCrossing } from './crossing-kind.ts'
import { CROSSINGS, FLAG, NODE_FLAG } from './flags.ts'
import { compatRule, isCompatBarrier } from './osrm-foot.ts'
import { classOf, type StreetClass } from './street-class.ts'
import type { StreetTags } from './tags.ts'

export interface WayRule {
  class: StreetClass
  flags: number
  /** Per cent of walking speed. */
  compatSpeed: number
  canvassSpeed: number
  /** OSM layer, −5…5. */
  layer: number
}

/** Rules of a way, or null when nobody can walk on it in either profile. */
export function wayRule(tags: StreetTags): WayRule | null {
  const compat = compatRule(tags)
  const street = classOf(tags)
  const canvass = canvassRule(tags, street)
  if (compat.flags === 0 && canvass.flags === 0) return null
  let flags = compat.flags | canvass.flags
  if (tags['bridge'] !== undefined && tags['bridge'] !== 'no') flags |= FLAG.bridge
  if (tags['tunnel'] === 'building_passage' || tags['covered'] === 'yes' || tags['covered'] === 'arcade') {
    flags |= FLAG.covered
  } else if (tags['tunnel'] !== undefined && tags['tunnel'] !== 'no') flags |= FLAG.tunnel
  if (tags['indoor'] === 'yes' || street === 'corridor') flags |= FLAG.indoor
  if (['yes', '1', 'true', '-1'].includes(tags['oneway'] ?? '') || tags['junction'] === 'roundabout') {
    flags |= FLAG.oneway
  }
  if (tags['incline']?.startsWith('-') === true || tags['incline'] === 'down') flags |= FLAG.down
  else if (tags['incline'] === 'up' || /^[0-9]/.test(tags['incline'] ?? '')) flags |= FLAG.up
  if (tags['area'] === 'yes') flags |= FLAG.area
  const layer = Number.parseInt(tags['layer'] ?? '', 10)
  return {
    class: street,
    flags,
    compatSpeed: compat.speed,
    canvassSpeed: canvass.speed,
    layer: Number.isFinite(layer) ? Math.max(-5, Math.min(5, layer)) : 0,
  }
}

/** Bits of a node: barriers of both profiles, traffic signals, crossings. */
export function nodeFlags(tags: StreetTags): number {
  let flags = 0
  if (isCompatBarrier(tags)) flags |= NODE_FLAG.compatBarrier
  if (isCanvassBarrier(tags)) flags |= NODE_FLAG.canvassBarrier
  if (tags['highway'] === 'traffic_signals') flags |= NODE_FLAG.signals
  return flags | (CROSSINGS.indexOf(nodeCrossing(tags)) << NODE_FLAG.crossingShift)
}
