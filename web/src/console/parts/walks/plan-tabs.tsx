/** What there is to do with one plan: look, hand out, roll-call, a sheet that came back, the walks under way. */
import { hashOf } from '../../model/address.ts'
import { handOutWords } from '../../words/hand-out.ts'

const TABS = ['plan', 'hand-out', 'roll-call', 'paper', 'live'] as const
export type PlanTab = (typeof TABS)[number]

export function PlanTabs({ plan, current }: { plan: string; current: PlanTab }) {
  const w = handOutWords()
  return (
    <nav class="tabs" aria-label={w.tabsName}>
      {TABS.map((tab) => (
        <a
          key={tab}
          href={hashOf(tab === 'plan' ? ['plans', plan] : ['plans', plan, tab])}
          {...(tab === current ? { 'aria-current': 'page' as const } : {})}
        >
          {w.tabs[tab]}
        </a>
      ))}
    </nav>
  )
}
