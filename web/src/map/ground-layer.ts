/** Streets and buildings below everything else, with street names where one looks closely. */
import * as L from 'leaflet'
import { ROAD_METRES } from '@doorwalk/core/paper/road-width'
import type { BuildingFeature, GroundFeature, StreetFeature } from '../api/answers.ts'
import { toLine } from './leaflet.ts'
import { drawNames } from './street-names.ts'

/** The edge of a carriageway shows so much on both sides together, pixels. */
const EDGE_PIXELS = 1.5
const EQUATOR_METRES_PER_PIXEL = 156_543

interface Road {
  line: L.Polyline
  metres: number
  /** Pixels on top of the carriageway. */
  extra: number
}

export interface GroundLayer {
  /** Replaces streets and buildings. */
  set(features: GroundFeature[]): void
}

export function addGround(map: L.Map): GroundLayer {
  const layer = L.layerGroup().addTo(map)
  const names = L.layerGroup().addTo(map)
  const look = {
    renderer: L.canvas({ pane: 'ground', padding: 0.3 }),
    interactive: false,
    smoothFactor: 0.5,
  }
  let streets: StreetFeature[] = []
  let roads: Road[] = []

  map.on('zoomend', sizeRoads)
  map.on('moveend', () => drawNames(map, names, streets))

  function sizeRoads(): void {
    const equator = EQUATOR_METRES_PER_PIXEL * Math.cos((map.getCenter().lat * Math.PI) / 180)
    const metresPerPixel = equator / 2 ** map.getZoom()
    for (const { line, metres, extra } of roads) {
      line.setStyle({ weight: Math.max(1, metres / metresPerPixel) + extra })
    }
  }

  function addRoads(byClass: Map<string, L.LatLngTuple[][]>): void {
    for (const [kind, lines] of byClass) {
      if (ROAD_METRES[kind] !== undefined) continue
      L.polyline(lines, { ...look, color: '#bbb', weight: 1, dashArray: '3 3' }).addTo(layer)
    }
    roads = []
    // All edges first, so that no street is cut by the edge of another.
    for (const { color, extra } of [
      { color: '#c9c9c2', extra: EDGE_PIXELS },
      { color: '#fff', extra: 0 },
    ]) {
      for (const [kind, lines] of byClass) {
        const metres = ROAD_METRES[kind]
        if (metres === undefined) continue
        roads.push({ line: L.polyline(lines, { ...look, color }).addTo(layer), metres, extra })
      }
    }
    sizeRoads()
  }

  function addBuildings(buildings: BuildingFeature[]): void {
    const rings = buildings.map(({ geometry }) => geometry.coordinates.map(toLine))
    const colours = { fillColor: '#d5d3cb', fillOpacity: 1, color: '#b4b1a6', weight: 0.7 }
    L.polygon(rings, { ...look, ...colours }).addTo(layer)
  }

  return {
    set(features) {
      layer.clearLayers()
      streets = features.filter((feature): feature is StreetFeature => feature.properties.kind === 'street')
      addRoads(linesByClass(streets))
      addBuildings(
        features.filter((feature): feature is BuildingFeature => feature.properties.kind === 'building'),
      )
      drawNames(map, names, streets)
    },
  }
}

function linesByClass(streets: StreetFeature[]): Map<string, L.LatLngTuple[][]> {
  const byClass = new Map<string, L.LatLngTuple[][]>()
  for (const { properties, geometry } of streets) {
    const lines = byClass.get(properties.class) ?? []
    lines.push(...geometry.coordinates.map(toLine))
    byClass.set(properties.class, lines)
  }
  return byClass
}
