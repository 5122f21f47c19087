/**
 * The walks while they are searched: doubly linked stops, what is left of each budget, the cost so far, and a log that
 * takes everything back. Every change costs the same, however many stops and walks there are.
 */
import { looksOf, type Looks } from '../problem/looks.ts'
import type { Model } from '../problem/model.ts'
import { LONGEST_BUDGET } from '../problem/problem.ts'
import { Quality } from '../problem/quality.ts'
import { ChangeLog, LOG_FIELDS } from './change-log.ts'
import { OpenDoors } from './open-doors.ts'
import { UsedWalks } from './used-walks.ts'

/** `wide` of a stop at the end of a walk: longer than any link. */
const EDGE = 1_000_000_000
/** Below any bound: beside a stop that is on no walk there is no place. */
const ABSENT = -2_147_483_648

/**
 * Nodes: stop i is node i; walk w begins at node n + w and ends at node n + walkers + w. Both are in no log and never
 * move. The link of a node is the duration to the next one; the link of an empty walk is 0 unless it has a head.
 */
export class State {
  readonly model: Model
  readonly next: Int32Array
  readonly prev: Int32Array
  /** Walk of a node; -1 where a stop is on none. */
  readonly walk: Int32Array
  /** Location where a node is entered and left: depends on the direction of a stop. */
  readonly enter: Int32Array
  readonly leave: Int32Array
  readonly link: Int32Array
  /** The longer of the two links beside a stop; EDGE at either end of a walk, ABSENT on no walk. */
  readonly wide: Int32Array
  /** Deciseconds and doors left per walk. */
  readonly slack: Int32Array
  readonly room: Int32Array
  readonly size: Int32Array
  /** Deciseconds taken off each budget for now. */
  private readonly tightened: Int32Array
  /** Stops on a walk. */
  served = 0
  /** Deciseconds of all links. */
  walking = 0
  /** See cost.ts. */
  cost = 0
  /** Null where no quality has a weight. */
  readonly quality: Quality | null
  /** Null where neither sides nor buildings have a weight. */
  readonly looks: Looks | null
  readonly doors: OpenDoors
  readonly walks: UsedWalks
  private readonly log = new ChangeLog()

  constructor(model: Model) {
    const { stops: n, walkers, problem } = model
    const nodes = n + 2 * walkers
    this.model = model
    this.next = new Int32Array(nodes)
    this.prev = new Int32Array(nodes)
    this.walk = new Int32Array(nodes).fill(-1)
    this.enter = new Int32Array(nodes)
    this.leave = new Int32Array(nodes)
    this.link = new Int32Array(nodes)
    this.wide = new Int32Array(nodes).fill(ABSENT)
    this.slack = model.budget.slice()
    this.room = model.room.slice()
    this.size = new Int32Array(walkers)
    const { balance, compactness, stability, block } = model.weights
    this.quality = balance || compactness || stability || block ? new Quality(model) : null
    this.looks = looksOf(model)
    this.tightened = new Int32Array(walkers)
    this.doors = new OpenDoors(model, this.walk)
    this.walks = new UsedWalks(model)
    this.enter.set(problem.first)
    this.leave.set(problem.last)
    for (let w = walkers - 1; w >= 0; w--) {
      const begin = n + w
      const end = n + walkers + w
      this.next[begin] = end
      this.prev[begin] = begin
      this.next[end] = end
      this.prev[end] = begin
      this.walk[begin] = this.walk[end] = w
      this.enter[begin] = this.leave[begin] = model.start[w]!
      this.enter[end] = this.leave[end] = model.end[w]!
      if (model.hasHead[w] === 1) {
        this.link[begin] = model.durations.between(model.start[w]!, model.end[w]!)
        this.slack[w]! -= this.link[begin]
        this.walking += this.link[begin]
      }
    }
    this.cost = model.objective.walking * this.walking
    if (this.quality !== null)
      for (let w = 0; w < walkers; w++)
        this.cost += this.quality.lasts(w, this.size[w] === 0 && model.hasHead[w] === 0 ? 0 : this.used(w))
    this.cost += this.looks?.cost ?? 0
  }

  /** Deciseconds that a walk takes in all, head included. */
  used(walk: number): number {
    return (
      Math.min(this.model.problem.walkers[walk]!.budget, LONGEST_BUDGET) -
      this.tightened[walk]! -
      this.slack[walk]!
    )
  }

  /**
   * Gives every walk another limit (never above its budget) and takes the last stops off the walks that are over it.
   * Returns what was taken off.
   */
  limit(limits: number[]): number[] {
    const { stops: n, walkers, problem } = this.model
    const evicted: number[] = []
    limits.forEach((limit, w) => {
      const tightened = Math.max(0, Math.min(problem.walkers[w]!.budget, LONGEST_BUDGET) - limit)
      this.slack[w]! += this.tightened[w]! - tightened
      this.tightened[w] = tightened
      for (
        let at = this.prev[n + walkers + w]!;
        at < n && this.slack[w]! < 0;
        at = this.prev[n + walkers + w]!
      ) {
        this.remove(at)
        evicted.push(at)
      }
    })
    return evicted
  }

  /** Whether looks count from now on; what was the best before may be so no longer. */
  weighLooks(isWeighed: boolean): void {
    if (this.looks === null) return
    this.cost -= this.looks.cost
    this.looks.weigh(isWeighed)
    this.cost += this.looks.cost
  }

  /** What the stops on a walk are worth together. */
  gained(): number {
    const { gain } = this.model.objective
    return this.model.servable.reduce((sum, stop) => (this.walk[stop]! >= 0 ? sum + gain[stop]! : sum), 0)
  }

  /** Whether the rules let a walk take a stop: stairs, and street doors that another walk has opened. */
  isAllowed(stop: number, walk: number): boolean {
    const { forbidden, kindOf, stops } = this.model
    if (forbidden !== null && forbidden[kindOf[walk]! * stops + stop] === 1) return false
    const door = this.doors.tie[stop]!
    return door < 0 || this.doors.walkOf[door]! < 0 || this.doors.walkOf[door] === walk
  }

  isReversed(stop: number): boolean {
    return this.enter[stop] !== this.model.problem.first[stop]
  }

  /** Puts an absent stop behind `node`, in the direction told. Whether that is allowed is the caller's business. */
  insert(stop: number, { node, reversed }: { node: number; reversed: boolean }): void {
    const { durations } = this.model
    const turned = reversed !== this.isReversed(stop)
    if (turned) this.turn(stop)
    this.log.record(~stop, node, this.link[node]!, turned ? 1 : 0)
    const behind = durations.between(this.leave[node]!, this.enter[stop]!)
    const ahead = durations.between(this.leave[stop]!, this.enter[this.next[node]!]!)
    this.attach(stop, node, behind, ahead)
  }

  remove(stop: number): void {
    const before = this.prev[stop]!
    const after = this.next[stop]!
    this.log.record(stop, before, this.link[before]!, this.link[stop]!)
    const alone = this.size[this.walk[stop]!] === 1 && this.model.hasHead[this.walk[stop]!] === 0
    const closed = alone ? 0 : this.model.durations.between(this.leave[before]!, this.enter[after]!)
    this.detach(stop, before, closed)
  }

  /** Forgets how the walks came here: they can no longer be taken back. */
  commit(): void {
    this.log.size = 0
  }

  /** Takes back every change since the last `commit`. */
  undo(): void {
    const { fields, size } = this.log
    for (let at = size - LOG_FIELDS; at >= 0; at -= LOG_FIELDS) {
      const entry = fields[at]!
      const node = fields[at + 1]!
      if (entry < 0) {
        this.detach(~entry, node, fields[at + 2]!)
        if (fields[at + 3] === 1) this.turn(~entry)
      } else this.attach(entry, node, fields[at + 2]!, fields[at + 3]!)
    }
    this.log.size = 0
  }

  /** Calls back with each node whose next one may have changed since the last `commit` (some more than once). */
  forEachChanged(visit: (node: number) => void): void {
    const { fields, size } = this.log
    for (let at = 0; at < size; at += LOG_FIELDS) {
      const entry = fields[at]!
      visit(entry < 0 ? ~entry : entry)
      visit(fields[at + 1]!)
    }
  }

  private turn(stop: number): void {
    const entered = this.enter[stop]!
    this.enter[stop] = this.leave[stop]!
    this.leave[stop] = entered
  }

  private attach(stop: number, before: number, behind: number, ahead: number): void {
    const { problem, objective, service, serviceRow } = this.model
    const w = this.walk[before]!
    const after = this.next[before]!
    const added = behind + ahead - this.link[before]!
    this.next[before] = stop
    this.prev[stop] = before
    this.next[stop] = after
    this.prev[after] = stop
    this.walk[stop] = w
    this.doors.enter(stop, w)
    this.link[before] = behind
    this.link[stop] = ahead
    this.slack[w]! -= added + service[serviceRow[w]! + stop]! - this.doors.spared(stop, w)
    this.room[w]! -= problem.doors[stop]!
    this.walking += added
    this.cost += objective.walking * added - objective.gain[stop]!
    if (this.quality !== null)
      this.cost += this.quality.changed(stop, { walk: w, sign: 1, used: this.used(w) })
    if (this.looks !== null) this.cost += this.looks.changed(stop, { walk: w, before, after }, 1)
    this.served++
    if (this.size[w]!++ === 0) this.walks.becomeUsed(w)
    this.measure(before)
    this.measure(stop)
    this.measure(after)
  }

  private detach(stop: number, before: number, closed: number): void {
    const { problem, objective, service, serviceRow } = this.model
    const w = this.walk[stop]!
    const after = this.next[stop]!
    const saved = this.link[before]! + this.link[stop]! - closed
    this.next[before] = after
    this.prev[after] = before
    this.walk[stop] = -1
    this.doors.leave(stop, w)
    this.wide[stop] = ABSENT
    this.link[before] = closed
    this.slack[w]! += saved + service[serviceRow[w]! + stop]! - this.doors.spared(stop, w)
    this.room[w]! += problem.doors[stop]!
    this.walking -= saved
    this.cost += objective.gain[stop]! - objective.walking * saved
    if (this.quality !== null)
      this.cost += this.quality.changed(stop, { walk: w, sign: -1, used: this.used(w) })
    if (this.looks !== null) this.cost += this.looks.changed(stop, { walk: w, before, after }, -1)
    this.served--
    if (--this.size[w]! === 0) this.walks.becomeEmpty(w)
    this.measure(before)
    this.measure(after)
  }

  private measure(node: number): void {
    const { stops } = this.model
    const before = this.prev[node]!
    if (node >= stops) return
    if (before >= stops || this.next[node]! >= stops) this.wide[node] = EDGE
    else this.wide[node] = Math.max(this.link[before]!, this.link[node]!)
  }
}
