/** Addresses as people type them: seeded slips of spelling, abbreviations and other ways to write the same. */
import type { Address } from '@doorwalk/core/building/building'

const SHORT: readonly [RegExp, string][] = [
  [/^Rue /i, 'R. '],
  [/^Boulevard /i, 'Bd '],
  [/^Avenue /i, 'Av. '],
  [/^Place /i, 'Pl '],
  [/^Allée /i, 'All. '],
  [/^Impasse /i, 'Imp. '],
  [/Faubourg /i, 'Fbg '],
  [/Saint-/i, 'St '],
  [/Sainte-/i, 'Ste '],
]
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

export interface Damaged {
  number: string
  street: string
  /** Letters that were left out, put in, exchanged or swapped. */
  slips: number
}

/** @param random  0…1, seeded */
export function damagedAddress(address: Address, random: () => number): Damaged {
  let { street } = address
  const draw = random()
  if (random() < 0.4) for (const [long, short] of SHORT) street = street.replace(long, short)
  if (random() < 0.3) street = street.normalize('NFD').replace(/\p{M}/gu, '')
  if (random() < 0.3) street = street.toUpperCase()
  if (random() < 0.2) street = street.replace(/-/g, ' ')
  const slips = draw < 0.25 ? 0 : draw < 0.75 ? 1 : 2
  for (let slip = 0; slip < slips; slip++) street = slipped(street, random)
  const number = random() < 0.3 ? address.number.replace(/ (bis|ter)/i, '$1').toUpperCase() : address.number
  return { number, street, slips }
}

function slipped(text: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (text.length - 2))
  const letter = LETTERS[Math.floor(random() * LETTERS.length)]!
  const kind = Math.floor(random() * 4)
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1)
  if (kind === 1) return text.slice(0, at) + letter + text.slice(at)
  if (kind === 2) return text.slice(0, at) + letter + text.slice(at + 1)
  return text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2)
}
