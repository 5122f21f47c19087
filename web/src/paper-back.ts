/** A sheet that came back: its numbers typed in as they are printed. */
import type { Plan, Schemas } from '@doorwalk/client'
import { printedTargets } from '@doorwalk/core/walk/numbering'
import { sayWithin } from '@doorwalk/core/words/say'
import { doorwalk } from './api/api.ts'
import { placeOf } from './api/answers.ts'
import { find, findSelect, make } from './elements.ts'
import { currentLanguage, words } from './words/words.ts'

type Walk = Schemas['Walk']
type PaperRow = Schemas['Sheet']['stops'][number]

/** Counts of a row, in the order of the sheet. */
const COUNTS = ['knocked', 'opened', 'refused', 'revisit', 'optedOut'] as const

export function showPaperBack(plan: Plan, onProblem: (error: unknown) => void): void {
  const w = words()
  for (const [column, word] of Object.entries(w.paperColumns)) find(`#sheet-${column}`).textContent = word
  const choice = findSelect('#paper-walk')
  const options = plan.walks.map(({ walkId, number }) => {
    const option = make('option', `${w.columnWalk} ${number}`)
    option.value = walkId
    return option
  })
  choice.replaceChildren(...options)
  const show = (): void => void showSheet(choice.value).catch(onProblem)
  choice.onchange = show
  find<HTMLDetailsElement>('#paper-back').ontoggle = ({ currentTarget }) => {
    if ((currentTarget as HTMLDetailsElement).open) show()
  }
  find<HTMLFormElement>('#paper-form').onsubmit = (event) => {
    event.preventDefault()
    send(choice.value).catch(onProblem)
  }
  find('#paper-said').textContent = ''
}

async function showSheet(walkId: string): Promise<void> {
  const walk = (await doorwalk.GET('/v1/walks/{walkId}', { params: { path: { walkId } } })) as Walk
  find('#paper-rows').replaceChildren(...printedTargets(walk).map(makeRow))
}

function makeRow({
  label,
  target,
}: {
  label: string
  target: Walk['reserves'][number]
}): HTMLTableRowElement {
  const w = words()
  const row = make('tr')
  row.dataset['label'] = label
  const head = make(
    'th',
    [`${label} · ${placeOf(target)}`, ...sayWithin(target, currentLanguage())].join(', '),
  )
  head.scope = 'row'
  row.append(head)
  for (const count of COUNTS) {
    const box = make('input')
    Object.assign(box, { type: 'number', inputMode: 'numeric', min: '0', max: '2000', name: count })
    box.setAttribute('aria-label', `${label} : ${w.paperColumns[count]}`)
    row.append(cellOf(box))
  }
  const shut = make('input')
  Object.assign(shut, { type: 'checkbox', name: 'noAccess' })
  shut.setAttribute('aria-label', `${label} : ${w.paperColumns.noAccess}`)
  row.append(cellOf(shut))
  return row
}

function cellOf(box: HTMLInputElement): HTMLTableCellElement {
  const cell = make('td')
  cell.append(box)
  return cell
}

async function send(walkId: string): Promise<void> {
  const w = words()
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('#paper-rows tr')].flatMap(rowOf)
  const said = find('#paper-said')
  if (rows.length === 0) {
    said.textContent = w.paperNothing
    return
  }
  const answer = await doorwalk.POST('/v1/walks/{walkId}/paper', {
    params: { path: { walkId } },
    body: { stops: rows },
  })
  const refused = answer.refused.map(({ stop, detail }) => `${stop} : ${detail}`)
  const taken = w.paperTaken(answer.accepted.length, answer.duplicate.length)
  said.textContent = [taken, ...refused].join(' · ')
}

/** What was typed in; nothing of a row that was left empty. */
function rowOf(row: HTMLTableRowElement): PaperRow[] {
  const boxes = [...row.querySelectorAll('input')]
  const counts = boxes
    .filter(({ type, value }) => type === 'number' && value !== '')
    .map(({ name, valueAsNumber }) => [name, valueAsNumber])
  const isShut = boxes.some(({ type, checked }) => type === 'checkbox' && checked)
  if (counts.length === 0 && !isShut) return []
  return [
    {
      stop: row.dataset['label']!,
      ...Object.fromEntries(counts),
      ...(isShut && { noAccess: true }),
    } as PaperRow,
  ]
}
