/** Elements that stand in the HTML of a page. */

/** @throws Error when the page has none: its HTML and this program do not belong together */
export function find<T extends HTMLElement = HTMLElement>(selector: string): T {
  const found = document.querySelector<T>(selector)
  if (found === null) throw new Error(`no ${selector} on this page`)
  return found
}
