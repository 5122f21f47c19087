/** Roll-call: who of the plan is there, and the plan again for them. */
import type { WalkChange } from '@doorwalk/core/walk/answer'
import type { PlanAnswer } from './api/answers.ts'
import { find, findSelect, makeCheckBox } from './elements.ts'
import { words } from './words/words.ts'

/** Body of `POST /v1/plans/{id}/replan`. */
interface RollCall {
  /** The walkers who are there. */
  present: string[]
  keep: string
}

export function showRollCall(plan: PlanAnswer, onReplan: (rollCall: RollCall) => void): void {
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
    onReplan({ present: [...boxes].map(({ value }) => value), keep: findSelect('#keep').value })
  }
  const counts = new Map<WalkChange['change'], number>()
  for (const { change } of plan.replan?.changes ?? []) counts.set(change, (counts.get(change) ?? 0) + 1)
  const said = [...counts].map(([change, count]) => w.rollCallChange(change, count))
  find('#changes').textContent = said.join(' · ')
}
