/**
 * Street names and house numbers made comparable, in any script: case, accents, punctuation and the usual abbreviations
 * do not count.
 */
import { plainLetters, plainWords } from '../letters.ts'

/** Abbreviations wherever they stand; French first, as in address files. */
const LONG_FORMS: Readonly<Record<string, string>> = {
  av: 'avenue',
  ave: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  blvd: 'boulevard',
  r: 'rue',
  pl: 'place',
  imp: 'impasse',
  all: 'allee',
  ch: 'chemin',
  che: 'chemin',
  crs: 'cours',
  sq: 'square',
  rte: 'route',
  fg: 'faubourg',
  fbg: 'faubourg',
  st: 'saint',
  ste: 'sainte',
  gal: 'general',
  dr: 'docteur',
  pdt: 'president',
  res: 'residence',
  str: 'strasse',
  // Greek, with the one sigma of plain letters
  οδ: 'οδοσ',
  λεωφ: 'λεωφοροσ',
  πλ: 'πλατεια',
  // Russian, Ukrainian, Bulgarian
  ул: 'улица',
  вул: 'вулиця',
  пер: 'переулок',
  пл: 'площадь',
  наб: 'набережная',
  просп: 'проспект',
  бул: 'булевард',
}

/** English kinds of street at the end of a name, where they say another thing than at its beginning (`St`, `Dr`). */
const LAST_FORMS: Readonly<Record<string, string>> = {
  st: 'street',
  rd: 'road',
  dr: 'drive',
  ln: 'lane',
  ct: 'court',
  cir: 'circle',
  ter: 'terrace',
  hwy: 'highway',
  pkwy: 'parkway',
}

/**
 * "Bd. de l'Hôpital" → "boulevard de l hopital", "Οδός Ερμού" → "οδοσ ερμου", "MAIN ST" → "main street". Register
 * writing without spaces ("12AVENUEMAX DORMOY") stays glued. Never empty unless the name is: what has no letter or
 * digit stays as it is.
 */
export function plainStreet(name: string): string {
  const plain = plainWords(name)
  if (plain === '') return name.trim()
  const words = plain.split(' ')
  const last = words.length - 1
  return words
    .map((word, i) => (i === last && i > 0 ? LAST_FORMS[word] : undefined) ?? LONG_FORMS[word] ?? word)
    .map((word) => (word.length > 4 && word.endsWith('str') ? `${word}asse` : word))
    .join(' ')
}

/** Words that say what kind of street it is, or on which side of a town. */
const SAY_LITTLE = new Set(
  (
    'rue avenue boulevard place impasse allee chemin cours square route faubourg street road drive lane court circle ' +
    'terrace way highway parkway strasse gasse weg platz calle c avenida avda paseo plaza via viale piazza corso largo v ' +
    'rua travessa ulica aleja straat laan weg gatan gade улица переулок проспект площадь οδοσ ' +
    'n s e w ne nw se sw north south east west de du des la le les l d del della di da do of the'
  ).split(' '),
)

/**
 * Whether two names may be spellings of one street: the words of one that say something are all in the other ("C/
 * Mayor" and "Calle Mayor"). Asked only where the number and the building are the same.
 */
export function mayBeOneStreet(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) => new Set(plainStreet(name).split(' ')))
  const [few, many] = one!.size <= other!.size ? [one!, other!] : [other!, one!]
  const telling = [...few].filter((word) => !SAY_LITTLE.has(word))
  return telling.some((word) => word !== '') && telling.every((word) => many.has(word))
}

/** As nearly all are, and plain but for the case. */
const USUAL_NUMBER = /^[1-9]\d{0,4}[A-Za-z]?$/

/**
 * "12 BIS" → "12bis", "012 b" → "12b", "５／１２" → "5/12": for comparing numbers. What parts two digits stays, since
 * `5/12` is not `51/2` and `1-12` is not `11-2`; every other sign goes.
 */
export function plainNumber(number: string): string {
  if (USUAL_NUMBER.test(number)) return number.toLowerCase()
  const spaced = number.replace(/(?<=\p{Nd})\s*(?=[¼-¾⅐-⅞])/gu, '-')
  return plainLetters(spaced)
    .replace(/[\u2044\u2215]/g, '/')
    .replace(/(?<=\d)\s*[-\u2010-\u2015\u2212]\s*(?=\d)/g, '-')
    .replace(/(?<=\d)\s*([/;,.])\s*(?=\d)/g, '$1')
    .replace(/(?<=\d)[^\p{L}\p{M}\p{N}/;,.-]+(?=\d)/gu, '-')
    .replace(/(?<!\d)[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+(?!\d)/gu, '')
    .replace(/^0+(?=\d)/, '')
}

/** What people write where they do not know a number. */
const NO_NUMBER = new Set(['none', 'no', 'null', 'unknown', 'fixme', 'yes'])

/**
 * Whether a text names a house: 0 and 99999 stand for streets and places without numbers (Base Adresse Nationale,
 * https://doc.adresse.data.gouv.fr). "s/n" and the like stay: that is what one finds there.
 */
export function isHouseNumber(text: string): boolean {
  const plain = plainNumber(text)
  return plain !== '' && !NO_NUMBER.has(plain) && !/^(0+|99999)$/.test(plain)
}
