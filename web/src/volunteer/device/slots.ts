/** Small choices that the browser keeps, of this tab or this phone; where it denies that, until the page is closed. */
type Area = 'sessionStorage' | 'localStorage'

const inMemory = new Map<string, string>()

export function readSlot(area: Area, slot: string): string | null {
  try {
    return globalThis[area].getItem(slot)
  } catch {
    return inMemory.get(slot) ?? null
  }
}

export function writeSlot(area: Area, slot: string, value: string): void {
  try {
    globalThis[area].setItem(slot, value)
  } catch {
    // Denied, or full.
    inMemory.set(slot, value)
  }
}

export function clearSlot(area: Area, slot: string): void {
  inMemory.delete(slot)
  try {
    globalThis[area].removeItem(slot)
  } catch {
    // It was not there either.
  }
}
