/** What to add to a walk, who could take it, where a latecomer goes: ranked, and one click makes it so. */
import type { Schemas } from '@doorwalk/client'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { doorwalk } from '../../../../api/api.ts'
import { type Bounds, isWithin } from '../../../../numbers/number.ts'
import { MINUTES } from '../../../model/people-wish.ts'
import { adviceWords } from '../../../words/advice.ts'
import { sayNumber } from '../../../../words/language.ts'
import { NumberInput } from '../../../../numbers/number-input.tsx'
import { wrongNumber } from '../../../parts/number.tsx'
import { saySuggestion } from './say-suggestion.ts'
import { useAsk } from './use-ask.tsx'

type PlanAnswer = Schemas['PlanAnswer']

/** Changes of the plan by hand. */
export interface Applying {
  isBusy: boolean
  /** What a suggestion says that makes it so. */
  makeTold: (edits: Schemas['PlanEdit'][]) => void
}

interface Props {
  plan: PlanAnswer
  isHandedOut: boolean
  focus: number | null
  edits: Applying
  onFocus: (walk: number) => void
  onReplaced: () => void
}

const USUAL_FREE = 15
const USUAL_LATE = 60
/** That a walk may grow by. */
const FREE = { from: 1, to: MINUTES.to }

export function Suggestions({ plan, isHandedOut, focus, edits, onFocus, onReplaced }: Props) {
  const w = adviceWords()
  const [free, setFree] = useState<number | null>(USUAL_FREE)
  const [late, setLate] = useState<number | null>(USUAL_LATE)
  const [chosen, setChosen] = useState(plan.walks[0]!.number)
  const walk = plan.walks.find(({ number }) => number === (focus ?? chosen)) ?? plan.walks[0]!
  const asking = useAsk<readonly Schemas['Suggestion'][]>({ plan: plan.id, busy: w.busy, onReplaced })
  const { answer, isBusy, isStale, state } = asking
  const last = useRef<Schemas['SuggestRequest'] | null>(null)
  const { walkId, number } = walk
  const note = useRef<HTMLParagraphElement>(null)
  const applies = useRef(false)
  useEffect(() => {
    // The button that was pressed is gone with its list.
    if (isStale && applies.current) note.current?.focus()
    applies.current = false
  }, [isStale])

  function ask(name: string, wish: Schemas['SuggestRequest']): void {
    // Nobody walks a draft yet, whatever the clock says.
    const body = isHandedOut ? wish : { ...wish, at: plan.startAt }
    last.current = body
    if ('walk' in body) onFocus(number)
    void asking.ask({
      ...{ plan: plan.id, name },
      call: async () => {
        const params = { path: { planId: plan.id } }
        const told = await doorwalk.POST('/v1/plans/{planId}/suggest', { params, body })
        return 'suggestions' in told ? told.suggestions : []
      },
    })
  }
  const button = (name: string, body: Schemas['SuggestRequest'], isFine = true): ComponentChildren => (
    <button type="button" disabled={isBusy || edits.isBusy || !isFine} onClick={() => ask(name, body)}>
      {name}
    </button>
  )

  return (
    <>
      <div class="pair inline">
        <label>
          <span>{w.ofWalk}</span>
          <select
            value={number}
            onChange={({ currentTarget }) => {
              setChosen(Number(currentTarget.value))
              onFocus(Number(currentTarget.value))
            }}
          >
            {plan.walks.map((each) => (
              <option key={each.walkId} value={each.number}>
                {each.number}
              </option>
            ))}
          </select>
        </label>
        <Minutes label={w.minutesFree} value={free} bounds={FREE} onChange={setFree} />
        {button(w.forWalk(number), { for: 'minutes', walk: walkId, minutes: free! }, isWithin(free, FREE))}
        {button(w.forTakers(number), { for: 'walk', walk: walkId })}
      </div>
      <div class="pair inline">
        <Minutes label={w.minutesLate} value={late} bounds={MINUTES} onChange={setLate} />
        {button(w.forLate, { for: 'latecomer', minutes: late! }, isWithin(late, MINUTES))}
      </div>
      {state}
      {answer && isStale && (
        <p class="note" role="status" tabIndex={-1} ref={note}>
          {w.stale}
        </p>
      )}
      {answer && !isStale && (
        <>
          <h4>{answer.name}</h4>
          <p role="status">
            {answer.value.length === 0
              ? w.none
              : w.found(sayNumber(answer.value.length), answer.value.length === 1)}
          </p>
          {last.current?.for === 'walk' && answer.value.length > 0 && (
            <p class="help">{leftBehind(plan, last.current.walk, isHandedOut)}</p>
          )}
          <ul class="suggestions">
            {answer.value.map((suggestion, index) => {
              const { what, brings } = saySuggestion(suggestion, plan)
              return (
                <li key={index}>
                  <p>
                    {what} <span class="help">{brings}</span>
                  </p>
                  <button
                    type="button"
                    class="small"
                    aria-label={`${w.apply}: ${what}`}
                    disabled={edits.isBusy}
                    onClick={() => {
                      applies.current = true
                      edits.makeTold(suggestion.edits)
                    }}
                  >
                    {w.apply}
                  </button>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </>
  )
}

/** What is lost if nobody walks this walk: what suggestions save is counted from there. */
function leftBehind({ walks }: PlanAnswer, id: string, isHandedOut: boolean): string {
  const w = adviceWords()
  const { number, doors } = walks.find(({ walkId }) => walkId === id)!
  // Of a walk that may have begun, the plan does not know how many are left.
  return isHandedOut ? w.restBehind(number) : w.leftBehind(number, sayNumber(doors))
}

interface MinutesProps {
  label: string
  value: number | null
  bounds: Bounds
  onChange: (minutes: number | null) => void
}

function Minutes({ label, value, bounds, onChange }: MinutesProps) {
  const wrong = wrongNumber(value, bounds)
  return (
    <label>
      <span>{label}</span>
      <NumberInput {...bounds} {...{ value, onChange }} aria-invalid={wrong !== undefined} />
      {wrong !== undefined && (
        <span class="wrong" role="alert">
          {wrong}
        </span>
      )}
    </label>
  )
}
