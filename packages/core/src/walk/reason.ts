/** Which buildings matter most, and the facts that gave them their prize. */
import type { Candidate } from '../building/select.ts'
import { PLAIN_PRIORITY, type PriorityScale } from '../building/priority.ts'
import type { Language } from '../words/languages.ts'
import { type ReasonFacts, sayReason } from '../words/reason.ts'

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

/** One line for a key building. */
export function reasonFor(candidate: Candidate, scale: PriorityScale | null, language: Language): string {
  const { doors, key } = candidate
  return sayReason({ doors, chosen: key, ...weightOf(candidate, scale) }, language)
}

function weightOf(
  { precinct: code, priority }: Pick<Candidate, 'precinct' | 'priority'>,
  scale: PriorityScale | null,
): Pick<ReasonFacts, 'precinct' | 'priority'> {
  if (scale && code !== undefined)
    return { precinct: { code, field: scale.field, value: scale.raw.get(code) } }
  return priority === PLAIN_PRIORITY ? {} : { priority: Math.round(priority) }
}
