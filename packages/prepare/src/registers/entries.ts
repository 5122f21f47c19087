/** Entries of a register put together: what repeats an entry is read once, what adds to it is added. */
import type { RegisterEntry } from './entry.ts'
import type { Bounds } from './counts.ts'
import type { Rows } from './fields.ts'

export class Entries {
  /** What differs between rows of one key, in words. */
  readonly contradictory: string[] = []
  repeated = 0
  private readonly rows: Rows
  private readonly byText = new Map<string, RegisterEntry>()

  constructor(rows: Rows) {
    this.rows = rows
  }

  get list(): RegisterEntry[] {
    return [...this.byText.values()]
  }

  add(entry: RegisterEntry): void {
    const text = identityOf(entry, this.rows)
    const same = this.byText.get(text)
    if (same) this.join(same, entry)
    else this.byText.set(text, entry)
  }

  private join(same: RegisterEntry, entry: RegisterEntry): void {
    if (entry.upperFloors !== undefined) {
      same.upperFloors = Math.max(same.upperFloors ?? 0, entry.upperFloors)
    }
    if (isAdded(this.rows)) {
      same.low += entry.low
      same.high += entry.high
      return
    }
    this.repeated++
    if (same.low === entry.low && same.high === entry.high) return
    const name = entry.key ?? entry.ids[0] ?? ''
    this.contradictory.push(
      `line ${entry.line}, ${name}: ${boundsWords(entry)} dwellings, but ${boundsWords(same)} in line ${same.line}; the larger is kept (rows=parts adds them)`,
    )
    if (entry.high < same.high || (entry.high === same.high && entry.low < same.low)) return
    same.low = entry.low
    same.high = entry.high
    same.line = entry.line
  }
}

export function boundsWords({ low, high }: Bounds): string {
  if (low === high) return String(low)
  return high === Infinity ? `${low} or more` : `${low} to ${high}`
}

function isAdded(rows: Rows): boolean {
  return rows === 'parts' || rows === 'dwellings'
}

/**
 * Rows of which this is equal are one, or are added. Entrances without an id are known by all they say: a register
 * writes several of one address.
 */
function identityOf(entry: RegisterEntry, rows: Rows): string {
  const { key, ids, low, high, upperFloors } = entry
  const hasId = key !== undefined || ids.length > 0
  if (rows === 'buildings' && hasId) return key ?? ids.join()
  if (isAdded(rows)) return placeOf(entry)
  return [placeOf(entry), upperFloors, ...(hasId ? [] : [low, high])].join('|')
}

/** Equal for rows that name the same: id, address and place. */
export function placeOf({ key, ids, address, location }: RegisterEntry): string {
  const [reading] = address?.readings ?? []
  const written = reading ? `${reading.number} ${reading.street} ${address?.postcode ?? ''}` : address?.text
  return [key, ids.join(), written, ...(location ?? [])].join('|')
}
