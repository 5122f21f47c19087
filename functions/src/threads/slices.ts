/** Long work in the thread that answers, where it cannot be handed to another: it stands back again and again. */

/** What one slice may take; the longest answer to anybody waits for one of each who works. */
const SLICE_MILLISECONDS = 10

/** To be waited for in a loop, often: most of the time at once, else after everybody else had a turn. */
export function openSlices(): () => Promise<void> | undefined {
  let from = performance.now()
  return () => {
    if (performance.now() - from < SLICE_MILLISECONDS) return undefined
    return new Promise((done) =>
      setImmediate(() => {
        from = performance.now()
        done()
      }),
    )
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
