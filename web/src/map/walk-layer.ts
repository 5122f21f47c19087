/** Planned walks: all as coloured lines and dots, or one with its numbers. */
import * as L from 'leaflet'
import type {
  PlanFeature,
  TargetFeature,
  WalkLineFeature,
  WalkPoint,
  WalkPointFeature,
} from '../api/answers.ts'
import { startMarker, textNode, toLatLng, toLine } from './leaflet.ts'
import { type NumberedPoint, drawNumbers } from './walk-numbers.ts'

const LINE: L.PolylineOptions = { lineCap: 'round', lineJoin: 'round', interactive: false }
const CASING: L.PolylineOptions = { ...LINE, color: '#fff', weight: 7, opacity: 0.9 }
const CLOSEST_ZOOM = 19

interface Shown {
  /** Of the walk; null: all of them */
  number: number | null
  /** What a point is called. */
  say: (point: WalkPoint) => string
}

export interface WalkLayer {
  /** From the plan's GeoJSON, to be shown from now on; empty to clear. */
  set(features: PlanFeature[]): void
  /** Draws, and moves the map to what is drawn. */
  show(shown: Shown): void
}

export function addWalks(map: L.Map): WalkLayer {
  const layer = L.layerGroup().addTo(map)
  const numbers = L.layerGroup().addTo(map)
  let planned: PlanFeature[] = []
  let numbered: NumberedPoint[] = []

  map.on('zoomend', () => drawNumbers(map, numbers, numbered))

  function addLine({ properties, geometry }: WalkLineFeature, own: boolean): void {
    const line = toLine(geometry.coordinates)
    if (own) L.polyline(line, CASING).addTo(layer)
    L.polyline(line, {
      ...LINE,
      color: properties.stroke,
      weight: own ? 4 : 2,
      opacity: own ? 1 : 0.25,
      dashArray: properties['stroke-dasharray'],
    }).addTo(layer)
  }

  function addDot({ properties, geometry }: TargetFeature, title: string): void {
    const fill = { fillColor: properties['marker-color'], fillOpacity: 1 }
    L.circleMarker(toLatLng(geometry.coordinates), { radius: 4, color: '#fff', weight: 1, ...fill })
      .bindTooltip(textNode(title))
      .addTo(layer)
  }

  return {
    set(features) {
      planned = features
    },
    show({ number, say }) {
      layer.clearLayers()
      numbered = []
      const bounds = L.latLngBounds([])
      for (const feature of planned) {
        const own = number === null || feature.properties.walk === number
        if (isLine(feature)) {
          addLine(feature, own)
          if (own) bounds.extend(toLine(feature.geometry.coordinates))
        } else if (feature.properties.kind === 'meeting_point') {
          startMarker(toLatLng(feature.geometry.coordinates), say(feature.properties)).addTo(layer)
        } else if (own) {
          const title = say(feature.properties)
          if (isTarget(feature)) bounds.extend(toLatLng(feature.geometry.coordinates))
          if (number !== null) numbered.push({ feature, title })
          else if (isTarget(feature)) addDot(feature, title)
        }
      }
      if (bounds.isValid()) map.fitBounds(bounds.pad(0.08), { maxZoom: CLOSEST_ZOOM })
      drawNumbers(map, numbers, numbered)
    },
  }
}

function isLine(feature: PlanFeature): feature is WalkLineFeature {
  return feature.properties.kind === 'walk'
}

function isTarget(feature: WalkPointFeature): feature is TargetFeature {
  return feature.properties.kind === 'target'
}
