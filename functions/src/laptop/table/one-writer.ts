/**
 * One writer in front of LevelDB. Writes that wait go together, and none is under way beside another: so when one
 * fails, no other has been acknowledged after it. A disk that was full leaves half a record in LevelDB's log, and what
 * is written behind it is lost at the next start; so after a failure the database is opened anew before it writes
 * again.
 */
import type { DynaliteLevel, WriteOperation } from 'dynalite/db/index.js'

/** At most so many operations in one write. */
const GROUP = 200

export interface OneWriter {
  /** Runs a read while the database is not being opened anew. */
  reading<Value>(read: () => Promise<Value>): Promise<Value>
  /** Waits for the writes under way. */
  settle(): Promise<void>
}

export interface OneWriterOptions {
  /** Throws when there is no use in opening the database anew. */
  checkRoom: () => Promise<void>
}

interface Waiting {
  operations: WriteOperation[]
  done: (error: Error | null) => void
}

/** Takes the place of the writing methods of a database that is open. */
export function oneWriter(db: DynaliteLevel, { checkRoom }: OneWriterOptions): OneWriter {
  const write: (operations: WriteOperation[]) => Promise<void> = db.batch.bind(db)
  let waiting: Waiting[] = []
  let writing: Promise<void> | undefined
  let isBroken = false
  let readers = 0
  let readersGone = (): void => undefined
  let mending: Promise<void> | undefined

  function add(operations: WriteOperation[], done?: Waiting['done']): Promise<void> {
    const written = new Promise<void>((resolve, reject) => {
      waiting.push({ operations, done: (error) => (error ? reject(error) : resolve()) })
    })
    writing ??= drain()
    if (!done) return written
    written.then(
      () => setImmediate(done, null),
      (error: Error) => setImmediate(done, error),
    )
    return Promise.resolve()
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const group = takeGroup()
      try {
        if (isBroken) await mend()
        await write(group.flatMap(({ operations }) => operations))
        for (const { done } of group) done(null)
      } catch (error) {
        isBroken = true
        const why = error instanceof Error ? error : new Error(String(error))
        for (const { done } of group) done(why)
      }
    }
    writing = undefined
  }

  function takeGroup(): Waiting[] {
    let [taken, operations] = [0, 0]
    do operations += waiting[taken++]!.operations.length
    while (taken < waiting.length && operations + waiting[taken]!.operations.length <= GROUP)
    const group = waiting.slice(0, taken)
    waiting = waiting.slice(taken)
    return group
  }

  /** Once at a time, with no read under way. @throws Error when it did not open: it is closed until the next try */
  function mend(): Promise<void> {
    mending ??= reopen().finally(() => (mending = undefined))
    return mending
  }

  async function reopen(): Promise<void> {
    await checkRoom()
    if (readers > 0) await new Promise<void>((done) => (readersGone = done))
    if (db.status === 'open') await db.close._original()
    await db.open({ createIfMissing: false })
    isBroken = false
  }

  db.put = (key, value, done) => void add([{ type: 'put', key, value }], done)
  db.del = (key, done) => void add([{ type: 'del', key }], done)
  db.batch = add

  return {
    async reading(read) {
      while (mending) await mending.catch(() => undefined)
      if (db.status === 'closed') await mend()
      readers++
      try {
        return await read()
      } finally {
        readers--
        if (readers === 0) readersGone()
      }
    },
    async settle() {
      await writing
    },
  }
}
