/** Where an address of a list lies, found in the browser among the addresses of the region: it is never sent. */
import type { LngLat } from '@doorwalk/core/units'

export interface AddressPlace {
  address: string
  location: LngLat
}

const SHORT: Readonly<Record<string, string>> = {
  av: 'avenue',
  ave: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  blvd: 'boulevard',
  boul: 'boulevard',
  r: 'rue',
  pl: 'place',
  fg: 'faubourg',
  fbg: 'faubourg',
  st: 'saint',
  ste: 'sainte',
  imp: 'impasse',
  sq: 'square',
}
/** What the API keeps of an own start: about 100 m. */
const KEPT_DECIMALS = 3

export type StartFinder = (address: string) => AddressPlace | null

/**
 * The house, else the nearest number of the street, with its address; null: no such street. Rounded as the API keeps
 * it.
 */
export function startFinder(places: readonly AddressPlace[]): StartFinder {
  const streets = new Map<string, { number: number; place: AddressPlace }[]>()
  for (const place of places) {
    const { number, street } = partsOf(place.address)
    if (street === '') continue
    const houses = streets.get(street)
    if (houses) houses.push({ number, place })
    else streets.set(street, [{ number, place }])
  }
  return (address) => {
    const { number, street } = partsOf(address)
    // "rue Condorcet, Paris": what follows the street is not asked for.
    for (let words = street.split(' '); words.length > 0; words = words.slice(0, -1)) {
      const houses = streets.get(words.join(' '))
      if (houses === undefined) continue
      const [best] = houses.toSorted((a, b) => Math.abs(a.number - number) - Math.abs(b.number - number))
      return best ? { address: best.place.address, location: roundStart(best.place.location) } : null
    }
    return null
  }
}

/** About 100 m, before anything is sent. */
export function roundStart([lng, lat]: LngLat): LngLat {
  return [Number(lng.toFixed(KEPT_DECIMALS)), Number(lat.toFixed(KEPT_DECIMALS))]
}

function partsOf(address: string): { number: number; street: string } {
  const plain = address
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b\d{5}\b.*$/, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  const [, number = '', rest = ''] = /^(\d+)?\s*(?:(?:bis|ter|quater|[a-d])\s+)?(.*)$/.exec(plain) ?? []
  const street = rest
    .split(' ')
    .map((word) => SHORT[word] ?? word)
    .join(' ')
  return { number: number === '' ? 0 : Number(number), street }
}
