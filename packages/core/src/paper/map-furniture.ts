/** North arrow and scale bar of a map, in the corner where they hide least. */
import type { Walk } from '../walk/answer.ts'
import { scaleBarMetres, type Frame, type Point, type Size } from './map-frame.ts'
import type { Marker } from './map-markers.ts'
import { walkLine } from '../walk/numbering.ts'
import { path, round } from './svg.ts'
import { wordsOf } from '../words/languages.ts'
import { sayMetres } from '../words/say.ts'

const SCALE_BAR_MM = 30
/** North arrow and scale bar, together in the corner that hides least. */
export interface Furniture {
  corner: Point
  opposite: Point
}
export const FURNITURE: Size = { width: SCALE_BAR_MM + 12, height: 9.6 }

export function placeFurniture(markers: Marker[], walk: Walk, frame: Frame): Furniture {
  const line = walkLine(walk).map(frame.project)
  const busy = [...markers.flatMap(({ at, anchor }) => [at, at, at, anchor]), ...line]
  let best: Furniture = { corner: [0, 0], opposite: [0, 0] }
  let fewest = Infinity
  for (const left of [1, frame.width - FURNITURE.width - 1]) {
    for (const top of [frame.height - FURNITURE.height - 1, 1]) {
      const opposite: Point = [left + FURNITURE.width, top + FURNITURE.height]
      const hidden = busy.filter(
        ([x, y]) => x > left - 3 && x < opposite[0] + 3 && y > top - 3 && y < opposite[1] + 3,
      ).length
      if (hidden < fewest) {
        fewest = hidden
        best = { corner: [left, top], opposite }
      }
    }
  }
  return best
}

/** Middle of the furniture's height, `part` of its width from the left. */
export function alongFurniture({ corner: [x, y] }: Furniture, part: number): Point {
  return [x + FURNITURE.width * part, y + FURNITURE.height / 2]
}

export function northAndScale({ corner: [x, y] }: Furniture, walk: Walk, frame: Frame): string {
  const metres = scaleBarMetres(frame, SCALE_BAR_MM)
  const bar = metres * frame.scale
  const [left, base] = [x + 9, y + 6.8]
  return (
    `<rect x="${round(x)}" y="${round(y)}" width="${FURNITURE.width}" height="${FURNITURE.height}" fill="#fff" fill-opacity="0.85"/>` +
    `<path d="${path([
      [x + 4, y + 0.8],
      [x + 5.6, y + 5.2],
      [x + 4, y + 4.2],
      [x + 2.4, y + 5.2],
    ])}Z"/>` +
    `<text x="${round(x + 4)}" y="${round(y + 8.7)}" font-size="3.05" font-weight="700" text-anchor="middle">${wordsOf(walk.language).north}</text>` +
    `<path d="${path([
      [left, base - 1.4],
      [left, base],
      [left + bar, base],
      [left + bar, base - 1.4],
    ])}" fill="none" stroke="#000" stroke-width="0.35"/>` +
    `<text x="${round(left + bar / 2)}" y="${round(base - 0.8)}" font-size="3.05" text-anchor="middle">${sayMetres(metres, walk.language)}</text>`
  )
}
