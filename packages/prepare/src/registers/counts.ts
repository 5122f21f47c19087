/** Numbers of dwellings as registers write them: counts in any writing, and classes as bounds. */

/** From so many to so many; equal where it is a count. An open class ends at Infinity. */
export interface Bounds {
  low: number
  high: number
}

/** More in one entrance or building is a slip of the pen. */
export const MAX_DWELLINGS = 2000
const MAX_STOREYS = 200

/** What tables write for "nothing known"; small numbers that are kept secret are marked with a letter. */
const BLANK = new Set(
  '- – — . .. … * x c s nr na n/a n.a. nd n.d. nc n.c. ns null nil none nan inconnu unknown unbekannt'.split(
    ' ',
  ),
)

export function isBlank(text: string | undefined): boolean {
  return text === undefined || BLANK.has(text.trim().toLowerCase()) || text.trim() === ''
}

/** "12", "12,0", "12.00", "1 204"; undefined for what is none, also where a sign leaves two readings. */
function wholeNumber(text: string): number | undefined {
  const clean = text.trim().replace(/(?<=\d)[\s'’\u00a0\u202f](?=\d{3}(?!\d))/gu, '')
  if (/^\d{1,7}$/.test(clean)) return Number(clean)
  if (/^\d(?:\.\d+)?e\+?\d$/i.test(clean)) return whole(Number(clean))
  const [, before = '', after = ''] = /^(\d{1,7})[.,](\d+)$/.exec(clean) ?? []
  if (before === '') return undefined
  const readings = new Set<number>()
  if (/^0+$/.test(after)) readings.add(Number(before))
  const grouped = Number(before + after)
  if (after.length === 3 && before.length <= 3 && grouped <= MAX_DWELLINGS && grouped > 0)
    readings.add(grouped)
  return readings.size === 1 ? [...readings][0] : undefined
}

function whole(value: number): number | undefined {
  return Number.isInteger(value) ? value : undefined
}

/** A count of dwellings; undefined for what is none or too many. */
export function countOf(text: string): number | undefined {
  const value = wholeNumber(text)
  return value !== undefined && value <= MAX_DWELLINGS ? value : undefined
}

/** Storeys, at least 1; undefined for none and for slips. */
export function storeysIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const value = wholeNumber(text)
  return value !== undefined && value >= 1 && value <= MAX_STOREYS ? value : undefined
}

/** "rez-de-chaussée" and the like. */
const GROUND = /^(?:rdc|rez.*|r|eg|erdgeschoss|parterre|pt|pb|ground( floor)?|gf|g|bg)$/i

/** Floor that a text names: "3", "R+2", "2e étage", "2. OG", "RDC"; undefined where it names none. */
export function floorIn(text: string): number | undefined {
  const clean = text.trim()
  if (GROUND.test(clean)) return 0
  const [, number = ''] =
    /^(?:r\s?\+|étage |etage |floor )?(-?\d{1,3})(?:[.,]0+)?(?:\W|e|er|ème|eme|st|nd|rd|th|$)/i.exec(clean) ??
    []
  const floor = Number(number)
  return number !== '' && Math.abs(floor) <= MAX_STOREYS ? floor : undefined
}

/**
 * Bounds of a class: "entre 12 et 35", "2-11", "2 à 11", "100 et plus", "100+", "≥ 100", "plus de 99", "< 11",
 * "individuel", "7". Undefined for what is none.
 */
export function boundsIn(text: string): Bounds | undefined {
  const clean = text
    .trim()
    .toLowerCase()
    .replace(/\b(?:logements?|locaux|dwellings?|flats?|units?|wohnungen|log)\b\.?/g, '')
    .trim()
  if (
    /^(?:individuel(?:le)?s?|maison(?: individuelle)?|pavillon|single|house|einfamilienhaus)$/.test(clean)
  ) {
    return { low: 1, high: 1 }
  }
  const numbers = [...clean.matchAll(NUMBER)].map(([digits]) => Number(digits.replace(/\D/g, '')))
  const [first, second] = numbers
  if (first === undefined || numbers.length > 2) return undefined
  const form = clean.replace(NUMBER, '#').replace(/(?<=[<>=≤≥])\s+|\s+(?=#\]?$)|(?<=#)\s+/g, '')
  if (second !== undefined) return RANGE.test(form) && first <= second ? within(first, second) : undefined
  const [, bounds] = FORMS.find(([shape]) => shape.test(form)) ?? []
  return bounds && within(...bounds(first))
}

/** Also with spaces between thousands. */
const NUMBER = /\d+(?:[ \u00a0\u202f]\d{3}(?!\d))*/g
/** Two numbers, with each written as "#". */
const RANGE = /^(?:[[\]]|de ?|entre ?|from ?|between ?|von ?)?#(?:-|–|—|à|a|et|to|and|bis|\.\.|;)#[[\]]?$/
/** One number, written as "#", and the bounds it sets. */
const FORMS: readonly [RegExp, (number: number) => [low: number, high: number]][] = [
  [/^#$/, (number) => [number, number]],
  [/^#(?:\+|-|–|et plus|ou plus|and more|or more|und mehr)$/, (number) => [number, Infinity]],
  [/^(?:>=|≥|from|ab|à partir de|au moins|at least|mindestens)#$/, (number) => [number, Infinity]],
  [/^(?:>|plus de|more than|über|over)#$/, (number) => [number + 1, Infinity]],
  [/^(?:<=|≤|jusqu'à|up to|bis|at most|au plus)#$/, (number) => [1, number]],
  [/^(?:<|moins de|less than|under|unter)#$/, (number) => [1, number - 1]],
]

function within(low: number, high: number): Bounds | undefined {
  const isSound = low <= high && low <= MAX_DWELLINGS && (high <= MAX_DWELLINGS || high === Infinity)
  return isSound ? { low, high } : undefined
}
