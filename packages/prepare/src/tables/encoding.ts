/**
 * Text of a table in whatever encoding it was saved: UTF-8 and UTF-16 with or without a byte order mark, else
 * Windows-1252, as spreadsheets write it. What comes out is UTF-8; no letter becomes a replacement character.
 */
import { isUtf8 } from 'node:buffer'
import { Transform, type TransformCallback } from 'node:stream'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/**
 * Characters of the Windows-1252 bytes 0x80–0x9f; the others are those of Latin-1. (Node 20 decodes them as Latin-1.)
 * Source: https://encoding.spec.whatwg.org/index-windows-1252.txt
 */
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** By the byte order mark, else by the zero bytes that ASCII has in UTF-16. */
export function encodingOf(start: Uint8Array): Encoding {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  let [even, odd] = [0, 0]
  for (let i = 0; i + 1 < start.length; i += 2) {
    if (start[i] === 0) even++
    if (start[i + 1] === 0) odd++
  }
  const many = start.length / 8
  if (odd > many && odd > 4 * even) return 'utf-16le'
  return even > many && even > 4 * odd ? 'utf-16be' : 'utf-8'
}

/**
 * Text of the beginning of a file; a character cut off at its end is left out.
 *
 * @throws Error for bytes of another encoding
 */
export function startAsText(start: Buffer): string {
  const encoding = encodingOf(start)
  if (encoding !== 'utf-8') return new TextDecoder(encoding).decode(start.subarray(0, start.length & ~1))
  return mended(start.subarray(0, start.length - cutOff(start)))
}

/**
 * Text of a whole table, without a byte order mark.
 *
 * @throws Error for bytes of another encoding
 */
export function wholeAsText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes)
  if (encoding !== 'utf-8') return new TextDecoder(encoding).decode(bytes)
  const text = mended(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

/**
 * UTF-8 of a file of that encoding, chunk by chunk; ends with an Error at bytes of another encoding. Costs a look at
 * each byte where the file is UTF-8 already.
 */
export function toUtf8(encoding: Encoding): Transform {
  if (encoding !== 'utf-8') {
    const decoder = new TextDecoder(encoding)
    return transform(
      (chunk) => Buffer.from(decoder.decode(chunk, { stream: true })),
      () => Buffer.from(decoder.decode()),
    )
  }
  let rest: Buffer = Buffer.alloc(0)
  return transform(
    (chunk) => {
      const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
      const whole = bytes.length - cutOff(bytes)
      rest = bytes.subarray(whole)
      const ready = bytes.subarray(0, whole)
      return isUtf8(ready) ? ready : Buffer.from(mended(ready))
    },
    () => Buffer.from(mended(rest)),
  )
}

/** A letter as its Windows-1252 byte; undefined when it has none. */
export function cp1252Byte(letter: string): number | undefined {
  const special = CP1252.indexOf(letter)
  const byte = special < 0 ? letter.codePointAt(0)! : 0x80 + special
  return byte <= 255 ? byte : undefined
}

function transform(write: (chunk: Buffer) => Buffer, end: () => Buffer): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding: BufferEncoding, next: TransformCallback) {
      answer(next, () => write(chunk))
    },
    flush(next: TransformCallback) {
      answer(next, end)
    },
  })
}

function answer(next: TransformCallback, work: () => Buffer): void {
  try {
    next(null, work())
  } catch (cause) {
    next(cause instanceof Error ? cause : new Error(String(cause)))
  }
}

/** Bytes at the end that begin a character of UTF-8 and do not finish it. */
function cutOff(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return lengthOf(byte) > back ? back : 0
  }
  return 0
}

/**
 * So many bytes from 0xc0 on in a row are no Windows-1252, whose words hold few letters with accents, but Cyrillic,
 * Greek or Chinese in an encoding of its own.
 */
const FOREIGN_RUN = 5
/** Nor are so many of the signs that Windows-1252 has from 0x80 to 0x9f, but Japanese. */
const SIGNS_RUN = 4

/** UTF-8 where the bytes are, Windows-1252 where they are not: files that were put together hold both. */
function mended(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8')
  const parts: string[] = []
  let from = 0
  let run = { letters: 0, signs: 0 }
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at]!
    const end = at + lengthOf(byte)
    if (byte < 0x80 || (end > at + 1 && end <= bytes.length && isUtf8(bytes.subarray(at, end)))) {
      at = end
      run = { letters: 0, signs: 0 }
      continue
    }
    run = { letters: byte < 0xc0 ? 0 : run.letters + 1, signs: byte < 0xa0 ? run.signs + 1 : 0 }
    if (run.letters >= FOREIGN_RUN || run.signs >= SIGNS_RUN || UNUSED.has(byte)) throw new Error(FOREIGN)
    parts.push(
      bytes.toString('utf8', from, at),
      byte < 0xa0 ? CP1252[byte - 0x80]! : String.fromCharCode(byte),
    )
    from = ++at
  }
  return parts.join('') + bytes.toString('utf8', from)
}

const FOREIGN = 'it is neither UTF-8 nor UTF-16 nor Windows-1252'
/** Bytes that Windows-1252 leaves empty. */
const UNUSED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

/** Of the character that a byte begins; 1 for a byte that begins none. */
function lengthOf(byte: number): number {
  if (byte < 0xc2 || byte > 0xf4) return 1
  return byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
}
