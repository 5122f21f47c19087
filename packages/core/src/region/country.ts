/**
 * In which country a region lies. What its addresses say counts first (`addr:country`); then where it lies, and, where
 * boxes of several countries overlap, the shape of its postcodes and an outline.
 */
import { boxHolds, middleOf, type DegreeBox } from './box.ts'
import { EXTENTS, type Extent } from './extents.ts'

/** What addresses tell of their country; each list may be empty or a sample. */
export interface CountryClues {
  /** As tagged, in any case. */
  countries: readonly string[]
  postcodes: readonly string[]
}

/** @returns ISO 3166-1 codes that fit, likeliest first; empty where nobody knows */
export function countriesOf(box: DegreeBox, { countries, postcodes }: CountryClues): string[] {
  const tagged = mostFrequent(
    countries.map((code) => code.trim().toUpperCase()).filter((code) => /^[A-Z]{2}$/.test(code)),
  )
  if (tagged !== undefined) return [tagged]
  const place = middleOf(box)
  const near = EXTENTS.filter(({ boxes }) => boxes.some((box) => boxHolds(box, place)))
  const shape = mostFrequent(shapesOf(postcodes))
  const fitting = narrowed(near, (each) => shape === undefined || (each.postcodes ?? []).includes(shape))
  const certain = fitting.filter((each) => outlineSays(each, place) === true)
  const possible =
    certain.length > 0 ? certain : narrowed(fitting, (each) => outlineSays(each, place) !== false)
  return possible.map(({ country }) => country)
}

type Place = readonly [lng: number, lat: number]

/** Those that fit, or all where none does: a clue may be wrong. */
function narrowed(extents: Extent[], fits: (extent: Extent) => boolean): Extent[] {
  const left = extents.filter(fits)
  return left.length > 0 ? left : extents
}

/** undefined: it has no outline there. */
function outlineSays({ boxes, outline }: Extent, place: Place): boolean | undefined {
  if (outline === undefined || !boxHolds(boxes[0]!, place)) return undefined
  return isInside(outline, place)
}

/** By crossings of a ray to the east. */
function isInside(ring: readonly Place[], [lng, lat]: Place): boolean {
  let inside = false
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length]!
    if (ay > lat !== by > lat && lng < ax + ((lat - ay) * (bx - ax)) / (by - ay)) inside = !inside
  })
  return inside
}

/** Of each; a city has thousands of addresses and a handful of postcodes. */
function shapesOf(postcodes: readonly string[]): string[] {
  const known = new Map<string, string>()
  return postcodes.map((postcode) => {
    const shape = known.get(postcode) ?? shapeOf(postcode)
    known.set(postcode, shape)
    return shape
  })
}

function shapeOf(postcode: string): string {
  return postcode.trim().toUpperCase().replace(/\d/g, '9').replace(/[A-Z]/g, 'A')
}

/** The first of the most frequent; undefined for none. */
function mostFrequent(texts: string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  let most: string | undefined
  for (const [text, count] of counts) if (count > (most === undefined ? 0 : counts.get(most)!)) most = text
  return most
}
