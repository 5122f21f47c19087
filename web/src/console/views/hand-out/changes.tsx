/** What the last roll-call changed, walk by walk; paper and links of what changed, and of nothing else. */
import type { Plan } from '@doorwalk/client'
import { openPaper } from '../../parts/paper.ts'
import { LinkSheet, sayWalker } from '../../parts/walks/link-sheet.tsx'
import { statesOf } from '../../state/hand-out.ts'
import { useLoad } from '../../state/load.ts'
import { nameOf } from '../../state/names.ts'
import { sayPlan } from '../../state/plan-name.ts'
import { handOutWords } from '../../words/hand-out.ts'
import { sayNumber } from '../../../words/language.ts'

export function Changes({ plan }: { plan: Plan }) {
  const w = handOutWords()
  const states = useLoad(`states ${plan.id}`, () => statesOf(plan.id))
  const changes = plan.replan?.changes ?? []
  if (changes.length === 0) return null
  const changed = plan.walks
    .filter(({ walkId }) => changes.some((each) => each.walkId === walkId && isToHandOut(each)))
    .map(({ walkId, number, walker }) => ({ walkId, number, walker, title: sayPlan(plan) }))
  const back = changes.filter(({ change }) => change === 'cancelled')
  const isGiven = states.value !== undefined && [...states.value.values()].some((state) => state !== 'draft')
  return (
    <details open>
      <summary>{w.changes}</summary>
      <ul>
        {changes.map(({ walkId, number, walker, before, change }) => (
          <li key={walkId}>
            {walker === null ? `${w.walk(sayNumber(number))} · ${w.nobody}` : rowName(walker, number)} ·{' '}
            {w.changed[change]}
            {before !== null && before !== walker && ` (${w.before(sayWalker(before, number))})`}
          </li>
        ))}
      </ul>
      {back.length > 0 && <p class="note">{w.takeBack(numbersOf(back), back.length === 1)}</p>}
      {plan.replacedBy === null && changed.length > 0 && (
        <>
          <button
            type="button"
            onClick={() => openPaper(`walks/${changed.map(({ walkId }) => walkId).join(',')}`)}
          >
            {w.printChanged(numbersOf(changed), changed.length === 1)}
          </button>
          {isGiven && (
            <details>
              <summary>{w.changedLinks}</summary>
              <LinkSheet walks={changed} />
            </details>
          )}
        </>
      )}
    </details>
  )
}

/** Whether somebody has a walk now that is not on the paper and the phone he has. */
function isToHandOut({ change, walker }: NonNullable<Plan['replan']>['changes'][number]): boolean {
  return walker !== null && (change === 'changed' || change === 'handed_over' || change === 'new')
}

function numbersOf(walks: readonly { number: number }[]): string {
  return walks.map(({ number }) => sayNumber(number)).join(', ')
}

/** Name and number: the number is what the paper says. */
export function rowName(walker: string, number: number): string {
  const walk = handOutWords().walk(sayNumber(number))
  const name = nameOf(walker)
  return name === undefined ? walk : `${name} · ${walk}`
}
