/** What may be shown of a cell, in a report and in its errors: nothing that could name or reach a person. */
import { personalIn, withoutPersonal } from '@doorwalk/core/request/contacts'
import type { Told } from '../list-words/say.ts'
import { addressParts, isStreetLike } from './address-text.ts'
import { isNothing, yesOrNo } from './cell-values.ts'
import type { ListField } from '@doorwalk/core/words/list-fields'
import { isPersonName, perhapsPersonal } from './personal.ts'

/** Characters of a cell that are shown. */
const SHOWN = 80
/** Fields of which no cell is called like a person: "Mme Dupont", "Jean Dupont". */
export const NAMELESS: ReadonlySet<ListField> = new Set<ListField>(['id', 'entrance', 'city'])

/** What may be shown of a cell: numbers and short words that are nobody's. */
export function came(text: string): Told {
  const kind = perhapsPersonal(text)
  if (kind !== undefined) return { code: 'textWith', kind }
  const digits = digitsOfNumber(text)
  if (digits >= PHONE_DIGITS) return { code: 'digits', digits }
  // A word could be a name.
  if (!isNothing(text) && 'expected' in yesOrNo(text) && /\p{L}{3}/u.test(text) && !/\d/.test(text))
    return { code: 'letters', letters: text.length }
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}

/** Digits of a whole number from which it is no count and no coordinate: it may be a telephone of any country. */
const PHONE_DIGITS = 8
/** Digits in one piece, or in groups; not those behind a decimal sign. */
const WHOLE_NUMBER = /(?<!\d|\d[.,])(?:\d{8,}|\d{1,3}(?:[\s.-]\d{2,3}){2,})(?!\d|[.,]\d)/u

function digitsOfNumber(text: string): number {
  return (WHOLE_NUMBER.exec(text)?.[0] ?? '').replaceAll(/\D/gu, '').length
}

/** Of the columns that are read what may stand in a table of faulty lines. */
export function safe(field: ListField, text: string): Told {
  const bare = personalIn(text) === undefined ? text : withoutPersonal(text)
  if (NAMELESS.has(field) && isPersonName(bare)) return came(bare)
  if (field !== 'address' && field !== 'street') return NUMERIC.has(field) ? came(bare) : bare.slice(0, SHOWN)
  const parts = addressParts(bare)
  return parts === undefined || (parts.number === undefined && !isStreetLike(parts.street))
    ? came(bare)
    : [
        [parts.number, parts.street].filter(Boolean).join(' '),
        [parts.postcode, parts.city].filter(Boolean).join(' '),
      ]
        .filter((part) => part !== '')
        .join(', ')
}

const NUMERIC: ReadonlySet<ListField> = new Set<ListField>([
  'lng',
  'lat',
  'place',
  'doors',
  'storeys',
  'upper',
  'priority',
  'key',
  'exclude',
  'number',
  'suffix',
  'postcode',
])
