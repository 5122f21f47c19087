/** Reads an item, changes it and writes it, again when somebody else was faster. */
import type { Item, Key, Store } from '../ports/store.ts'

type Data = Item['data']

export interface ItemChange<Value extends Data, Next extends Value | undefined> {
  key: Key
  /** Reads what is stored. */
  schema: { parse: (data: unknown) => Value }
  /**
   * Sees the value as it is and how often it was written; undefined and 0 where there is none. Gives the next value;
   * the same one again leaves the item as it is. It may be called again, and what it throws ends the change.
   */
  change: (value: Value | undefined, version: number) => Next | Promise<Next>
  /** Unix seconds, or null for never; default: as it was. */
  expiresAt?: number | null
  /** Against others who change the same item at the same moment; default: 10. */
  tries?: number
  /** Milliseconds before the next try, by the number of those that failed; default: at once. */
  pause?: (failed: number) => number
  /** Thrown when no try is left. */
  busy?: () => Error
}

export interface Changed<Next> {
  /** What stands there now; undefined: nothing. */
  value: Next
  version: number
  /** False: it was left as it is. */
  isChanged: boolean
}

const TRIES = 10

/** Cost: one read and one conditional write for each try. */
export async function changeItem<Value extends Data, Next extends Value | undefined>(
  store: Pick<Store, 'get' | 'create' | 'replace'>,
  { key, schema, change, expiresAt, tries = TRIES, pause, busy }: ItemChange<Value, Next>,
): Promise<Changed<Next>> {
  for (let failed = 0; failed < tries; failed++) {
    if (failed > 0 && pause) await sleep(pause(failed))
    const item = await store.get(key)
    const version = item?.version ?? 0
    const before = item && schema.parse(item.data)
    const value = await change(before, version)
    if (value === undefined || value === before) return { value, version, isChanged: false }
    const expiry = expiresAt === undefined ? item?.expiresAt : (expiresAt ?? undefined)
    const write = { ...key, data: value, ...(expiry !== undefined && { expiresAt: expiry }) }
    const isDone = item ? await store.replace(write, version) : await store.create(write)
    if (isDone) return { value, version: version + 1, isChanged: true }
  }
  throw busy?.() ?? new Error(`item ${key.sk} changed ${tries} times while it was changed`)
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}
