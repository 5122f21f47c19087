/** Suggestions that one click makes so, what each wish of the plan costs, and what more people would reach. */
import type { Schemas } from '@doorwalk/client'
import type { ComponentChildren } from 'preact'
import { hashOf } from '../../../model/address.ts'
import { Estimate } from '../../../parts/walks/estimate.tsx'
import { estimateFor } from '../../../state/asked.ts'
import { useLoad } from '../../../state/load.ts'
import { adviceWords } from '../../../words/advice.ts'
import { estimateWords } from '../../../words/estimate.ts'
import { planWords } from '../../../words/plan.ts'
import { Prices } from './prices.tsx'
import { type Applying, Suggestions } from './suggestions.tsx'

interface Props {
  open: { plan: Schemas['PlanAnswer']; isHandedOut: boolean }
  /** The walk in focus; null: none */
  focus: number | null
  edits: Applying
  onFocus: (walk: number) => void
  /** Somebody else has made a newer plan of it: it has to be read again. */
  onReplaced: () => void
}

export function Advice({ open: { plan, isHandedOut }, focus, edits, onFocus, onReplaced }: Props) {
  const w = adviceWords()
  const { value: request } = useLoad(`estimate ${plan.id}`, () => estimateFor(plan.id))
  const { replacedBy, walks } = plan
  const unlessReplaced = (advice: ComponentChildren): ComponentChildren =>
    replacedBy === null ? (
      advice
    ) : (
      <p class="warning">
        {planWords().replaced} <a href={hashOf(['plans', replacedBy])}>{planWords().openNewer}</a>
      </p>
    )
  return (
    <>
      {walks.length > 0 && (
        <details>
          <summary>{w.title}</summary>
          {unlessReplaced(<Suggestions {...{ plan, isHandedOut, focus, edits, onFocus, onReplaced }} />)}
        </details>
      )}
      <details>
        <summary>{w.prices}</summary>
        {unlessReplaced(<Prices {...{ plan, onReplaced }} />)}
      </details>
      <details>
        <summary>{estimateWords().title}</summary>
        <Estimate
          request={request ?? null}
          walkers={walks.length}
          plan={{ id: plan.id, doors: walks.map(({ doors }) => doors), isHandedOut }}
        />
      </details>
    </>
  )
}
