/**
 * Keeps the focus where a person expects it. Browsers drop it on the page as a whole when what had it goes away: a row
 * that was removed, a button that rests while something is done, a dialog whose opener is gone.
 */

/** What can have the focus, and is in view. */
const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'

interface Place {
  element: HTMLElement
  /** From the nearest to the farthest: which of what can have the focus in it the element was. */
  around: { within: Element; index: number }[]
  /** Where the focus was before it went into the dialog that holds this place. */
  before: Place | null
}

/** Of the element; null: it is not in `root`. */
function placeOf(element: HTMLElement, root: Element, last: Place | null): Place | null {
  if (!root.contains(element) || element === root) return null
  const dialog = element.closest('dialog')
  const around: Place['around'] = []
  const end = dialog?.parentElement ?? root
  for (let within = element.parentElement; within && within !== end; within = within.parentElement)
    around.push({ within, index: [...within.querySelectorAll(FOCUSABLE)].indexOf(element) })
  const isSameDialog = dialog !== null && last?.element.closest('dialog') === dialog
  return { element, around, before: dialog === null ? null : isSameDialog ? last.before : last }
}

/** What was there, else what stands in its place now, else the title of the view. */
function focusAt({ element, around, before }: Place, root: HTMLElement): void {
  if (canFocus(element)) return element.focus()
  // A button that rests is waited for: it comes back when what it began is done.
  if (element.isConnected && element.matches(':disabled')) return
  for (const { within, index } of around) {
    if (!within.isConnected) continue
    const all = [...within.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(canFocus)
    // The same button of the next row before another one of this row.
    const alike = all.filter(
      (each) => each.tagName === element.tagName && each.className === element.className,
    )
    const wanted = all[Math.min(Math.max(index, 0), all.length - 1)]
    const next = alike.find((each) => all.indexOf(each) >= index) ?? alike.at(-1) ?? wanted
    if (next) return next.focus()
  }
  if (before) focusAt(before, root)
  else focusView(root)
}

function canFocus(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled') && element.getClientRects().length > 0
}

/**
 * The way back, where the view before has left with what was removed; else the title of the view that has been opened,
 * or the view itself where it has none.
 */
function focusView(root: HTMLElement): void {
  const undo = document.querySelector<HTMLElement>('.news button[aria-keyshortcuts]')
  if (undo && hasNone()) return undo.focus()
  const title = root.querySelector<HTMLElement>('h2')
  if (title) title.tabIndex = -1
  ;(title ?? root).focus()
}

/** Whether the view of the place is still open, if not what had the focus in it. */
function isThere(place: Place | null): boolean {
  if (place === null) return false
  return place.around.some(({ within }) => within.isConnected) || isThere(place.before)
}

function hasNone(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}

export interface FocusKeeper {
  /** Another view has been opened: its title gets the focus, unless something of it has it already. */
  viewChanged: () => void
  close: () => void
}

/** @param root  around all views; what is outside of it stays */
export function keepFocus(root: HTMLElement): FocusKeeper {
  let place: Place | null = null
  let waiting = 0

  function remember({ target }: FocusEvent): void {
    if (target instanceof HTMLElement) place = placeOf(target, root, place) ?? place
  }
  /** Who clicks on the page itself means it. */
  function forget(): void {
    place = null
  }
  function mend(): void {
    if (place !== null && hasNone()) focusAt(place, root)
  }
  const watcher = new MutationObserver(() => {
    // Once all that changes at one go has changed, and the browser has noticed.
    cancelAnimationFrame(waiting)
    waiting = requestAnimationFrame(() => (waiting = requestAnimationFrame(mend)))
  })
  watcher.observe(document.body, {
    ...{ subtree: true, childList: true, attributes: true },
    attributeFilter: ['disabled', 'open', 'hidden'],
  })
  document.addEventListener('focusin', remember)
  document.addEventListener('pointerdown', forget, true)
  return {
    viewChanged() {
      requestAnimationFrame(() => {
        const has = document.activeElement
        if (has !== null && root.contains(has) && has !== root) return
        // Gone on at the way back, which is outside of all views.
        if (has?.closest('.news')) return
        // The plan that a change made took the place of its view: what began it is only resting.
        if (hasNone() && isThere(place)) return
        place = null
        focusView(root)
      })
    },
    close() {
      watcher.disconnect()
      document.removeEventListener('focusin', remember)
      document.removeEventListener('pointerdown', forget, true)
    },
  }
}
