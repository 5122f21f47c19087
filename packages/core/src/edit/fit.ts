/** Whether what must be on a walk can be done on it, and what it would take. */
import { VisibleError } from '../error.ts'
import { onlyStops } from '../replan/pinned.ts'
import { LONGEST_BUDGET, type Problem, type Walker } from '../solver/problem/problem.ts'
import { solve } from '../solver/solve.ts'
import type { LeftOutReason } from '../walk/answer.ts'

interface Held {
  id: string
  /** The edit that says so; null: a pin of before. */
  by: number | null
}

/** Orders what must be on one walk; a handful of stops as a rule. */
const ITERATIONS = 2_000

function refuse(code: string, by: number | null, detail: string): never {
  const pointer = by === null ? '/edits' : `/edits/${by}`
  throw new VisibleError('unprocessable', code, `${pointer}: ${detail}`, [{ pointer, detail }])
}

/** @throws VisibleError `edit.not_free`, or `edit.unreachable` */
export function refuseTaken({ id, by, reason }: Held & { reason: LeftOutReason }): never {
  if (reason === 'unreachable') refuse('edit.unreachable', by, `no walk leads to "${id}"; take this edit out`)
  return refuse(
    'edit.not_free',
    by,
    `"${id}" cannot be on a walk (${reason}): it was visited, is leased or held out, or has no doors to knock on; take this edit out`,
  )
}

/** Of what fits, but for which the search found no room. @throws VisibleError `edit.does_not_fit` */
export function refuseMissed({ id, by, number }: { id: string; by: number; number: number | null }): never {
  return refuse(
    'edit.does_not_fit',
    by,
    `no way was found to have "${id}" on ${nameOf(number)} with what must be there; give it more minutes with \`set_minutes\`, take something off it, or choose another walk`,
  )
}

function nameOf(number: number | null): string {
  return number === null ? 'the new walk' : `walk ${number}`
}

/**
 * Refuses what no order of it fits. A walk of which nothing must be there is not looked at.
 *
 * @param problem        with every stop open to those who may do it
 * @param input.numbers  of the walks; null: a new one
 * @throws VisibleError `edit.does_not_fit`, `edit.stairs`
 */
export function checkFit(
  problem: Problem,
  { held, stopOf, numbers }: { held: Held[][]; stopOf: Map<string, number>; numbers: (number | null)[] },
): void {
  held.forEach((all, index) => {
    const walker = problem.walkers[index]!
    const known = all.filter(({ id }) => stopOf.has(id))
    const stops = [...new Set(known.map(({ id }) => stopOf.get(id)!))]
    if (stops.length === 0) return
    const name = nameOf(numbers[index] ?? null)
    const by = known.find((one) => one.by !== null)?.by ?? null
    const barred = known.find(({ id }) => walker.forbidden?.[stopOf.get(id)!] === 1)
    if (barred)
      refuse(
        'edit.stairs',
        barred.by ?? by,
        `"${barred.id}" takes stairs, and who walks ${name} avoids them; choose another walk`,
      )
    const doors = stops.reduce((sum, stop) => sum + problem.doors[stop]!, 0)
    if (doors > walker.doors)
      refuse(
        'edit.does_not_fit',
        by,
        `what must be on ${name} has ${doors} doors, more than its limit of ${walker.doors}; take something off it, or choose another walk`,
      )
    const time = timeOf(problem, { stops, walker })
    if (time === null)
      refuse('edit.unreachable', by, `no walk joins what must be on ${name}; choose another walk`)
    if (time > walker.budget) {
      const minutes = Math.ceil(time / 600)
      const has = Math.floor(walker.budget / 600)
      refuse(
        'edit.does_not_fit',
        by,
        `what must be on ${name} takes ${minutes} minutes at least, and ${has} can be planned; give it ${minutes - has} minutes more with \`set_minutes\`, take something off it, or choose another walk`,
      )
    }
  })
}

/** Deciseconds of a walk to these stops and no other; null: there is none. */
function timeOf(problem: Problem, { stops, walker }: { stops: number[]; walker: Walker }): number | null {
  const only = onlyStops(problem, { stops, walker: { ...walker, budget: LONGEST_BUDGET } })
  const { routes, unserved } = solve(only, { seed: 1, iterations: ITERATIONS, weights: { balance: 0 } })
  return unserved.length > 0 ? null : routes[0]!.duration
}
