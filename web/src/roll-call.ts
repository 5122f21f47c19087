/** Roll-call: who of the plan is there, and the plan again for them. */
import type { Plan, ReplanRequest, Schemas } from '@doorwalk/client'
import { find, findSelect, makeCheckBox } from './elements.ts'
import { words } from './words/words.ts'

type Keep = NonNullable<ReplanRequest['keep']>

export function showRollCall(plan: Plan, onReplan: (rollCall: ReplanRequest) => void): void {
  const w = words()
  find('#present').replaceChildren(
    ...plan.walks.map(({ number, walker }) => {
      const { row } = makeCheckBox({
        value: walker,
        checked: true,
        texts: [`${w.columnWalk} ${number}`, walker],
      })
      return row
    }),
  )
  find('#replan').onclick = () => {
    const boxes = document.querySelectorAll<HTMLInputElement>('#present input:checked')
    onReplan({ present: [...boxes].map(({ value }) => value), keep: findSelect('#keep').value as Keep })
  }
  const counts = new Map<Schemas['WalkChange']['change'], number>()
  for (const { change } of plan.replan?.changes ?? []) counts.set(change, (counts.get(change) ?? 0) + 1)
  const said = [...counts].map(([change, count]) => w.rollCallChange(change, count))
  find('#changes').textContent = said.join(' · ')
}
