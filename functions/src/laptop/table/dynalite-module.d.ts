/** dynalite ships no types; these are the parts in use: its store, its checks and its actions, without its server. */
declare module 'dynalite/db/index.js' {
  import type { Readable } from 'node:stream'

  type Done = (error: Error | null) => void

  export interface WriteOperation {
    type: 'put' | 'del'
    key: string
    value?: unknown
  }

  export interface LevelRange extends Partial<Record<'gt' | 'gte' | 'lt' | 'lte', string>> {
    reverse?: boolean
    /** Below 0: all. */
    limit?: number
  }

  export interface LevelIterator {
    /** At most so many; none: the end. */
    nextv(size: number): Promise<[string, unknown][]>
    close(): Promise<void>
  }

  /** LevelDB as dynalite wraps it: its actions call the methods by name on this object. */
  export interface DynaliteLevel {
    readonly status: string
    get: {
      (key: string, done: (error: Error | null, value?: unknown) => void): void
      (key: string): Promise<unknown>
    }
    put: (key: string, value: unknown, done: Done) => void
    del: (key: string, done: Done) => void
    batch: {
      (operations: WriteOperation[], done: Done): void
      (operations: WriteOperation[]): Promise<void>
    }
    iterator(range: LevelRange & { highWaterMarkBytes: number }): LevelIterator
    createValueStream: (range: LevelRange) => Readable
    open(options?: { createIfMissing?: boolean }): Promise<void>
    /** `_original` closes LevelDB so that it may be opened again; the wrapper closes the store for good. */
    close: (() => Promise<void>) & { _original: () => Promise<void> }
  }

  export interface DynaliteOptions {
    /** LevelDB folder; in memory when left out. */
    path?: string
    createTableMs?: number
    deleteTableMs?: number
    updateTableMs?: number
  }

  export interface DynaliteStore {
    db: DynaliteLevel
  }

  const db: { create(options: DynaliteOptions): DynaliteStore }
  export default db
}

declare module 'dynalite/validations/index.js' {
  import type { DynaliteStore } from 'dynalite/db/index.js'

  const validations: {
    /** @throws Error with `statusCode` and `body`, as DynamoDB answers */
    checkTypes(data: unknown, types: unknown): unknown
    checkValidations(data: unknown, types: unknown, custom: unknown, store: DynaliteStore): void
  }
  export default validations
}

declare module 'dynalite/validations/*.js' {
  const validation: { types: unknown; custom: unknown }
  export default validation
}

declare module 'dynalite/actions/*.js' {
  import type { DynaliteStore } from 'dynalite/db/index.js'

  const action: (
    store: DynaliteStore,
    data: unknown,
    done: (error: Error | null, answer?: unknown) => void,
  ) => void
  export default action
}
