/** Streets and buildings as tiles that are drawn once and then only moved, a few in each frame. */
import Flatbush from 'flatbush'
import * as L from 'leaflet'
import { ROAD_METRES } from '@doorwalk/core/paper/road-width'
import type { GroundFeature } from '../../api/answers.ts'
import { levelAt } from './model/level.ts'
import { boxOf, lngLatOf, metresPerPixel, worldLine } from './model/mercator.ts'
import type { Theme } from './model/theme.ts'

const TILE_PIXELS = 256
const MOST_PIXEL_RATIO = 2
/** Tiles are drawn so long in one frame, milliseconds; at least one. */
const FRAME_MILLISECONDS = 5
/** Tiles overlap by so much, so that no seam shows between them, pixels. */
const OVERLAP_PIXELS = 1
/** Streets reach so far beyond their line into another tile, metres. */
const WIDEST_METRES = 10
const EDGE_PIXELS = 1.5

interface Shape {
  kind: 'street' | 'building'
  /** Width of the carriageway; null: a path. Of buildings nothing. */
  metres: number | null
  lines: Float64Array[]
}

export interface GroundTiles {
  /** Replaces streets and buildings. */
  set(features: readonly GroundFeature[]): void
  /** Draws anew at once. */
  setTheme(theme: Theme): void
}

interface Waiting {
  canvas: HTMLCanvasElement
  coords: L.Coords
  done: L.DoneCallback
}

export function addGroundTiles(map: L.Map, first: Theme): GroundTiles {
  const known = new WeakMap<GroundFeature, Shape>()
  let shapes: Shape[] = []
  let index: Flatbush | null = null
  let theme = first
  let waiting: Waiting[] = []
  let asked = 0

  function drawSome(milliseconds = FRAME_MILLISECONDS): void {
    asked = 0
    const until = performance.now() + milliseconds
    do {
      const next = waiting.shift()
      if (next === undefined) return
      // Leaflet has given up tiles that went out of view before their turn.
      if (next.canvas.parentNode !== null) drawTile(next)
      next.done(undefined, next.canvas)
    } while (performance.now() < until)
    asked = requestAnimationFrame(() => drawSome())
  }

  function drawTile({ canvas, coords: { x, y, z } }: Waiting): void {
    const ratio = Math.min(MOST_PIXEL_RATIO, devicePixelRatio)
    const size = TILE_PIXELS + OVERLAP_PIXELS
    canvas.width = canvas.height = Math.round(size * ratio)
    const context = canvas.getContext('2d', { alpha: false })!
    context.scale(ratio, ratio)
    context.fillStyle = theme.ground
    context.fillRect(0, 0, size, size)
    if (index === null) return
    const scale = 2 ** z
    const [west, north] = [(x * TILE_PIXELS) / scale, (y * TILE_PIXELS) / scale]
    const metre = metresPerPixel(lngLatOf({ x: west, y: north })[1], z)
    const beyond = WIDEST_METRES / metre / scale
    const found = index
      .search(west - beyond, north - beyond, west + size / scale + beyond, north + size / scale + beyond)
      .sort((a, b) => a - b)
      .map((each) => shapes[each]!)
    drawShapes(context, { shapes: found, scale, west, north, zoom: z, metre, theme })
  }

  const Tiles = L.GridLayer.extend({
    createTile(coords: L.Coords, done: L.DoneCallback): HTMLElement {
      const canvas = document.createElement('canvas')
      waiting.push({ canvas, coords, done })
      asked ||= requestAnimationFrame(() => drawSome())
      return canvas
    },
  }) as unknown as new (options: L.GridLayerOptions) => L.GridLayer
  const tiles = new Tiles({
    pane: 'ground',
    tileSize: TILE_PIXELS,
    keepBuffer: 2,
    updateWhenZooming: false,
    minZoom: 3,
  })
  tiles.on('tileloadstart', ({ tile }) => {
    tile.style.width = tile.style.height = `${TILE_PIXELS + OVERLAP_PIXELS}px`
    tile.setAttribute('aria-hidden', 'true')
  })
  tiles.addTo(map)
  map.on('unload', () => cancelAnimationFrame(asked))

  function redraw(): void {
    waiting = []
    tiles.redraw()
  }

  return {
    set(features) {
      shapes = features.map((feature) => {
        const shape = known.get(feature) ?? shapeOf(feature)
        known.set(feature, shape)
        return shape
      })
      index = shapes.length === 0 ? null : new Flatbush(shapes.length)
      for (const { lines } of shapes) {
        const { minX, minY, maxX, maxY } = boxOf(lines) ?? { minX: 0, minY: 0, maxX: 0, maxY: 0 }
        index?.add(minX, minY, maxX, maxY)
      }
      index?.finish()
      redraw()
    },
    setTheme(next) {
      theme = next
      redraw()
      // At once: a print does not wait for frames.
      drawSome(Infinity)
    },
  }
}

function shapeOf({ properties, geometry }: GroundFeature): Shape {
  const metres = properties.kind === 'street' ? (ROAD_METRES[properties.class] ?? null) : null
  return { kind: properties.kind, metres, lines: geometry.coordinates.map(worldLine) }
}

interface Drawing {
  shapes: readonly Shape[]
  scale: number
  west: number
  north: number
  zoom: number
  /** Metres of a pixel. */
  metre: number
  theme: Theme
}

function drawShapes(context: CanvasRenderingContext2D, drawing: Drawing): void {
  const { shapes, zoom, metre, theme } = drawing
  const level = levelAt(zoom)
  context.lineJoin = 'round'
  context.lineCap = 'round'
  const byWidth = new Map<number, Path2D>()
  const paths = new Path2D()
  const buildings = new Path2D()
  for (const shape of shapes) {
    if (shape.kind === 'building') {
      if (level.buildings) trace(buildings, shape, drawing)
    } else if (shape.metres === null) {
      if (level.paths) trace(paths, shape, drawing)
    } else if (shape.metres >= level.leastStreet) {
      const path = byWidth.get(shape.metres) ?? new Path2D()
      byWidth.set(shape.metres, path)
      trace(path, shape, drawing)
    }
  }
  const stroke = (path: Path2D, colour: string, width: number): void => {
    context.strokeStyle = colour
    context.lineWidth = width
    context.stroke(path)
  }
  context.setLineDash([3, 3])
  stroke(paths, theme.path, 1)
  context.setLineDash([])
  const widths = [...byWidth].sort(([a], [b]) => a - b)
  // All edges first, so that no street is cut by the edge of another.
  for (const [metres, path] of widths)
    stroke(path, theme.streetEdge, Math.max(1, metres / metre) + EDGE_PIXELS)
  for (const [metres, path] of widths) stroke(path, theme.street, Math.max(1, metres / metre))
  context.fillStyle = theme.building
  context.fill(buildings, 'evenodd')
  if (level.edges) stroke(buildings, theme.buildingEdge, 0.7)
}

function trace(path: Path2D, { lines, kind }: Shape, { scale, west, north }: Drawing): void {
  for (const line of lines) {
    for (let at = 0; at < line.length; at += 2) {
      const [x, y] = [(line[at]! - west) * scale, (line[at + 1]! - north) * scale]
      if (at === 0) path.moveTo(x, y)
      else path.lineTo(x, y)
    }
    if (kind === 'building') path.closePath()
  }
}
