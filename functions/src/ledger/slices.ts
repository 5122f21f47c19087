/** Long lists on the thread that answers: it answers others in between. */

/** So many at a time; each is looked at within some microseconds. */
const SLICE = 1_000

/** Those wanted, in their order. */
export async function filterInSlices<Value>(
  values: readonly Value[],
  isWanted: (value: Value) => boolean,
): Promise<Value[]> {
  const wanted: Value[] = []
  for (let from = 0; from < values.length; from += SLICE) {
    if (from > 0) await new Promise((next) => setImmediate(next))
    for (const value of values.slice(from, from + SLICE)) if (isWanted(value)) wanted.push(value)
  }
  return wanted
}
