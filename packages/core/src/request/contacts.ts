/** E-mail addresses and phone numbers in a text: they are somebody's, and nothing of them is kept. */
type Contact = 'e-mail addresses' | 'phone numbers'

const EMAIL = /[^\s@<>;,]+@[^\s@<>;,]+\.[a-z]{2,}/i
/** National with a zero before, or with a plus; digits parted by blanks, points or hyphens. */
const PHONE =
  /(?<!\d|\d[.,])(?:(?:\+|00)[1-9]\d{0,2}[\s.-]?(?:\(0\)[\s.-]?)?\d(?:[\s.-]?\d){6,11}|0[1-9](?:[\s.-]?\d\d){4}|\(\d{3}\)\s?\d{3}[\s.-]?\d{4}|\d{3}-\d{3}-\d{4})(?!\d)/
const WHOLE_PHONE = new RegExp(String.raw`(?<![\w-])(?:${PHONE.source})(?![\w-])`)

/** What a single cell shows of somebody, whatever its column; undefined for none. */
export function personalIn(text: string): Contact | undefined {
  if (text.includes('@') && EMAIL.test(text)) return 'e-mail addresses'
  return digitsIn(text) >= FEWEST_DIGITS && PHONE.test(text) ? 'phone numbers' : undefined
}

/** Of a phone number. */
const FEWEST_DIGITS = 8

function digitsIn(text: string): number {
  let digits = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) digits++
  }
  return digits
}

/** The same of an id, which may hold as many digits as a phone number between other letters. Undefined: neither. */
export function personalId(id: string): Contact | undefined {
  const kind = personalIn(id)
  return kind === 'phone numbers' && !WHOLE_PHONE.test(id) ? undefined : kind
}

/** Fields of requests that programs choose ids for, and those of an address of their own. */
const IDS = new Set(['id', 'walker'])
const ADDRESSES = new Set(['street', 'number'])

/** What a field of a request would tell of somebody, and what it takes instead; undefined: nothing. */
export function personalField(name: string, text: string): { came: Contact; expected: string } | undefined {
  const isId = IDS.has(name)
  if (!isId && !ADDRESSES.has(name)) return undefined
  const came = isId ? personalId(text) : personalIn(text)
  return came && { came, expected: `an ${isId ? 'id' : 'address'} that tells of nobody` }
}

/** Stands before what is left out: "tél. 06 …". */
const LABEL = String.raw`(?:(?<!\p{L})(?:t[ée]l(?:[ée]phone)?|phone|portable|mobile|fax|(?:e-?)?mail|m[ée]l|courriel)\s*[.:]*\s*)?`

/** The text without e-mail addresses and phone numbers, and without the words that lead to them. */
export function withoutPersonal(text: string): string {
  return text
    .replaceAll(new RegExp(LABEL + EMAIL.source, 'giu'), ' ')
    .replaceAll(new RegExp(LABEL + PHONE.source, 'giu'), ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s,;:–-]+|[\s,;:–-]+$/g, '')
}
