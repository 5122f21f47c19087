/** The map: our own streets and buildings under precincts, a drawn area, a start and coloured walks. No tile server. */
import type { Bbox } from '@doorwalk/core/area/polygon'
import type { LngLat } from '@doorwalk/core/units'
import type { View } from '../api/ground.ts'
import { type PrecinctLayer, addDrawnArea, addPrecincts, addStart } from './choice-layer.ts'
import { type GroundLayer, addGround } from './ground-layer.ts'
import { type ZoomNames, fromLatLng, nameZoomButtons, openLeaflet } from './leaflet.ts'
import { type WalkLayer, addWalks } from './walk-layer.ts'

interface Handlers {
  /** A point, by click, or by Enter at the middle of the map. */
  onPick: (at: LngLat) => void
  onPrecinct: (code: string) => void
  /** Another part of the world is in view. */
  onMove: () => void
}

export interface PageMap {
  ground: GroundLayer
  precincts: PrecinctLayer
  walks: WalkLayer
  /** Corners of the drawn area; none to clear. */
  setArea: (corners: LngLat[]) => void
  setStart: (at: LngLat | null, name: string) => void
  show(bbox: Bbox): void
  view(): View
  /** While picking, clicks set points and choose no precinct. */
  setPicking(on: boolean): void
  /** Zoom buttons in the page's language. */
  nameButtons(names: ZoomNames): void
}

export function createMap(element: HTMLElement, { onPick, onPrecinct, onMove }: Handlers): PageMap {
  const map = openLeaflet(element)
  let picking = false

  map.on('click', (event) => {
    if (picking) onPick(fromLatLng(event.latlng))
  })
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !picking || event.target !== element) return
    event.preventDefault()
    onPick(fromLatLng(map.getCenter()))
  })

  // In this order they lie above each other.
  const ground = addGround(map)
  const precincts = addPrecincts(map, (code) => {
    if (!picking) onPrecinct(code)
  })
  const setArea = addDrawnArea(map)
  const walks = addWalks(map)
  const setStart = addStart(map)
  map.on('moveend', onMove)

  return {
    ground,
    precincts,
    walks,
    setArea,
    setStart,
    show([west, south, east, north]) {
      map.fitBounds([
        [south, west],
        [north, east],
      ])
    },
    view() {
      const bounds = map.getBounds()
      return {
        zoom: map.getZoom(),
        bbox: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
      }
    },
    setPicking(on) {
      picking = on
      element.classList.toggle('picking', on)
    },
    nameButtons(names) {
      nameZoomButtons(element, names)
    },
  }
}
