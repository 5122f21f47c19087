/** What plans assume at doors: what is usual, what so many visits have taught, and what is set instead. */
import { useEffect, useRef } from 'preact/hooks'
import type { Schemas } from '@doorwalk/client'
import { doorwalk } from '../../../api/api.ts'
import { ASSUMED, type Assumed, type AssumedForm, figureOf, isShare } from '../../model/assumptions.ts'
import { readNumber } from '../../../numbers/number.ts'
import type { Problem } from '../../model/problem.ts'
import { Field } from '../../parts/field.tsx'
import { useLoad } from '../../state/load.ts'
import { useSession } from '../../state/session.ts'
import { settingsWords } from '../../words/campaign.ts'
import { sayNumber, sayShare } from '../../../words/language.ts'

interface Props {
  form: AssumedForm
  problem: Problem | null
  /** Somebody came here to see it. */
  isAskedFor: boolean
  onChange: (part: Partial<AssumedForm>) => void
}

type Told = Schemas['LearntAssumptions']

export function AssumedFields({ form, problem, isAskedFor, onChange }: Props) {
  const w = settingsWords().campaign.assumed
  const { region } = useSession()
  const { value: told } = useLoad(`assumptions ${region.name}`, (signal) =>
    doorwalk.GET('/v1/assumptions', { params: { query: { region: region.name } }, signal }),
  )
  const place = useRef<HTMLFieldSetElement>(null)
  const isThere = told !== undefined
  useEffect(() => {
    if (!isAskedFor || !isThere) return
    place.current?.scrollIntoView()
    place.current?.focus()
  }, [isAskedFor, isThere])
  const isAnySet = ASSUMED.some((name) => form[name] !== '')
  return (
    <fieldset ref={place} tabIndex={-1}>
      <legend>{w.title}</legend>
      <p class="help">{w.help}</p>
      {told && <p>{sayRests(told)}</p>}
      <label class="choice">
        <input
          type="checkbox"
          checked={form.learn}
          onChange={({ currentTarget }) => onChange({ learn: currentTarget.checked })}
        />
        <span>{w.learn}</span>
      </label>
      <div class="columns">
        {ASSUMED.map((name) => (
          <Field
            key={name}
            label={w.labels[name]}
            {...(told && { help: sayKnown(name, told) })}
            pointer={`/assumptions/${name}`}
            problem={problem}
          >
            {(attributes) => (
              <input
                {...attributes}
                inputMode="decimal"
                autocomplete="off"
                value={form[name]}
                onInput={({ currentTarget }) => onChange({ [name]: currentTarget.value })}
              />
            )}
          </Field>
        ))}
      </div>
      {told && <p role="status">{sayDoor(form, told)}</p>}
      {isAnySet && (
        <button type="button" onClick={() => onChange(Object.fromEntries(ASSUMED.map((name) => [name, ''])))}>
          {w.reset}
        </button>
      )}
    </fieldset>
  )
}

/** On how many visits of the region it rests what was learnt. */
function sayRests({ learnt }: Told): string {
  const w = settingsWords().campaign.assumed
  const { calibration } = learnt[0] ?? {}
  if (!calibration) return w.nothing
  const { doors, entries, stops } = calibration
  return w.rests(sayNumber(doors), sayNumber(entries), sayNumber(stops))
}

function sayKnown(name: Assumed, { usual, learnt }: Told): string {
  const w = settingsWords().campaign.assumed
  const say = (value: number): string => (isShare(name) ? sayShare(value / 100) : sayNumber(value))
  const figures = learnt.map((each) => figureOf(name, each))
  const [least, most] = [Math.min(...figures), Math.max(...figures)]
  const known = say(figureOf(name, usual))
  // The minutes that are kept free are nobody's experience.
  if (figures.length === 0 || name === 'slackShare') return w.usual(known)
  return least === most ? w.learnt(known, say(least)) : w.learntFrom(known, say(least), say(most))
}

/** What a door takes with all that, on an afternoon. */
function sayDoor(form: AssumedForm, { usual, learnt: [morning, afternoon] }: Told): string {
  const w = settingsWords().campaign.assumed
  const known = (form.learn ? (afternoon ?? morning) : undefined) ?? usual
  const value = (name: Assumed): number => {
    const set = readNumber(form[name], false)
    return set === null || Number.isNaN(set) ? figureOf(name, known) : set
  }
  const seconds = value('knockSeconds') + (value('openedShare') / 100) * value('talkSeconds')
  if (!(seconds > 0)) return ''
  return w.door(sayNumber(Math.round(seconds)), sayNumber(Math.round(3_600 / seconds)))
}
