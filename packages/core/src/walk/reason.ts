/** Why a key building matters: the facts that gave it its prize. */
import type { Candidate } from '../building/select.ts'
import { type PriorityScale, priorityIn, TOP_PRIORITY } from '../building/priority.ts'
import type { Seconds } from '../units.ts'
import type { Language } from '../words/languages.ts'
import { type ReasonFacts, sayReason } from '../words/reason.ts'

/**
 * One line for a key building, in numbers.
 *
 * @param seconds  of work there
 */
export function reasonFor(
  candidate: Candidate,
  { scale, seconds, language }: { scale: PriorityScale | null; seconds: Seconds; language: Language },
): string {
  const { doors, key } = candidate
  return sayReason({ doors, chosen: key, seconds, ...weightOf(candidate, scale) }, language)
}

/** What made a door there count more or less than any other: its precinct, or what the request says of it. */
function weightOf(
  { precinct, priority, bySquare, key }: Pick<Candidate, 'precinct' | 'priority' | 'bySquare' | 'key'>,
  scale: PriorityScale | null,
): Pick<ReasonFacts, 'precinct' | 'priority'> {
  const ofArea = bySquare ?? priorityIn(precinct, scale)
  const isOwn = priority !== ofArea && !(key && priority === TOP_PRIORITY)
  if (isOwn) return { priority: Math.round(priority) }
  if (!scale || precinct === undefined) return {}
  const isScore = scale.ranked !== undefined
  const isShare = [...scale.raw.values()].every((value) => Math.abs(value) <= 1)
  return {
    precinct: { code: precinct, field: scale.field, value: scale.raw.get(precinct), isShare, isScore },
  }
}
