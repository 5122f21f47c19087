/** What a person chooses on the map: precincts, the corners of an area, a start. */
import * as L from 'leaflet'
import type { LngLat } from '@doorwalk/core/units'
import type { PrecinctFeature } from '../api/answers.ts'
import { startMarker, textNode, toLatLng } from './leaflet.ts'

const COLOUR = '#332288'
/** Style sheets give another colour by night. */
const EDGE = { className: 'area-edge', color: '#000', weight: 2, dashArray: '6 4', interactive: false }
const CORNER = {
  radius: 5,
  color: '#000',
  weight: 2,
  fillColor: '#fff',
  fillOpacity: 1,
  interactive: false,
}

export interface PrecinctLayer {
  /** Replaces those that are shown. */
  set(features: PrecinctFeature[], isChosen: (code: string) => boolean): void
  choose(code: string, chosen: boolean): void
}

export function addPrecincts(map: L.Map, onClick: (code: string) => void): PrecinctLayer {
  const layer = L.layerGroup().addTo(map)
  const shapes = new Map<string, L.GeoJSON>()
  return {
    set(features, isChosen) {
      layer.clearLayers()
      shapes.clear()
      for (const feature of features) {
        const code = String(feature.properties.code)
        const shape = L.geoJSON(feature, { style: precinctStyle(isChosen(code)) })
        shape.on('click', () => onClick(code))
        shape.bindTooltip(textNode(code), { sticky: true })
        shape.addTo(layer)
        // The list beside the map is for keys; each shape would be a stop without a name on their way.
        shape.eachLayer((path) => (path as L.Path).getElement()?.setAttribute('tabindex', '-1'))
        shapes.set(code, shape)
      }
    },
    choose(code, chosen) {
      shapes.get(code)?.setStyle(precinctStyle(chosen))
    },
  }
}

function precinctStyle(chosen: boolean): L.PathOptions {
  return { color: COLOUR, weight: chosen ? 3 : 1.2, fillColor: COLOUR, fillOpacity: chosen ? 0.12 : 0.02 }
}

/** Shows the corners of an area that is being drawn; none to clear. */
export function addDrawnArea(map: L.Map): (corners: LngLat[]) => void {
  const layer = L.layerGroup().addTo(map)
  return (corners) => {
    layer.clearLayers()
    const line = corners.map(toLatLng)
    if (line.length > 2) L.polygon(line, { ...EDGE, fillColor: COLOUR, fillOpacity: 0.12 }).addTo(layer)
    else if (line.length > 1) L.polyline(line, EDGE).addTo(layer)
    for (const corner of line) L.circleMarker(corner, CORNER).addTo(layer)
  }
}

/** Shows the outline of an area, as coordinates of a MultiPolygon; none to clear. */
export function addOutline(map: L.Map): (shapes: readonly LngLat[][][]) => void {
  const layer = L.layerGroup().addTo(map)
  return (shapes) => {
    layer.clearLayers()
    for (const rings of shapes)
      L.polygon(
        rings.map((ring) => ring.map(toLatLng)),
        { ...EDGE, fillColor: COLOUR, fillOpacity: 0.12 },
      ).addTo(layer)
  }
}

/** Shows a start under its name; null to clear. */
export function addStart(map: L.Map): (at: LngLat | null, name: string) => void {
  const layer = L.layerGroup().addTo(map)
  return (at, name) => {
    layer.clearLayers()
    if (at !== null) startMarker(toLatLng(at), name).addTo(layer)
  }
}
