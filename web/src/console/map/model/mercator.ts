/** Web Mercator as every web map has it: degrees to pixels of the world at zoom 0, which double with each zoom. */
import type { LngLat } from '@doorwalk/core/units'

/** The whole world at zoom 0 is so many pixels wide and high. */
const WORLD_PIXELS = 256

export interface Point {
  x: number
  y: number
}

/** Left, top, right, bottom; y grows to the south. */
export interface Box {
  minX: number
  minY: number
  maxX: number
  maxY: number
}

/** In pixels at zoom 0; EPSG 3857, as Leaflet's `map.project(at, 0)`. */
export function worldOf([lng = 0, lat = 0]: readonly number[]): Point {
  const sine = Math.sin((lat * Math.PI) / 180)
  return {
    x: (lng / 360 + 0.5) * WORLD_PIXELS,
    y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * WORLD_PIXELS,
  }
}

export function lngLatOf({ x, y }: Point): LngLat {
  const north = (0.5 - y / WORLD_PIXELS) * 2 * Math.PI
  return [(x / WORLD_PIXELS - 0.5) * 360, (Math.atan(Math.sinh(north)) * 180) / Math.PI]
}

/** x and y in turns, in pixels at zoom 0. */
export function worldLine(line: readonly (readonly number[])[]): Float64Array {
  const flat = new Float64Array(line.length * 2)
  for (const [index, at] of line.entries()) {
    const { x, y } = worldOf(at)
    flat[2 * index] = x
    flat[2 * index + 1] = y
  }
  return flat
}

/** Around all points of flat lines; null of none. */
export function boxOf(lines: readonly Float64Array[]): Box | null {
  const box: Box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }
  for (const line of lines) {
    for (let at = 0; at + 1 < line.length; at += 2) {
      box.minX = Math.min(box.minX, line[at]!)
      box.maxX = Math.max(box.maxX, line[at]!)
      box.minY = Math.min(box.minY, line[at + 1]!)
      box.maxY = Math.max(box.maxY, line[at + 1]!)
    }
  }
  return box.minX <= box.maxX ? box : null
}

export function metresPerPixel(lat: number, zoom: number): number {
  return (40_075_016.686 / (WORLD_PIXELS * 2 ** zoom)) * Math.cos((lat * Math.PI) / 180)
}
