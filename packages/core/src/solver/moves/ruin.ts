/**
 * Ruin: tears strings of neighbouring stops out of walks that pass near one another (adjacent string removal).
 *
 * Source: Christiaens, Vanden Berghe (2020), Slack induction by string removals for vehicle routing problems,
 * Transportation Science 54(2), https://doi.org/10.1287/trsc.2019.0914, section 4.1. Differences: the position of a
 * string is drawn from its neighbourhood in the linked list, so that a long walk costs no more than a short one, and
 * the search for walks nearby ends with the list of neighbours.
 */
import type { Random } from '../chance/random.ts'
import type { State } from '../state/state.ts'

/** Stops removed in one ruin, on average (paper: c̄ = 10). */
const MEAN_REMOVED = 10
/** Longest string (paper: Lᵐᵃˣ = 10). */
const LONGEST_STRING = 10
/** The same where stops are optional, and the least range of the number of strings: long walks need both (TOP). */
const LONGEST_OPTIONAL_STRING = 20
const LEAST_OPTIONAL_STRINGS = 3
/** Share of strings that keep a few stops in their middle (paper: α = 0.5). */
const SPLIT_SHARE = 0.5
/** Chance to keep one more of them (paper: β = 0.01). */
const KEEP_MORE = 0.99

export class Ruin {
  /** Stops torn out by the last `tear`: the first `count` of `absent`. */
  readonly absent: Int32Array
  count = 0
  /** Walks that they were torn out of: the first `walkCount`. */
  private readonly walks: Int32Array
  private walkCount = 0
  private readonly state: State
  private readonly random: Random
  private readonly longestString: number
  private readonly leastStrings: number
  private readonly tornAt: Int32Array
  private round = 0

  constructor(state: State, random: Random) {
    this.state = state
    this.random = random
    this.absent = new Int32Array(state.model.stops)
    const { allMandatory } = state.model
    this.longestString = allMandatory ? LONGEST_STRING : LONGEST_OPTIONAL_STRING
    this.leastStrings = allMandatory ? 0 : LEAST_OPTIONAL_STRINGS
    this.tornAt = new Int32Array(state.model.walkers)
    this.walks = new Int32Array(state.model.walkers)
  }

  /** Tears one string out of each of several walks around `seed`; nothing where no walk passes. */
  tear(seed: number): void {
    const { state, random } = this
    const { list, width } = state.model.neighbours
    this.count = 0
    this.walkCount = 0
    this.round++
    if (state.walks.count === 0) return
    const longest = Math.min(this.longestString, state.served / state.walks.count)
    const range = Math.max(this.leastStrings, (4 * MEAN_REMOVED) / (1 + longest) - 1)
    let strings = Math.floor(random.unit() * range + 1)
    for (let k = -1; k < width && strings > 0; k++) {
      const stop = k < 0 ? seed : list[seed * width + k]!
      if (stop < 0) break
      const w = state.walk[stop]!
      if (w < 0 || this.tornAt[w] === this.round) continue
      this.tornAt[w] = this.round
      this.walks[this.walkCount++] = w
      strings--
      this.tearString(stop, Math.floor(random.unit() * Math.min(state.size[w]!, longest)) + 1)
    }
  }

  /**
   * Whether every walk that was torn is within its budget: where the way by a stop is shorter than the way without it
   * (a row that leads through, a street that is one-way or missing), a walk grows when it loses that stop.
   */
  hasLeftTime(): boolean {
    for (let i = 0; i < this.walkCount; i++) if (this.state.slack[this.walks[i]!]! < 0) return false
    return true
  }

  /** Removes `length` stops from a window that holds `stop`, sparing some in the middle of the window now and then. */
  private tearString(stop: number, length: number): void {
    const { state, random } = this
    const { prev, next, size, walk, model } = state
    const most = size[walk[stop]!]!
    let spared = 0
    if (length > 1 && length < most && random.unit() < SPLIT_SHARE) {
      spared = 1
      while (length + spared < most && random.unit() < KEEP_MORE) spared++
    }
    const window = length + spared
    let before = 0
    let first = stop
    while (before < window - 1 && prev[first]! < model.stops) {
      first = prev[first]!
      before++
    }
    let after = 0
    for (let at = next[stop]!; after < window - 1 && at < model.stops; at = next[at]!) after++
    // The window begins `begin` stops before `stop`: at least so many that it ends inside the walk.
    const least = window - 1 - after
    const begin = least + random.below(before - least + 1)
    for (let skip = before - begin; skip > 0; skip--) first = next[first]!
    const spareFrom = spared === 0 ? window : random.below(length + 1)
    let at = first
    for (let i = 0; i < window; i++) {
      const following = next[at]!
      if (i < spareFrom || i >= spareFrom + spared) {
        state.remove(at)
        this.absent[this.count++] = at
      }
      at = following
    }
  }
}
