/** Many calls of one kind: a few at a time, so that neither the network nor the server is kept waiting. */

const AT_A_TIME = 6

/**
 * What `call` answers for each, in order.
 *
 * @param onDone  after each, how many are done
 * @throws what the first call that fails throws; calls under way end, no other begins
 */
export async function several<T, R>(
  all: readonly T[],
  call: (each: T) => Promise<R>,
  onDone: (done: number) => void = () => undefined,
): Promise<R[]> {
  const answers: R[] = []
  let next = 0
  let done = 0
  let hasFailed = false
  async function work(): Promise<void> {
    while (next < all.length && !hasFailed) {
      const index = next++
      try {
        answers[index] = await call(all[index]!)
      } catch (error) {
        hasFailed = true
        throw error
      }
      onDone(++done)
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, work))
  return answers
}
