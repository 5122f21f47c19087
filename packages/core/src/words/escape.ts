/** Text made safe for where it is written: HTML, XML (GPX, SVG) and CSV cells. */

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** For element content and quoted attributes of HTML and XML; characters that XML 1.0 forbids are left out. */
export function escapeMarkup(text: string): string {
  return withoutControls(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

/** What parts cells: with a comma in most countries, with a semicolon where decimals have the comma, as in French. */
export type Separator = ',' | ';'

/** Where a spreadsheet that takes the other separator begins a cell inside of one of ours. */
const INNER_FORMULA: Record<Separator, RegExp> = {
  ',': /([;\r\n][\s\0]*)([=+\-@＝＋－＠])/g,
  ';': /([,\r\n][\s\0]*)([=+\-@＝＋－＠])/g,
}

/**
 * One CSV cell (RFC 4180): quoted where needed. A text that a spreadsheet would run as a formula gets an apostrophe
 * in front (OWASP "CSV Injection"), inside as well where another separator would begin a cell; numbers stay numbers.
 */
export function csvCell(value: string | number | boolean | undefined): string {
  return separatedCell(value, ',')
}

/** The same between other separators. */
export function separatedCell(value: string | number | boolean | undefined, separator: Separator): string {
  if (value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const whole = value.replace(INNER_FORMULA[separator], "$1'$2")
  const guarded = /^[\s\0]*[=+\-@\t\r＝＋－＠]/.test(value) ? `'${whole}` : whole
  const isPlain = !/["\r\n]/.test(guarded) && !guarded.includes(separator)
  return isPlain ? guarded : `"${guarded.replace(/"/g, '""')}"`
}

/** Tab, line feed and carriage return stay; other C0 controls, lone surrogates and non-characters go. */
function withoutControls(text: string): string {
  let out = ''
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) continue
    if ((code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff) continue
    out += character
  }
  return out
}
