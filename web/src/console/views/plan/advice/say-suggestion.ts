/** A suggestion in two sentences: what would be done, and what it brings. */
import type { Schemas } from '@doorwalk/client'
import { nameOf } from '../../../state/names.ts'
import { adviceWords } from '../../../words/advice.ts'
import { sayNumber } from '../../../../words/language.ts'
import { mapWords } from '../../../words/map.ts'

type Suggestion = Schemas['Suggestion']
type Walks = Schemas['PlanAnswer']['walks']

const SECONDS_PER_MINUTE = 60

export function saySuggestion(
  suggestion: Suggestion,
  { walks }: { walks: Walks },
): { what: string; brings: string } {
  const w = adviceWords()
  const { kind, walk, walkers, targets } = suggestion
  const number = walks.find(({ walkId }) => walkId === walk)?.number
  const what = w.kinds[kind]({
    walk: number === undefined ? '' : String(number),
    targets: sayTargets(targets),
    who: new Intl.ListFormat(w.locale).format(walkers.flatMap((id) => sayWalker(id, walks) ?? [])),
  })
  return { what, brings: sayGain(suggestion) }
}

/** "64 rue Condorcet and 5 more"; one without an address is told last. */
function sayTargets(targets: Suggestion['targets']): string {
  const w = adviceWords()
  const first = targets.find(({ address }) => address !== '')?.address ?? mapWords().noAddress
  return targets.length <= 1 ? first : w.more(first, sayNumber(targets.length - 1))
}

/** Undefined: a newcomer, who has no walk yet. */
function sayWalker(id: string, walks: Walks): string | undefined {
  const own = walks.find(({ walker }) => walker === id)
  return own && adviceWords().walker(own.number, nameOf(id) ?? '')
}

function sayGain({ kind, gain, seconds, drops }: Suggestion): string {
  const w = adviceWords()
  const minutes = Math.round(Math.abs(seconds) / SECONDS_PER_MINUTE)
  const doors = sayNumber(Math.abs(gain.doors))
  const isSaving = kind === 'take' || kind === 'instead' || kind === 'share'
  const isOne = Math.abs(gain.doors) === 1
  const time = kind === 'new_walk' ? w.long : seconds < 0 ? w.shorter : w.longer
  return [
    gain.doors === 0
      ? w.noDoors
      : gain.doors < 0
        ? w.fewer(doors, isOne)
        : isSaving
          ? w.saves(doors, isOne)
          : w.brings(doors, isOne),
    ...(minutes === 0 ? [] : [time(sayNumber(minutes))]),
    ...(drops.length === 0 ? [] : [w.drops(sayNumber(drops.length), drops.length === 1)]),
  ].join(' · ')
}
