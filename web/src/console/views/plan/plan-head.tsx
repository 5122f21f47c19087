/** What plan this is and where it stands; printing, files, removal. */
import { useState } from 'preact/hooks'
import { hashOf } from '../../model/address.ts'
import { FormError } from '../../model/problem.ts'
import { Confirm, type Question } from '../../parts/confirm.tsx'
import { openPaper } from '../../parts/paper.ts'
import { type WalkFile, saveWalks } from '../../parts/save-text.ts'
import { beforeOf } from '../../state/asked.ts'
import { sayPlan } from '../../state/plan-name.ts'
import { statesOf } from '../../state/hand-out.ts'
import { planPath, removals } from '../../state/removals.ts'
import { go } from '../../state/session.ts'
import { compareWords } from '../../words/compare.ts'
import { planWords } from '../../words/plan.ts'
import type { OpenPlan } from './use-plan.ts'

interface Props {
  open: OpenPlan
  onProblem: (error: unknown) => void
}

const FILES: readonly [WalkFile, string][] = [
  ['geojson', 'GeoJSON'],
  ['csv', 'CSV'],
]

export function PlanHead({ open: { plan, isHandedOut }, onProblem }: Props) {
  const w = planWords()
  const [asks, setAsks] = useState(false)
  const { stale, replacedBy, id } = plan

  const name = sayPlan(plan)
  const remove = (): void => {
    removals.remove({
      ...{ path: planPath(id), query: '?walking=refuse', what: name },
      onUndo: () => go(hashOf(['plans', id])),
    })
    go(hashOf(['plans']), { replace: true })
  }
  const question: Question = {
    title: w.remove,
    help: w.removeAsk,
    verb: w.remove,
    hasUndo: true,
    act: async () => {
      if ([...(await statesOf(id)).values()].includes('started')) throw new FormError(w.removeWalking)
      remove()
    },
  }

  return (
    <header class="plan-head">
      <h2>
        {name} <span class="state">{isHandedOut ? w.handedOut : w.draft}</span>
      </h2>
      {replacedBy !== null && (
        <p class="warning">
          {w.replaced} <a href={hashOf(['plans', replacedBy])}>{w.openNewer}</a> ·{' '}
          <a href={hashOf(['compare'], { a: id, b: replacedBy })}>{compareWords().withNewer}</a>
        </p>
      )}
      {replacedBy === null && stale !== null && (
        <p class="warning">{w.stale(stale.reasons.map((reason) => w.staleReasons[reason]).join(', '))}</p>
      )}
      <Before plan={plan} />
      <div class="pair">
        <button type="button" class="main" onClick={() => openPaper(`plans/${id}`)}>
          {w.printAll}
        </button>
        <a class="button" href={hashOf(['plans', id, 'hand-out'])}>
          {w.handOut}
        </a>
        <button type="button" onClick={() => openPaper(`plans/${id}`, { isLarge: true })}>
          {w.printLarge}
        </button>
        {FILES.map(([ending, form]) => (
          <button
            key={ending}
            type="button"
            onClick={() => void saveWalks(`plans/${id}`, ending, name).catch(onProblem)}
          >
            {form}
          </button>
        ))}
        <button type="button" onClick={isHandedOut ? () => setAsks(true) : remove}>
          {w.remove}
        </button>
      </div>
      {asks && <Confirm {...{ question }} onClose={() => setAsks(false)} />}
    </header>
  )
}

/** To hold the plan against the one that it was made of: by an edit, a roll-call, or once more with other people. */
function Before({ plan: { id, replan, edits } }: { plan: OpenPlan['plan'] }) {
  const w = compareWords()
  const before = replan?.of ?? edits?.of ?? beforeOf(id)
  if (before === undefined) return null
  const first = edits?.steps[0]?.of ?? before
  return (
    <p class="links">
      <a href={hashOf(['compare'], { a: before, b: id })}>{w.withBefore}</a>
      {first !== before && <a href={hashOf(['compare'], { a: first, b: id })}>{w.withFirst}</a>}
    </p>
  )
}
