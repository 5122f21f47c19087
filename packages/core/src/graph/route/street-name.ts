/** Compares street names as people write them: accents, case, abbreviations, articles, missing words. */
import { plainWords } from '../../letters.ts'

/** Words that addresses shorten. Keys are single words after plain(); French, then German and English. */
const SHORT_WORDS: Readonly<Record<string, string>> = {
  r: 'rue',
  av: 'avenue',
  ave: 'avenue',
  aven: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  blvd: 'boulevard',
  boul: 'boulevard',
  bvd: 'boulevard',
  ch: 'chemin',
  che: 'chemin',
  chem: 'chemin',
  pl: 'place',
  all: 'allee',
  imp: 'impasse',
  pass: 'passage',
  sq: 'square',
  rte: 'route',
  fg: 'faubourg',
  fbg: 'faubourg',
  fb: 'faubourg',
  res: 'residence',
  lot: 'lotissement',
  crs: 'cours',
  qu: 'quai',
  prom: 'promenade',
  rpt: 'rondpoint',
  st: 'saint',
  ste: 'sainte',
  dr: 'docteur',
  pr: 'professeur',
  prof: 'professeur',
  gal: 'general',
  gen: 'general',
  mal: 'marechal',
  cdt: 'commandant',
  col: 'colonel',
  cap: 'capitaine',
  lt: 'lieutenant',
  pdt: 'president',
  nd: 'notredame',
  str: 'strasse',
  rd: 'road',
  ln: 'lane',
}

/** Say nothing about which street it is. */
const SMALL_WORDS = new Set(
  'de du des d la le les l et a au aux en of the der die das von zu zum zur am an'.split(' '),
)

/** Words for kinds of street: the same proper name may have several. */
export const KINDS = new Set(
  (
    'rue avenue boulevard chemin place allee impasse passage square route faubourg cours quai promenade rondpoint ' +
    'cite villa sentier sente ruelle venelle pont esplanade galerie hameau residence lotissement parvis ' +
    'strasse gasse weg platz street road lane drive court way close terrace'
  ).split(' '),
)

/** Below this two names are two streets. */
export const SAME_STREET = 0.85
/** "Rue Tabarly" and "Avenue Tabarly": two streets, unless there is only one of them. */
export const OTHER_KIND = 0.7
/** The proper name agrees, one of the two lacks its kind: "Victor Hugo". */
const WITHOUT_KIND = 0.9

/** Words that matter, shortened ones written out. */
export function nameWords(name: string): string[] {
  const words = plain(name)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => SHORT_WORDS[word] ?? word)
    // "Hauptstr." is one word in German
    .map((word) => (word.length > 4 && word.endsWith('str') ? `${word}asse` : word))
    .filter((word) => !SMALL_WORDS.has(word))
  return words
}

/**
 * How alike two street names are: 1 the same, 0 nothing in common; below SAME_STREET different streets.
 *
 * Spelling by shared letter pairs (Dice 1945, doi:10.2307/1932409); a different kind of street is a different street.
 */
export function nameLikeness(a: string[], b: string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const [textA, textB] = [a.join(' '), b.join(' ')]
  if (textA === textB) return 1
  const [kindA, kindB] = [a.find((word) => KINDS.has(word)), b.find((word) => KINDS.has(word))]
  const properA = a.filter((word) => !KINDS.has(word)).join('')
  const properB = b.filter((word) => !KINDS.has(word)).join('')
  if (properA === '' || properB === '') return 0
  if (kindA !== kindB && kindA !== undefined && kindB !== undefined)
    return properA === properB ? OTHER_KIND : 0
  const alike = properA === properB ? 1 : isInitialled(a, b) ? 0.95 : letterPairs(properA, properB)
  return kindA === kindB ? alike : alike * WITHOUT_KIND
}

/** "rue V. Hugo" is "rue Victor Hugo"; "rue Hugo" too, when the last word is long enough to tell. */
function isInitialled(a: string[], b: string[]): boolean {
  const isShorter = a.length < b.length || (a.length === b.length && a.join('').length < b.join('').length)
  const [short, long] = isShorter ? [a, b] : [b, a]
  const properShort = short.filter((word) => !KINDS.has(word))
  const properLong = long.filter((word) => !KINDS.has(word))
  if (properShort.at(-1) !== properLong.at(-1) || (properShort.at(-1)?.length ?? 0) < 4) return false
  return properShort
    .slice(0, -1)
    .every((word) =>
      properLong.some((other) => other === word || (word.length === 1 && other.startsWith(word))),
    )
}

function letterPairs(a: string, b: string): number {
  const pairs = new Map<string, number>()
  for (let i = 0; i < a.length - 1; i++) pairs.set(a.slice(i, i + 2), (pairs.get(a.slice(i, i + 2)) ?? 0) + 1)
  let shared = 0
  for (let i = 0; i < b.length - 1; i++) {
    const left = pairs.get(b.slice(i, i + 2)) ?? 0
    if (left === 0) continue
    pairs.set(b.slice(i, i + 2), left - 1)
    shared++
  }
  const total = a.length + b.length - 2
  return total <= 0 ? 0 : (2 * shared) / total
}

function plain(name: string): string {
  return plainWords(name)
    .replace(/rond point/g, 'rondpoint')
    .replace(/notre dame/g, 'notredame')
}
