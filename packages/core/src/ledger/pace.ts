/**
 * How long doors take, learnt from the times of visits along a walk that is over: what passed between two stops, less
 * the walking between them, against what the model expects for the doors that were knocked on and opened. Kept as a
 * histogram per block and time of day, at targets from 11 doors up: no target, walk or person stands in it.
 */
import type { Assumptions } from '../building/door-time.ts'
import type { Seconds } from '../units.ts'
import type { Attempt, Daypart } from './attempt.ts'
import { daypart } from './attempt.ts'
import type { TargetRecord } from './record.ts'
import { isSmall } from './record.ts'

/**
 * Edges of the classes of observed ÷ expected: the Renard series R 10 (ISO 3:1973). What lies beyond was no knocking:
 * a pause, or reports typed in one after the other.
 */
const EDGES = [0.2, 0.25, 0.32, 0.4, 0.5, 0.63, 0.8, 1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5]
/** Between two reports; a longer time holds a meal. */
const LONGEST_GAP_SECONDS: Seconds = 3_600

/** Stops per class of observed ÷ expected; a time of day without any is absent. */
export type Paces = Partial<Record<Daypart, number[]>>

/** A stop of a walk in its order. */
export interface PacedStop {
  block: string
  /** Of a stop with several targets there is no telling how long one took: it teaches nothing, but the next one may. */
  targets: { id: string; floors: number }[]
  /** Whether one has to get through the street door first; not where the walk has been behind it already. */
  paysEntry: boolean
  /** Walking from the stop before; 0 at the first. */
  leg: Seconds
}

export interface Pace {
  block: string
  daypart: Daypart
  /** Observed ÷ expected time. */
  ratio: number
}

/** A walk that is over, and what was reported along it. Times are milliseconds. */
export interface WalkPast {
  records: ReadonlyMap<string, TargetRecord>
  /** When the walk was begun, and when it was over: visits in between are its own. */
  from: number
  to: number
  /** When the walk was to be at its targets: paper takes that for the time of a visit. */
  planned: ReadonlySet<number>
  assumptions: Assumptions
}

/**
 * What a walk teaches; nothing of stops done out of order, of reports typed in with the times the plan foresaw, and
 * of small targets.
 */
export function pacesOf(stops: PacedStop[], walk: WalkPast): Pace[] {
  const { records, from, to, planned, assumptions } = walk
  const isOwn = (at: string): boolean => {
    const time = Date.parse(at)
    return time >= from && time <= to && !planned.has(time)
  }
  const left = stops.map(({ targets }) => {
    const times = targets.flatMap(({ id }) =>
      timesOf(records.get(id))
        .filter(isOwn)
        .map((at) => Date.parse(at)),
    )
    return times.length > 0 ? Math.max(...times) : undefined
  })
  return stops.flatMap(({ block, targets, leg, paysEntry }, index) => {
    const [target, ...more] = targets
    const [before, after] = [left[index - 1], left[index]]
    const record = target && more.length === 0 ? records.get(target.id) : undefined
    if (!target || !record || isSmall(record) || before === undefined || after === undefined) return []
    if (left.some((time) => time !== undefined && time > before && time < after)) return []
    const attempts = (record.attempts ?? []).filter(({ at }) => isOwn(at))
    const observed = (after - before) / 1000 - leg
    const expected = expectedSeconds(attempts, { floors: target.floors, paysEntry }, assumptions)
    const last = attempts.at(-1)
    const isGap = observed > LONGEST_GAP_SECONDS || observed <= 0
    if (!last || isGap || expected === 0 || classOf(observed / expected) === undefined) return []
    return [{ block, daypart: daypart(last.at), ratio: observed / expected }]
  })
}

/** What the model would have said, had it known how many open. */
function expectedSeconds(
  attempts: Attempt[],
  { floors, paysEntry }: { floors: number; paysEntry: boolean },
  assumptions: Assumptions,
): Seconds {
  const [knocked, opened] = (['knocked', 'opened'] as const).map((name) =>
    attempts.reduce((sum, attempt) => sum + attempt[name], 0),
  )
  if (!knocked) return 0
  const { entrySeconds, floorSeconds, knockSeconds, talkSeconds } = assumptions
  const entry = paysEntry ? entrySeconds.flats : 0
  return entry + floors * floorSeconds + knocked * knockSeconds + (opened ?? 0) * talkSeconds
}

function timesOf(record: TargetRecord | undefined): string[] {
  if (!record) return []
  return [...(record.attempts ?? []).map(({ at }) => at), ...(record.small ? [record.small.at] : [])]
}

/** Undefined beyond the edges. */
function classOf(ratio: number): number | undefined {
  const index = EDGES.findIndex((edge) => ratio < edge)
  return index <= 0 ? undefined : index - 1
}

/** The histogram with one more observation in it. */
export function addPace(paces: Paces, pace: Pace): Paces {
  return addPaces(paces, histogramOf(pace))
}

function histogramOf({ daypart: part, ratio }: Pace): Paces {
  const at = classOf(ratio)
  return { [part]: EDGES.slice(1).map((_, index) => (index === at ? 1 : 0)) }
}

export function addPaces(a: Paces, b: Paces): Paces {
  const sum: Paces = { ...a }
  for (const part of ['morning', 'afternoon', 'evening'] as const) {
    const [one, other] = [a[part], b[part]]
    if (other) sum[part] = one ? one.map((count, at) => count + (other[at] ?? 0)) : other
  }
  return sum
}

/** Stops in a histogram, and their median, between the edges of its class in proportion; 1 where there are none. */
export function medianOf(histogram: number[]): { stops: number; median: number } {
  const stops = histogram.reduce((sum, count) => sum + count, 0)
  let below = 0
  for (const [at, count] of histogram.entries()) {
    const [low, high] = [EDGES[at], EDGES[at + 1]]
    if (low !== undefined && high !== undefined && count > 0 && below + count >= stops / 2)
      return { stops, median: low + ((high - low) * (stops / 2 - below)) / count }
    below += count
  }
  return { stops, median: 1 }
}
