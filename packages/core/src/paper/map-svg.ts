/** A walk drawn as SVG from our own streets and buildings: black and white will do; no tile, font or network. */
import type { LngLat } from '../units.ts'
import type { Walk } from '../walk/answer.ts'
import { escapeMarkup } from '../words/escape.ts'
import { frameAround, isOnPaper, piecesOnPaper, type Frame, type Point, type Size } from './map-frame.ts'
import { FURNITURE, alongFurniture, northAndScale, placeFurniture, type Furniture } from './map-furniture.ts'
import type { Marker } from './map-markers.ts'
import { placeStreetNames, type NameStyle } from './map-names.ts'
import { drawMarker, leader, placeMarkers } from './map-numbers.ts'
import { walkLine } from '../walk/numbering.ts'
import { walkLook } from '../walk/palette.ts'
import { distance, lengthOf, pointAlong, shiftedRight } from './polyline.ts'
import { ROAD_METRES } from './road-width.ts'
import { path, round } from './svg.ts'
import { wordsOf } from '../words/languages.ts'

/** What a map shows below the walk. */
export interface MapFeatures {
  streets: StreetLine[]
  /** As in a region's footprint tiles: rings of `[lng, lat]`, the outer one first. */
  footprints: { id: string; rings: LngLat[][] }[]
}

interface StreetLine {
  /** Empty when the street has none. */
  name: string
  /** Class of the street graph or an OSM highway value; unknown ones are drawn as paths. */
  class: string
  coordinates: LngLat[]
}

const NOT_DRAWN = new Set(['corridor', 'open', 'ferry', 'elevator'])
const ROAD_MIN_MM = 0.6
/** 8.6 points. */
const NAME_MM = 3.05
/** In millimetres. */
export const PRINTED_NAMES: NameStyle = {
  size: NAME_MM,
  tryEvery: 3,
  repeatEvery: 110,
  joinWithin: 0.05,
  nearest: 'middle of paper',
  most: Infinity,
}
const ARROW_EVERY_MM = 16
/** Half the distance between the way out and the same way back. */
const WAY_SHIFT_MM = 0.7
/** Reserves may make the map smaller by this much; those farther away are on the list only. */
const RESERVES_SHRINK = 0.75

/**
 * The map of one walk as an `<svg>` element of `size` millimetres.
 *
 * Shows the way with arrows, numbered stops (★ for key buildings), reserves, start, street names, north and scale.
 * Numbers of neighbouring doors move apart and point to their door. No style attributes, so a strict
 * Content-Security-Policy leaves it alone.
 *
 * @param paper  `scale`: letters, markers and lines so many times as large; default 1
 */
export function walkMapSvg(walk: Walk, features: MapFeatures, paper: Size & { scale?: number }): string {
  const { scale = 1 } = paper
  const size = { width: paper.width / scale, height: paper.height / scale }
  const frame = frameOf(walk, size)
  const markers = placeMarkers(walk, frame)
  const furniture = placeFurniture(markers, walk, frame)
  const { colour } = walkLook(walk.number)
  const words = wordsOf(walk.language)
  return [
    `<svg class="map" xmlns="http://www.w3.org/2000/svg" width="${paper.width}mm" height="${paper.height}mm"` +
      ` viewBox="0 0 ${round(size.width)} ${round(size.height)}" role="img"` +
      ` aria-label="${escapeMarkup(`${words.walk} ${walk.number}`)}">`,
    `<rect width="${round(size.width)}" height="${round(size.height)}" fill="#fff"/>`,
    roads(features.streets, frame),
    footprints(walk, features.footprints, frame),
    route(walk, frame, colour),
    names(features.streets, frame, { markers, furniture, way: walkLine(walk).map(frame.project) }),
    ...markers.map((marker) => leader(marker)),
    ...markers.map((marker) => drawMarker(marker)),
    northAndScale(furniture, walk, frame),
    `<rect x="0.15" y="0.15" width="${round(size.width - 0.3)}" height="${round(size.height - 0.3)}"` +
      ` fill="none" stroke="#000" stroke-width="0.3"/>`,
    '</svg>',
  ].join('')
}

/** Of the scale of the usual map so much may be lost. */
const SMALLER = 0.97

/** The least height of a map of the walk, mm, at which it is as large as at the usual height: walks may be wide. */
export function leastMapHeight(
  walk: Walk,
  paper: { width: number; scale: number; usual: number; wide: number },
): number {
  const scaleAt = (height: number): number =>
    frameOf(walk, { width: paper.width / paper.scale, height: height / paper.scale }).scale
  const wanted = scaleAt(paper.usual) * SMALLER
  for (let height = paper.wide; height < paper.usual; height += 4)
    if (scaleAt(height) >= wanted) return height
  return paper.usual
}

/** Around the walk, and as many reserves as fit without making it much smaller. */
function frameOf(walk: Walk, size: Size): Frame {
  let points: LngLat[] = [
    ...walkLine(walk),
    ...walk.stops.flatMap((stop) => [stop.location, ...stop.targets.map(({ location }) => location)]),
  ]
  if (walk.start !== null) points.push(walk.start)
  if (points.length === 0) points = walk.reserves.slice(0, 1).map(({ location }) => location)
  if (points.length === 0) points = [[0, 0]]
  let frame = frameAround(points, size)
  const smallest = frame.scale * RESERVES_SHRINK
  for (const { location } of walk.reserves) {
    const wider = frameAround([...points, location], size)
    if (wider.scale < smallest) continue
    points.push(location)
    frame = wider
  }
  return frame
}

function roads(streets: StreetLine[], frame: Frame): string {
  const casings: string[] = []
  const surfaces: string[] = []
  const paths: string[] = []
  for (const street of streets) {
    if (NOT_DRAWN.has(street.class)) continue
    for (const piece of piecesOnPaper(street.coordinates, frame)) {
      const d = path(piece)
      const metres = ROAD_METRES[street.class]
      if (metres === undefined) paths.push(`<path d="${d}"/>`)
      else {
        const width = round(Math.max(ROAD_MIN_MM, metres * frame.scale))
        casings.push(`<path d="${d}" stroke-width="${round(width + 0.3)}"/>`)
        surfaces.push(`<path d="${d}" stroke-width="${width}"/>`)
      }
    }
  }
  const line = 'fill="none" stroke-linecap="round" stroke-linejoin="round"'
  return (
    `<g ${line} stroke="#bbb">${casings.join('')}</g><g ${line} stroke="#fff">${surfaces.join('')}</g>` +
    `<g ${line} stroke="#aaa" stroke-width="0.2" stroke-dasharray="0.8 0.7">${paths.join('')}</g>`
  )
}

function footprints(walk: Walk, buildings: MapFeatures['footprints'], frame: Frame): string {
  const own = new Set(walk.stops.flatMap((stop) => stop.targets.map(({ building }) => building)))
  const plain: string[] = []
  const visited: string[] = []
  for (const { id, rings } of buildings) {
    if (!rings[0] || !isOnPaper(rings[0], frame)) continue
    const d = rings.map((ring) => `${path(ring.map(frame.project))}Z`).join('')
    ;(own.has(id) ? visited : plain).push(d)
  }
  return (
    `<path d="${plain.join('')}" fill="#ededed" stroke="#c4c4c4" stroke-width="0.12" fill-rule="evenodd"/>` +
    `<path d="${visited.join('')}" fill="#cfcfcf" stroke="#555" stroke-width="0.22" fill-rule="evenodd"/>`
  )
}

function route(walk: Walk, frame: Frame, colour: string): string {
  const line = shiftedRight(walkLine(walk).map(frame.project), WAY_SHIFT_MM)
  if (line.length < 2) return ''
  const d = path(line)
  const total = lengthOf(line)
  const arrows: string[] = []
  for (let along = ARROW_EVERY_MM / 2; along < total; along += ARROW_EVERY_MM) {
    const [from, to] = [pointAlong(line, along - 0.6), pointAlong(line, along + 0.6)]
    // Not in a bend: the arrow would point into a house.
    if (distance(from, to) > 1.1) arrows.push(arrow(from, to))
  }
  const stroke = 'fill="none" stroke-linecap="round" stroke-linejoin="round"'
  return (
    `<path d="${d}" ${stroke} stroke="#fff" stroke-width="1.7"/>` +
    `<path d="${d}" ${stroke} stroke="${colour}" stroke-width="0.9"/>` +
    `<path d="${arrows.join('')}" fill="${colour}" stroke="#fff" stroke-width="0.25"/>`
  )
}

function arrow(from: Point, to: Point): string {
  const length = distance(from, to)
  const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
  const [mx, my] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
  const corner = (forward: number, right: number): Point => [
    mx + ux * forward - uy * right,
    my + uy * forward + ux * right,
  ]
  return `${path([corner(1.7, 0), corner(-1.2, 1.4), corner(-0.6, 0), corner(-1.2, -1.4)])}Z`
}

function names(
  streets: StreetLine[],
  frame: Frame,
  { markers, furniture, way }: { markers: Marker[]; furniture: Furniture; way: Point[] },
): string {
  const lines = streets
    .filter((street) => street.name !== '' && !NOT_DRAWN.has(street.class))
    .flatMap((street) =>
      piecesOnPaper(street.coordinates, frame).map((points) => ({
        name: street.name,
        weight: ROAD_METRES[street.class] ?? 1,
        points,
      })),
    )
  const blocked = [
    ...markers.map(({ at, half }) => ({ at, radius: Math.max(half.width, half.height) })),
    ...[0.1, 0.3, 0.5, 0.7, 0.9].map((part) => ({
      at: alongFurniture(furniture, part),
      radius: FURNITURE.height / 2,
    })),
  ]
  const avoided = Array.from({ length: Math.floor(lengthOf(way) / NAME_MM) + 1 }, (_, index) => ({
    at: pointAlong(way, index * NAME_MM),
    radius: 0.8,
  }))
  return placeStreetNames(lines, PRINTED_NAMES, { paper: frame, blocked, avoided })
    .map(
      ({ text, middle, along, size }) =>
        `<text transform="matrix(${[along[0], along[1], -along[1], along[0], middle[0], middle[1]].map(round).join(' ')})"` +
        ` y="${round(size * 0.35)}" font-size="${size}" text-anchor="middle" fill="#000" stroke="#fff"` +
        ` stroke-width="0.7" stroke-linejoin="round" paint-order="stroke">${escapeMarkup(text)}</text>`,
    )
    .join('')
}
