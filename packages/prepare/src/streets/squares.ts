/** Straight ways across squares: a pedestrian area is drawn as its outline, people walk across. */
import { FLAG } from '@doorwalk/core/graph/osm/flags'
import { wayRule, type WayRule } from '@doorwalk/core/graph/osm/rules'
import { degreesEast, metresPerDegree, type LngLat } from '@doorwalk/core/units'
import type { OsmExtract, Tags } from '../osm/extract.ts'
import { isSquare } from '../osm/filter.ts'
import { ringsOf } from '../osm/rings.ts'
import type { StreetEdge } from './edge.ts'
import { namesOf } from './names.ts'

/** More entries than this and only the corners furthest apart would matter: the square keeps its outline alone. */
const MAX_ENTRIES = 40
/** With more corners the square keeps the straight ways between its entries, and the outlines of what stands on it. */
const MAX_WITH_TURNS = 24
/** A short cut must save this share of the way round. */
const WORTHWHILE = 0.95
/** A square wider than this is a park or an airfield, metres. */
const MAX_WIDTH = 400

/** A pedestrian area: its outline, then what is cut out of it; each closed. */
export interface Square {
  rings: number[][]
  rule: WayRule
  tags: Tags
}

/** A closed pedestrian way is a square; none for any other way. */
export function squareOfWay({ refs, rule, tags }: Pick<StreetEdge, 'refs' | 'rule' | 'tags'>): Square[] {
  const isArea = tags['area'] === 'yes' && refs.length > 3 && refs[0] === refs.at(-1)
  return isArea && isWalkedAcross(rule) ? [{ rings: [refs], rule, tags }] : []
}

/**
 * Squares that are multipolygon relations, one for each outline. In `canvass` only, their rings as well: OSRM reads no
 * relations.
 */
export function squaresOfRelations(extract: OsmExtract): Square[] {
  const ways = new Map(extract.squareWays.map((way) => [way.id, way.refs]))
  const isWhole = (ring: number[]) => ring.every((node) => extract.locate(node) !== undefined)
  return extract.relations
    .filter(({ tags }) => isSquare(tags))
    .flatMap((relation) => {
      const tags = { ...relation.tags, area: 'yes' }
      const found = wayRule(tags)
      if (!found || !isWalkedAcross(found)) return []
      const rule = { ...found, flags: found.flags & ~OSRM_BITS }
      const { outer, inner } = ringsOf(relation, { ways, locate: (node) => extract.locate(node) })
      const holes = inner.filter(isWhole)
      return outer.filter(isWhole).map((ring) => ({ rings: [ring, ...holes], rule, tags }))
    })
}

const OSRM_BITS = FLAG.compatForward | FLAG.compatBackward | FLAG.compatStart

function isWalkedAcross(rule: WayRule): boolean {
  return rule.class === 'pedestrian' || rule.class === 'footway'
}

interface Corner {
  x: number
  y: number
  node: number
  ring: Ring
  /** Metres along its ring. */
  along: number
}

interface Ring {
  corners: Corner[]
  metres: number
}

/**
 * Edges between the entries of a square that see each other.
 *
 * `canvass` only: OSRM walks round. Of what stands on the square only holes of a relation are known.
 *
 * Cost: entries squared times corners.
 */
export function acrossSquare(
  { rings: refs, rule, tags }: Square,
  { locate, isEntry }: { locate: (node: number) => LngLat; isEntry: (node: number) => boolean },
): StreetEdge[] {
  const origin = locate(refs[0]![0]!)
  const rings = refs.map((ring) => drawRing(ring, { locate, origin }))
  const entries = endsOf(rings, isEntry)
  if (entries.length < 2 || entries.length > MAX_ENTRIES) return []
  const flags = (rule.flags & (FLAG.canvassForward | FLAG.canvassBackward | FLAG.private)) | FLAG.chord
  const edges: StreetEdge[] = []
  entries.forEach((from, k) => {
    for (const to of entries.slice(k + 1)) {
      const straight = Math.hypot(to.x - from.x, to.y - from.y)
      if (straight === 0 || straight > MAX_WIDTH || straight > WORTHWHILE * wayRound(from, to)) continue
      if (!sees(rings, from, to)) continue
      edges.push({ refs: [from.node, to.node], rule: { ...rule, flags }, name: namesOf(tags), tags })
    }
  })
  return edges
}

/** Where one comes onto the square, and the corners of what stands on it: one walks round these. */
function endsOf(rings: Ring[], isEntry: (node: number) => boolean): Corner[] {
  const isEnd = ({ node }: Corner) => isEntry(node)
  const entries = rings.flatMap(({ corners }) => corners.filter(isEnd))
  const turns = rings.slice(1).flatMap(({ corners }) => corners.filter((corner) => !isEnd(corner)))
  return entries.length + turns.length <= MAX_WITH_TURNS ? [...entries, ...turns] : entries
}

function drawRing(
  refs: number[],
  { locate, origin }: { locate: (node: number) => LngLat; origin: LngLat },
): Ring {
  const scale = metresPerDegree(origin[1])
  const ring: Ring = { corners: [], metres: 0 }
  refs.forEach((node, i) => {
    const [lng, lat] = locate(node)
    const [x, y] = [degreesEast(origin[0], lng) * scale.lng, (lat - origin[1]) * scale.lat]
    const last = ring.corners.at(-1)
    if (last) ring.metres += Math.hypot(x - last.x, y - last.y)
    // the last node is the first again
    if (i < refs.length - 1) ring.corners.push({ x, y, node, ring, along: ring.metres })
  })
  return ring
}

/** Along the ring, the shorter way; never between two rings. */
function wayRound(from: Corner, to: Corner): number {
  if (from.ring !== to.ring) return Infinity
  const oneWay = Math.abs(to.along - from.along)
  return Math.min(oneWay, from.ring.metres - oneWay)
}

/** Whether the straight line lies on the square: inside its outline, in no hole, across no ring. */
function sees([outline, ...holes]: Ring[], from: Corner, to: Corner): boolean {
  if (!outline) return false
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  if (!isInside(outline.corners, middle) || crosses(outline.corners, from, to)) return false
  return !holes.some(({ corners }) => isInside(corners, middle) || crosses(corners, from, to))
}

interface Point {
  x: number
  y: number
}

/** Even-odd rule. */
function isInside(ring: Point[], { x, y }: Point): boolean {
  let inside = false
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length]!
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside
  })
  return inside
}

/** Whether the straight line between two corners meets a ring anywhere but at those corners. */
function crosses(ring: Corner[], from: Corner, to: Corner): boolean {
  return ring.some((start, i) => {
    const end = ring[(i + 1) % ring.length]!
    if (start === from || start === to || end === from || end === to) return false
    return (
      sideOf(from, to, start) * sideOf(from, to, end) <= 0 &&
      sideOf(start, end, from) * sideOf(start, end, to) <= 0
    )
  })
}

function sideOf(from: Point, to: Point, point: Point): number {
  return Math.sign((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x))
}
