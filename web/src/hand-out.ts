/** Handing the walks of a plan out: its targets are held from then on, and each walk gets a link for a phone. */
import type { Plan } from '@doorwalk/client'
import { qrSvg } from '@doorwalk/core/paper/qr'
import { doorwalk } from './api/api.ts'
import { find, make, makeButton } from './elements.ts'
import { words } from './words/words.ts'

const CODE_MM = 40

interface HandOutOptions {
  /** The walks are handed out from now on. */
  onHandedOut: () => void
  onProblem: (error: unknown) => void
}

export function showHandOut(
  plan: Plan,
  isHandedOut: boolean,
  { onHandedOut, onProblem }: HandOutOptions,
): void {
  const w = words()
  const box = find('#hand-out')
  if (isHandedOut) {
    box.replaceChildren(make('p', w.handedOut), ...plan.walks.map((walk) => makeWalk(walk, onProblem)))
    return
  }
  const give = makeButton(w.handOutAll, {
    onClick: () => {
      give.disabled = true
      doorwalk
        .POST('/v1/plans/{planId}/commit', { params: { path: { planId: plan.id } } })
        .then(onHandedOut)
        .catch((error: unknown) => {
          give.disabled = false
          onProblem(error)
        })
    },
  })
  give.id = 'give'
  box.replaceChildren(make('p', w.handOutHelp), give)
}

/** A walk, with its link once somebody asks for it. */
function makeWalk(
  { walkId, number }: Plan['walks'][number],
  onProblem: (error: unknown) => void,
): HTMLElement {
  const w = words()
  const row = make('div')
  row.className = 'link'
  const button = makeButton(w.linkOf(number), {
    onClick: () => {
      const made = doorwalk.POST('/v1/walks/{walkId}/links', { params: { path: { walkId } }, body: {} })
      made.then(({ url }) => row.replaceChildren(...makeLink(url, number))).catch(onProblem)
    },
  })
  row.append(button)
  return row
}

/** As a code to scan, and as text to send. */
function makeLink(url: string, number: number): HTMLElement[] {
  const w = words()
  const code = make('div')
  code.className = 'code'
  // Our own drawing of our own address: no text of others is in it.
  code.innerHTML = qrSvg(url, { size: CODE_MM, label: w.linkOf(number) })
  const text = make('input')
  text.readOnly = true
  text.value = url
  text.setAttribute('aria-label', w.linkOf(number))
  const copy = makeButton(w.copy, {
    label: w.of(w.copy, number),
    onClick: () => {
      text.select()
      // Without HTTPS there is no clipboard; the text is selected then.
      void navigator.clipboard?.writeText(url)
    },
  })
  return [make('strong', `${w.columnWalk} ${number}`), code, text, copy]
}
