/** Which part of the world the map shows, and how it is brought to what one asks for. */
import type * as L from 'leaflet'
import type { Bbox } from '@doorwalk/core/area/polygon'
import type { View } from '../../api/ground.ts'
import { type Box, type Point, lngLatOf, worldOf } from './model/mercator.ts'
import { containerAt } from './pointing.ts'
import type { Scene } from './scene.ts'

const CLOSEST_ZOOM = 18
/** Around what is shown, pixels. */
const MARGIN: [number, number] = [28, 28]

export interface Framing {
  view(): View
  show(bbox: Bbox): void
  /** Moves to the walk, or to all of them for null. */
  showWalk(walk: number | null): void
  /** All that is on no walk. */
  showLoose(): void
  /** Moves where a place is not in view, or at its very edge. */
  bringIntoView(at: Point): void
}

export function frameOf(map: L.Map, scene: Scene): Framing {
  function showBox({ minX, minY, maxX, maxY }: Box): void {
    const corners = [latLngOf({ x: minX, y: minY }), latLngOf({ x: maxX, y: maxY })] as [
      L.LatLngTuple,
      L.LatLngTuple,
    ]
    map.fitBounds(corners, { padding: MARGIN, maxZoom: CLOSEST_ZOOM, animate: false })
  }
  return {
    view() {
      const bounds = map.getBounds()
      const bbox: Bbox = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
      return { zoom: map.getZoom(), bbox }
    },
    show([west, south, east, north]) {
      const [a, b] = [worldOf([west, north]), worldOf([east, south])]
      showBox({ minX: a.x, minY: a.y, maxX: b.x, maxY: b.y })
    },
    showWalk(walk) {
      const places = scene.items.items.filter(
        ({ target }) => target !== null && (walk === null || target.walk === walk),
      )
      const box = boxAround(places)
      const lines = scene.lines.boxes
        .filter((each) => walk === null || each.walk === walk)
        .map((each) => each.box)
      const all = [...(box === null ? [] : [box]), ...lines]
      if (all.length > 0) showBox(all.reduce(together))
    },
    showLoose() {
      const box = boxAround(scene.items.items.filter(({ loose }) => loose !== null))
      if (box !== null) showBox(box)
    },
    bringIntoView(at) {
      const { x, y } = containerAt(map, at)
      const size = map.getSize()
      const isIn = x > MARGIN[0] && y > MARGIN[1] && x < size.x - MARGIN[0] && y < size.y - MARGIN[1]
      if (!isIn) map.panTo(latLngOf(at), { animate: false })
    },
  }
}

function latLngOf(at: Point): L.LatLngTuple {
  const [lng, lat] = lngLatOf(at)
  return [lat, lng]
}

function boxAround(places: readonly Point[]): Box | null {
  return places.length === 0
    ? null
    : places.map(({ x, y }) => ({ minX: x, minY: y, maxX: x, maxY: y })).reduce(together)
}

function together(a: Box, b: Box): Box {
  return {
    minX: Math.min(a.minX, b.minX),
    minY: Math.min(a.minY, b.minY),
    maxX: Math.max(a.maxX, b.maxX),
    maxY: Math.max(a.maxY, b.maxY),
  }
}
