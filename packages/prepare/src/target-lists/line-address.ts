/** The address of one line, from one cell or from several: house, street, postcode and town. */
import { addressParts, isStreetLike } from './address-text.ts'
import { houseNumber, postcodeOf, withSuffix } from './cell-values.ts'
import { type Cells, Refused } from './line-cells.ts'
import { came } from './shown-cells.ts'
import type { ListRow } from './target-list.ts'

/** @throws Refused where nobody can tell which number is the house */
export function takeAddress(row: ListRow, { cell, hasFive }: { cell: Cells; hasFive: boolean }): void {
  let number = ''
  cell.take('number', houseNumber, (value) => (number = withSuffix(value, cell.text('suffix'))))
  const kind = cell.text('streetType')
  const street = [kind, cell.text('street')].filter((word) => word !== '').join(' ')
  const written =
    street !== '' && (number !== '' || cell.text('address') === '') ? street : cell.text('address')
  if (written === '') return
  const parts = addressParts(written)
  if (!parts) return
  if (number !== '' && startsWithOther(written, number))
    throw new Refused('number', came(`${number} | ${safeStart(written)}`), { code: 'oneNumber' })
  if (parts.hadName)
    cell.repaired({
      field: 'address',
      came: { code: 'addressWithName' },
      became: { code: 'addressWithoutName' },
    })
  // Streets have numbers in their names ("rue du 8 mai 1945"): one in a column of its own is the number of the house.
  const own =
    number === ''
      ? parts
      : { ...parts, number, street: parts.number === number ? parts.street : streetOf(written) }
  const { postcode = '', city = '' } = parts
  row.address = {
    ...(own.number === undefined ? {} : { number: own.number }),
    street: own.street.slice(0, 120),
  }
  cell.take(
    'postcode',
    (text) => postcodeOf(text, hasFive),
    (value) => (row.address!.postcode = value),
  )
  row.address.postcode ??= postcode
  row.address.city = cell.text('city') || city
  if (row.address.postcode === '') delete row.address.postcode
  if (row.address.city === '') delete row.address.city
  if (parts.entrance !== undefined) row.entrance = parts.entrance
}

/** Nobody can tell which of the two is the house: "16" beside "2 rue X". */
function startsWithOther(written: string, number: string): boolean {
  const leading = safeStart(written)
  return leading !== '' && isStreetLike(written.slice(leading.length)) && leading !== /^\d+/.exec(number)?.[0]
}

function safeStart(written: string): string {
  return /^\d{1,4}(?=[\s,])/.exec(written)?.[0] ?? ''
}

function streetOf(written: string): string {
  return written.replace(/\s*[,;(].*$/u, '').trim()
}
