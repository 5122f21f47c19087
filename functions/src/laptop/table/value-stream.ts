/**
 * Reads ranges of LevelDB view by view, and lets go of what each was read with before the next: an open iterator is a
 * snapshot, beside which nothing may be written (one-writer.ts). dynalite's own streams never closed theirs.
 */
import { Readable } from 'node:stream'
import type { DynaliteLevel, LevelRange } from 'dynalite/db/index.js'
import type { OneWriter } from './one-writer.ts'

/** At most so much is read in one view; the writer waits for it. */
const VIEW = { entries: 500, bytes: 256 * 1024 }

/**
 * Takes the place of the stream that dynalite reads ranges by. What is written in the meantime may be in a view that
 * comes later: a page of DynamoDB is no snapshot either.
 */
export function readByViews(
  db: Pick<DynaliteLevel, 'iterator' | 'createValueStream'>,
  { reading }: Pick<OneWriter, 'reading'>,
): void {
  db.createValueStream = (range: LevelRange) => {
    let rest: LevelRange | undefined = range
    let values: unknown[] = []
    const advance = async (): Promise<void> => {
      while (values.length === 0 && rest) {
        const from: LevelRange = rest
        const view = await reading(() => readView(db, from))
        values = view.entries.map(([, value]) => value).reverse()
        rest = view.isEnd ? undefined : restAfter(from, view.entries)
      }
    }
    return new Readable({
      objectMode: true,
      read() {
        advance().then(
          () => {
            if (values.length === 0) this.push(null)
            while (values.length > 0 && this.push(values.pop()));
          },
          (error: Error) => this.destroy(error),
        )
      },
    })
  }
}

interface View {
  entries: [string, unknown][]
  isEnd: boolean
}

async function readView(db: Pick<DynaliteLevel, 'iterator'>, range: LevelRange): Promise<View> {
  const iterator = db.iterator({ ...range, highWaterMarkBytes: VIEW.bytes })
  try {
    const entries = await iterator.nextv(VIEW.entries)
    // At the end LevelDB knows it without another look.
    const more = entries.length > 0 ? await iterator.nextv(VIEW.entries) : []
    return { entries: [...entries, ...more], isEnd: more.length === 0 }
  } finally {
    await iterator.close()
  }
}

/** Undefined where no more is wanted. */
function restAfter(range: LevelRange, entries: View['entries']): LevelRange | undefined {
  const { gt, gte, lt, lte, reverse = false, limit = -1 } = range
  const last = entries.at(-1)![0]
  const left = limit < 0 ? limit : limit - entries.length
  if (left === 0) return undefined
  const bounds = reverse
    ? { ...(gt === undefined ? {} : { gt }), ...(gte === undefined ? {} : { gte }), lt: last }
    : { ...(lt === undefined ? {} : { lt }), ...(lte === undefined ? {} : { lte }), gt: last }
  return { ...bounds, reverse, limit: left }
}
