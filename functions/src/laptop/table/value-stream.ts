/**
 * Reads values of LevelDB and lets go of what it read with. dynalite's own streams ask the iterator for a method that
 * it does not have, so that none was ever closed: each held its view of the database, files that were merged long ago
 * included, until the process ended.
 */
import { Readable } from 'node:stream'
import type { DynaliteLevel, LevelRange } from 'dynalite/db/index.js'

/** Takes the place of the stream that dynalite reads ranges by; it ends early when the reader has enough. */
export function closeIterators(db: Pick<DynaliteLevel, 'values' | 'createValueStream'>): void {
  db.createValueStream = (range: LevelRange) => {
    const iterator = db.values(range)
    return new Readable({
      objectMode: true,
      read() {
        iterator.next().then(
          (value) => this.push(value === undefined ? null : value),
          (error: Error) => this.destroy(error),
        )
      },
      destroy(error, done) {
        iterator.close().then(
          () => done(error),
          (why: Error) => done(error ?? why),
        )
      },
    })
  }
}
