/** House numbers of one object of the map: a single one, a list, or a range whose tags say how it counts. */
import type { Tags } from '../osm/extract.ts'
import { isRowOfHouses } from '../structures/row.ts'
import { countingOf, rangeOf, type Counting } from './number-range.ts'
import { isHouseNumber } from '@doorwalk/core/matching/street-name'

/**
 * Each number by itself: "1;3;5", "1,3,5", "12a,b,c"; "1-19" only where `addr:interpolation` says how to count, or on a
 * row of houses ("12-14" of any other building is one house). Where there is no `addr:housenumber`, the Czech and
 * Slovak numbers (https://wiki.openstreetmap.org/wiki/Key:addr:conscriptionnumber), else the house's name. Empty when
 * nothing names the house.
 */
export function houseNumbers(tags: Tags): string[] {
  const written = tags['addr:housenumber'] ?? czechNumber(tags)
  const numbers = (written === undefined ? [] : partsOf(written)).flatMap((part) => ranged(part, tags))
  const known = [...new Set(numbers.filter(isHouseNumber))]
  if (known.length > 0) return known.map((number) => inBlock(number, tags))
  const name = tags['addr:housename']?.trim()
  return name ? [name] : []
}

/** What parts the numbers of one village or quarter from those of the next, where streets have no names. */
const INSTEAD_OF_STREET = ['addr:hamlet', 'addr:neighbourhood', 'addr:quarter']

/**
 * Street, else place, else the street that a relation says, else hamlet or quarter; empty when nothing says one.
 *
 * @param related of an associatedStreet relation
 */
export function streetOf(tags: Tags, related?: string): string {
  const area = INSTEAD_OF_STREET.map((key) => tags[key]).find(Boolean)
  return (tags['addr:street'] ?? tags['addr:place'] ?? related ?? area ?? '').trim()
}

/** "1234/5": conscription number of the village, street number; "ev. 12" of a hut. */
function czechNumber(tags: Tags): string | undefined {
  const [own, street] = [tags['addr:conscriptionnumber']?.trim(), tags['addr:streetnumber']?.trim()]
  if (own && street) return `${own}/${street}`
  const provisional = tags['addr:provisionalnumber']?.trim()
  return own ?? street ?? (provisional ? `ev. ${provisional}` : undefined)
}

/** Where blocks have numbers in place of streets (Japan), a house is told by both: "5-12". */
function inBlock(number: string, tags: Tags): string {
  const block = (tags['addr:block_number'] ?? tags['addr:block'])?.trim()
  return block && !tags['addr:street'] ? `${block}-${number}` : number
}

/** The pieces of a list; letters alone belong to the number before: "12a,b" is 12a and 12b. */
function partsOf(text: string): string[] {
  const parts = text
    .split(/[;,&+、，；،]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  let number = ''
  return parts.map((part) => {
    const digits = /^.*\p{Nd}/u.exec(part)?.[0]
    if (digits === undefined && /^\p{L}$/u.test(part)) return `${number}${part}`
    number = digits ?? ''
    return part
  })
}

function ranged(part: string, tags: Tags): string[] {
  const counting =
    countingOf(tags['addr:interpolation']) ?? (isRowOfHouses(tags) ? rowCounting(part) : undefined)
  return (counting && rangeOf(part, counting)) ?? [part]
}

/** Along one side of a street where both ends are even or both odd, else letters or every number. */
function rowCounting(part: string): Counting | undefined {
  const ends = rangeOf(part)
  if (ends === undefined) return undefined
  const [first, last] = [Number.parseInt(ends[0]!, 10), Number.parseInt(ends.at(-1)!, 10)]
  if (Number.isNaN(first) || first === last) return 'alphabetic'
  return { by: (last - first) % 2 === 0 ? 2 : 1 }
}
