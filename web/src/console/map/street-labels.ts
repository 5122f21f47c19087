/** Street names, written anew a moment after the map has come to rest. */
import Flatbush from 'flatbush'
import type * as L from 'leaflet'
import type { Point as ScreenPoint } from '@doorwalk/core/paper/map-frame'
import { type NameStyle, type NamedLine, placeStreetNames } from '@doorwalk/core/paper/map-names'
import { ROAD_METRES } from '@doorwalk/core/paper/road-width'
import type { GroundFeature } from '../../api/answers.ts'
import { type Box, boxOf, worldLine } from './model/mercator.ts'
import type { Disc, NamesRoom } from './names-room.ts'
import type { Theme } from './model/theme.ts'
import { type Frame, addSurface } from './surface.ts'

const FROM_ZOOM = 16
/** Names are placed once the map has rested so long. */
const REST_MILLISECONDS = 150
/** Of ways that are drawn as thin lines. */
const PATH_METRES = 1
/** In pixels. */
const NAMES: NameStyle = {
  ...{ size: 11, tryEvery: 24, repeatEvery: Infinity, joinWithin: 1 },
  ...{ nearest: 'middle of street', most: 80 },
}

interface Street {
  name: string
  weight: number
  line: Float64Array
}

/** A name where it was placed, in pixels of the world at zoom 0. */
interface Label {
  text: string
  x: number
  y: number
  angle: number
}

export interface StreetLabels {
  set(features: readonly GroundFeature[]): void
  /** Places them anew, soon. */
  place: () => void
  /** At once, as they were placed. */
  draw: () => void
}

interface Options {
  theme: () => Theme
  room: (seen: { zoom: number; view: Box }) => NamesRoom
}

export function addStreetLabels(map: L.Map, { theme, room: roomOf }: Options): StreetLabels {
  let streets: Street[] = []
  let index: Flatbush | null = null
  let labels: Label[] = []
  let resting: ReturnType<typeof setTimeout> | undefined
  let isGone = false
  const surface = addSurface(map, { pane: 'names', paint })

  function paint({ context, zoom, scale, box }: Frame): void {
    if (zoom < FROM_ZOOM) return
    const { ink, halo } = theme()
    context.font = `${NAMES.size}px system-ui, sans-serif`
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    context.lineJoin = 'round'
    context.lineWidth = 3
    context.strokeStyle = halo
    context.fillStyle = ink
    for (const { text, x, y, angle } of labels) {
      context.save()
      context.translate((x - box.minX) * scale, (y - box.minY) * scale)
      context.rotate(angle)
      context.strokeText(text, 0, 0)
      context.fillText(text, 0, 0)
      context.restore()
    }
  }

  function place(): void {
    labels = []
    if (map.getZoom() >= FROM_ZOOM && index !== null) {
      const scale = 2 ** map.getZoom()
      const corner = map.getPixelBounds().min!
      const { x: width, y: height } = map.getSize()
      const [minX, minY] = [corner.x / scale, corner.y / scale]
      const view: Box = { minX, minY, maxX: minX + width / scale, maxY: minY + height / scale }
      const lines = index.search(view.minX, view.minY, view.maxX, view.maxY).map((each): NamedLine => {
        const { name, weight, line } = streets[each]!
        const points: ScreenPoint[] = []
        for (let at = 0; at < line.length; at += 2)
          points.push([line[at]! * scale - corner.x, line[at + 1]! * scale - corner.y])
        return { name, weight, points }
      })
      const { blocked, avoided } = roomOf({ zoom: map.getZoom(), view })
      const disc = ({ x, y, radius }: Disc) => ({
        ...{ at: [x * scale - corner.x, y * scale - corner.y] as ScreenPoint, radius },
      })
      const room = { paper: { width, height }, blocked: blocked.map(disc), avoided: avoided.map(disc) }
      labels = placeStreetNames(lines, NAMES, room).map(({ text, middle: [x, y], along }) => ({
        ...{ text, angle: Math.atan2(along[1], along[0]) },
        ...{ x: (x + corner.x) / scale, y: (y + corner.y) / scale },
      }))
    }
    surface.redraw()
  }

  function placeSoon(): void {
    clearTimeout(resting)
    if (!isGone) resting = setTimeout(place, REST_MILLISECONDS)
  }

  map.on('movestart zoomstart', () => clearTimeout(resting))
  map.on('moveend resize', placeSoon)
  map.on('zoomend', () => (labels = []))
  map.on('unload', () => {
    isGone = true
    clearTimeout(resting)
  })
  return {
    set(features) {
      streets = features.flatMap(({ properties, geometry }) =>
        properties.kind === 'street' && properties.name !== ''
          ? geometry.coordinates.map((line) => ({
              name: properties.name,
              weight: ROAD_METRES[properties.class] ?? PATH_METRES,
              line: worldLine(line),
            }))
          : [],
      )
      index = streets.length === 0 ? null : new Flatbush(streets.length)
      for (const { line } of streets) {
        const { minX, minY, maxX, maxY } = boxOf([line]) ?? { minX: 0, minY: 0, maxX: 0, maxY: 0 }
        index?.add(minX, minY, maxX, maxY)
      }
      index?.finish()
      placeSoon()
    },
    place: placeSoon,
    draw: surface.draw,
  }
}
