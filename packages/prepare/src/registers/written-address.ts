/** An address as a register writes it, in all the ways it can be read: numbers before or behind, glued, cut short. */
import type { Address } from '@doorwalk/core/building/building'
import { plainNumber, plainStreet } from '@doorwalk/core/matching/street-name'

export interface WrittenAddress {
  /** As it came, in one line. */
  text: string
  /** The likeliest first. */
  readings: Reading[]
  postcode?: string
  city?: string
}

interface Reading {
  /** Plain. */
  number: string
  /** Plain, without spaces. */
  street: string
}

export interface AddressCells {
  address?: string | undefined
  number?: string | undefined
  suffix?: string | undefined
  street?: string | undefined
  postcode?: string | undefined
  city?: string | undefined
}

/** Undefined where neither text nor street came. */
export function writtenAddress(cells: AddressCells): WrittenAddress | undefined {
  const { address, street, postcode, city } = cells
  const number = [cells.number ?? '', cells.suffix ?? ''].join(' ').trim().replace(/\.0$/, '')
  const more = { ...(postcode ? { postcode } : {}), ...(city ? { city } : {}) }
  if (street) {
    const text = [number, street].join(' ').trim()
    const own = number === '' ? readingsIn(street) : [{ number: plainNumber(number), street: glued(street) }]
    return { text, readings: own, ...more }
  }
  if (!address) return undefined
  return { text: address, readings: readingsIn(address), ...more }
}

/** "12 bis", "12b" and all of "1-3-5". */
const LEADING = /^\s*(\d+\s?(?:bis|ter|quater)?)((?:\s?[-/,+]\s?\d+\s?(?:bis|ter|quater)?)*)[\s,]*(.*)$/i
const LETTERED = /^\s*(\d+\s?[a-z])[\s,]+(.*)$/i
const TRAILING = /^(.*[^\d\s,]),?\s+(\d+\s?(?:bis|ter|quater|[a-z])?)$/i
/** What follows the street: postcode and town. */
const TOWN = /[\s,]+\d{4,5}\s.*$|,.*$/

function readingsIn(text: string): Reading[] {
  const readings: Reading[] = []
  const add = (number: string, street: string) => {
    const reading = { number: plainNumber(number), street: glued(street) }
    if (reading.number !== '' && !readings.some((other) => isSame(reading, other))) readings.push(reading)
  }
  const [, lettered = '', behindLetter = ''] = LETTERED.exec(text) ?? []
  const [, first = '', others = '', rest = ''] = LEADING.exec(text) ?? []
  if (first !== '') {
    const street = rest.replace(TOWN, '')
    if (lettered !== '') add(lettered, behindLetter.replace(TOWN, ''))
    add(first, street)
    for (const number of others.match(/\d+\s?(?:bis|ter|quater)?/gi) ?? []) add(number, street)
    return readings
  }
  const parts = text.split(',').map((part) => part.trim())
  // "Calle Mayor, 12, Madrid": the number is a part of its own.
  for (const part of [parts[0] ?? '', parts.slice(0, 2).join(' '), text]) {
    const [, street = '', number = ''] = TRAILING.exec(part) ?? []
    if (number !== '') add(number, street)
  }
  return readings
}

function isSame(a: Reading, b: Reading): boolean {
  return a.number === b.number && a.street === b.street
}

function glued(street: string): string {
  return plainStreet(street).replaceAll(' ', '')
}

/** The address of a street door, made ready to be compared. */
export interface PlainAddress {
  number: string
  street: string
  /** Long enough to tell a street whose other words were cut or glued. */
  lastWord: string
}

export function plainOf({ number, street }: Pick<Address, 'number' | 'street'>): PlainAddress {
  const words = plainStreet(street).split(' ')
  const lastWord = words.at(-1) ?? ''
  return {
    number: plainNumber(number),
    street: words.join(''),
    lastWord: lastWord.length > 3 ? lastWord : '',
  }
}

/**
 * Which reading is this address: 0 for the likeliest, −1 for none. Cut streets ("12AVENUEMAX DORMOY") are compared by
 * their last word where `loose`: the place must tell the rest.
 */
export function readingOf({ readings }: WrittenAddress, door: PlainAddress, loose: boolean): number {
  return readings.findIndex(({ number, street }) => {
    if (number !== door.number) return false
    if (street === door.street) return true
    return loose && door.lastWord !== '' && street.endsWith(door.lastWord)
  })
}
