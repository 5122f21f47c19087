/** Steps through targets and walks by keys, in the order in which they are walked. */
import type { MapTarget, MapWalk } from './plan.ts'

/** The target `by` places on, within the walk of the one that is there; at the ends it stays. */
export function stepTarget(
  walks: readonly MapWalk[],
  from: { target: string | null; walk: number | null },
  by: number,
) {
  const walk = walks.find((each) =>
    from.target === null ? each.number === from.walk : each.targets.some(({ id }) => id === from.target),
  )
  const targets: readonly MapTarget[] = (walk ?? walks[0])?.targets ?? []
  const at = targets.findIndex(({ id }) => id === from.target)
  if (at < 0) return targets[by > 0 ? 0 : targets.length - 1] ?? null
  return targets[Math.min(targets.length - 1, Math.max(0, at + by))] ?? null
}

/** Number of the walk `by` places on, round and round, without `skip`; null: there is none. */
export function stepWalk(
  walks: readonly MapWalk[],
  from: number | null,
  by: number,
  skip: number | null = null,
) {
  const numbers = walks.map(({ number }) => number).filter((number) => number !== skip)
  if (numbers.length === 0) return null
  const at = from === null ? -1 : numbers.indexOf(from)
  if (at < 0) {
    if (from === null) return numbers[by > 0 ? 0 : numbers.length - 1]!
    // From one that is skipped: to its neighbour.
    const beyond = by > 0 ? numbers.find((each) => each > from) : numbers.findLast((each) => each < from)
    return beyond ?? numbers[by > 0 ? 0 : numbers.length - 1]!
  }
  return numbers[(at + by + numbers.length) % numbers.length]!
}
