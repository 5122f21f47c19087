/** Street doors that the walks have passed: whom they tie to one walk, and whose entry is not paid again. */
import type { Model } from '../problem/model.ts'

export class OpenDoors {
  /** Per street door that ties its stops to one walk: which one (-1 = any may take it). */
  readonly walkOf: Int32Array
  /** Per stop, the street door that ties it to one walk, numbered as in `walkOf`; -1 none. */
  readonly tie: Int32Array
  private readonly model: Model
  /** Walk of each stop, as in State; -1 none. */
  private readonly walk: Int32Array
  /** Stops of each such door on a walk. */
  private readonly count: Int32Array
  /** `door * walkers + walk` → stops of a walk, its head among them, behind a street door whose entry is spared. */
  private readonly entryStops: Int32Array

  constructor(model: Model, walk: Int32Array) {
    const { doorWalker, entryDoor, entryDoors, headWalker, walkers } = model
    this.model = model
    this.walk = walk
    this.walkOf = doorWalker.slice()
    this.tie = model.streetDoor.slice()
    this.count = new Int32Array(doorWalker.length)
    this.entryStops = new Int32Array(entryDoors * walkers)
    headWalker.forEach((w, stop) => {
      if (w >= 0 && entryDoor[stop]! >= 0) this.entryStops[entryDoor[stop]! * walkers + w]!++
    })
  }

  /** From now on the street doors of these stops tie nobody to one walk. */
  loosen(stops: Iterable<number>): void {
    const doors = new Set<number>()
    for (const stop of stops) doors.add(this.tie[stop]!)
    this.tie.forEach((door, stop) => {
      if (doors.has(door)) this.tie[stop] = -1
    })
  }

  /** A stop came onto a walk. */
  enter(stop: number, walk: number): void {
    const { entryDoor, walkers } = this.model
    const door = this.tie[stop]!
    if (door >= 0 && this.count[door]!++ === 0) this.walkOf[door] = walk
    if (entryDoor[stop]! >= 0) this.entryStops[entryDoor[stop]! * walkers + walk]!++
  }

  /** A stop left a walk. */
  leave(stop: number, walk: number): void {
    const { entryDoor, doorWalker, walkers } = this.model
    const door = this.tie[stop]!
    if (door >= 0 && --this.count[door]! === 0) this.walkOf[door] = doorWalker[door]!
    if (entryDoor[stop]! >= 0) this.entryStops[entryDoor[stop]! * walkers + walk]!--
  }

  /**
   * Deciseconds of the service of a stop that a walk is spared, because it has another one behind its street door,
   * `without` (-1: nobody) left out. The stop itself may be on the walk or not.
   */
  spared(stop: number, walk: number, without = -1): number {
    const { entryDoor, spares, walkers } = this.model
    const door = entryDoor[stop]!
    if (door < 0) return 0
    let others = this.entryStops[door * walkers + walk]!
    if (this.walk[stop] === walk) others--
    if (without >= 0 && entryDoor[without] === door && this.walk[without] === walk) others--
    return others > 0 ? spares[stop]! : 0
  }
}
