/** Puts a piece of the world on a rectangle of paper: degrees in, millimetres out, north up. */
import { metresPerDegree, type LngLat, type Metres } from '../units.ts'

/** Millimetres from the left and top edge of the map. */
export type Point = [x: number, y: number]

export interface Size {
  width: number
  height: number
}

export interface Frame extends Size {
  /** Millimetres on paper per metre of ground. */
  scale: number
  project: (at: LngLat) => Point
  /** West, south, east, north of the paper, degrees. */
  bounds: [number, number, number, number]
}

/** So that numbers at the rim stay on the paper. */
const MARGIN_MM = 7
/** A single door is not shown larger than 1 : 1000. */
const LARGEST_SCALE = 1

/** The frame that shows all `points` as large as the paper allows; the points' middle is the paper's middle. */
export function frameAround(points: LngLat[], { width, height }: Size): Frame {
  const lngs = points.map(([lng]) => lng)
  const lats = points.map(([, lat]) => lat)
  const [west, east] = [least(lngs), greatest(lngs)]
  const [south, north] = [least(lats), greatest(lats)]
  const centre: LngLat = [(west + east) / 2, (south + north) / 2]
  const perDegree = metresPerDegree(centre[1])
  const scale = Math.min(
    LARGEST_SCALE,
    (width - 2 * MARGIN_MM) / Math.max(1, (east - west) * perDegree.lng),
    (height - 2 * MARGIN_MM) / Math.max(1, (north - south) * perDegree.lat),
  )
  const perLng = perDegree.lng * scale
  const perLat = perDegree.lat * scale
  return {
    width,
    height,
    scale,
    project: ([lng, lat]) => [
      width / 2 + (lng - centre[0]) * perLng,
      height / 2 - (lat - centre[1]) * perLat,
    ],
    bounds: [
      centre[0] - width / 2 / perLng,
      centre[1] - height / 2 / perLat,
      centre[0] + width / 2 / perLng,
      centre[1] + height / 2 / perLat,
    ],
  }
}

/** Whether any of the line or ring may show on the paper (by its box). */
export function isOnPaper(points: LngLat[], { bounds }: Frame): boolean {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lng, lat] of points) {
    if (lng < west) west = lng
    if (lng > east) east = lng
    if (lat < south) south = lat
    if (lat > north) north = lat
  }
  return west <= bounds[2] && east >= bounds[0] && south <= bounds[3] && north >= bounds[1]
}

/** The pieces of a line that show on the paper; each keeps whole segments, so a piece may stick out at its ends. */
export function piecesOnPaper(line: LngLat[], frame: Frame): Point[][] {
  const pieces: Point[][] = []
  let open: Point[] | null = null
  for (let i = 1; i < line.length; i++) {
    const [from, to] = [line[i - 1]!, line[i]!]
    if (!isOnPaper([from, to], frame)) {
      open = null
      continue
    }
    if (open === null) {
      open = [frame.project(from)]
      pieces.push(open)
    }
    open.push(frame.project(to))
  }
  return pieces
}

/** A round length of ground that takes at most `maxMillimetres` on paper: 1, 2 or 5 times a power of ten. */
export function scaleBarMetres(frame: Frame, maxMillimetres: number): Metres {
  const longest = maxMillimetres / frame.scale
  let best = 1
  for (let power = 1; power <= longest; power *= 10) {
    for (const step of [1, 2, 5]) if (step * power <= longest) best = step * power
  }
  return best
}

function least(values: number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity)
}

function greatest(values: number[]): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity)
}
