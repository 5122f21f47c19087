/** How well the words of walks lead: whether a leg names the street one ends on before it says that one is there. */
import { namesIn } from '@doorwalk/core/words/street-names'
import type { Leg, Walk } from '@doorwalk/core/walk/answer'
import type { Metres } from '@doorwalk/core/units'

/** Legs up to this length may have no words: the door is in sight. */
const IN_SIGHT: Metres = 40

export interface WordScore {
  /** Legs over 40 m that end on a street with a name, and those whose words name it. */
  legs: number
  named: number
  /** Legs over 40 m that end on a way without a name. */
  nameless: number
  /** First legs, of one metre and more, without a word. */
  silentStarts: number
  /** The legs that are not named, as text. */
  missed: string[]
}

export function scoreWalks(walks: Walk[]): WordScore {
  const score: WordScore = { legs: 0, named: 0, nameless: 0, silentStarts: 0, missed: [] }
  for (const walk of walks) {
    walk.legs.forEach((leg, index) => {
      if (index === 0 && leg.metres > 0 && leg.steps.length === 0) score.silentStarts++
      if (leg.metres <= IN_SIGHT) return
      const street = endOf(walk, index)
      if (street === '') score.nameless++
      else {
        score.legs++
        if (isNamed(leg, street)) score.named++
        else score.missed.push(tell(walk, { leg, index, street }))
      }
    })
  }
  return score
}

/** The street that a leg ends on; what the arrival says where it ends the walk, which silence leaves open. */
function endOf({ stops, start, legs }: Walk, index: number): string {
  const stop = stops[start === null ? index + 1 : index]
  if (stop) return stop.street
  return legs[index]!.steps.at(-1)?.name ?? '?'
}

/** Before the arrival, whose address is no way to go. */
function isNamed({ steps }: Leg, street: string): boolean {
  const words = plain(
    steps
      .filter(({ type }) => type !== 'arrive')
      .map(({ instruction }) => instruction)
      .join(' · '),
  )
  return namesIn(street).some((name) => words.includes(plain(name)))
}

/** French turns capitals and apostrophes. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll('’', "'")
}

function tell({ number }: Walk, { leg, index, street }: { leg: Leg; index: number; street: string }): string {
  const said = leg.steps.map(({ instruction }) => instruction).join(' · ')
  return `walk ${number}, leg ${index}, ${leg.metres} m to ${street}: ${said === '' ? 'no words' : said}`
}
