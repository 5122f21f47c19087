/**
 * What people see of the walks: who has which houses of a row, and whether a building is one visit. Running sums behind
 * the terms T and U of cost.ts, and what a stop would add to them.
 *
 * Neither falls when a stop is put in, which the bounds of recreate.ts rely on: a stop of a further walk between two of
 * another one adds two changes of walk and needs one, and no stop joins two runs of a building.
 */
import type { Objective } from './cost.ts'
import type { Problem, Weights } from './problem.ts'

/** In `walkAt`: a stop that nobody serves, and the end of a side. */
const NOBODY = -1
const END = -2

interface LooksInput {
  problem: Problem
  /** Units for each change of walk along a side that is not needed, and for each further run of a building. */
  side: number
  building: number
}

/** A stop between two nodes of a walk. */
interface Visit {
  walk: number
  before: number
  after: number
}

export class Looks {
  /** The most that one stop can add. */
  readonly most: number
  private readonly side: number
  private readonly building: number
  /** Whether they count; while they do not, the sums are kept all the same. */
  private isWeighed = true
  /** Σ over sides (changes of walk − (walks − 1)), Σ over buildings (runs − 1). */
  private changes = 0
  private returns = 0
  private readonly walkers: number
  private readonly sideOf: Int32Array
  /** Where each stop stands among all stops along the sides, and the walk that has the stop there. */
  private readonly rank: Int32Array
  private readonly walkAt: Int32Array
  /** Bit by bit, where somebody has a stop or a side ends: most stops of a side may be on no walk. */
  private readonly taken: Int32Array
  /** Stops of each walk on each side. */
  private readonly sideStops: Int32Array
  /** Building of each node; that of a begin is the one of the last stop of the head. */
  private readonly buildingOf: Int32Array
  private readonly runs: Int32Array
  /** Walks of the served neighbours of the stop looked at last, along its side; NOBODY or END: none. */
  private left = END
  private right = END

  constructor({ problem, side, building }: LooksInput) {
    const n = problem.first.length
    this.walkers = problem.walkers.length
    this.side = problem.side === undefined ? 0 : side
    this.building = problem.building === undefined ? 0 : building
    this.most = 2 * (this.side + this.building)
    this.sideOf = renumbered(this.side > 0 ? problem.side! : new Int32Array(n).fill(-1))
    const { rank, walkAt } = rankedAlong(this.sideOf, problem.along ?? new Int32Array(n))
    this.rank = rank
    this.walkAt = walkAt
    this.taken = new Int32Array((walkAt.length >> 5) + 1)
    walkAt.forEach((walk, at) => {
      if (walk === END) this.taken[at >> 5]! |= 1 << (at & 31)
    })
    this.sideStops = new Int32Array(count(this.sideOf) * this.walkers)
    const buildings = renumbered(this.building > 0 ? problem.building! : new Int32Array(n).fill(-1))
    this.buildingOf = new Int32Array(n + 2 * this.walkers).fill(-1)
    this.buildingOf.set(buildings)
    this.runs = new Int32Array(count(buildings))
    problem.walkers.forEach(({ head }, w) => this.begin(head, w))
  }

  /** Units. */
  get cost(): number {
    return this.isWeighed ? this.side * this.changes + this.building * this.returns : 0
  }

  get areWeighed(): boolean {
    return this.isWeighed
  }

  /** Whether the terms count from now on; the cost changes by the difference. */
  weigh(isWeighed: boolean): void {
    this.isWeighed = isWeighed
  }

  /** Finds the served neighbours of a stop along its side; `rise` is then asked for this stop. */
  lookAround(stop: number): void {
    const { taken, walkAt } = this
    const rank = this.rank[stop]!
    let word = rank >> 5
    let bits = taken[word]! & ~(-1 << (rank & 31))
    while (bits === 0) bits = taken[--word]!
    this.left = walkAt[(word << 5) + 31 - Math.clz32(bits)]!
    word = rank >> 5
    // In two steps: shifted by 32, a number stays as it is.
    bits = taken[word]! & ((-1 << (rank & 31)) << 1)
    while (bits === 0) bits = taken[++word]!
    this.right = walkAt[(word << 5) + 31 - Math.clz32(bits & -bits)]!
  }

  /** Units that the absent stop looked at last would add there, ≥ 0. */
  rise(stop: number, walk: number, before: number, after: number): number {
    return this.side * this.changesWith(stop, walk, 0) + this.building * this.returnsWith(stop, before, after)
  }

  /** Units that a stop adds where it is: so much its leaving saves. */
  fall(stop: number, { walk, before, after }: Visit): number {
    this.lookAround(stop)
    const building = this.buildingOf[stop]!
    const parted = this.parts(stop, before, after) ? 1 : 0
    const isFurther = building >= 0 && !this.touches(building, before, after) && this.runs[building]! > 1
    return this.side * this.changesWith(stop, walk, 1) + this.building * (parted + (isFurther ? 1 : 0))
  }

  /** A stop came between two nodes (`sign` 1) or went from there (-1); returns the change in units. */
  changed(stop: number, { walk, before, after }: Visit, sign: 1 | -1): number {
    const { changes, returns } = this
    this.changeSide(stop, walk, sign)
    this.changeRuns(stop, { before, after, sign })
    return this.isWeighed
      ? this.side * (this.changes - changes) + this.building * (this.returns - returns)
      : 0
  }

  private begin(head: number[], walk: number): void {
    const begin = this.rank.length + walk
    for (const stop of head) {
      // As if it were put in behind the part of the head before it.
      this.changeSide(stop, walk, 1)
      this.changeRuns(stop, { before: begin, after: begin + this.walkers, sign: 1 })
      this.buildingOf[begin] = this.buildingOf[stop]!
    }
  }

  private changeSide(stop: number, walk: number, sign: 1 | -1): void {
    const side = this.sideOf[stop]!
    if (side < 0) return
    this.lookAround(stop)
    this.changes += sign * this.changesWith(stop, walk, sign === 1 ? 0 : 1)
    const rank = this.rank[stop]!
    this.walkAt[rank] = sign === 1 ? walk : NOBODY
    this.taken[rank >> 5]! ^= 1 << (rank & 31)
    this.sideStops[side * this.walkers + walk]! += sign
  }

  /**
   * Changes of walk more with the stop looked at on a walk, less the one that a further walk needs.
   *
   * @param own  1 where the stop is counted among those of the walk already
   */
  private changesWith(stop: number, walk: number, own: 0 | 1): number {
    const { left, right } = this
    // Most places looked at are beside their like, or where nobody is.
    if (left === right && (left === walk || left < 0)) return 0
    const side = this.sideOf[stop]!
    if (side < 0) return 0
    const isFurther = this.sideStops[side * this.walkers + walk] === own
    const parts = left >= 0 && right >= 0 && left !== right ? 1 : 0
    return (
      (left >= 0 && left !== walk ? 1 : 0) +
      (right >= 0 && right !== walk ? 1 : 0) -
      parts -
      (isFurther ? 1 : 0)
    )
  }

  private changeRuns(
    stop: number,
    { before, after, sign }: { before: number; after: number; sign: 1 | -1 },
  ): void {
    const { runs, buildingOf } = this
    if (this.parts(stop, before, after)) {
      runs[buildingOf[before]!]! += sign
      this.returns += sign
    }
    const building = buildingOf[stop]!
    if (building < 0 || this.touches(building, before, after)) return
    // The first run is none too many.
    if (runs[building]! - (sign === 1 ? 0 : 1) > 0) this.returns += sign
    runs[building]! += sign
  }

  private returnsWith(stop: number, before: number, after: number): number {
    const building = this.buildingOf[stop]!
    const parted = this.parts(stop, before, after) ? 1 : 0
    const isFurther = building >= 0 && !this.touches(building, before, after) && this.runs[building]! > 0
    return isFurther ? parted + 1 : parted
  }

  /** Whether a stop parts two of one building that is not its own. */
  private parts(stop: number, before: number, after: number): boolean {
    const { buildingOf } = this
    const building = buildingOf[before]!
    return building >= 0 && building === buildingOf[after] && building !== buildingOf[stop]
  }

  private touches(building: number, before: number, after: number): boolean {
    return this.buildingOf[before] === building || this.buildingOf[after] === building
  }
}

/** Null where neither has a weight. */
export function looksOf({
  problem,
  weights,
  objective,
}: {
  problem: Problem
  weights: Partial<Weights>
  objective: Objective
}): Looks | null {
  const side = Math.round((weights.side ?? 0) * objective.perPoint)
  const building = Math.round((weights.building ?? 0) * objective.perPoint)
  return side > 0 || building > 0 ? new Looks({ problem, side, building }) : null
}

/** Stops in the order of their sides, ties by index; each side has an END before and behind it, as has one without. */
function rankedAlong(sideOf: Int32Array, along: Int32Array): { rank: Int32Array; walkAt: Int32Array } {
  const order = Array.from(sideOf.keys()).sort(
    (a, b) => sideOf[a]! - sideOf[b]! || along[a]! - along[b]! || a - b,
  )
  const rank = new Int32Array(sideOf.length)
  const walkAt = new Int32Array(2 * sideOf.length + 2).fill(END)
  let next = 1
  order.forEach((stop, i) => {
    const side = sideOf[stop]!
    if (i > 0 && (side < 0 || side !== sideOf[order[i - 1]!])) next++
    rank[stop] = next
    walkAt[next++] = side < 0 ? END : NOBODY
  })
  return { rank, walkAt }
}

/** Numbers from 0 for the values ≥ 0, in the order in which they come; -1 for the others. */
function renumbered(values: Int32Array): Int32Array {
  const numbers = new Map<number, number>()
  return values.map((value) => {
    if (value < 0) return -1
    const number = numbers.get(value) ?? numbers.size
    numbers.set(value, number)
    return number
  })
}

function count(numbers: Int32Array): number {
  return 1 + numbers.reduce((a, b) => Math.max(a, b), -1)
}
