/** Why a building matters, in words: the facts that gave it its prize, never a judgement of people. */
import { type Language, phrasesOf } from './languages.ts'

export interface ReasonFacts {
  doors: number
  /** The request names it. */
  chosen: boolean
  /** Where the precinct decides: its code, and what it counts there. */
  precinct?: { code: string; field: string; value: number | undefined }
  /** Where the request says how much it matters. */
  priority?: number
}

/** One line: "24 portes · bureau 0925 · taux_abstention 38". */
export function sayReason({ doors, chosen, precinct, priority }: ReasonFacts, language: Language): string {
  const { reason } = phrasesOf(language)
  const facts = [reason.doors(doors)]
  if (chosen) facts.unshift(reason.chosen)
  if (precinct) {
    facts.push(reason.precinct(precinct.code))
    if (precinct.value !== undefined) facts.push(`${precinct.field} ${precinct.value}`)
  }
  if (priority !== undefined) facts.push(reason.priority(priority))
  return facts.join(' · ')
}
