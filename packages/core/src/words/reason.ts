/** Why a building matters, in words: the facts that gave it its prize, never a judgement of people. */
import type { Seconds } from '../units.ts'
import { type Language, phrasesOf } from './languages.ts'

export interface ReasonFacts {
  doors: number
  /** The request names it. */
  chosen: boolean
  /** Of work there: said where nothing but doors and time decides. */
  seconds: Seconds
  /** Where the precinct decides: its code, and what it counts there. */
  precinct?: {
    code: string
    field: string
    value: number | undefined
    isShare: boolean
    /** The field is a ranking, and the value its score. */
    isScore: boolean
  }
  /** Where the request says how much it matters. */
  priority?: number
}

/** One line: "38 doors; abstention 38 % at station 0925". */
export function sayReason(
  { doors, chosen, seconds, precinct, priority }: ReasonFacts,
  language: Language,
): string {
  const { reason, comma } = phrasesOf(language)
  const facts = [reason.doors(doors)]
  if (chosen) facts.unshift(reason.chosen)
  if (priority !== undefined) facts.push(reason.priority(priority))
  else if (!precinct) facts.push(reason.minutes(Math.max(1, Math.round(seconds / 60))))
  else {
    const { code, value, field, isScore } = precinct
    const say = (known: number) =>
      isScore ? reason.score(field, inTenths(known, comma)) : sayField({ ...precinct, value: known }, comma)
    const fact = value === undefined ? undefined : say(value)
    facts.push(reason.precinct(code, fact))
  }
  return facts.join(reason.and)
}

/** Words in the names of columns that say: of a hundred. */
const PER_CENT = new Set([
  'taux',
  'part',
  'pct',
  'percent',
  'pourcentage',
  'pourcent',
  'share',
  'rate',
  'ratio',
])

/** A column of the precincts and its value: "abstention 38 %" of `taux_abstention`, "inscrits 1204" of `inscrits`. */
function sayField(
  { field, value, isShare }: { field: string; value: number; isShare: boolean },
  comma: string,
): string {
  const words = field.split(/[\s_.-]+/).filter((word) => word !== '')
  const kept = words.filter((word) => !PER_CENT.has(word.toLowerCase()))
  const isPerCent = kept.length < words.length && kept.length > 0
  const number = inTenths(isPerCent && isShare ? 100 * value : value, comma)
  return isPerCent ? `${kept.join(' ')} ${number} %` : `${words.join(' ')} ${number}`
}

function inTenths(value: number, comma: string): string {
  return String(Math.round(value * 10) / 10).replace('.', comma)
}
