/** Elements of the page: those that stand in its HTML, and those that are made. */

/** @throws Error when the page has none: its HTML and this program do not belong together */
export function find<T extends HTMLElement = HTMLElement>(selector: string): T {
  const found = document.querySelector<T>(selector)
  if (found === null) throw new Error(`no ${selector} on this page`)
  return found
}

export function findInput(selector: string): HTMLInputElement {
  return find<HTMLInputElement>(selector)
}

export function findSelect(selector: string): HTMLSelectElement {
  return find<HTMLSelectElement>(selector)
}

/** Value of the radio button that is on. */
export function chosen(name: string): string {
  return findInput(`input[name="${name}"]:checked`).value
}

export function make<T extends keyof HTMLElementTagNameMap>(name: T, text = ''): HTMLElementTagNameMap[T] {
  const element = document.createElement(name)
  element.textContent = text
  return element
}

interface ButtonOptions {
  onClick: () => void
  /** What it is called where its text alone does not say. */
  label?: string
}

export function makeButton(text: string, { onClick, label }: ButtonOptions): HTMLButtonElement {
  const button = make('button', text)
  button.type = 'button'
  if (label !== undefined) button.setAttribute('aria-label', label)
  button.addEventListener('click', onClick)
  return button
}

interface CheckBoxOptions {
  value: string
  checked: boolean
  /** Said beside the box. */
  texts: string[]
}

/** A box with its label round it, as a row of a list. */
export function makeCheckBox({ value, checked, texts }: CheckBoxOptions): {
  row: HTMLLabelElement
  box: HTMLInputElement
} {
  const box = make('input')
  box.type = 'checkbox'
  box.value = value
  box.checked = checked
  const row = make('label')
  row.className = 'choice'
  row.append(box, ...texts.map((text) => make('span', text)))
  return { row, box }
}
