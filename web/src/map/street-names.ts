/** Street names along their streets on screen. */
import * as L from 'leaflet'
import { type NameStyle, type NamedLine, placeStreetNames } from '@doorwalk/core/paper/map-names'
import type { Point } from '@doorwalk/core/paper/map-frame'
import { ROAD_METRES } from '@doorwalk/core/paper/road-width'
import type { StreetFeature } from '../api/answers.ts'
import { textNode, toLatLng } from './leaflet.ts'

/** In pixels; `size` as in the style sheet. */
const SCREEN_NAMES: NameStyle = {
  size: 11,
  tryEvery: 24,
  repeatEvery: Infinity,
  joinWithin: 1,
  nearest: 'middle of street',
  most: 120,
}
const FROM_ZOOM = 16
/** Of ways that are drawn as thin lines. */
const PATH_METRES = 1

/** Replaces the names in `layer` by those that fit into what the map shows; none where it shows too much. */
export function drawNames(map: L.Map, layer: L.LayerGroup, streets: StreetFeature[]): void {
  layer.clearLayers()
  if (map.getZoom() < FROM_ZOOM) return
  const { x: width, y: height } = map.getSize()
  const room = { paper: { width, height }, blocked: [], avoided: [] }
  for (const { text, middle, along } of placeStreetNames(linesInView(map, streets), SCREEN_NAMES, room)) {
    const name = textNode(text)
    const angle = Math.atan2(along[1], along[0])
    name.style.transform = `translate(-50%, -50%) rotate(${angle}rad)`
    L.marker(map.containerPointToLatLng(middle), {
      icon: L.divIcon({ className: 'street', html: name, iconSize: [0, 0] }),
      pane: 'names',
      interactive: false,
      keyboard: false,
    }).addTo(layer)
  }
}

function linesInView(map: L.Map, streets: StreetFeature[]): NamedLine[] {
  const view = map.getBounds()
  return streets
    .filter(({ properties }) => properties.name !== '')
    .flatMap(({ properties, geometry }) =>
      geometry.coordinates
        .map((line) => line.map(toLatLng))
        .filter((line) => line.some((at) => view.contains(at)))
        .map((line) => ({
          name: properties.name,
          weight: ROAD_METRES[properties.class] ?? PATH_METRES,
          points: line.map((at): Point => {
            const { x, y } = map.latLngToContainerPoint(at)
            return [x, y]
          }),
        })),
    )
}
