/** Long work in the thread that answers, where it cannot be handed to another: it stands back again and again. */

/** What one slice may take: between two of them, whoever they are of, everybody else is answered. */
const SLICE_MILLISECONDS = 10

const waiting: (() => void)[] = []
let isGoingRound = false

/** One slice each time the event loop comes round, however many are at work. */
function goRound(): void {
  const next = waiting.shift()
  isGoingRound = next !== undefined
  if (!next) return
  setImmediate(goRound)
  next()
}

/** Until it is this work's turn: for what is long and cannot be cut. */
export function nextSlice(): Promise<void> {
  return new Promise((done) => {
    waiting.push(done)
    if (isGoingRound) return
    isGoingRound = true
    setImmediate(goRound)
  })
}

/** From here on JSON takes tens of milliseconds to parse, and parsing cannot be cut. */
const LARGE_BYTES = 200_000

/** To be waited for before so many bytes are parsed: of several that are large, one in a slice. */
export function turnToParse(bytes: number): Promise<void> | undefined {
  return bytes > LARGE_BYTES ? nextSlice() : undefined
}

/** To be waited for in a loop, often: most of the time at once, else until it is this work's turn again. */
export function openSlices(): () => Promise<void> | undefined {
  // Who begins while others are at work waits as they do.
  let until = isGoingRound ? 0 : performance.now() + SLICE_MILLISECONDS
  return () => {
    if (performance.now() < until) return undefined
    return nextSlice().then(() => {
      until = performance.now() + SLICE_MILLISECONDS
    })
  }
}

export async function filterInSlices<Value>(
  values: Iterable<Value>,
  isWanted: (value: Value) => boolean,
): Promise<Value[]> {
  const slice = openSlices()
  const wanted: Value[] = []
  for (const value of values) {
    await slice()
    if (isWanted(value)) wanted.push(value)
  }
  return wanted
}
