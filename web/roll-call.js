/** Roll-call: who of the plan is there, and the plan again for them. */
import { find, findInput } from './form.js'
import { words } from './words.js'

/**
 * @param {import('./api.js').PlanAnswer} plan
 * @param {{ onReplan: (wish: { present: string[], keep: string }) => void }} with_
 */
export function showRollCall(plan, { onReplan }) {
  const w = words()
  find('#present').replaceChildren(
    ...plan.walks.map(({ number, walker }) => {
      const label = document.createElement('label')
      label.className = 'choice'
      const box = document.createElement('input')
      box.type = 'checkbox'
      box.value = walker
      box.checked = true
      const name = document.createElement('span')
      name.textContent = `${w.columnWalk} ${number}`
      const who = document.createElement('span')
      who.textContent = walker
      label.append(box, name, who)
      return label
    }),
  )
  find('#replan').onclick = () => {
    const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (
      document.querySelectorAll('#present input:checked')
    )
    onReplan({ present: [...boxes].map(({ value }) => value), keep: findInput('#keep').value })
  }
  const counts = new Map()
  for (const { change } of plan.replan?.changes ?? []) counts.set(change, (counts.get(change) ?? 0) + 1)
  const said = [...counts].map(([change, count]) => w.rollCallChange(change, count))
  find('#changes').textContent = said.join(' · ')
}
