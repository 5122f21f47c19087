/**
 * What stays in this browser and is never sent: names of people under opaque ids, the last choices. One slot of
 * localStorage for each name; a browser that keeps nothing has what is kept until the tab closes.
 */
const PREFIX = 'doorwalk-console-'
/** What localStorage did not take: it is full, or forbidden. Newer than what may stand there. */
const inThisTab = new Map<string, string>()
/** What was read last, by slot: to parse a long list anew for each row of a table takes longer than the table. */
const lastRead = new Map<string, { text: string; value: unknown }>()

/**
 * What was kept under the name, where `isFine` says that it still has the form that is wanted; else `otherwise`. Not to
 * be changed in place.
 */
export function readKept<T>(name: string, isFine: (value: unknown) => value is T, otherwise: T): T {
  const text = read(PREFIX + name)
  if (text === null) return otherwise
  const last = lastRead.get(name)
  // Another tab may have written meanwhile.
  const value = last?.text === text ? last.value : parsed(text)
  lastRead.set(name, { text, value })
  return isFine(value) ? value : otherwise
}

/** Undefined: it cannot be read. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function keep(name: string, value: unknown): void {
  const slot = PREFIX + name
  const text = JSON.stringify(value)
  try {
    localStorage.setItem(slot, text)
    inThisTab.delete(slot)
  } catch {
    inThisTab.set(slot, text)
  }
}

function read(slot: string): string | null {
  const newer = inThisTab.get(slot)
  if (newer !== undefined) return newer
  try {
    return localStorage.getItem(slot)
  } catch {
    return null
  }
}

/** What begins so is kept no more. */
export function forgetAll(names: readonly string[]): void {
  const isMeant = (slot: string): boolean => names.some((name) => slot.startsWith(PREFIX + name))
  for (const slot of [...inThisTab.keys()].filter(isMeant)) inThisTab.delete(slot)
  try {
    for (const slot of Object.keys(localStorage).filter(isMeant)) localStorage.removeItem(slot)
  } catch {
    // Nothing is kept there.
  }
}
