/** One table, and what lies in it: what every store offers. */

export interface Key {
  pk: string
  sk: string
}

/** What is stored under a key; `version` counts its writes. */
export interface Item extends Key {
  version: number
  /** Unix seconds; from then on the item is gone. */
  expiresAt?: number
  data: Record<string, unknown>
}

interface Write extends Key {
  data: Record<string, unknown>
  expiresAt?: number
}

export interface Page {
  items: Item[]
  /** Sort key to go on after; undefined at the end. */
  next: string | undefined
}

/** Neighbours in a partition: all of it, or the sort keys that begin alike. */
export interface KeyRange {
  pk: string
  /** Empty: all of the partition. */
  prefix: string
}

export interface Range extends KeyRange {
  /** Sort key to go on after. */
  after?: string | undefined
  limit: number
  newestFirst?: boolean
}

/** One table. Every write is conditional on a version; an expired item does not exist. */
export interface Store {
  get(key: Key): Promise<Item | undefined>
  /** In any order; missing and expired ones are left out. */
  getMany(keys: Key[]): Promise<Item[]>
  /** False when there is one already. */
  create(item: Write): Promise<boolean>
  /** False when the stored version is another one by now. */
  replace(item: Write, version: number): Promise<boolean>
  /** Last writer wins, in batches; for items that nobody else changes, such as imports. */
  putMany(items: Write[]): Promise<void>
  /** False when a version is given and the stored one differs; true when there was nothing. */
  remove(key: Key, version?: number): Promise<boolean>
  removeMany(keys: Key[]): Promise<void>
  query(range: Range): Promise<Page>
  /** Every item of a range in the order of its keys, read page by page as they are asked for. */
  all(range: KeyRange): AsyncIterable<Item>
  /**
   * Deletes what had expired by a time, in milliseconds; the answer lists the deleted items, so that their blobs can
   * follow.
   */
  sweep(time: number): Promise<Item[]>
}
