/** Writes street names along their streets, where there is room, on paper and on screen. */
import type { Point, Size } from './map-frame.ts'
import { distance, joinLines, lengthOf, pointAlong } from './polyline.ts'

interface StreetName {
  text: string
  middle: Point
  /** Unit vector of reading direction; x ≥ 0, so never upside down. */
  along: Point
  size: number
}

/** Mean width of a sans-serif letter, in ems. */
const LETTER_EMS = 0.53
/** A street may bend so much under its name: chord ÷ arc. */
const STRAIGHTNESS = 0.985

/** How names are written; lengths in the unit of the paper or screen. */
export interface NameStyle {
  /** Height of the letters. */
  size: number
  /** Names are tried at most this far apart along a street. */
  tryEvery: number
  /** A name comes back on its street after so much; Infinity: never. */
  repeatEvery: number
  /** Ends of lines this close are one crossing. */
  joinWithin: number
  /** Tried first. On a map that moves, the middle of the street keeps the name in its place. */
  nearest: 'middle of paper' | 'middle of street'
  /** More streets than this get no name. */
  most: number
}

/** Where names may stand, in the same unit. */
interface NameRoom {
  paper: Size
  /** Nothing is written over these. */
  blocked: Disc[]
  /** Over these only where there is no other place. */
  avoided: Disc[]
}

export interface NamedLine {
  name: string
  /** Longer names of more important streets come first. */
  weight: number
  points: Point[]
}

interface Disc {
  at: Point
  radius: number
}

/**
 * One name per street (more on long ones), on a piece that is straight enough and free of markers and other names.
 * A name that finds no room is tried abbreviated, then left out. Places that cover what is `avoided` (the way) come
 * last.
 */
export function placeStreetNames(lines: NamedLine[], style: NameStyle, room: NameRoom): StreetName[] {
  const byName = new Map<string, NamedLine[]>()
  for (const line of lines) byName.set(line.name, [...(byName.get(line.name) ?? []), line])
  const streets = [...byName].map(([name, of]) => ({
    name,
    weight: Math.max(...of.map(({ weight }) => weight)),
    chains: joinLines(
      of.map(({ points }) => points),
      style.joinWithin,
    ).sort((a, b) => lengthOf(b) - lengthOf(a)),
  }))
  streets.sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))

  const taken = [...room.blocked]
  const placed: StreetName[] = []
  let named = 0
  for (const { name, chains } of streets) {
    if (named >= style.most) break
    const own: StreetName[] = []
    for (const text of new Set([name, abbreviate(name)])) {
      for (const chain of chains) {
        const free = candidates(text, chain, { style, paper: room.paper })
        const clear = free.filter(
          (found) => !discsOf(found).some((disc) => room.avoided.some((other) => touches(disc, other))),
        )
        for (const found of [...clear, ...free]) {
          if (own.some(({ middle }) => distance(middle, found.middle) < style.repeatEvery)) continue
          const discs = discsOf(found)
          if (discs.some((disc) => taken.some((other) => touches(disc, other)))) continue
          own.push(found)
          taken.push(...discs)
        }
      }
      if (own.length > 0) break
    }
    if (own.length > 0) named++
    placed.push(...own)
  }
  return placed
}

/** "Boulevard de Magenta" → "Bd de Magenta", as French street plates and maps shorten. */
export function abbreviate(name: string): string {
  return name
    .replace(/^Rue du Faubourg[ -]/i, 'R. du Fg ')
    .replace(/^Boulevard /i, 'Bd ')
    .replace(/^Avenue /i, 'Av. ')
    .replace(/^Place /i, 'Pl. ')
    .replace(/^Square /i, 'Sq. ')
    .replace(/^Passage /i, 'Pass. ')
    .replace(/^Impasse /i, 'Imp. ')
    .replace(/^Allée /i, 'All. ')
    .replace(/^Chemin /i, 'Ch. ')
    .replace(/^Route /i, 'Rte ')
    .replace(/^Rue /i, 'R. ')
}

interface Sheet {
  style: NameStyle
  paper: Size
}

/** Places along the chain where the text fits, those nearest to the middle of the paper or street first. */
function candidates(text: string, chain: Point[], { style, paper }: Sheet): StreetName[] {
  const { size, tryEvery } = style
  const width = text.length * LETTER_EMS * size
  const total = lengthOf(chain)
  const found: StreetName[] = []
  for (let start = 0; start + width <= total; start += tryEvery) {
    const [from, middle, to] = [
      pointAlong(chain, start),
      pointAlong(chain, start + width / 2),
      pointAlong(chain, start + width),
    ]
    const chord = distance(from, to)
    const bulge = distance(middle, [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2])
    if (chord < width * STRAIGHTNESS || bulge > size / 2) continue
    const sign = to[0] - from[0] < 0 ? -1 : 1
    const along: Point = [(sign * (to[0] - from[0])) / chord, (sign * (to[1] - from[1])) / chord]
    const name = { text, middle, along, size }
    if ([from, to].every((end) => isInside(end, paper, size))) found.push(name)
  }
  const centre: Point =
    style.nearest === 'middle of paper' ? [paper.width / 2, paper.height / 2] : pointAlong(chain, total / 2)
  return found.sort((a, b) => distance(a.middle, centre) - distance(b.middle, centre))
}

/** A name as a row of discs, for cheap overlap tests at any angle. */
function discsOf({ text, middle, along, size }: StreetName): Disc[] {
  const half = (text.length * LETTER_EMS * size) / 2
  const radius = size * 0.55
  const count = Math.max(2, Math.ceil(half / radius))
  return Array.from({ length: count }, (_, i) => {
    const t = -half + (2 * half * i) / (count - 1)
    return { at: [middle[0] + along[0] * t, middle[1] + along[1] * t], radius }
  })
}

function touches(a: Disc, b: Disc): boolean {
  return distance(a.at, b.at) < a.radius + b.radius
}

function isInside([x, y]: Point, { width, height }: Size, margin: number): boolean {
  return x > margin && y > margin && x < width - margin && y < height - margin
}
