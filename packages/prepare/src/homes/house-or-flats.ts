/**
 * House or flats, as a share between them, and how many houses it would be: nothing jumps where a footprint grows by
 * a square metre.
 */
import { mix, ramp } from '../geometry/ramp.ts'
import type { Tags } from '../osm/extract.ts'
import { isRowOfHouses } from '../structures/row.ts'
import { kindByTags, kindsOf } from '../structures/use.ts'

export interface HouseOrFlats {
  /** 0 a house or a row of them … 1 a block of flats. */
  flats: number
  /** Households where it is no block: one an address, or one for each house of the row. */
  houses: number
}

interface Seen {
  tags: Tags
  areaM2: number
  /** Addresses on this outline. */
  addresses: number
  /** Flats are listed here. */
  lists: boolean
  levels: number
  /** Ground of a typical house of the region, m². */
  houseM2: number
}

/** A footprint of so many typical houses is no block of flats yet, and surely one. */
const BLOCK_HOUSES = { from: 1.5, to: 4.8 }
/** So many storeys are no block of flats yet, and surely one. */
const BLOCK_LEVELS = { from: 2.7, to: 5 }
/**
 * Ground for each of several addresses: less is a row of houses drawn as one, more is a block with a stair each, m²
 * (Bondy: rows 32–50 m², register entrances 77 m² and more).
 */
const STAIR_M2 = { from: 50, to: 95 }
/** Rows are no taller than that. */
const ROW_LEVELS = { from: 3.2, to: 4.6 }
/** So little ground for an address means that it belongs elsewhere, m². */
const LEAST_ADDRESS_M2 = 30
/**
 * Ground of one house in `building=terrace` without an address, m²: 5 to 6 m wide, 9 to 11 m deep. With a single
 * address it is mostly one house of the row by itself, unless it is twice as large. The more ground for each of its
 * numbers, the more are missing.
 */
const TERRACE_M2 = { row: 55, addressed: 110, numbered: { from: 75, to: 110 } }
/** A semi-detached house is drawn alone, or both halves as one: by size in typical houses. */
const BOTH_HALVES = { from: 1.2, to: 2 }

export function houseOrFlats({ tags, areaM2, addresses, lists, levels, houseM2 }: Seen): HouseOrFlats {
  const kinds = kindsOf(tags.building)
  const each = Math.max(1, addresses)
  const kind = lists ? 'flats' : kindByTags(tags)
  if (kind === 'house') {
    if (isRowOfHouses(tags)) return { flats: 0, houses: rowOf({ areaM2, addresses }) }
    if (kinds.includes('duplex')) return { flats: 0, houses: Math.max(each, 2) }
    const halves = kinds.some((name) => name.startsWith('semi')) ? ramp(areaM2 / houseM2, BOTH_HALVES) : 0
    return { flats: 0, houses: Math.max(each, 1 + halves) }
  }
  const houses = Math.max(1, Math.min(addresses, areaM2 / LEAST_ADDRESS_M2))
  if (kind === 'flats') return { flats: 1, houses }
  const row = addresses < 2 ? 0 : (1 - ramp(areaM2 / addresses, STAIR_M2)) * (1 - ramp(levels, ROW_LEVELS))
  const flats = Math.max(ramp(areaM2 / houseM2, BLOCK_HOUSES), ramp(levels, BLOCK_LEVELS))
  return { flats: (1 - row) * flats, houses }
}

function rowOf({ areaM2, addresses }: { areaM2: number; addresses: number }): number {
  if (addresses === 1) return Math.max(1, areaM2 / TERRACE_M2.addressed)
  const bySize = Math.max(1, areaM2 / TERRACE_M2.row)
  if (addresses === 0) return bySize
  const missing = ramp(areaM2 / addresses, TERRACE_M2.numbered)
  return mix(missing, { a: addresses, b: Math.max(addresses, bySize) })
}
