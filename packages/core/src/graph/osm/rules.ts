/**
 * What the tags of a way or node mean for someone on foot, as tiles store it. Who may walk where stands in osrm-foot.ts
 * and canvass-foot.ts, one for each profile. Does not look at geometry.
 */
import { baseLevel, type Level } from '../hours/schedule.ts'
import { isTimed } from './access.ts'
import { barrierAccess, canvassRule } from './canvass-foot.ts'
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
  /** Who may pass at which time, in `canvass`; then `flags` are those of an open way. */
  schedule?: string
  /** In `canvass`, only where no sidewalk is drawn beside it. */
  besideSidepath?: true
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
    ...(canvass.schedule === undefined ? {} : { schedule: canvass.schedule }),
    ...(canvass.besideSidepath ? { besideSidepath: true } : {}),
  }
}

/** Conditions of a way or node that are not understood, as they are tagged. */
export function unreadConditions(tags: StreetTags): string[] {
  if (!isTimed(tags)) return []
  return tags['barrier'] === undefined ? canvassRule(tags, classOf(tags)).unread : barrierAccess(tags).unread
}

/** What a node is to those who come to it. */
export interface NodeRule {
  /** NODE_FLAG bits: barriers of both profiles, traffic signals, crossings. */
  flags: number
  /** Who may pass at which time, in `canvass`; then `flags` are those of no condition. */
  schedule?: string
}

export function nodeRule(tags: StreetTags): NodeRule {
  const { level, schedule } = barrierAccess(tags)
  let flags = barrierBits(schedule === undefined ? level : baseLevel(schedule))
  if (isCompatBarrier(tags)) flags |= NODE_FLAG.compatBarrier
  if (tags['highway'] === 'traffic_signals') flags |= NODE_FLAG.signals
  flags |= CROSSINGS.indexOf(nodeCrossing(tags)) << NODE_FLAG.crossingShift
  return { flags, ...(schedule === undefined ? {} : { schedule }) }
}

/** NODE_FLAG bits of a barrier in `canvass`. */
export function barrierBits(level: Level): number {
  if (level === 'open') return 0
  return NODE_FLAG.canvassBarrier | (level === 'private' ? NODE_FLAG.gate : NODE_FLAG.shut)
}
