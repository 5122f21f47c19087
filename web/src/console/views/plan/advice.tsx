/** Suggestions that one click makes so, what each wish of the plan costs, and what more people would reach. */
import type { Schemas } from '@doorwalk/client'
import { type ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import { MINUTES } from '../../model/people-wish.ts'
import { requestOf } from '../../model/plan-wish.ts'
import type { Problem } from '../../model/problem.ts'
import { Busy } from '../../parts/busy.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { problemOf } from '../../state/problem.ts'
import { type KeptWish, wishOf } from '../../state/wishes.ts'
import { adviceWords } from '../../words/advice.ts'
import { currentLanguage, sayChange, sayNumber, sayShare } from '../../../words/language.ts'
import { shellWords } from '../../words/shell.ts'
import type { Edits } from './use-edits.ts'

type PlanAnswer = Schemas['PlanAnswer']
type Answer<T> = { value: T; ask: string } | null

interface Props {
  plan: PlanAnswer
  /** The walk in focus; null: none */
  focus: number | null
  isEditable: boolean
  edits: Edits
}

export function Advice({ plan, focus, isEditable, edits }: Props) {
  const w = adviceWords()
  const kept = wishOf(plan.id)
  return (
    <>
      {isEditable && (
        <details>
          <summary>{w.title}</summary>
          <Suggestions {...{ plan, focus, edits }} />
        </details>
      )}
      <details>
        <summary>{w.prices}</summary>
        <Prices plan={plan} />
      </details>
      {kept && (
        <details>
          <summary>{w.curve}</summary>
          <Curve {...{ plan, kept }} />
        </details>
      )}
    </>
  )
}

const USUAL_FREE = 15
const SECONDS_PER_MINUTE = 60

/** What is being asked, what came of it, what went wrong. */
function useAsk<T>() {
  const [answer, setAnswer] = useState<Answer<T>>(null)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  async function ask(name: string, call: () => Promise<T>): Promise<void> {
    setBusy(true)
    setProblem(null)
    try {
      setAnswer({ ask: name, value: await call() })
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  const state = (
    <>
      {isBusy && <Busy text={shellWords().loading} />}
      <ProblemBox problem={problem} />
    </>
  )
  return { answer, ask, isBusy, state }
}

function Suggestions({ plan, focus, edits }: Omit<Props, 'isEditable'>) {
  const w = adviceWords()
  const [minutes, setMinutes] = useState(USUAL_FREE)
  const { answer, ask, isBusy, state } = useAsk<readonly Schemas['Suggestion'][]>()
  const walk = plan.walks.find(({ number }) => number === focus)
  const isFine = minutes >= 1 && minutes <= MINUTES.to
  const button = (name: string, body: Schemas['SuggestRequest']): ComponentChildren => (
    <button
      type="button"
      disabled={isBusy || !isFine}
      onClick={() =>
        void ask(name, async () => {
          const params = { path: { planId: plan.id } }
          const told = await doorwalk.POST('/v1/plans/{planId}/suggest', { params, body })
          return 'suggestions' in told ? told.suggestions : []
        })
      }
    >
      {name}
    </button>
  )
  return (
    <>
      <div class="pair inline">
        <label>
          <span>{w.minutesFree}</span>
          <input
            type="number"
            inputMode="numeric"
            min={1}
            max={MINUTES.to}
            value={minutes}
            onInput={({ currentTarget }) => setMinutes(currentTarget.valueAsNumber)}
          />
        </label>
        {walk && button(w.forWalk(walk.number), { for: 'minutes', walk: walk.walkId, minutes })}
        {button(w.forLate, { for: 'latecomer', minutes })}
        {walk && button(w.forTakers(walk.number), { for: 'walk', walk: walk.walkId })}
      </div>
      {state}
      {answer && (
        <>
          <h4>{answer.ask}</h4>
          {answer.value.length === 0 && <p role="status">{w.none}</p>}
          <ul class="suggestions">
            {answer.value.map((suggestion, index) => (
              <li key={index}>
                <p>
                  {saySuggestion(suggestion, plan)}
                  <span class="help">
                    {' '}
                    {w.brings(
                      sayChange(suggestion.gain.doors, sayNumber),
                      sayChange(Math.round(suggestion.seconds / SECONDS_PER_MINUTE), sayNumber),
                    )}
                  </span>
                </p>
                <button type="button" class="small" onClick={() => edits.makeTold(suggestion.edits)}>
                  {w.apply}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function saySuggestion({ kind, walk, targets }: Schemas['Suggestion'], plan: PlanAnswer): string {
  const w = adviceWords()
  const number = plan.walks.find(({ walkId }) => walkId === walk)?.number
  const [first, ...rest] = targets.map(({ address }) => address)
  const said = first === undefined ? '' : rest.length === 0 ? first : w.more(first, sayNumber(rest.length))
  return w.kinds[kind](number === undefined ? '' : String(number), said)
}

function Prices({ plan }: { plan: PlanAnswer }) {
  const w = adviceWords()
  const { answer, ask, isBusy, state } = useAsk<readonly Schemas['WishPrice'][]>()
  const params = { path: { planId: plan.id } }
  return (
    <>
      <p class="help">{w.pricesHelp}</p>
      <button
        type="button"
        disabled={isBusy}
        onClick={() =>
          void ask('', async () => {
            const told = await doorwalk.POST('/v1/plans/{planId}/wishes', { params, body: {} })
            return 'wishes' in told ? told.wishes : []
          })
        }
      >
        {w.pricesAsk}
      </button>
      {state}
      {answer && answer.value.length === 0 && <p role="status">{w.noWishes}</p>}
      {answer && (
        <dl class="prices">
          {answer.value.map(({ wish, verdict, doors, share }) => (
            <div key={wish}>
              <dt>{w.wishes[wish] ?? wish}</dt>
              <dd>
                {w.verdicts[verdict] ??
                  w.costs(sayChange(doors ?? 0, sayNumber), sayNumber(share ?? 0, PERCENT))}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

const PERCENT: Intl.NumberFormatOptions = { style: 'percent', maximumFractionDigits: 1 }
/** Shares of the doors that are of interest, once the plan does not reach them. */
const GOALS = [0.5, 0.75, 0.9]
/** Walkers at the end of the curve. */
const FURTHEST = 120

function Curve({ plan, kept }: { plan: PlanAnswer; kept: KeptWish }) {
  const w = adviceWords()
  const { answer, ask, isBusy, state } = useAsk<Schemas['Estimate']>()
  const points = answer?.value.curves[0]?.points ?? []
  const teams = plan.summary.walks
  const total = answer?.value.doors ?? 0
  const now = total === 0 ? 0 : Math.min(1, plan.summary.doors / total)
  const goals = GOALS.filter((goal) => goal > now).flatMap((goal) => {
    const point = points.find(({ share, walkers }) => share >= goal && walkers > teams)
    return point ? [{ goal, more: point.walkers - teams }] : []
  })
  return (
    <>
      <button
        type="button"
        disabled={isBusy}
        onClick={() =>
          void ask('', () => {
            const around = { region: kept.region, language: currentLanguage(), now: new Date() }
            const { volunteers: _, ...body } = requestOf(kept.wish, around)
            return doorwalk.POST('/v1/plans/estimate', { body: { ...body, upTo: FURTHEST } })
          })
        }
      >
        {w.curveAsk}
      </button>
      {state}
      {answer && (
        <div role="status">
          <p>{w.now(sayShare(now))}</p>
          {goals.map(({ goal, more }) => (
            <p key={goal}>{w.morePeople(sayNumber(more), sayShare(goal))}</p>
          ))}
        </div>
      )}
    </>
  )
}
