/**
 * Geometry of streets: nearest point, part of a line, bearings. Distances by the local scale, no trigonometry but one
 * series.
 */
import { metresBetween, metresPerDegree, type LngLat, type Metres } from '../../units.ts'
import { E7, fromLngLat, toLngLat } from '../network/coordinates.ts'
import type { Graph } from '../network/graph.ts'

/** Metres over which the direction before and after a turn is measured: bends in the last metre say nothing. */
const LOOK = 12

/** Metres per stored unit at a latitude. */
interface Scale {
  x: number
  y: number
}

export function scaleAt(lat: number): Scale {
  const perDegree = metresPerDegree(lat)
  return { x: perDegree.lng / E7, y: perDegree.lat / E7 }
}

export interface Foot {
  metres: Metres
  /** 0…1 along the edge. */
  position: number
  /** Stored units, unrounded. */
  x: number
  y: number
  /** How far left of the line the point asked for lies, metres; right of it when negative. */
  left: Metres
}

/** A point in stored units, and what they measure there. */
interface StoredPoint {
  x: number
  y: number
  scale: Scale
}

/** Nearest place on an edge to a point in stored units. */
export function footOnEdge(graph: Graph, edge: number, { x, y, scale }: StoredPoint): Foot {
  const { shape, shapeLng, shapeLat } = graph
  const best = { square: Infinity, x: 0, y: 0, before: 0, left: 0 }
  let length = 0
  for (let i = shape[edge]!; i < shape[edge + 1]! - 1; i++) {
    const ax = (shapeLng[i]! - x) * scale.x
    const ay = (shapeLat[i]! - y) * scale.y
    const dx = (shapeLng[i + 1]! - shapeLng[i]!) * scale.x
    const dy = (shapeLat[i + 1]! - shapeLat[i]!) * scale.y
    const square = dx * dx + dy * dy
    const share = square === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / square))
    const px = ax + share * dx
    const py = ay + share * dy
    const away = px * px + py * py
    const stretch = Math.sqrt(square)
    if (away < best.square) {
      best.square = away
      best.x = x + px / scale.x
      best.y = y + py / scale.y
      best.before = length + share * stretch
      best.left = stretch === 0 ? 0 : (dx * -ay - dy * -ax) / stretch
    }
    length += stretch
  }
  return {
    metres: Math.sqrt(best.square),
    position: length === 0 ? 0 : Math.min(1, best.before / length),
    x: best.x,
    y: best.y,
    left: best.left,
  }
}

/** Points of an edge between two positions, in walking order: backwards when `from` > `to`. */
export function linePart(graph: Graph, edge: number, { from, to }: { from: number; to: number }): LngLat[] {
  const { shape, shapeLng, shapeLat } = graph
  const scale = scaleAt(shapeLat[shape[edge]!]! / E7)
  const [low, high] = from <= to ? [from, to] : [to, from]
  const first = shape[edge]!
  const last = shape[edge + 1]! - 1
  const along = [0]
  for (let i = first; i < last; i++) {
    const dx = (shapeLng[i + 1]! - shapeLng[i]!) * scale.x
    const dy = (shapeLat[i + 1]! - shapeLat[i]!) * scale.y
    along.push(along[i - first]! + Math.sqrt(dx * dx + dy * dy))
  }
  const length = along[along.length - 1]!
  const placeAt = (position: number): LngLat => {
    const target = position * length
    let i = 0
    while (i < along.length - 2 && along[i + 1]! < target) i++
    const stretch = along[i + 1]! - along[i]!
    const share = stretch === 0 ? 0 : Math.min(1, (target - along[i]!) / stretch)
    const a = first + i
    return toLngLat(graph, [
      Math.round(shapeLng[a]! + share * (shapeLng[a + 1]! - shapeLng[a]!)),
      Math.round(shapeLat[a]! + share * (shapeLat[a + 1]! - shapeLat[a]!)),
    ])
  }
  const line: LngLat[] = [placeAt(low)]
  for (let i = 1; i < along.length - 1; i++) {
    if (along[i]! > low * length && along[i]! < high * length) {
      line.push(toLngLat(graph, [shapeLng[first + i]!, shapeLat[first + i]!]))
    }
  }
  line.push(placeAt(high))
  return from <= to ? line : line.reverse()
}

/** Degrees clockwise from north, 0…360, from one point to another; 0 for the same point. */
export function bearing(graph: Graph, from: LngLat, to: LngLat): number {
  const scale = scaleAt(from[1])
  const a = fromLngLat(graph, from)
  const b = fromLngLat(graph, to)
  return bearingOf((b[0] - a[0]) * scale.x, (b[1] - a[1]) * scale.y)
}

/** Bearing of a vector east, north. */
function bearingOf(east: number, north: number): number {
  if (east === 0 && north === 0) return 0
  const [e, n] = [Math.abs(east), Math.abs(north)]
  const acute = (e <= n ? arctangent(e / n) : Math.PI / 2 - arctangent(n / e)) * (180 / Math.PI)
  const half = north >= 0 ? acute : 180 - acute
  return east >= 0 ? half : (360 - half) % 360
}

/** Bearing in which a line leaves its first point. */
export function startBearing(graph: Graph, line: LngLat[]): number {
  return bearing(graph, line[0]!, pointAlong(line))
}

/** Bearing in which a line reaches its last point. */
export function endBearing(graph: Graph, line: LngLat[]): number {
  const back = line.toReversed()
  return bearing(graph, pointAlong(back), back[0]!)
}

/** First point of a line at least LOOK metres from its start, or its last. */
function pointAlong(line: LngLat[]): LngLat {
  let metres = 0
  for (let i = 1; i < line.length; i++) {
    metres += metresBetween(line[i - 1]!, line[i]!)
    if (metres >= LOOK) return line[i]!
  }
  return line[line.length - 1]!
}

const TAN_15 = 2 - Math.sqrt(3)

/** Of 0…1, to 1e-9, from additions and multiplications only: Math.atan differs between machines in the last digit. */
function arctangent(value: number): number {
  if (value > TAN_15)
    return Math.PI / 6 + arctangentNearZero((Math.sqrt(3) * value - 1) / (Math.sqrt(3) + value))
  return arctangentNearZero(value)
}

function arctangentNearZero(x: number): number {
  const q = x * x
  return x * (1 - q * (1 / 3 - q * (1 / 5 - q * (1 / 7 - q * (1 / 9 - q * (1 / 11 - q / 13))))))
}

/** −180…180: how far to the right one turns from one bearing to another. */
export function turnBetween(before: number, after: number): number {
  return ((((after - before + 180) % 360) + 360) % 360) - 180
}

/** 0…359, as steps tell bearings. */
export function wholeDegrees(degrees: number): number {
  return Math.round(degrees) % 360
}
