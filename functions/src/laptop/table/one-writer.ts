/**
 * One writer in front of LevelDB. Writes that wait go together, and none is under way beside another: so when one
 * fails, no other has been acknowledged after it. A disk that was full leaves half a record in LevelDB's log, and what
 * is written behind it is lost at the next start; so after a failure the database is opened anew before it writes
 * again.
 *
 * Nor is a read under way beside a write. Each read holds a snapshot, for which LevelDB keeps the value before the
 * write; once two values of one key lie in two tables of one level, LevelDB 1.20 may merge the newer one away and
 * read the older (docs/decisions/0071-no-snapshot-beside-a-write.md).
 */
import type { DynaliteLevel, WriteOperation } from 'dynalite/db/index.js'
import { readersOrWriter } from './readers-or-writer.ts'

/** At most so many operations in one write. */
const GROUP = 200

export interface OneWriter {
  /** Runs one short read while nothing is written, and the database is not being opened anew. */
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

/** Takes the place of the methods of a database that is open; ranges are read through `reading`. */
export function oneWriter(db: DynaliteLevel, { checkRoom }: OneWriterOptions): OneWriter {
  const write: (operations: WriteOperation[]) => Promise<void> = db.batch.bind(db)
  const read: (key: string) => Promise<unknown> = db.get.bind(db)
  const gate = readersOrWriter()
  let waiting: Waiting[] = []
  let writing: Promise<void> | undefined
  let isBroken = false

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
    while (waiting.length > 0) await gate.writing(writeGroup)
    writing = undefined
  }

  async function writeGroup(): Promise<void> {
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

  function takeGroup(): Waiting[] {
    let [taken, operations] = [0, 0]
    do operations += waiting[taken++]!.operations.length
    while (taken < waiting.length && operations + waiting[taken]!.operations.length <= GROUP)
    const group = waiting.slice(0, taken)
    waiting = waiting.slice(taken)
    return group
  }

  /** Opens anew after a failure. @throws Error when it did not open: it is closed until the next try */
  async function mend(): Promise<void> {
    if (!isBroken) return
    await checkRoom()
    if (db.status === 'open') await db.close._original()
    await db.open({ createIfMissing: false })
    isBroken = false
  }

  const isClosed = (): boolean => isBroken && db.status === 'closed'

  async function reading<Value>(task: () => Promise<Value>): Promise<Value> {
    for (;;) {
      if (isClosed()) await gate.writing(mend)
      const answer = await gate.reading(async () => (isClosed() ? undefined : { value: await task() }))
      if (answer) return answer.value
    }
  }

  db.put = (key, value, done) => void add([{ type: 'put', key, value }], done)
  db.del = (key, done) => void add([{ type: 'del', key }], done)
  db.batch = add
  db.get = ((key, done) => {
    const found = reading(() => read(key))
    if (!done) return found
    found.then(
      (value) => setImmediate(done, null, value),
      (error: Error) => setImmediate(done, error),
    )
    return undefined
  }) as DynaliteLevel['get']

  return {
    reading,
    async settle() {
      await writing
    },
  }
}
