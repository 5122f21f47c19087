/** Straight ways across squares: a pedestrian area is drawn as its outline, people walk across. */
import { FLAG } from '@doorwalk/core/graph/rules'
import { degreesEast, metresPerDegree, type LngLat } from '@doorwalk/core/units'
import { namesOf } from './streets-names.ts'
import type { StreetEdge } from './streets-ways.ts'

/** More entries than this and only the corners furthest apart would matter: the square keeps its outline alone. */
const MAX_ENTRIES = 40
/** A short cut must save this share of the way round. */
const WORTHWHILE = 0.95
/** A square wider than this is a park or an airfield, metres. */
const MAX_WIDTH = 400

interface Point {
  x: number
  y: number
}

/**
 * Edges between the entries of a square that see each other; none for anything but a closed pedestrian area.
 *
 * `canvass` only: OSRM walks round. Things standing on the square are not known.
 *
 * Cost: entries squared times corners of the outline.
 */
export function acrossSquare(
  { refs, rule, tags }: Pick<StreetEdge, 'refs' | 'rule' | 'tags'>,
  { locate, isEntry }: { locate: (node: number) => LngLat; isEntry: (node: number) => boolean },
): StreetEdge[] {
  if (tags['area'] !== 'yes' || refs.length < 4 || refs[0] !== refs.at(-1)) return []
  if (rule.class !== 'pedestrian' && rule.class !== 'footway') return []
  const origin = locate(refs[0]!)
  const scale = metresPerDegree(origin[1])
  const ring = refs.slice(0, -1).map((ref): Point => {
    const [lng, lat] = locate(ref)
    return { x: degreesEast(origin[0], lng) * scale.lng, y: (lat - origin[1]) * scale.lat }
  })
  const entries = ring.flatMap((_, i) => (isEntry(refs[i]!) ? [i] : []))
  if (entries.length < 2 || entries.length > MAX_ENTRIES) return []
  const around = lengthsAlong(ring)
  const whole = around[ring.length]!
  const flags = (rule.flags & (FLAG.canvassForward | FLAG.canvassBackward | FLAG.private)) | FLAG.chord
  const edges: StreetEdge[] = []
  entries.forEach((a, k) => {
    for (const b of entries.slice(k + 1)) {
      const [from, to] = [ring[a]!, ring[b]!]
      const straight = Math.hypot(to.x - from.x, to.y - from.y)
      const oneWay = around[b]! - around[a]!
      const outline = Math.min(oneWay, whole - oneWay)
      if (straight === 0 || straight > MAX_WIDTH || straight > WORTHWHILE * outline) continue
      if (!isInside(ring, { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }) || leaves(ring, [a, b]))
        continue
      edges.push({ refs: [refs[a]!, refs[b]!], rule: { ...rule, flags }, name: namesOf(tags), tags })
    }
  })
  return edges
}

function lengthsAlong(ring: Point[]): number[] {
  const along = [0]
  ring.forEach((point, i) => {
    const next = ring[(i + 1) % ring.length]!
    along.push(along[i]! + Math.hypot(next.x - point.x, next.y - point.y))
  })
  return along
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

/** Whether the straight line between two corners crosses the outline somewhere else. */
function leaves(ring: Point[], [a, b]: [number, number]): boolean {
  const [from, to] = [ring[a]!, ring[b]!]
  return ring.some((start, i) => {
    const next = (i + 1) % ring.length
    if (i === a || i === b || next === a || next === b) return false
    const end = ring[next]!
    return (
      sideOf(from, to, start) * sideOf(from, to, end) <= 0 &&
      sideOf(start, end, from) * sideOf(start, end, to) <= 0
    )
  })
}

function sideOf(from: Point, to: Point, point: Point): number {
  return Math.sign((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x))
}
