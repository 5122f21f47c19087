/** Waiting for what another process or a timer brings about, however slow the machine is. */

/** Ends the wait for what never comes; no test is meant to reach it. */
const LIMIT_MILLISECONDS = 300_000

type Nothing = false | null | undefined

/**
 * Asks again and again.
 *
 * @param pause  milliseconds between two questions; more for a server that counts its requests
 * @returns the first answer that is something
 * @throws Error when none came within five minutes
 */
export async function until<Value>(
  check: () => Value | Promise<Value>,
  { pause = 10 }: { pause?: number } = {},
): Promise<Exclude<Value, Nothing>> {
  const end = performance.now() + LIMIT_MILLISECONDS
  while (performance.now() < end) {
    const value = await check()
    if (value !== undefined && value !== null && value !== false) return value as Exclude<Value, Nothing>
    await new Promise((done) => setTimeout(done, pause))
  }
  throw new Error(`within ${LIMIT_MILLISECONDS / 1000} s it did not happen: ${check.toString()}`)
}
