/** Ranges of house numbers and flats: "1-19", "12a-12f", "A-D", and what lies between the ends of a line of numbers. */

/** How numbers count up, as `addr:interpolation` says it: https://wiki.openstreetmap.org/wiki/Key:addr:interpolation */
export type Counting = { by: number; parity?: 0 | 1 } | 'alphabetic'

/** More in one range is a slip of the pen. */
const MOST_IN_RANGE = 400

/** Undefined for what says nothing about the numbers, such as `no`. */
export function countingOf(text: string | undefined): Counting | undefined {
  const word = text?.trim().toLowerCase() ?? ''
  if (word === 'odd') return { by: 2, parity: 1 }
  if (word === 'even') return { by: 2, parity: 0 }
  if (word === 'all' || word === 'both') return { by: 1 }
  if (word === 'alphabetic') return 'alphabetic'
  return /^[1-9]\d?$/.test(word) ? { by: Number(word) } : undefined
}

/** A number with what stands before and behind its digits: "12a" is 12 and "a". */
interface End {
  before: string
  digits: number | undefined
  behind: string
}

/**
 * All of a range with both ends, "1-9" by 2 as 1, 3, 5, 7, 9; the ends may come in either order, and the second may
 * leave out what the first says ("12a-f", "A1-4"). Undefined for what is no range, or one of more than 400.
 *
 * @param counting when not given, letters count by letters and numbers by 1
 */
export function rangeOf(text: string, counting?: Counting): string[] | undefined {
  const halves = text
    .normalize('NFKC')
    .split(/\s*(?:[-\u2010-\u2015\u2212~〜]|\.\.+)\s*|\s+(?:to|thru|through)\s+/i)
    .map((half) => half.trim())
  if (halves.length !== 2 || halves.includes('')) return undefined
  return between(halves[0]!, halves[1]!, counting)
}

/** As `rangeOf`, from its two ends. Undefined: no range. */
export function between(first: string, last: string, counting?: Counting): string[] | undefined {
  const from = endOf(first)
  const to = endOf(last)
  if (from.before !== to.before && to.before !== '' && to.digits !== undefined) return undefined
  if (isLettered(from, to, counting)) return letters(from, to)
  if (counting === 'alphabetic' || from.digits === undefined || to.digits === undefined) return undefined
  return numbers({ ...from, digits: from.digits }, { ...to, digits: to.digits }, counting ?? { by: 1 })
}

function endOf(text: string): End {
  const [, before = '', digits = '', behind = ''] = /^(\P{Nd}*)(\p{Nd}*)(.*)$/su.exec(text.trim()) ?? []
  if (digits === '') return { before: '', digits: undefined, behind: before }
  return { before: before.trim(), digits: valueOf(digits), behind: behind.trim() }
}

/** Digits of any script. */
function valueOf(digits: string): number {
  let value = 0
  for (const digit of digits) {
    const code = digit.codePointAt(0)!
    let zero = code
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
    value = 10 * value + code - zero
  }
  return value
}

/** "12a-12f", "12a-f", "A-D": one number or none, and two single letters. */
function isLettered(from: End, to: End, counting: Counting | undefined): boolean {
  if (counting !== undefined && counting !== 'alphabetic') return false
  const sameNumber = to.digits === undefined || to.digits === from.digits
  const single = (end: End) => /^\p{L}$/u.test(end.behind)
  return sameNumber && single(to) && (single(from) || (from.behind === '' && counting === 'alphabetic'))
}

function letters(from: End, to: End): string[] | undefined {
  const start = `${from.before}${from.digits ?? ''}`
  const upper = from.behind !== from.behind.toLowerCase()
  const own = (letter: string) => (upper ? letter.toUpperCase() : letter.toLowerCase()).codePointAt(0)!
  // "12-12c" counts 12, 12a, 12b, 12c.
  const bare = from.behind === ''
  const [a, b] = bare ? [own('a'), own(to.behind)] : [own(from.behind), own(to.behind)].sort((x, y) => x - y)
  const count = b! - a! + 1
  if (count < 1 || count > MOST_IN_RANGE) return undefined
  const list = Array.from({ length: count }, (_, i) => `${start}${String.fromCodePoint(a! + i)}`)
  return bare ? [start, ...list] : list
}

interface NumberedEnd extends End {
  digits: number
}

function numbers(
  one: NumberedEnd,
  other: NumberedEnd,
  counting: Exclude<Counting, 'alphabetic'>,
): string[] | undefined {
  const [low, high] = one.digits <= other.digits ? [one, other] : [other, one]
  const { by, parity } = counting
  const first = parity === undefined || low.digits % 2 === parity ? low.digits : low.digits + 1
  const count = Math.floor((high.digits - first) / by) + 1
  if (count < 1 || count > MOST_IN_RANGE) return undefined
  return Array.from({ length: count }, (_, i) => {
    const number = first + i * by
    const behind = number === low.digits ? low.behind : number === high.digits ? high.behind : ''
    return `${one.before}${number}${behind}`
  })
}
