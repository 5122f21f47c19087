/**
 * What stays in this browser and is never sent: names of people under opaque ids, the last choices. One slot of
 * localStorage for each name; a browser that keeps nothing has what is kept until the tab closes.
 */
const PREFIX = 'doorwalk-console-'
const inThisTab = new Map<string, string>()

/** What was kept under the name, where `isFine` says that it still has the form that is wanted; else `otherwise`. */
export function readKept<T>(name: string, isFine: (value: unknown) => value is T, otherwise: T): T {
  const text = read(PREFIX + name)
  if (text === null) return otherwise
  try {
    const value: unknown = JSON.parse(text)
    return isFine(value) ? value : otherwise
  } catch {
    return otherwise
  }
}

export function keep(name: string, value: unknown): void {
  const text = JSON.stringify(value)
  inThisTab.set(PREFIX + name, text)
  try {
    localStorage.setItem(PREFIX + name, text)
  } catch {
    // Full or forbidden: this tab still has it.
  }
}

function read(slot: string): string | null {
  try {
    return localStorage.getItem(slot) ?? inThisTab.get(slot) ?? null
  } catch {
    return inThisTab.get(slot) ?? null
  }
}
