/** New ids: a prefix that says what it names, then a ULID, so that ids sort by the time they were made. */
import { randomBytes } from 'node:crypto'

/** Crockford's base 32: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TIME_DIGITS = 10
const RANDOM_DIGITS = 16

/** `plan_01JD…`: 48 bits of milliseconds, 80 random bits. */
export function newId(prefix: string, now: number = Date.now()): string {
  let time = ''
  for (let rest = now, digit = 0; digit < TIME_DIGITS; digit++) {
    time = ALPHABET.charAt(rest % 32) + time
    rest = Math.floor(rest / 32)
  }
  let random = ''
  for (const byte of randomBytes(RANDOM_DIGITS)) random += ALPHABET.charAt(byte % 32)
  return `${prefix}_${time}${random}`
}
