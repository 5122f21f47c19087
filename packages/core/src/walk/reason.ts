/** Why a building matters, in words: the facts that gave it its prize, never a judgement of people. */
import type { Candidate } from '../building/select.ts'
import type { PriorityScale } from '../building/priority.ts'
import type { Language } from '../request.ts'

/** A target among the first tenth by prize is marked, if it also stands out from the middle by this factor. */
const KEY_SHARE = 0.1
const KEY_FACTOR = 1.5

/** The prize from which a target of this plan is a key building. */
export function keyThreshold(prizes: number[]): number {
  if (prizes.length === 0) return Number.MAX_VALUE
  const sorted = prizes.toSorted((a, b) => b - a)
  const tenth = sorted[Math.max(0, Math.floor(sorted.length * KEY_SHARE) - 1)]!
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]!
  return Math.max(tenth, middle * KEY_FACTOR)
}

/** One line for a key building: "24 portes · bureau 0925 · taux_abstention 38". */
export function reasonFor(candidate: Candidate, scale: PriorityScale | null, language: Language): string {
  const words = WORDS[language]
  const facts = [words.doors(candidate.doors)]
  if (candidate.key) facts.unshift(words.chosen)
  if (scale && candidate.precinct !== undefined) {
    const value = scale.raw.get(candidate.precinct)
    facts.push(words.precinct(candidate.precinct))
    if (value !== undefined) facts.push(`${scale.field} ${value}`)
  } else if (candidate.priority !== 100) facts.push(words.priority(Math.round(candidate.priority)))
  return facts.join(' · ')
}

const WORDS: Record<
  Language,
  {
    chosen: string
    doors: (count: number) => string
    precinct: (code: string) => string
    priority: (value: number) => string
  }
> = {
  fr: {
    chosen: 'immeuble-clé',
    doors: (count) => (count === 1 ? '1 porte' : `${count} portes`),
    precinct: (code) => `bureau ${code}`,
    priority: (value) => `priorité ${value}`,
  },
  en: {
    chosen: 'key building',
    doors: (count) => (count === 1 ? '1 door' : `${count} doors`),
    precinct: (code) => `precinct ${code}`,
    priority: (value) => `priority ${value}`,
  },
}
