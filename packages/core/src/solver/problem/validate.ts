/** Refuses a problem that contradicts itself, before anything is counted on. */
import { VisibleError } from '../../error.ts'
import type { Problem } from './problem.ts'

/** @throws VisibleError `solver.problem`, naming the field and what was expected. Cost: O(stops + heads). */
export function validate(problem: Problem): void {
  const n = problem.first.length
  const wrong = (field: string, detail: string): never => {
    throw new VisibleError('input', 'solver.problem', `${field}: ${detail}`)
  }
  const perStop = ['last', 'service', 'prize', 'doors', 'mandatory', 'block', 'streetDoor'] as const
  for (const field of perStop) {
    if (problem[field].length !== n)
      wrong(field, `${problem[field].length} values, expected one per stop: ${n}`)
  }
  for (const field of ['keys', 'entry', 'divisible'] as const) {
    const values = problem[field]
    if (values === undefined) continue
    if (values.length !== n) wrong(field, `${values.length} values, expected one per stop: ${n}`)
    if (values.some((value) => value < 0)) wrong(field, 'below 0')
  }
  const times = new Set([problem.service, ...problem.walkers.map((walker) => walker.service)])
  for (const service of times)
    if (problem.entry?.some((time, i) => service !== null && time > (service[i] ?? 0)) === true)
      wrong('entry', 'longer than the service it is a part of')
  const cells = problem.locations * problem.locations
  if (typeof problem.durations !== 'function' && problem.durations.length !== cells) {
    wrong('durations', `${problem.durations.length} values, expected locations squared: ${cells}`)
  }
  const isLocation = (at: number): boolean => Number.isInteger(at) && at < problem.locations
  for (let i = 0; i < n; i++) {
    for (const at of [problem.first[i]!, problem.last[i]!])
      if (at < 0 || !isLocation(at))
        wrong(`stop ${i}`, `location ${at}, expected 0 to ${problem.locations - 1}`)
    if (problem.service[i]! < 0 || problem.doors[i]! < 0) wrong(`stop ${i}`, 'service or doors below 0')
  }
  const taken = new Uint8Array(n)
  problem.walkers.forEach((walker, w) => {
    if (!isLocation(walker.start) || !isLocation(walker.end))
      wrong(`walker ${w}`, `start ${walker.start} or end ${walker.end} is no location`)
    if (Number.isNaN(walker.budget) || Number.isNaN(walker.doors))
      wrong(`walker ${w}`, 'budget or doors is NaN')
    if (walker.forbidden !== null && walker.forbidden.length !== n)
      wrong(`walker ${w}`, `forbidden has ${walker.forbidden.length} values, expected one per stop: ${n}`)
    if (walker.service !== null && walker.service.length !== n)
      wrong(`walker ${w}`, `service has ${walker.service.length} values, expected one per stop: ${n}`)
    if (walker.service?.some((time) => time < 0) === true) wrong(`walker ${w}`, 'service below 0')
    for (const stop of walker.head) {
      if (!(stop >= 0 && stop < n) || taken[stop] === 1)
        wrong(`walker ${w}`, `head names stop ${stop}, which is unknown or in another head`)
      taken[stop] = 1
    }
  })
}
