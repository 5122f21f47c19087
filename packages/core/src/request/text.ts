/** Texts of requests: characters that no label and no id has, and that files, tables and pages do not keep. */

/** C0 and C1 controls and lone halves of surrogate pairs, which UTF-8 cannot write. */
const STRANGE = /[\p{Cc}\p{Surrogate}]/u
/** The same without those that part words: whoever reads lists takes them for blanks. */
const STRANGE_BUT_BLANK = /[\p{Surrogate}\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]/u

/**
 * What is wrong with a text, such as "holds the control character U+0000; remove it"; undefined: nothing.
 *
 * @param mayBreak  tabs and line breaks are blanks here; default: they are refused like the others
 */
export function strangeIn(text: string, mayBreak = false): string | undefined {
  const found = (mayBreak ? STRANGE_BUT_BLANK : STRANGE).exec(text)?.[0].charCodeAt(0)
  if (found === undefined) return undefined
  const code = `U+${found.toString(16).toUpperCase().padStart(4, '0')}`
  const isHalf = found >= 0xd800
  return `holds ${isHalf ? 'half a character' : 'the control character'} ${code}; remove it`
}

/** A request has about ten levels, areas in areas some more. */
const MOST_LEVELS = 64

/** The first such text in a value that was read from JSON, or what is nested too deep; undefined: neither. */
export function strangeText(
  value: unknown,
  pointer = '',
  level = 0,
): { pointer: string; detail: string } | undefined {
  if (typeof value === 'string') {
    const detail = strangeIn(value)
    return detail === undefined ? undefined : { pointer, detail }
  }
  if (typeof value !== 'object' || value === null) return undefined
  if (level > MOST_LEVELS) return { pointer, detail: `nested deeper than ${MOST_LEVELS} levels` }
  for (const [key, inner] of Object.entries(value)) {
    // What an exported area says of itself is not read.
    if (key === 'properties') continue
    const found = strangeText(
      inner,
      `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      level + 1,
    )
    if (found) return found
  }
  return undefined
}

/** Undefined: the bytes are no UTF-8. A mark of byte order is taken away. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
