/** Small solver problems: random ones from a seed, and the optimum of the smallest by trying everything. */
import type { Problem, Solution, Walker } from '@doorwalk/core/solver/problem/problem'
import { Random } from '@doorwalk/core/solver/chance/random'
import { UNREACHABLE } from '@doorwalk/core/units'

export interface Shape {
  stops: number
  walkers: number
  /** Deciseconds; points lie in a square of 1,000 deciseconds. */
  budget?: number
  doors?: number
  mandatory?: boolean
  /** Rows of houses with two ends. */
  twoEnded?: boolean
  asymmetric?: boolean
  streetDoors?: boolean
  forbidden?: boolean
  /** 'meeting' = all start and end at location 0. */
  ends?: 'meeting' | 'open' | 'anywhere' | 'own'
  unreachable?: boolean
  heads?: boolean
  /** Every second walker needs other times than the problem says: mostly less, sometimes more. */
  ownService?: boolean
  /** Street doors take time to pass, and some of them may be shared out. */
  entry?: boolean
  /** Some stops share a building, and most stand along a side of a street. */
  looks?: boolean
  /** One stop in three has key targets. */
  keys?: boolean
}

/** A random problem on the plane; the same shape and seed give the same problem. */
export function randomProblem(shape: Shape, seed: number): Problem {
  const random = new Random(seed)
  const n = shape.stops
  const locations = 1 + shape.walkers + (shape.twoEnded ? 2 * n : n)
  const x = Int32Array.from({ length: locations }, () => random.below(1000))
  const y = Int32Array.from({ length: locations }, () => random.below(1000))
  const durations = new Int32Array(locations * locations)
  for (let i = 0; i < locations; i++) {
    for (let j = 0; j < locations; j++) {
      const dx = x[i]! - x[j]!
      const dy = y[i]! - y[j]!
      const detour = shape.asymmetric ? random.below(200) : 0
      const cut = shape.unreachable && random.below(10) < 7
      durations[i * locations + j] =
        i === j ? 0 : cut ? UNREACHABLE : Math.ceil(Math.sqrt(dx * dx + dy * dy)) + detour
    }
  }
  closeUnderDetours(durations, locations)
  const base = 1 + shape.walkers
  const first = Int32Array.from({ length: n }, (_, i) => base + (shape.twoEnded ? 2 * i : i))
  const walkers = Array.from({ length: shape.walkers }, (_, w): Walker => {
    const ends = shape.ends ?? 'meeting'
    const start = ends === 'anywhere' ? -1 : ends === 'own' ? 1 + w : 0
    return {
      start,
      end: ends === 'meeting' || ends === 'own' ? start : -1,
      budget: Math.round((shape.budget ?? 2500) * (0.8 + 0.4 * random.unit())),
      doors: shape.doors ?? Number.MAX_SAFE_INTEGER,
      forbidden: shape.forbidden
        ? Uint8Array.from({ length: n }, () => (random.below(4) === 0 ? 1 : 0))
        : null,
      service:
        shape.ownService && w % 2 === 1 ? Int32Array.from({ length: n }, () => random.below(200)) : null,
      head: shape.heads && 4 * w < n ? [4 * w] : [],
    }
  })
  const problem = {
    locations,
    durations,
    x,
    y,
    first,
    last: shape.twoEnded ? first.map((at) => at + 1) : first.slice(),
    service: Int32Array.from({ length: n }, () => random.below(300)),
    prize: Int32Array.from({ length: n }, () => 1 + random.below(900)),
    doors: Int32Array.from({ length: n }, () => 1 + random.below(9)),
    mandatory: new Uint8Array(n).fill(shape.mandatory ? 1 : 0),
    block: Int32Array.from({ length: n }, (_, i) => Math.floor(i / 4)),
    streetDoor: Int32Array.from({ length: n }, (_, i) =>
      shape.streetDoors && i % 2 === 0 ? Math.floor(i / 4) : -1,
    ),
    ...(shape.looks ? randomLooks(n, seed) : {}),
    ...(shape.keys ? { keys: randomKeys(n, seed) } : {}),
    walkers,
  }
  return shape.entry ? withEntry(problem, seed) : problem
}

/** With street doors that take time to pass, three stops behind each, every second door to be shared out. */
function withEntry(problem: Problem, seed: number): Problem {
  const random = new Random(seed ^ 0x656e7472)
  const entry = problem.service.map(() => (random.below(8) === 0 ? 20 : 60))
  const longer = (service: Int32Array): Int32Array => service.map((time, stop) => time + entry[stop]!)
  return {
    ...problem,
    entry,
    streetDoor: entry.map((_, stop) => (stop % 4 < 3 ? Math.floor(stop / 4) : -1)),
    divisible: Uint8Array.from(entry, (_, stop) => Math.floor(stop / 4) % 2),
    service: longer(problem.service),
    walkers: problem.walkers.map((walker) => ({
      ...walker,
      service: walker.service && longer(walker.service),
    })),
  }
}

/** In any order along their sides, some at one place. */
function randomLooks(n: number, seed: number): Pick<Problem, 'building' | 'side' | 'along'> {
  const random = new Random(seed ^ 0x6c6f6f6b)
  const draw = (bound: number, offset: number): Int32Array =>
    Int32Array.from({ length: n }, () => random.below(bound) + offset)
  return {
    building: draw(1 + Math.ceil(n / 2), -1),
    side: draw(2 + Math.ceil(n / 6), -1),
    along: draw(n + 1, 0),
  }
}

/** From a stream of their own: a problem with keys is the same one as without, but for these. */
function randomKeys(n: number, seed: number): Int32Array {
  const random = new Random(seed ^ 0x6b657973)
  return Int32Array.from({ length: n }, () => (random.below(3) === 0 ? 1 + random.below(3) : 0))
}

/** Makes durations shortest walks (Floyd and Warshall), as those of a street graph are. */
function closeUnderDetours(durations: Int32Array, n: number): void {
  for (let k = 0; k < n; k++)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        const detour = durations[i * n + k]! + durations[k * n + j]!
        if (detour < durations[i * n + j]!) durations[i * n + j] = detour
      }
}

export interface Optimum {
  /** Most key targets that fit together. */
  keys: number
  /** Most prize with these. */
  prize: number
  /** Least walking among the walks of that prize. */
  walking: number
}

/** Tries every set, order and direction of stops for every walker: exact, for up to 8 stops. */
export function bruteForce(problem: Problem): Optimum {
  const n = problem.first.length
  const sets = 1 << n
  // Per set the least walking of what the walkers so far can do. Street doors are checked per walk.
  const walked = problem.walkers.flatMap((walker) => walker.head).reduce((set, stop) => set | (1 << stop), 0)
  let reached = new Map<number, number>([[walked, 0]])
  for (let w = 0; w < problem.walkers.length; w++) {
    const shortest = shortestWalks(problem, w, sets)
    // Who has begun walks to the end, with or without further stops.
    const home = problem.walkers[w]!.head.length === 0 ? 0 : shortest[0]!
    const next = new Map<number, number>()
    for (const [taken, walking] of reached) next.set(taken, walking + home)
    for (const [taken, sum] of reached) {
      for (let set = 1; set < sets; set++) {
        const walking = shortest[set]!
        if ((set & taken) !== 0 || walking === Infinity || sharesDoor(problem, w, set, taken)) continue
        const both = set | taken
        if (sum + walking < (next.get(both) ?? Infinity)) next.set(both, sum + walking)
      }
    }
    reached = next
  }
  let best: Optimum = { keys: 0, prize: 0, walking: 0 }
  for (const [set, walking] of reached) {
    const found = { keys: sumOver(problem.keys, set), prize: sumOver(problem.prize, set), walking }
    if (isBetter(found, best)) best = found
  }
  return best
}

/** First the most key targets, then the most prize, then the least walking. */
function isBetter(a: Optimum, b: Optimum): boolean {
  if (a.keys !== b.keys) return a.keys > b.keys
  return a.prize !== b.prize ? a.prize > b.prize : a.walking < b.walking
}

function sumOver(values: Int32Array | undefined, set: number): number {
  return values?.reduce((sum, value, i) => sum + ((set >> i) & 1) * value, 0) ?? 0
}

/** Whether a set of stops for walker w lies behind a street door that another walker has opened. */
function sharesDoor(problem: Problem, w: number, set: number, taken: number): boolean {
  const own = problem.walkers[w]!.head
  const later = problem.walkers.slice(w + 1).flatMap((walker) => walker.head)
  const doors = (has: (stop: number) => boolean): number[] =>
    Array.from(problem.streetDoor).filter(
      (door, stop) => door >= 0 && problem.divisible?.[stop] !== 1 && has(stop),
    )
  const behind = new Set(doors((stop) => ((set >> stop) & 1) === 1))
  const others = doors((stop) => later.includes(stop) || (((taken >> stop) & 1) === 1 && !own.includes(stop)))
  return others.some((door) => behind.has(door))
}

/**
 * Least walking of walker w over each set of stops behind its head, head and way to the end included; Infinity where no
 * order fits. A head was walked from the nearer end of each of its stops, and counts whether it fits or not.
 */
function shortestWalks(problem: Problem, w: number, sets: number): Float64Array {
  const walker = problem.walkers[w]!
  const n = problem.first.length
  const matrix = problem.durations
  const times = walker.service ?? problem.service
  if (typeof matrix === 'function') throw new Error('brute force needs a matrix')
  const leg = (a: number, b: number): number => (a < 0 || b < 0 ? 0 : matrix[a * problem.locations + b]!)

  const heads = problem.walkers.flatMap((other) => other.head).reduce((set, stop) => set | (1 << stop), 0)
  const begunSet = walker.head.reduce((set, stop) => set | (1 << stop), 0)
  const timeOf = (stop: number, before: number): number =>
    times[stop]! - sparedAt(problem, stop, (other) => ((before >> other) & 1) === 1)
  const best = new Float64Array(sets).fill(Infinity)
  const extend = (set: number, at: number, walking: number, service: number, doors: number): void => {
    if (set === 0) best[0] = walking + leg(at, walker.end)
    else {
      const total = walking + leg(at, walker.end)
      if (total + service <= walker.budget && total < UNREACHABLE) best[set] = Math.min(best[set]!, total)
    }
    for (let i = 0; i < n; i++) {
      if (
        (set >> i) & 1 ||
        (heads >> i) & 1 ||
        walker.forbidden?.[i] === 1 ||
        doors + problem.doors[i]! > walker.doors
      )
        continue
      for (const [into, outOf] of [
        [problem.first[i]!, problem.last[i]!],
        [problem.last[i]!, problem.first[i]!],
      ] as const) {
        const further = walking + leg(at, into)
        const time = timeOf(i, set | begunSet)
        if (further + service + time > walker.budget) continue
        extend(set | (1 << i), outOf, further, service + time, doors + problem.doors[i]!)
        if (problem.first[i] === problem.last[i]) break
      }
    }
  }
  let at = walker.start
  const begun = { walking: 0, service: 0, doors: 0 }
  let behind = 0
  for (const stop of walker.head) {
    const there = leg(at, problem.first[stop]!)
    const turned = leg(at, problem.last[stop]!)
    begun.walking += Math.min(there, turned)
    begun.service += timeOf(stop, behind)
    behind |= 1 << stop
    begun.doors += problem.doors[stop]!
    at = turned < there ? problem.first[stop]! : problem.last[stop]!
  }
  extend(0, at, begun.walking, begun.service, begun.doors)
  return best
}

/** What a walk that has been at `before` is spared at a stop: the least entry of its street door, if it was passed. */
function sparedAt(
  { streetDoor, entry }: Problem,
  stop: number,
  isBefore: (other: number) => boolean,
): number {
  if (entry === undefined || streetDoor[stop]! < 0) return 0
  const behind = Array.from(streetDoor.keys()).filter((other) => streetDoor[other] === streetDoor[stop])
  return behind.some(isBefore) ? Math.min(...behind.map((other) => entry[other]!)) : 0
}

/** Unserved stops with a prize that some walk could take as it stands: every walk, gap and direction is tried. */
export function stopsThatFit(problem: Problem, solution: Solution): number[] {
  const { durations, locations, first, last, doors, streetDoor } = problem
  if (typeof durations === 'function') throw new Error('a matrix is needed')
  const leg = (a: number, b: number): number => (a < 0 || b < 0 ? 0 : durations[a * locations + b]!)
  const lengthOf = (w: number, path: readonly (readonly [into: number, outOf: number])[]): number => {
    const { start, end } = problem.walkers[w]!
    const leaves = [start, ...path.map(([, outOf]) => outOf)]
    const enters = [...path.map(([into]) => into), end]
    return leaves.reduce((sum, from, i) => sum + leg(from, enters[i]!), 0)
  }
  return solution.unserved.filter((stop) =>
    problem.walkers.some((walker, w) => {
      const route = solution.routes[w]!
      const isDoorElsewhere = solution.routes.some(
        (other) => other !== route && other.stops.some((at) => streetDoor[at] === streetDoor[stop]),
      )
      const isTied = streetDoor[stop]! >= 0 && problem.divisible?.[stop] !== 1
      if (isTied && isDoorElsewhere) return false
      if (problem.prize[stop]! <= 0 || walker.forbidden?.[stop] === 1) return false
      if (route.doors + doors[stop]! > walker.doors) return false
      const path = route.stops.map((at, i) =>
        route.reversed[i] ? ([last[at]!, first[at]!] as const) : ([first[at]!, last[at]!] as const),
      )
      const times = walker.service ?? problem.service
      const visited = [...route.stops, stop]
      const timeOf = (at: number, index: number): number =>
        times[at]! - sparedAt(problem, at, (other) => visited.slice(0, index).includes(other))
      const service = visited.reduce((sum, at, index) => sum + timeOf(at, index), 0)
      for (let gap = walker.head.length; gap <= path.length; gap++)
        for (const ends of [[first[stop]!, last[stop]!] as const, [last[stop]!, first[stop]!] as const]) {
          const walking = lengthOf(w, [...path.slice(0, gap), ends, ...path.slice(gap)])
          if (walking < UNREACHABLE && walking + service <= walker.budget) return true
        }
      return false
    }),
  )
}
