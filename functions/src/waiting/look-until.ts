/** Waiting for what somebody else does, perhaps in another process: it is looked at again and again. */

export interface Watch {
  /** Milliseconds at most; 0: one look. */
  wait: number
  /** Nobody waits any more. */
  signal?: AbortSignal
}

/** Between the first looks; later ones are rarer. */
const FIRST_PAUSE_MILLISECONDS = 50
const LONGEST_PAUSE_MILLISECONDS = 500
const SLOWER = 1.3

/** What the last look saw, done or not. Cost: for 25 s about 55 looks. */
export async function lookUntil<Seen>(
  look: () => Promise<Seen>,
  isDone: (seen: Seen) => boolean,
  { wait, signal }: Watch,
): Promise<Seen> {
  const end = performance.now() + wait
  for (let pause = FIRST_PAUSE_MILLISECONDS; ; pause = Math.min(pause * SLOWER, LONGEST_PAUSE_MILLISECONDS)) {
    const seen = await look()
    const left = end - performance.now()
    if (isDone(seen) || left <= 0 || signal?.aborted) return seen
    await sleep(Math.min(pause, left), signal)
  }
}

function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done) => {
    const end = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      done()
    }
    const timer = setTimeout(end, milliseconds)
    signal?.addEventListener('abort', end)
  })
}
