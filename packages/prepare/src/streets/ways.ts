/**
 * Cuts OSM ways at their junctions into street edges, before any tile is drawn: vertices are decided on the whole
 * extract.
 */
import { crossingKind } from '@doorwalk/core/graph/osm/crossing-kind'
import { CROSSINGS, NODE_FLAG, type Crossing } from '@doorwalk/core/graph/osm/flags'
import { nodeRule, unreadConditions, wayRule, type WayRule } from '@doorwalk/core/graph/osm/rules'
import { degreesEast, metresBetween, metresPerDegree, type LngLat } from '@doorwalk/core/units'
import type { OsmExtract, OsmWay, Tags } from '../osm/extract.ts'
import type { Point } from './beside.ts'
import type { StreetEdge } from './edge.ts'
import { ferrySpeed } from './ferry.ts'
import { nameAfterStreets, namesOf } from './names.ts'
import { closeBesideSidepaths } from './sidepaths.ts'
import { acrossSquare, squareOfWay, squaresOfRelations } from './squares.ts'

/** Unbroken part of one way. */
interface Run {
  refs: number[]
  rule: WayRule
  tags: Tags
}

export interface StreetNetwork {
  edges: StreetEdge[]
  /** NODE_FLAG bits of the nodes that have any, or hours. */
  flags: Map<number, number>
  /** Who may pass at which time, see graph/hours/schedule.ts, of the nodes where it changes. */
  schedules: Map<number, string>
  /** Conditions of access that are not understood, as tagged, and whose they are: "n123", "w45". */
  unread: Map<string, string[]>
  /** References to nodes outside the extract. */
  missingRefs: number
  walkableWays: number
}

/**
 * Every walkable way of the extract, cut where ways meet and at barriers, signals and crossings.
 * A way with missing nodes falls into the parts that are there.
 */
export function streetNetwork(extract: OsmExtract): StreetNetwork {
  const runs: Run[] = []
  const unread = new Map<string, string[]>()
  let missingRefs = 0
  let walkableWays = 0
  for (const way of extract.streets) {
    const found = wayRule(way.tags)
    if (!found) continue
    const rule = found.class === 'ferry' ? { ...found, compatSpeed: speedOfFerry(way, extract) } : found
    walkableWays++
    noteUnread(unread, `w${way.id}`, way.tags)
    let refs: number[] = []
    for (const ref of way.refs) {
      if (extract.locate(ref) === undefined) {
        missingRefs++
        if (refs.length > 1) runs.push({ refs, rule, tags: way.tags })
        refs = []
      } else if (refs[refs.length - 1] !== ref) refs.push(ref)
    }
    if (refs.length > 1) runs.push({ refs, rule, tags: way.tags })
  }
  const waySquares = runs.flatMap(squareOfWay)
  const relationSquares = squaresOfRelations(extract)
  for (const { rings, rule, tags } of relationSquares)
    for (const refs of rings) runs.push({ refs, rule, tags })
  const { flags, schedules } = rulesOfNodes(runs, { extract, unread })
  const uses = countUses(runs)
  const edges: StreetEdge[] = []
  for (const run of runs) {
    const name = namesOf(run.tags)
    let start = 0
    for (let i = 1; i < run.refs.length; i++) {
      const ref = run.refs[i]!
      const isEnd = i === run.refs.length - 1 || uses.get(ref)! > 1 || flags.has(ref)
      if (!isEnd) continue
      edges.push({ refs: run.refs.slice(start, i + 1), rule: run.rule, name, tags: run.tags })
      start = i
    }
  }
  const locate = (node: number) => extract.locate(node)!
  for (const square of [...waySquares, ...relationSquares]) {
    edges.push(...acrossSquare(square, { locate, isEntry: (node) => uses.get(node)! > 1 }))
  }
  const place = planeAt(edges[0] ? locate(edges[0].refs[0]!) : [0, 0], locate)
  const named = nameAfterStreets(closeBesideSidepaths(edges, place), place)
  return { edges: named, flags, schedules, unread, missingRefs, walkableWays }
}

/** Places in metres east and north of one of them. */
function planeAt(origin: LngLat, locate: (node: number) => LngLat): (node: number) => Point {
  const scale = metresPerDegree(origin[1])
  return (node) => {
    const [lng, lat] = locate(node)
    return { x: degreesEast(origin[0], lng) * scale.lng, y: (lat - origin[1]) * scale.lat }
  }
}

function noteUnread(unread: StreetNetwork['unread'], key: string, tags: Tags): void {
  const conditions = unreadConditions(tags)
  if (conditions.length > 0) unread.set(key, conditions)
}

function speedOfFerry({ refs, tags }: OsmWay, extract: OsmExtract): number {
  const places = refs.flatMap((ref) => {
    const place = extract.locate(ref)
    return place ? [place] : []
  })
  const metres = places.slice(1).reduce((sum, place, i) => sum + metresBetween(places[i]!, place), 0)
  return ferrySpeed(metres, tags['duration'])
}

/** Ends count twice: they are junctions whoever else comes. */
function countUses(runs: { refs: number[] }[]): Map<number, number> {
  const uses = new Map<number, number>()
  for (const { refs } of runs) {
    refs.forEach((ref, i) => {
      const isEnd = i === 0 || i === refs.length - 1
      uses.set(ref, (uses.get(ref) ?? 0) + (isEnd ? 2 : 1))
    })
  }
  return uses
}

function rulesOfNodes(
  runs: Run[],
  { extract, unread }: { extract: OsmExtract; unread: StreetNetwork['unread'] },
): Pick<StreetNetwork, 'flags' | 'schedules'> {
  const flags = new Map<number, number>()
  const schedules = new Map<number, string>()
  for (const { refs } of runs) {
    for (const ref of refs) {
      const node = extract.nodes.get(ref)
      if (!node) continue
      const { flags: bits, schedule } = nodeRule(node.tags)
      if (bits !== 0 || schedule !== undefined) flags.set(ref, bits)
      if (schedule !== undefined) schedules.set(ref, schedule)
      noteUnread(unread, `n${ref}`, node.tags)
    }
  }
  for (const { refs, rule, tags } of runs) {
    if (rule.class !== 'crossing') continue
    // the crossing way knows how one crosses, its nodes often do not
    const kind = crossingKind(tags)
    for (const ref of refs) flags.set(ref, withCrossing(flags.get(ref) ?? 0, kind))
  }
  return { flags, schedules }
}

/** The safer of what the node and the way say. */
function withCrossing(flags: number, kind: Crossing): number {
  const known = (flags & NODE_FLAG.crossingMask) >> NODE_FLAG.crossingShift
  const better = Math.max(known, CROSSINGS.indexOf(kind))
  return (flags & ~NODE_FLAG.crossingMask) | (better << NODE_FLAG.crossingShift)
}
