/** Waits for many calls at once, but never for more than so many. */

/**
 * What `work` answers for each item, in the order of the items; at most `atOnce` are at work at the same time.
 *
 * @throws what the first failing call throws; calls that had begun go on unobserved, no other is begun
 */
export async function inParallel<Item, Answer>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++
      try {
        answers[index] = await work(items[index]!)
      } catch (error) {
        next = items.length
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
  return answers
}
