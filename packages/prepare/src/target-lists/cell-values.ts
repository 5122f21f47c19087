/** What a cell of a list says: numbers, yes or no, house numbers, as people write them. */
import { plainLetters } from '@doorwalk/core/letters'
import type { Saying } from '../list-words/say.ts'
import { decimalOf } from '../tables/position.ts'
import { readYesOrNo } from '../tables/yes-or-no.ts'

/** A value, with what came where it was put right; or what was expected in its place. */
export type Said<Value> = { value: Value; isRepaired?: boolean } | { expected: Saying }

/** What lists write for "nothing", plain. */
const NOTHING = new Set(
  '- – — -- . ? ?? na n/a #n/a #ref! #value! #div/0! #valeur! nd n.d. nc n.c. ns null none neant inconnu inconnue unknown nr so s/o (vide) vide'.split(
    ' ',
  ),
)

const LONGEST_NOTHING = Math.max(...[...NOTHING].map(({ length }) => length))

export function isNothing(text: string): boolean {
  if (text === '') return true
  return text.length <= LONGEST_NOTHING && NOTHING.has(plainLetters(text))
}

export function yesOrNo(text: string): Said<boolean> {
  const value = readYesOrNo(text)
  return value === undefined ? { expected: { code: 'yesOrNo' } } : { value }
}

/** A number, and a unit or a sign that stands beside it. */
const COUNTED =
  /^(?:env(?:iron)?\.?|ca\.?|~|≈|approx\.?|about)?\s*([\d\s.,'’]*\d)\s*(?:\p{L}[\p{L}.'’ ]*)?$/iu
const GROUPED = /^\d{1,3}(?:[\s.,'’\u202f\u00a0]\d{3})+$/u

/** "24", "24,0", "1 234", "24 logements", "env. 30". */
export function wholeNumber(text: string, expected: Saying): Said<number> {
  if (/^\d+$/.test(text)) return { value: Number(text) }
  const [, digits] = COUNTED.exec(text) ?? []
  if (digits === undefined) return { expected }
  const value = GROUPED.test(digits) ? Number(digits.replaceAll(/\D/g, '')) : decimalOf(digits)
  if (value === undefined || !Number.isInteger(value)) return { expected }
  return { value, isRepaired: !/^\d+(?:[.,]0+)?$/.test(text) }
}

/** "R+5" and "RDC + 5" have six storeys. */
export function storeysOf(text: string, isAboveGround: boolean): Said<number> {
  const expected: Saying = { code: isAboveGround ? 'upperStoreys' : 'storeys' }
  const [, above] = /^r(?:dc|ez)?\s*\+\s*(\d{1,2})(?:\s*\+\s*c(?:ombles)?)?$/i.exec(text) ?? []
  if (above !== undefined) return { value: Number(above) + 1, isRepaired: true }
  const said = wholeNumber(text, expected)
  return 'expected' in said || !isAboveGround
    ? said
    : { value: said.value + 1, isRepaired: said.isRepaired ?? false }
}

/** 0–100, also "85 %" and "0,5". */
export function priorityOf(text: string): Said<number> {
  const expected: Saying = { code: 'priority' }
  const bare = text.replace(/\s*%$/, '')
  const value = /^[\d\s.,]+$/.test(bare) ? decimalOf(bare) : undefined
  return value === undefined ? { expected } : { value, isRepaired: bare !== text }
}

const MONTHS =
  'janv|jan|fevr|fev|feb|mars|mar|avr|apr|mai|may|juin|jun|juil|jul|aout|aug|sept|sep|oct|nov|dec'
const DATE = new RegExp(
  `^(?:\\d{1,2}[-/. ](?:${MONTHS})\\w*\\.?|(?:${MONTHS})\\w*\\.?[-/. ]\\d{1,4}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}|\\d{4}-\\d{2}-\\d{2}.*)$`,
)

/** Whether a spreadsheet has made a date of what was typed, such as "3-5". */
export function isDateLike(text: string): boolean {
  return DATE.test(plainLetters(text))
}

/** Characters of a house number. */
const LONGEST_NUMBER = 16

/** "12 bis", "12BIS", "N° 12", "12.0", "12-14". An empty value stands for none, such as "s/n" and 0. */
export function houseNumber(text: string): Said<string> {
  if (isDateLike(text)) return { expected: { code: 'noDate' } }
  const bare = text
    .replace(/^(?:n\s*[°º.]|no\.?|num\.?|numéro|#)\s*(?=\d)/i, '')
    .replace(/^(\d+)[.,]0+$/, '$1')
    .replace(/[,;.]+$/, '')
    .replace(/^0+(?=\d)/, '')
  if (bare === '0' || /^(?:s\/?n|sans)$/i.test(bare)) return { value: '' }
  const number = bare.replace(
    /^(\d+)\s*(bis|ter|quater|quinquies)$/i,
    (_, digits: string, word: string) => `${digits} ${word.toLowerCase()}`,
  )
  if (number.length > LONGEST_NUMBER || !/\d/.test(number)) return { expected: { code: 'houseNumber' } }
  return { value: number }
}

/** "B" and "bis" behind a number. */
export function withSuffix(number: string, suffix: string): string {
  const words: Readonly<Record<string, string>> = { b: 'bis', t: 'ter', q: 'quater' }
  const plain = plainLetters(suffix)
  if (isNothing(suffix) || number === '' || plainLetters(number).endsWith(plain)) return number
  const word = words[plain] ?? plain
  return word.length > 1 ? `${number} ${word}` : `${number}${word.toUpperCase()}`
}

/** Of France, with the zero before it that a spreadsheet takes away. */
export function postcodeOf(text: string, hasFive: boolean): Said<string> {
  const bare = text
    .replace(/^F-?(?=\d{5}$)/i, '')
    .replace(/^(\d{4,5})\.0+$/, '$1')
    .replace(/^(\d\d)\s(\d{3})$/, '$1$2')
  if (/^\d{4}$/.test(bare) && hasFive) return { value: `0${bare}`, isRepaired: true }
  if (/^[\dA-Z][\dA-Z -]{2,9}$/i.test(bare)) return { value: bare }
  return { expected: { code: 'postcode' } }
}

/** A number that a spreadsheet shows cut short, such as 1.23E+11. */
export function isCutNumber(text: string): boolean {
  return /^\d(?:[.,]\d+)?e\+\d+$/i.test(text)
}
