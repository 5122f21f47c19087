/** Where the walks start: as the plan proposes, at a point of the map, or anywhere; and whether they return. */
import { useId } from 'preact/hooks'
import type { PlanWish, StartKind } from '../../model/plan-wish.ts'
import { type Problem, problemsAt } from '../../model/problem.ts'
import { useStanding } from '../../parts/standing.ts'
import { planWords } from '../../words/plan.ts'

interface Props {
  wish: PlanWish
  onChange: (change: Partial<PlanWish>) => void
  problem: Problem | null
}

const KINDS: readonly StartKind[] = ['proposed', 'point', 'anywhere']

export function StartChoice({ wish, onChange, problem }: Props) {
  const w = planWords()
  const id = useId()
  const wrong = problemsAt(useStanding(problem, `${wish.start} ${wish.startAt?.join()}`), '/start')
  return (
    <fieldset aria-describedby={`${id}-wrong`}>
      <legend>{w.start}</legend>
      {KINDS.map((kind) => (
        <label key={kind} class="choice">
          <input
            type="radio"
            name={id}
            checked={wish.start === kind}
            aria-invalid={wrong.length > 0 && wish.start === kind}
            onChange={() => onChange({ start: kind })}
          />
          <span>{w.starts[kind]}</span>
        </label>
      ))}
      {wish.start === 'point' && (
        <p class="help" aria-live="polite">
          {wish.startAt === null ? w.startPick : w.startSet}
        </p>
      )}
      <label class="choice">
        <input
          type="checkbox"
          checked={wish.closed}
          onChange={({ currentTarget }) => onChange({ closed: currentTarget.checked })}
        />
        <span>{w.closed}</span>
      </label>
      <p id={`${id}-wrong`} class="wrong" role="alert">
        {wrong.join(' ')}
      </p>
    </fieldset>
  )
}
