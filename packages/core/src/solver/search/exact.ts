/**
 * The best walks of all, by trying every set of stops for every walker, for problems of a few stops: the shortest walk
 * over each set by dynamic programming, then the best way to share the sets out.
 *
 * Source: Held, Karp (1962), https://doi.org/10.1137/0110015. Differences: stops have two ends, walks may be open, and
 * no set has to be walked.
 */
import type { Model } from '../problem/model.ts'
import { sparedByHead } from '../problem/street-doors.ts'
import type { FreeWalk } from '../state/best.ts'

const MOST_STOPS = 9
/** Steps of both parts together; about a tenth of a second. */
const MOST_STEPS = 10_000_000

/** Every set of the servable stops, as bits, for one kind of walkers. */
interface Sets {
  /** Least walking; Infinity where the set is too much for a walk. */
  walking: Float64Array
  /** Per `set * 2 stops + end`: the end before it; -1 = the set has one stop. Ends are `2 stop + 1` where reversed. */
  before: Int8Array
  last: Int8Array
}

/** Whether {@link bestOfAll} is asked for no more than it can do in an instant. */
export function canTryAll(model: Model): boolean {
  const n = model.servable.length
  if (n > MOST_STOPS) return false
  return model.kinds * 2 ** n * (2 * n) ** 2 + usefulWalkers(model).length * 3 ** n <= MOST_STEPS
}

/**
 * Walks of the most gain, among these with the least walking. Quality counts for nothing.
 * Cost: O(kinds · 2ⁿ · n² + walkers · 3ⁿ).
 */
export function bestOfAll(model: Model): FreeWalk[] {
  const { servable, objective, kindOf, walkers } = model
  const sets = 1 << servable.length
  const gain = sumsOver(servable, objective.gain)
  const doors = streetDoorsOver(model)
  const kinds = new Map<number, Sets>()
  let best = new Float64Array(sets).fill(Infinity)
  best[0] = 0
  const taken: { walker: number; set: Int32Array }[] = []
  for (const walker of usefulWalkers(model)) {
    const kind = kinds.get(kindOf[walker]!) ?? shortestWalks(model, walker)
    kinds.set(kindOf[walker]!, kind)
    const next = best.slice()
    const own = new Int32Array(sets)
    for (let set = 1; set < sets; set++) {
      const walking = kind.walking[set]!
      if (walking === Infinity) continue
      const cost = objective.walking * walking - gain[set]!
      // Every set of the other stops, the empty one last.
      const rest = sets - 1 - set
      for (let others = rest; ; others = (others - 1) & rest) {
        if (best[others]! + cost < next[others | set]! && (doors[others]! & doors[set]!) === 0) {
          next[others | set] = best[others]! + cost
          own[others | set] = set
        }
        if (others === 0) break
      }
    }
    best = next
    taken.push({ walker, set: own })
  }
  let set = best.reduce((least, cost, at) => (cost < best[least]! ? at : least), 0)
  const walks = Array.from({ length: walkers }, (): FreeWalk => ({ stops: [], reversed: [] }))
  for (const { walker, set: own } of taken.reverse()) {
    walks[walker] = walkOver(model, kinds.get(kindOf[walker]!)!, own[set]!)
    set &= ~own[set]!
  }
  return walks
}

/** Of each kind no more than there are stops: the others would stay empty. */
function usefulWalkers({ walkers, kinds, kindOf, servable }: Model): number[] {
  const count = new Int32Array(kinds)
  return Array.from({ length: walkers }, (_, walker) => walker).filter(
    (walker) => count[kindOf[walker]!]!++ < servable.length,
  )
}

function shortestWalks(model: Model, walker: number): Sets {
  const { servable, durations, problem, start, end, service, serviceRow, budget, room } = model
  const n = servable.length
  const ends = 2 * n
  const sets = 1 << n
  const into = Int32Array.from({ length: ends }, (_, at) => endOf(model, at, at % 2 === 1))
  const outOf = Int32Array.from({ length: ends }, (_, at) => endOf(model, at, at % 2 === 0))
  const row = serviceRow[walker]!
  const time = sumsOver(servable, service.subarray(row, row + model.stops))
  const spared = sparedOver(model, walker)
  const doors = sumsOver(servable, problem.doors)
  const length = new Float64Array(sets * ends).fill(Infinity)
  const before = new Int8Array(sets * ends).fill(-1)
  const walking = new Float64Array(sets).fill(Infinity)
  const last = new Int8Array(sets).fill(-1)
  const home = model.hasHead[walker] === 1 ? durations.between(start[walker]!, end[walker]!) : 0
  const isAllowed = Array.from(servable, (stop) => isAllowedFor(model, stop, walker))
  for (let set = 1; set < sets; set++) {
    if (doors[set]! > room[walker]!) continue
    for (let at = 0; at < ends; at++) {
      const stop = at >> 1
      if (((set >> stop) & 1) === 0 || !isAllowed[stop]) continue
      const without = set & ~(1 << stop)
      let least = without === 0 ? durations.between(start[walker]!, into[at]!) : Infinity
      for (let from = 0; from < ends; from++) {
        const walked = length[without * ends + from]!
        if (walked === Infinity) continue
        const both = walked + durations.between(outOf[from]!, into[at]!)
        if (both >= least) continue
        least = both
        before[set * ends + at] = from
      }
      length[set * ends + at] = least
      const whole = least + durations.between(outOf[at]!, end[walker]!)
      if (whole + time[set]! - spared[set]! > budget[walker]! || whole - home >= walking[set]!) continue
      // The way home of who has begun is walked with or without further stops.
      walking[set] = whole - home
      last[set] = at
    }
  }
  return { walking, before, last }
}

function walkOver({ servable }: Model, { before, last }: Sets, set: number): FreeWalk {
  const walk: FreeWalk = { stops: [], reversed: [] }
  const ends = 2 * servable.length
  for (let at = last[set]!, left = set; left !== 0;) {
    walk.stops.unshift(servable[at >> 1]!)
    walk.reversed.unshift(at % 2 === 1)
    const from = before[left * ends + at]!
    left &= ~(1 << (at >> 1))
    at = from
  }
  return walk
}

function endOf({ servable, problem }: Model, at: number, isLast: boolean): number {
  return (isLast ? problem.last : problem.first)[servable[at >> 1]!]!
}

function isAllowedFor(
  { forbidden, kindOf, stops, streetDoor, doorWalker }: Model,
  stop: number,
  walker: number,
): boolean {
  if (forbidden !== null && forbidden[kindOf[walker]! * stops + stop] === 1) return false
  const door = streetDoor[stop]!
  return door < 0 || doorWalker[door]! < 0 || doorWalker[door] === walker
}

/** Per set of stops the sum of their values. */
function sumsOver(servable: Int32Array, values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(1 << servable.length)
  for (let set = 1; set < sums.length; set++) {
    const low = set & -set
    sums[set] = sums[set ^ low]! + values[servable[31 - Math.clz32(low)]!]!
  }
  return sums
}

/** Per set of stops what a walker is spared at street doors that he passes more than once. */
function sparedOver(model: Model, walker: number): Float64Array {
  const { servable, entryDoor, spares } = model
  const spared = new Float64Array(1 << servable.length)
  for (let set = 1; set < spared.length; set++) {
    const at = 31 - Math.clz32(set)
    const stop = servable[at]!
    const rest = set ^ (1 << at)
    const isOpen = servable.some(
      (other, place) => ((rest >> place) & 1) === 1 && entryDoor[other] === entryDoor[stop],
    )
    spared[set] = spared[rest]! + (isOpen ? spares[stop]! : sparedByHead(model, stop, walker))
  }
  return spared
}

/** Per set of stops the street doors that tie them to one walk, as bits. */
function streetDoorsOver({ servable, streetDoor }: Model): Int32Array {
  const numbers = [...new Set(Array.from(servable, (stop) => streetDoor[stop]!))].filter((door) => door >= 0)
  const bits = Array.from(servable, (stop) => {
    const number = numbers.indexOf(streetDoor[stop]!)
    return number < 0 ? 0 : 1 << number
  })
  return Int32Array.from({ length: 1 << servable.length }, (_, set) =>
    bits.reduce((all, bit, at) => (((set >> at) & 1) === 1 ? all | bit : all), 0),
  )
}
