/** Street names made comparable: case, accents, punctuation and the usual French abbreviations do not count. */

const LONG_FORMS: Record<string, string> = {
  av: 'avenue',
  ave: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  blvd: 'boulevard',
  r: 'rue',
  pl: 'place',
  imp: 'impasse',
  all: 'allee',
  ch: 'chemin',
  che: 'chemin',
  crs: 'cours',
  sq: 'square',
  rte: 'route',
  fg: 'faubourg',
  fbg: 'faubourg',
  st: 'saint',
  ste: 'sainte',
  gal: 'general',
  dr: 'docteur',
  pdt: 'president',
  res: 'residence',
}

/**
 * "Bd. de l'Hôpital" → "boulevard de l hopital". Register writing without spaces ("12AVENUEMAX DORMOY") stays glued.
 */
export function plainStreet(name: string): string {
  const words = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
  return words.map((word) => LONG_FORMS[word] ?? word).join(' ')
}

/** "12 BIS" → "12bis", "12 b" → "12b": for comparing numbers. */
export function plainNumber(number: string): string {
  return number
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
    .replace(/^0+(?=\d)/, '')
}
