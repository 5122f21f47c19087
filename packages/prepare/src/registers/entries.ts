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
    if (!same) this.byText.set(text, entry)
    else if (this.rows === 'entrances') this.repeated++
    else this.join(same, entry)
  }

  private join(same: RegisterEntry, entry: RegisterEntry): void {
    if (entry.upperFloors !== undefined) {
      same.upperFloors = Math.max(same.upperFloors ?? 0, entry.upperFloors)
    }
    if (this.rows !== 'buildings') {
      same.low += entry.low
      same.high += entry.high
      return
    }
    this.repeated++
    if (same.low === entry.low && same.high === entry.high) return
    const name = entry.key ?? entry.ids[0] ?? ''
    this.contradictory.push(
      `line ${entry.line}, ${name}: ${boundsWords(entry)} dwellings, but ${boundsWords(same)} in line ${same.line}; the larger is kept`,
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

/** Rows of which this is equal are one, or are added. */
function identityOf(entry: RegisterEntry, rows: Rows): string {
  const { key, ids, address, location, low, high, upperFloors } = entry
  if (rows === 'buildings' && (key !== undefined || ids.length > 0)) return key ?? ids.join()
  const [reading] = address?.readings ?? []
  const written = reading ? `${reading.number} ${reading.street} ${address?.postcode ?? ''}` : address?.text
  const where = [key, ids.join(), written, ...(location ?? [])]
  const isAdded = rows === 'parts' || rows === 'dwellings'
  return [...where, ...(isAdded ? [] : [low, high, upperFloors])].join('|')
}
