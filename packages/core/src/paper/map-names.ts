/** Writes street names along their streets, where there is room. */
import type { Point, Size } from './map-frame.ts'
import { distance, joinLines, lengthOf, pointAlong } from './polyline.ts'

export interface StreetName {
  text: string
  middle: Point
  /** Unit vector of reading direction; x ≥ 0, so never upside down. */
  along: Point
  size: number
}

/** Mean width of a sans-serif letter, in ems. */
export const LETTER_EMS = 0.53
/** Names are tried at most this far apart along a street, mm. */
const TRY_EVERY_MM = 3
/** A street may bend so much under its name: chord ÷ arc. */
const STRAIGHTNESS = 0.985
/** A name is repeated on a street at most once per so many millimetres. */
const REPEAT_MM = 110

interface NamedLine {
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
 * One name per street (two on long ones), on a piece that is straight enough and free of markers and other names.
 * A name that finds no room is tried abbreviated, then left out. Places that cover what is `avoided` (the way) come last.
 */
export function placeStreetNames(
  lines: NamedLine[],
  { size, paper, blocked, avoided }: { size: number; paper: Size; blocked: Disc[]; avoided: Disc[] },
): StreetName[] {
  const byName = new Map<string, NamedLine[]>()
  for (const line of lines) byName.set(line.name, [...(byName.get(line.name) ?? []), line])
  const streets = [...byName].map(([name, of]) => ({
    name,
    weight: Math.max(...of.map(({ weight }) => weight)),
    chains: joinLines(of.map(({ points }) => points)).sort((a, b) => lengthOf(b) - lengthOf(a)),
  }))
  streets.sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))

  const taken = [...blocked]
  const placed: StreetName[] = []
  for (const { name, chains } of streets) {
    const own: StreetName[] = []
    for (const text of new Set([name, abbreviate(name)])) {
      for (const chain of chains) {
        const free = candidates(text, chain, { size, paper })
        const clear = free.filter(
          (found) => !discsOf(found).some((disc) => avoided.some((other) => touches(disc, other))),
        )
        for (const found of [...clear, ...free]) {
          if (own.some(({ middle }) => distance(middle, found.middle) < REPEAT_MM)) continue
          const discs = discsOf(found)
          if (discs.some((disc) => taken.some((other) => touches(disc, other)))) continue
          own.push(found)
          taken.push(...discs)
        }
      }
      if (own.length > 0) break
    }
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

/** Places along the chain where the text fits, those nearest to the middle of the paper first. */
function candidates(
  text: string,
  chain: Point[],
  { size, paper }: { size: number; paper: Size },
): StreetName[] {
  const width = text.length * LETTER_EMS * size
  const total = lengthOf(chain)
  const found: StreetName[] = []
  for (let start = 0; start + width <= total; start += TRY_EVERY_MM) {
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
  const centre: Point = [paper.width / 2, paper.height / 2]
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
