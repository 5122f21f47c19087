/**
 * Stops that lie far out of the way for what they hold: prize comes before walking, so a walk with time to spare goes
 * to them; whoever walks is told what they cost, and may leave them out.
 */
import type { Stop } from '../grouping/stop.ts'
import type { Matrix } from '../matrix/matrix.ts'
import { durationBetween } from '../matrix/matrix.ts'
import type { SolverRoute, Walker } from '../solver/problem/problem.ts'
import type { Deciseconds } from '../units.ts'
import type { Points } from './points.ts'

/** One stop, or some that follow each other. */
interface Stray {
  /** Index in the route of the first of them. */
  from: number
  count: number
  /** Walking that is saved by who leaves them out. */
  saved: Deciseconds
}

/** What lies together is one walk: at most this part of its stops may be a stray. */
const LARGEST_PART = 1 / 3

/**
 * What of a route costs more walking than its prize is worth at the rate of that route: `saved` ÷ the time of the route
 * is more than its part of the prize. Single stops before parts, none overlapping; in the order of the route.
 *
 * Cost: the square of the number of stops.
 */
export function strayParts(
  { stops: route, reversed, duration }: Pick<SolverRoute, 'stops' | 'reversed' | 'duration'>,
  about: {
    /** All stops of the plan; the route holds indices of them. */
    stops: Stop[]
    points: Points
    matrix: Matrix
    walker: Pick<Walker, 'start' | 'end'>
    /** Given key buildings: whoever named them wants them. */
    isKept: (stop: number) => boolean
  },
): Stray[] {
  const { stops, points, matrix, walker, isKept } = about
  const way = (from: number | undefined, to: number | undefined): Deciseconds =>
    from === undefined || to === undefined || from < 0 || to < 0 ? 0 : durationBetween(matrix, from, to)
  const ends = route.map((stop, index) => {
    const [first, last] = [points.first[stop]!, points.last[stop]!]
    return reversed[index] ? { enter: last, leave: first } : { enter: first, leave: last }
  })
  const leaving = [walker.start, ...ends.map(({ leave }) => leave)]
  const entering = [...ends.map(({ enter }) => enter), walker.end]
  const legs = leaving.map((from, index) => way(from, entering[index]))
  const prize = route.map((stop) => stops[stop]!.prize)
  const all = prize.reduce((sum, each) => sum + each, 0)
  const strays: Stray[] = []
  const isTaken = route.map((stop) => isKept(stop))
  const most = route.length > 1 ? Math.max(1, Math.floor(route.length * LARGEST_PART)) : 0
  for (let count = 1; count <= most; count++)
    for (let from = 0; from + count <= route.length; from++) {
      const to = from + count
      if (isTaken.slice(from, to).some((taken) => taken)) continue
      const there = legs.slice(from, to + 1).reduce((sum, leg) => sum + leg, 0)
      const saved = there - way(leaving[from], entering[to])
      const worth = prize.slice(from, to).reduce((sum, each) => sum + each, 0)
      if (saved * all <= worth * duration) continue
      strays.push({ from, count, saved })
      isTaken.fill(true, from, to)
    }
  return strays.sort((a, b) => a.from - b.from)
}
