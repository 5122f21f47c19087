/** Closed rings that are dear to judge, around a place: all but the star are simple. */
import type { LngLat } from '@doorwalk/core/units'
import { PARIS } from './builders.ts'

/** Degrees. */
const SIZE = 0.004

const at = (x: number, y: number): LngLat => [PARIS[0] + SIZE * x, PARIS[1] + SIZE * y]

/** Every edge crosses nearly every other. @param corners  odd */
export function star(corners: number): LngLat[] {
  const ring = Array.from({ length: corners + 1 }, (_, index): LngLat => {
    const angle = (2 * Math.PI * ((index % corners) * ((corners - 1) / 2))) / corners
    return at(Math.cos(angle), Math.sin(angle))
  })
  return ring
}

/** Teeth side by side: a line from west to east meets every edge. */
export function comb(positions: number): LngLat[] {
  const teeth = positions - 3
  const ring = Array.from({ length: teeth }, (_, index) =>
    at(-1 + (2 * index) / teeth, index % 2 === 0 ? 0 : 1),
  )
  return [...ring, at(1, -1), at(-1, -1), ring[0]!]
}

/** A band that winds inwards and out again: a line through the middle meets it at every turn. */
export function spiral(positions: number): LngLat[] {
  const each = Math.floor((positions - 1) / 2)
  const arm = (width: number): LngLat[] =>
    Array.from({ length: each }, (_, index) => {
      const angle = (2 * Math.PI * index) / 40
      const radius = 1 - (0.95 * index) / each - width
      return at(radius * Math.cos(angle), radius * Math.sin(angle))
    })
  const ring = [...arm(0), ...arm((0.95 * 20) / each).reverse()]
  return [...ring, ring[0]!]
}

/** Two triangles that meet in the middle. */
export function bowTie(): LngLat[] {
  return [at(-1, -1), at(1, 1), at(1, -1), at(-1, 1), at(-1, -1)]
}

/** Back and forth over itself. */
export function zigzag(positions: number): LngLat[] {
  const ring = Array.from({ length: positions - 1 }, (_, index) =>
    at(index % 2 === 0 ? -1 : 1, ((index * 7) % 11) / 11),
  )
  return [...ring, ring[0]!]
}
