/** Which walk of one plan is which of another: the one of the same name, else the one that shares most targets. */
import type { Walk } from '../walk/answer.ts'

export type WalkPair = [first: Walk | null, second: Walk | null]

/**
 * Every walk of either plan once. Plans that were made apart number their walks as they please, and walks that change
 * hands keep their doors: so what is on them decides. The same pairs whichever plan comes first.
 */
export function pairWalks(first: readonly Walk[], second: readonly Walk[]): WalkPair[] {
  const walkOf = new Map(second.flatMap((walk) => targetIds(walk).map((id) => [id, walk] as const)))
  const shared = new Map<string, { a: Walk; b: Walk; count: number }>()
  for (const a of first)
    for (const id of targetIds(a)) {
      const b = walkOf.get(id)
      if (!b) continue
      const key = `${a.number} ${b.number}`
      const known = shared.get(key)
      if (known) known.count++
      else shared.set(key, { a, b, count: 1 })
    }
  const named = new Map(second.map((walk) => [walk.walkId, walk]))
  const same = first.flatMap((a) => {
    const b = named.get(a.walkId)
    return b ? [{ a, b }] : []
  })
  const alike = [...shared.values()].sort(
    (one, other) =>
      other.count - one.count ||
      Number(one.a.number !== one.b.number) - Number(other.a.number !== other.b.number) ||
      Math.min(one.a.number, one.b.number) - Math.min(other.a.number, other.b.number) ||
      Math.max(one.a.number, one.b.number) - Math.max(other.a.number, other.b.number),
  )
  const pairOf = new Map<Walk, Walk>()
  const taken = new Set<Walk>()
  for (const { a, b } of [...same, ...alike]) {
    if (pairOf.has(a) || taken.has(b)) continue
    pairOf.set(a, b)
    taken.add(b)
  }
  return [
    ...first.map((walk): WalkPair => [walk, pairOf.get(walk) ?? null]),
    ...second.filter((walk) => !taken.has(walk)).map((walk): WalkPair => [null, walk]),
  ]
}

export function targetIds(walk: Walk): string[] {
  return walk.stops.flatMap(({ targets }) => targets.map(({ id }) => id))
}
