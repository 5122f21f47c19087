/**
 * Numbers that a table holds as text: `48,3`, `1 234`, `12,5 %`. What a comma or a point means is told by the whole
 * column; where it does not tell, the text stays.
 */

/** Digits only, a sign before; exponents as JavaScript writes them. */
const PLAIN = /^[+-]?\d+(?:e[+-]?\d+)?$/i
/** A decimal sign that can be nothing else: not three digits after one to three others. */
const DECIMAL = (sign: string) =>
  new RegExp(String.raw`^[+-]?(?:0+|\d+)${sign}(?:\d{1,2}|\d{4,})$|^[+-]?(?:0+|\d{4,})${sign}\d+$`)
const COMMA_DECIMAL = DECIMAL(',')
const POINT_DECIMAL = DECIMAL(String.raw`\.`)
/** Three digits after one to three others: a decimal sign, or one between thousands. */
const UNCLEAR = /^[+-]?[1-9]\d{0,2}([.,])\d{3}$/
/** Both signs, or one that comes again: the first is between thousands. */
const GROUPED = /^[+-]?\d{1,3}(?:(?:\.\d{3})+,\d+|(?:,\d{3})+\.\d+|(?:\.\d{3}){2,}|(?:,\d{3}){2,})$/
/** Spaces and apostrophes between thousands. */
const SPACED = /^[+-]?\d{1,3}(?:[\s'’]\d{3})+(?=$|[.,])/u
/** What tables write for "nothing". */
const BLANK = new Set(['', '-', '–', '—', 'na', 'n/a', 'nd', 'n.d.', 'nc', 'n.c.', 'null', 'none'])
/** More digits than a number holds exactly: an identifier. */
const MOST_DIGITS = 15

export type NumberColumn =
  /** By text; null for what stands for nothing. */
  | { kind: 'numbers'; values: Map<string, number | null> }
  | { kind: 'unclear'; text: string }
  | { kind: 'text' }

/** What the texts of one column are. */
export function numberColumn(texts: readonly string[]): NumberColumn {
  const bare = new Map(texts.map((text) => [text, bareOf(text)]))
  const given = [...bare.values()].filter((text) => !isBlank(text))
  if (given.length === 0 || !given.every(isNumeric)) return { kind: 'text' }
  const commas = given.some((text) => COMMA_DECIMAL.test(text) || /\..*,/.test(text))
  const points = given.some((text) => POINT_DECIMAL.test(text) || /,.*\./.test(text))
  const groupedByComma = given.some((text) => GROUPED.test(text) && /,\d{3}[,.]/.test(text))
  const values = new Map<string, number | null>()
  for (const [text, clean] of bare) {
    const sign = UNCLEAR.exec(clean)?.[1]
    // A point is a decimal sign as in every program, unless commas are; a comma has to be shown to be one.
    if (sign === ',' && !commas && !points && !groupedByComma) return { kind: 'unclear', text }
    const decimal =
      sign === ',' ? (commas ? ',' : '.') : sign === '.' ? (commas && !points ? ',' : '.') : signOf(clean)
    values.set(text, isBlank(clean) ? null : valueOf(clean, decimal))
  }
  return { kind: 'numbers', values }
}

/** Without spaces around and between thousands, per cent, and typographic signs. */
function bareOf(text: string): string {
  const trimmed = text
    .trim()
    .replace(/\s*[%‰]$/u, '')
    .replace(/^−/, '-')
  return SPACED.test(trimmed) ? trimmed.replace(/[\s'’]/gu, '') : trimmed
}

function isBlank(text: string): boolean {
  return BLANK.has(text.toLowerCase())
}

/** Leading zeros and very long numbers name things. */
function isNumeric(text: string): boolean {
  if (/^[+-]?0\d/.test(text) || text.replace(/\D/g, '').length > MOST_DIGITS) return false
  return [PLAIN, COMMA_DECIMAL, POINT_DECIMAL, UNCLEAR, GROUPED].some((form) => form.test(text))
}

/** The decimal sign of a text in which it is clear. */
function signOf(text: string): '.' | ',' {
  if (!GROUPED.test(text)) return COMMA_DECIMAL.test(text) ? ',' : '.'
  const last = text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.'
  const comesAgain = text.indexOf(last) !== text.lastIndexOf(last)
  return comesAgain === (last === ',') ? '.' : ','
}

function valueOf(text: string, decimal: '.' | ','): number {
  const between = decimal === ',' ? '.' : ','
  // Never a zero with a sign.
  return Number(text.replaceAll(between, '').replace(decimal, '.')) + 0
}
