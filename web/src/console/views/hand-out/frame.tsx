/** What is around each view of one plan: its tabs, what went wrong, that a newer plan has its place. */
import type { Plan } from '@doorwalk/client'
import type { ComponentChildren } from 'preact'
import { hashOf } from '../../model/address.ts'
import { Busy } from '../../parts/busy.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { PlanTabs, type PlanTab } from '../../parts/walks/plan-tabs.tsx'
import type { Loaded } from '../../state/load.ts'
import { sayPlan } from '../../state/plan-name.ts'
import { problemOf } from '../../state/problem.ts'
import { handOutWords } from '../../words/hand-out.ts'
import { shellWords } from '../../words/shell.ts'

interface Props {
  id: string
  tab: PlanTab
  title: string
  plan: Loaded<Plan>
  /** Of a plan that has come. */
  children: (plan: Plan) => ComponentChildren
}

export function Frame({ id, tab, title, plan, children }: Props) {
  const w = handOutWords()
  const { value, error, reload } = plan
  return (
    <section aria-labelledby="frame-title">
      <PlanTabs plan={id} current={tab} />
      <h2 id="frame-title">{title}</h2>
      <p class="help">{value && sayPlan(value)}</p>
      <ProblemBox problem={error === undefined ? null : problemOf(error)} onRetry={reload} />
      {value === undefined && error === undefined && <Busy text={shellWords().loading} />}
      {value?.replacedBy && (
        <p class="note">
          {w.replaced} <a href={hashOf(['plans', value.replacedBy, tab])}>{w.toNewest}</a>
        </p>
      )}
      {value && children(value)}
    </section>
  )
}
