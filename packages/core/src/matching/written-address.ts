/** An address as somebody wrote it, in one cell or in several, in every way it can be read. */
import { plainNumber } from './street-name.ts'

/** Cells of one row; what is not said is undefined or empty. */
export interface AddressCells {
  /** All in one: "12 bis rue Condorcet, 75009 Paris". */
  address?: string | undefined
  number?: string | undefined
  street?: string | undefined
  postcode?: string | undefined
  city?: string | undefined
}

export interface WrittenAddress {
  /** As it came, in one line. */
  text: string
  /** The likeliest first; numbers are plain. */
  readings: { number: string; street: string }[]
  postcode?: string
  city?: string
}

const SUFFIX = 'bis|ter|quater|quinquies'
/** "12 bis", "12b", "12-14", in front of a street. */
const LEADING = new RegExp(
  `^\\s*(?:n[°o]\\s*)?(\\d+\\s?(?:(?:${SUFFIX})\\b|[a-z](?=[\\s,]))?(?:\\s?[-/]\\s?\\d+)?)[\\s,]+(.*)$`,
  'iu',
)
/** "Hauptstraße 12 a". */
const TRAILING = new RegExp(`^(.*[^\\d\\s,]),?\\s+(\\d+\\s?(?:${SUFFIX}|[a-z])?)$`, 'iu')
/** What follows a street: postcode and town, or what a comma parts from it. */
const TOWN = /[\s,]+(\d{4,5})\s+(\P{N}+)$/u

/** Undefined where neither text nor street came. */
export function readAddress(cells: AddressCells): WrittenAddress | undefined {
  const said = (cell: string | undefined): string => (cell ?? '').trim().replace(/\s+/g, ' ')
  const number = said(cells.number).replace(/\.0$/, '')
  const text = [number, said(cells.street) || said(cells.address)].filter((part) => part !== '').join(' ')
  const [, ownPostcode = '', ownCity = ''] = TOWN.exec(text) ?? []
  const postcode = said(cells.postcode) || ownPostcode
  const city = said(cells.city) || ownCity
  const line = text.replace(TOWN, '')
  if (line === '' || line === number) return undefined
  const readings: WrittenAddress['readings'] = []
  const add = (written: string, street: string): void => {
    const plain = plainNumber(written)
    const known = readings.some((each) => each.number === plain && each.street === street)
    if (street.trim() !== '' && !known) readings.push({ number: plain, street: street.trim() })
  }
  if (number !== '') add(number, line.slice(number.length + 1))
  else {
    const [, first, behind] = LEADING.exec(line) ?? []
    if (first && behind) {
      add(first, behind.split(',')[0]!)
      // "12 b rue Condorcet" is number 12 of a street whose name begins with a letter, too.
      const digits = /^\d+/.exec(first)![0]
      add(digits, line.slice(line.indexOf(digits) + digits.length).split(',')[0]!)
    }
    const parts = line.split(',').map((part) => part.trim())
    for (const part of [parts[0]!, parts.slice(0, 2).join(' ')]) {
      const [, street, last] = TRAILING.exec(part) ?? []
      if (street && last) add(last, street.replace(/,/g, ''))
    }
    add('', parts[0]!)
  }
  return { text, readings, ...(postcode && { postcode }), ...(city && { city }) }
}
