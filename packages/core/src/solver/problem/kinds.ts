/** Kinds of walkers: walkers of one kind are interchangeable while empty, so only one of them is tried for a stop. */
import type { Problem, Walker } from './problem.ts'

/** What is left of each walker after the head, as in Model. */
interface FreeParts {
  start: Int32Array
  end: Int32Array
  budget: Int32Array
  room: Int32Array
  hasHead: Uint8Array
  serviceRow: Int32Array
}

interface Kinds {
  kindOf: Int32Array
  kinds: number
  /** A walker of each kind: the first. */
  first: number[]
}

export function kindsOf(
  walkers: Walker[],
  { start, end, budget, room, hasHead, serviceRow }: FreeParts,
): Kinds {
  const kindOf = new Int32Array(walkers.length)
  const rules = new Map<Uint8Array | null, number>()
  const known = new Map<string, number>()
  const first: number[] = []
  walkers.forEach((walker, w) => {
    if (!rules.has(walker.forbidden)) rules.set(walker.forbidden, rules.size)
    const rule = rules.get(walker.forbidden)
    const own = hasHead[w] === 1 ? w : -1
    const key = [start[w], end[w], budget[w], room[w], serviceRow[w], rule, own].join()
    let kind = known.get(key)
    if (kind === undefined) {
      kind = first.length
      known.set(key, kind)
      first.push(w)
    }
    kindOf[w] = kind
  })
  return { kindOf, kinds: first.length, first }
}

/** `kind * stops + stop` = 1 where forbidden; null when nothing is. */
export function forbiddenOf(problem: Problem, first: number[]): Uint8Array | null {
  if (problem.walkers.every((walker) => walker.forbidden === null)) return null
  const stops = problem.first.length
  const forbidden = new Uint8Array(first.length * stops)
  first.forEach((walker, kind) => {
    const rule = problem.walkers[walker]!.forbidden
    if (rule !== null) forbidden.set(rule, kind * stops)
  })
  return forbidden
}
