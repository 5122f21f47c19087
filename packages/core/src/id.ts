/**
 * Ids: a prefix that says what it is, and a body. Random ids are minted outside core; these follow from their
 * content.
 */

/**
 * Same text, same id: 100 bits from two passes of a 53-bit string hash (Bryc, cyrb53, public domain).
 * For naming, not for security.
 */
export function stableId(prefix: string, text: string): string {
  return `${prefix}_${hash53(text, 0).toString(36).padStart(11, '0')}${hash53(text, 1).toString(36).padStart(11, '0')}`
}

/** Same text, same whole number below 2⁵³: draws between things that are equal. Not for security. */
export function stableDraw(text: string): number {
  return hash53(text, 0)
}

function hash53(text: string, seed: number): number {
  let high = 0xdeadbeef ^ seed
  let low = 0x41c6ce57 ^ seed
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}
