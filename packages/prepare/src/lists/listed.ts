/** A list for the terminal: indented, and no longer than one wants to read. */

/** Longest list printed whole. */
const LIST_MAX = 50

export function listed(items: string[], most = LIST_MAX): string[] {
  const shown = items.slice(0, most).map((item) => `    ${item}`)
  return items.length > most ? [...shown, `    and ${items.length - most} more`] : shown
}
