/** Flats that a building or its parts say they hold, as a number: `building:flats`. */
import { GridIndex } from '../geometry/grid-index.ts'
import { boxOf, centroid, isInside, type Plane } from '../geometry/plane.ts'
import type { OsmExtract } from '../osm/extract.ts'
import type { Structure } from './structures.ts'

/** More in one building is a slip of the pen. */
const MOST_FLATS = 2000

export interface FlatCount {
  flats: number
  low: number
  high: number
}

/**
 * "12", "12 flats", "4;6" (of its parts: ten), "10-12" (between them). Undefined for what is no number up to 2,000.
 * Source: https://wiki.openstreetmap.org/wiki/Key:building:flats
 */
export function flatCount(text: string | undefined): FlatCount | undefined {
  const total: FlatCount = { flats: 0, low: 0, high: 0 }
  for (const part of (text ?? '').normalize('NFKC').split(/[;,+]/)) {
    const [, first, last] = /^\s*[~≈]?\s*(\d{1,5})(?:\s*[-–]\s*(\d{1,5}))?(?:\D|$)/.exec(part) ?? []
    if (first === undefined) {
      if (part.trim() === '') continue
      return undefined
    }
    const ends = [Number(first), Number(last ?? first)].sort((a, b) => a - b)
    total.flats += Math.round((ends[0]! + ends[1]!) / 2)
    total.low += ends[0]!
    total.high += ends[1]!
  }
  const isSaid = /\d/.test(text ?? '')
  return isSaid && total.high <= MOST_FLATS ? total : undefined
}

/**
 * Gives buildings whose parts say how many flats they hold (`building:part` with `building:flats`) their sum as a tag
 * of their own, where they say none themselves.
 */
export function addFlatsOfParts(
  structures: Structure[],
  { extract, plane }: { extract: OsmExtract; plane: Plane },
): void {
  if (extract.countedParts.length === 0) return
  const index = new GridIndex<Structure>()
  for (const structure of structures) index.add(structure.box, structure)
  const sums = new Map<Structure, number>()
  for (const { refs, tags } of extract.countedParts) {
    const count = flatCount(tags['building:flats'])
    const places = refs.map((ref) => extract.locate(ref)).filter((place) => place !== undefined)
    if (!count || places.length < 3) continue
    const centre = centroid(places.map((place) => plane.toXY(place)))
    const whole = [...index.near(boxOf([centre]))].find(({ rings }) => isInside(centre, rings))
    if (whole) sums.set(whole, (sums.get(whole) ?? 0) + count.flats)
  }
  for (const [structure, flats] of sums) {
    if (structure.tags['building:flats'] === undefined)
      structure.tags = { ...structure.tags, 'building:flats': String(flats) }
  }
}
