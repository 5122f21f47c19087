/** Leaflet in our words: degrees as `[lng, lat]`, texts that cannot carry HTML. */
import * as L from 'leaflet'
import type { LngLat } from '@doorwalk/core/units'

/** Panes below and above the shapes, which lie at 400. */
const PANES = { ground: 250, names: 450 }

/** Six decimals are 0.1 m. */
const DECIMALS = 1e6

/** An empty map of the element, with the panes `ground` and `names`. */
export function openLeaflet(element: HTMLElement, more: L.MapOptions = {}): L.Map {
  const map = L.map(element, { attributionControl: false, zoomSnap: 0.5, maxZoom: 20, minZoom: 3, ...more })
  map.setView([47, 2], 5)
  L.control.scale({ imperial: false }).addTo(map)
  for (const [name, zIndex] of Object.entries(PANES)) {
    const pane = map.createPane(name)
    pane.style.zIndex = String(zIndex)
    pane.style.pointerEvents = 'none'
  }
  return map
}

/** Leaflet ends a zoom a quarter of a second later and fails where the map is gone by then: nothing is left to end. */
export function closeLeaflet(map: L.Map): void {
  Object.assign(map, { _animatingZoom: false })
  map.remove()
}

export interface ZoomNames {
  zoomIn: string
  zoomOut: string
}

/** Names the zoom buttons in the page's language. */
export function nameZoomButtons(element: HTMLElement, { zoomIn, zoomOut }: ZoomNames): void {
  for (const [selector, name] of [
    ['.leaflet-control-zoom-in', zoomIn],
    ['.leaflet-control-zoom-out', zoomOut],
  ] as const) {
    const button = element.querySelector(selector)
    button?.setAttribute('title', name)
    button?.setAttribute('aria-label', name)
  }
}

/** Leaflet's order. */
export function toLatLng([lng = 0, lat = 0]: readonly number[]): L.LatLngTuple {
  return [lat, lng]
}

export function toLine(line: readonly (readonly number[])[]): L.LatLngTuple[] {
  return line.map(toLatLng)
}

export function fromLatLng({ lng, lat }: L.LatLng): LngLat {
  return [Math.round(lng * DECIMALS) / DECIMALS, Math.round(lat * DECIMALS) / DECIMALS]
}

/** Leaflet takes strings for HTML; a node with text cannot carry any. */
export function textNode(text: string): HTMLElement {
  const span = document.createElement('span')
  span.textContent = text
  return span
}

interface NumberLook {
  text: string
  /** Class of the style sheet: `stop`, `key`, `reserve` or `start`. */
  kind: string
  /** Shown where the pointer rests. */
  title: string
}

/** A number, or the star of a start, in its box. */
export function numberMarker(at: L.LatLngExpression, { text, kind, title }: NumberLook): L.Marker {
  const icon = L.divIcon({
    className: `number ${kind}`,
    html: textNode(text),
    // The style sheet gives the size; Leaflet's own would be 12 by 12 pixels.
    iconSize: undefined,
    iconAnchor: [12, 12],
  })
  return L.marker(at, { icon, title, keyboard: false })
}

export function startMarker(at: L.LatLngExpression, title: string): L.Marker {
  return numberMarker(at, { text: '★', kind: 'start', title })
}
