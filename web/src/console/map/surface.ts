/** A canvas over the map that is drawn a little beyond what is in view, so that most of a drag only moves it. */
import * as L from 'leaflet'
import type { Box } from './model/mercator.ts'

/** Drawn beyond each side of the view, as a share of it. */
const BEYOND = 0.3
/** A map at rest is drawn anew where less of that is left: the next drag may go on the same way. */
const REST_SHARE = 0.4
const MOST_PIXEL_RATIO = 2

/** What a painter draws on, in pixels of the screen from the canvas's corner. */
export interface Frame {
  context: CanvasRenderingContext2D
  zoom: number
  /** Pixels for one of the world at zoom 0. */
  scale: number
  /** What the canvas shows, in pixels of the world at zoom 0. */
  box: Box
  width: number
  height: number
}

type Painter = (frame: Frame) => void

export interface Surface {
  /** Draws with the next frame. */
  redraw: () => void
  /** Draws now: before a print there is no next frame. */
  draw: () => void
}

interface SurfaceOptions {
  pane: string
  paint: Painter
}

export function addSurface(map: L.Map, { pane, paint }: SurfaceOptions): Surface {
  const canvas = L.DomUtil.create('canvas', 'leaflet-zoom-animated', map.getPane(pane))
  canvas.setAttribute('aria-hidden', 'true')
  const context = canvas.getContext('2d')!
  /** Top left of the canvas in pixels of the world at the zoom at which it was drawn. */
  let corner = L.point(0, 0)
  let drawnAt = map.getZoom()
  let asked = 0
  let isGone = false

  function draw(): void {
    cancelAnimationFrame(asked)
    asked = 0
    const view = map.getSize()
    if (view.x === 0 || view.y === 0) return
    const beyond = view.multiplyBy(BEYOND).round()
    const size = view.add(beyond.multiplyBy(2))
    const layerCorner = map.containerPointToLayerPoint([0, 0]).subtract(beyond)
    drawnAt = map.getZoom()
    corner = layerCorner.add(map.getPixelOrigin())
    const ratio = Math.min(MOST_PIXEL_RATIO, devicePixelRatio)
    setSize(canvas, size, ratio)
    L.DomUtil.setTransform(canvas, layerCorner, 1)
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.clearRect(0, 0, size.x, size.y)
    const scale = 2 ** drawnAt
    const [minX, minY] = [corner.x / scale, corner.y / scale]
    const box = { minX, minY, maxX: minX + size.x / scale, maxY: minY + size.y / scale }
    paint({ context, zoom: drawnAt, scale, box, width: size.x, height: size.y })
  }

  function ask(): void {
    if (!isGone) asked ||= requestAnimationFrame(draw)
  }

  /** The drawing as it was, where it belongs at another zoom and centre. */
  function follow(zoom: number, centre: L.LatLng): void {
    const scale = map.getZoomScale(zoom, drawnAt)
    const pane = L.DomUtil.getPosition(map.getPane('mapPane')!)
    const origin = map.project(centre, zoom).subtract(map.getSize().divideBy(2)).add(pane).round()
    L.DomUtil.setTransform(canvas, corner.multiplyBy(scale).subtract(origin), scale)
  }

  /** Less than this share of what is drawn beyond the view is left at a side; below 0 its edge is in view. */
  function isNearEdge(share: number): boolean {
    const at = map.containerPointToLayerPoint([0, 0]).add(map.getPixelOrigin()).subtract(corner)
    const view = map.getSize().multiplyBy(BEYOND)
    const [x, y] = [view.x * share, view.y * share]
    return at.x < x || at.y < y || at.x > 2 * view.x - x || at.y > 2 * view.y - y
  }

  map.on('zoomanim', ({ zoom, center }) => follow(zoom, center))
  map.on('zoom', () => {
    if (map.getZoom() !== drawnAt) follow(map.getZoom(), map.getCenter())
  })
  map.on('move', () => {
    if (map.getZoom() === drawnAt && isNearEdge(0)) ask()
  })
  map.on('moveend', () => {
    // After a zoom at once, before the old drawing is seen at the new place.
    if (map.getZoom() !== drawnAt) draw()
    else if (isNearEdge(REST_SHARE)) ask()
  })
  map.on('resize viewreset', ask)
  map.on('unload', () => {
    isGone = true
    cancelAnimationFrame(asked)
  })
  return { redraw: ask, draw }
}

function setSize(canvas: HTMLCanvasElement, { x, y }: L.Point, ratio: number): void {
  const [width, height] = [Math.round(x * ratio), Math.round(y * ratio)]
  if (canvas.width === width && canvas.height === height) return
  canvas.width = width
  canvas.height = height
  canvas.style.width = `${x}px`
  canvas.style.height = `${y}px`
}
