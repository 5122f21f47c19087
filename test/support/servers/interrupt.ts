/** One call stopped between two of its reads and writes, while another goes as far as it can. */
import type { Storage } from '@doorwalk/functions/world'

interface Interrupted<First, Second> {
  first: First
  /** Undefined: the first call had fewer steps. */
  second: Second | undefined
}

/** Without a read or a write for so many rounds of the event loop, a call waits for the other. */
const QUIET_ROUNDS = 60
/** The queues are looked at by everybody, all the time. */
const NOBODYS = /"QUEUE#/

/**
 * Stops `first` before its read or write of that number (1 is the first one), runs `second` until it has ended or
 * waits, and lets both go on.
 */
export async function interruptAt<First, Second>(
  storage: Pick<Storage, 'store' | 'blobs'>,
  { step, first, second }: { step: number; first: () => Promise<First>; second: () => Promise<Second> },
): Promise<Interrupted<First, Second>> {
  let seen = 0
  let activity = 0
  let other: Promise<Second> | undefined
  const before = async (args: unknown[]): Promise<void> => {
    activity++
    if (other || NOBODYS.test(JSON.stringify(args)) || ++seen < step) return
    other = Promise.resolve().then(second)
    await Promise.race([other.catch(() => undefined), quiet(() => activity)])
  }
  const restore = [watch(storage.store, before), watch(storage.blobs, before)]
  try {
    const done = await first()
    return { first: done, second: await other }
  } finally {
    await other?.catch(() => undefined)
    for (const undo of restore) undo()
  }
}

async function quiet(activity: () => number): Promise<void> {
  let last = activity()
  for (let rounds = 0; rounds < QUIET_ROUNDS; rounds++) {
    await new Promise((done) => setTimeout(done))
    if (activity() === last) continue
    last = activity()
    rounds = 0
  }
}

/** Every method that gives a promise waits for `before`; what it gives is an activity, too. */
function watch(port: object, before: (args: unknown[]) => Promise<void>): () => void {
  const methods = port as Record<string, (...args: unknown[]) => unknown>
  const kept = { ...methods }
  for (const [name, method] of Object.entries(kept)) {
    if (name === 'all') {
      methods[name] = async function* (...args) {
        await before(args)
        yield* method.apply(port, args) as AsyncGenerator
      }
    } else {
      methods[name] = async (...args) => {
        await before(args)
        return method.apply(port, args)
      }
    }
  }
  return () => void Object.assign(methods, kept)
}
