/** Streets by their names, found again however somebody spelt them, each with how alike the names are. */
import { KINDS, nameWords } from '../graph/route/street-name.ts'
import { type NearWords, openNearWords, slipsBetween, slipsIn } from './spelling.ts'
import { plainStreet } from './street-name.ts'

interface RankedStreet<Street> {
  street: Street
  /** 1: the same name; below {@link TOLD} it may as well be another street. */
  score: number
}

/** From here on a name tells a street, where no other comes near. */
export const TOLD = 0.8

/** Streets that are compared with one name, and that are told of it. */
const COMPARED = 400
const RANKED = 5
/** Names whose streets are remembered: lists name the same streets again and again. */
const REMEMBERED = 50_000

/** The kind was left out: "Condorcet". */
const WITHOUT_KIND = 0.08
/** "rue" and "avenue Condorcet" may both be there; so may "rue" and "rue du Faubourg Saint-Denis". */
const OTHER_KIND = 0.25
/** Share of the letters of a word that was left out. */
const MISSING_WORD = 0.5
/** … and of one that no word of the name is. */
const STRANGE_WORD = 0.75
/** A word shortened to its first letter. */
const INITIAL = 0.6

interface NamedStreet<Street> {
  street: Street
  name: Name
}

interface Name {
  kinds: string[]
  proper: string[]
  /** All words without spaces. */
  glued: string
}

export type RankStreets<Street> = (written: string) => readonly RankedStreet<Street>[]

/**
 * @param streets  each name once
 * @returns        the most alike first; cost: streets that share a word, give or take slips, and for a name that came
 *   before nothing
 */
export function openStreetIndex<Street>(
  streets: readonly { name: string; street: Street }[],
): RankStreets<Street> {
  const named = streets.map(({ name, street }): NamedStreet<Street> => ({ street, name: nameOf(name) }))
  const byWord = new Map<string, NamedStreet<Street>[]>()
  const byGlued = new Map<string, NamedStreet<Street>[]>()
  for (const each of named) {
    add(byGlued, each.name.glued, each)
    const { proper, kinds } = each.name
    for (const word of new Set(proper.length > 0 ? proper : kinds)) add(byWord, word, each)
  }
  const near = openNearWords(byWord.keys())
  const nearKind = openNearWords(KINDS)
  const remembered = new Map<string, readonly RankedStreet<Street>[]>()

  const rank = (written: string): readonly RankedStreet<Street>[] => {
    const { name, slips } = read(written, { byWord, near, nearKind })
    const glued = (byGlued.get(name.glued) ?? []).map(({ street }) => ({
      street,
      score: slips === 0 ? 1 : 1 - slips / name.glued.length,
    }))
    if (slips === 0 && glued.length > 0) return glued
    const compared = new Set<NamedStreet<Street>>()
    const words = name.proper.length > 0 ? name.proper : name.kinds
    // Words that tell most, come first: "saint" is in a hundred names.
    const lists = words
      .flatMap((word) => near(word).map((found) => byWord.get(found)!))
      .sort((a, b) => a.length - b.length)
    for (const list of lists) for (const each of list) if (compared.size < COMPARED) compared.add(each)
    return [...compared]
      .map(({ street, name: own }) => ({ street, score: likeness(name, own, slips) }))
      .filter(({ score }) => score > 0.5)
      .sort((a, b) => b.score - a.score)
      .slice(0, RANKED)
  }
  return (written) => {
    const known = remembered.get(written)
    if (known) return known
    if (remembered.size >= REMEMBERED) remembered.clear()
    const ranked = rank(written)
    remembered.set(written, ranked)
    return ranked
  }
}

function nameOf(text: string): Name {
  const words = nameWords(plainStreet(text))
  return {
    kinds: words.filter((word) => KINDS.has(word)),
    proper: words.filter((word) => !KINDS.has(word)),
    glued: words.join(''),
  }
}

/** A name as it was written, its kind put right: "boulvard" is no word of any street. */
function read(
  text: string,
  { byWord, near, nearKind }: { byWord: ReadonlyMap<string, unknown>; near: NearWords; nearKind: NearWords },
): { name: Name; slips: number } {
  const name = nameOf(text)
  if (name.kinds.length > 0 || name.proper.length < 2) return { name, slips: 0 }
  const [first = '', ...proper] = name.proper
  const [kind, ...others] = byWord.has(first) ? [] : nearKind(first)
  if (kind === undefined || others.length > 0 || near(first).length > 0) return { name, slips: 0 }
  const slips = slipsBetween(first, kind, slipsIn(first.length))
  return { name: { kinds: [kind], proper, glued: kind + proper.join('') }, slips }
}

/** Letters in which the proper names differ, against all of them, less what their kinds say. */
function likeness(written: Name, own: Name, slips: number): number {
  const a = written.proper.length > 0 ? written.proper : written.kinds
  const b = own.proper.length > 0 ? own.proper : own.kinds
  const letters = Math.max(lettersOf(a), lettersOf(b))
  const left = new Set(b.keys())
  let cost = slips
  for (const word of a) {
    const pairs = [...left].map((at) => ({ at, cost: costBetween(word, b[at]!) }))
    const best = pairs.sort((one, other) => one.cost - other.cost)[0]
    if (best && best.cost < word.length * STRANGE_WORD) {
      left.delete(best.at)
      cost += best.cost
    } else cost += word.length * STRANGE_WORD
  }
  for (const at of left) cost += b[at]!.length * MISSING_WORD
  // Cut elsewhere: "Grangeaux Belles".
  const [gluedA, gluedB] = [a.join(''), b.join('')]
  const whole = slips + slipsBetween(gluedA, gluedB, 2) + 0.1
  const most = slipsIn(gluedA.length)
  if (whole - slips <= most + 0.2) cost = Math.min(cost, whole)
  return 1 - cost / letters - kindPenalty(written.kinds, own.kinds)
}

function costBetween(word: string, other: string): number {
  if (word === other) return 0
  if (/\d/.test(word + other)) return Infinity
  if (word.length === 1 || other.length === 1) return word[0] === other[0] ? INITIAL : Infinity
  const most = Math.min(slipsIn(word.length), slipsIn(other.length))
  const slips = slipsBetween(word, other, most)
  return slips <= most ? slips : Infinity
}

function kindPenalty(written: string[], own: string[]): number {
  if (written.join(' ') === own.join(' ')) return 0
  const isPart = written.every((kind) => own.includes(kind))
  // "Faubourg Saint-Denis" lacks nothing that tells; "rue Saint-Denis" does.
  return isPart && (written.length === 0 ? own.length <= 1 : written.at(-1) === own.at(-1))
    ? WITHOUT_KIND
    : OTHER_KIND
}

function lettersOf(words: string[]): number {
  return words.reduce((sum, { length }) => sum + length, 0)
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
