/** The numbers on a walk's map: stops, key buildings, reserves and the start, as markers beside their doors. */
import type { Walk } from '../walk/answer.ts'
import { escapeMarkup } from '../words/escape.ts'
import { isOnPaper, type Frame, type Point } from './map-frame.ts'
import { spreadMarkers, type Marker } from './map-markers.ts'
import { shareNumbers } from './map-runs.ts'
import { reserveLabel } from '../walk/numbering.ts'
import { distance } from './polyline.ts'
import { middleOf, path, round } from './svg.ts'
import { wordsOf } from '../words/languages.ts'

const NUMBER_MM = 3.2
/** Of reserves and the start: 8.6 points. */
const SMALL_MM = 3.05
const MARKER_HALF_MM = 2.25
const RESERVE_HALF_MM = 1.9
/** Half of the width of a digit, bold and not, and of a letter of the start; of the widest font. */
const HALF_DIGIT_MM = 1.12
const HALF_SMALL_DIGIT_MM = 1.02
const HALF_LETTER_MM = 1.08
/** Between two markers. */
const GAP_MM = 0.3
/** Stops whose doors are closer than this on paper share one marker, "3–5". */
const SAME_DOOR_MM = 0.8

type Kind = 'stop' | 'key' | 'reserve' | 'start'
export interface DrawnMarker extends Marker {
  kind: Kind
}

/** All markers of the walk, none covering another. */
export function placeMarkers(walk: Walk, frame: Frame): DrawnMarker[] {
  const markers = [...stopMarkers(walk, frame), ...reserveMarkers(walk, frame), ...startMarkers(walk, frame)]
  spreadMarkers(markers, { gap: GAP_MM, inside: frame })
  return markers
}

function stopMarkers(walk: Walk, frame: Frame): DrawnMarker[] {
  const numbered = walk.stops.map((stop, index) => ({
    number: index + 1,
    text: String(index + 1),
    key: stop.targets.some(({ key }) => key === true),
    door: middleOf(stop.targets.map(({ location }) => frame.project(location))),
    stop,
  }))
  return shareNumbers(numbered, SAME_DOOR_MM).map(({ text, key, members: [{ stop, door }] }) => ({
    text,
    anchor: door,
    at: awayFrom(frame.project(stop.location), door, MARKER_HALF_MM),
    half: boxOf(text),
    kind: key ? 'key' : 'stop',
  }))
}

function reserveMarkers(walk: Walk, frame: Frame): DrawnMarker[] {
  return walk.reserves.flatMap(({ location }, index): DrawnMarker[] => {
    if (!isOnPaper([location], frame)) return []
    const anchor = frame.project(location)
    const text = reserveLabel(index)
    const half = { width: text.length * HALF_SMALL_DIGIT_MM + 0.3, height: RESERVE_HALF_MM }
    return [{ text, anchor, at: [anchor[0], anchor[1]], half, kind: 'reserve' }]
  })
}

function startMarkers(walk: Walk, frame: Frame): DrawnMarker[] {
  if (walk.start === null) return []
  const anchor = frame.project(walk.start)
  const text = wordsOf(walk.language).start
  const half = { width: text.length * HALF_LETTER_MM + 0.5, height: MARKER_HALF_MM }
  return [{ text, anchor, at: [anchor[0], anchor[1] - 4], half, kind: 'start' }]
}

function boxOf(text: string): { width: number; height: number } {
  return { width: Math.max(MARKER_HALF_MM, text.length * HALF_DIGIT_MM + 0.5), height: MARKER_HALF_MM }
}

/** Beside the street, on the house: the way stays visible. */
function awayFrom(street: Point, door: Point, by: number): Point {
  const length = distance(street, door)
  if (length < 0.05) return [door[0], door[1] - by]
  return [door[0] + ((door[0] - street[0]) / length) * by, door[1] + ((door[1] - street[1]) / length) * by]
}

/** From a number that had to move to its door. */
export function leader({ at, anchor, half }: DrawnMarker): string {
  const outside = Math.abs(at[0] - anchor[0]) > half.width || Math.abs(at[1] - anchor[1]) > half.height
  if (!outside) return ''
  return (
    `<path d="${path([at, anchor])}" stroke="#fff" stroke-width="0.7"/>` +
    `<path d="${path([at, anchor])}" stroke="#000" stroke-width="0.3"/>` +
    `<circle cx="${round(anchor[0])}" cy="${round(anchor[1])}" r="0.55"/>`
  )
}

export function drawMarker({ text, at, half, kind }: DrawnMarker): string {
  const dark = kind === 'key' || kind === 'start'
  const size = kind === 'reserve' || kind === 'start' ? SMALL_MM : NUMBER_MM
  const corner = kind === 'start' ? 0.5 : half.height
  return (
    `<rect x="${round(at[0] - half.width)}" y="${round(at[1] - half.height)}" width="${round(2 * half.width)}"` +
    ` height="${round(2 * half.height)}" rx="${round(corner)}" fill="${dark ? '#000' : '#fff'}" stroke="#000"` +
    ` stroke-width="${kind === 'reserve' ? 0.2 : 0.35}"${kind === 'reserve' ? ' stroke-dasharray="0.6 0.5"' : ''}/>` +
    `<text x="${round(at[0])}" y="${round(at[1] + size * 0.36)}" font-size="${size}" text-anchor="middle"` +
    ` font-weight="${kind === 'reserve' ? 400 : 700}" fill="${dark ? '#fff' : '#000'}">${escapeMarkup(text)}</text>`
  )
}
