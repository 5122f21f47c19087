/** The numbers of one walk: stops behind one door share one, neighbours stand side by side. */
import type * as L from 'leaflet'
import { type Marker, spreadMarkers } from '@doorwalk/core/paper/map-markers'
import { shareNumbers } from '@doorwalk/core/paper/map-runs'
import type { WalkPointFeature } from '../api/answers.ts'
import { numberMarker, toLatLng } from './leaflet.ts'

export interface NumberedPoint {
  feature: WalkPointFeature
  /** What it is called. */
  title: string
}

/** A number before it has its place on the screen. */
interface Mark {
  at: L.LatLngTuple
  text: string
  kind: 'stop' | 'key' | 'reserve' | 'start'
  title: string
}

/** About a metre. */
const SAME_DEGREES = 1e-5
/** Boxes of the style sheet with their borders, pixels. */
const HEIGHT = 21
const LEAST_WIDTH = 22
const LETTER_WIDTH = 7
const PADDING = 10
const GAP = 1

/** Replaces the numbers in `layer`, placed for the zoom of the map; `points` in walking order. */
export function drawNumbers(map: L.Map, layer: L.LayerGroup, points: NumberedPoint[]): void {
  layer.clearLayers()
  const marks = [...stopMarks(points), ...otherMarks(points)]
  const markers = marks.map(({ at, text }): Marker => {
    const { x, y } = map.latLngToContainerPoint(at)
    const width = Math.max(LEAST_WIDTH, text.length * LETTER_WIDTH + PADDING)
    return { text, anchor: [x, y], at: [x, y], half: { width: width / 2, height: HEIGHT / 2 } }
  })
  // A map can be moved: numbers beside what is in view count, too.
  spreadMarkers(markers, { gap: GAP, inside: null })
  for (const [index, mark] of marks.entries()) {
    const place = map.containerPointToLatLng(markers[index]?.at ?? [0, 0])
    numberMarker(place, mark).addTo(layer)
  }
}

function stopMarks(points: NumberedPoint[]): Mark[] {
  const numbered = points.flatMap(({ feature: { properties, geometry }, title }) => {
    if (properties.kind !== 'target') return []
    const [lng = 0, lat = 0] = geometry.coordinates
    const { stop: number, label: text, key = false } = properties
    return [{ number, text, key, door: [lng, lat] as [number, number], title }]
  })
  return shareNumbers(numbered, SAME_DEGREES).map(({ text, key, members }) => ({
    at: toLatLng(members[0].door),
    text,
    kind: key ? 'key' : 'stop',
    title: members.map(({ title }) => title).join('\n'),
  }))
}

function otherMarks(points: NumberedPoint[]): Mark[] {
  return points.flatMap(({ feature: { properties, geometry }, title }): Mark[] => {
    const at = toLatLng(geometry.coordinates)
    if (properties.kind === 'reserve') return [{ at, text: properties.label, kind: 'reserve', title }]
    return properties.kind === 'start' ? [{ at, text: '★', kind: 'start', title }] : []
  })
}
