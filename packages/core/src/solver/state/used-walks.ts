/** Which walks have a stop, and which of each kind are empty: both are asked for at every place that is looked for. */
import type { Model } from '../problem/model.ts'

export class UsedWalks {
  /** Walks with a stop, in no order: the first `count`. */
  readonly list: Int32Array
  count: number
  /** Empty walks of each kind. */
  readonly emptyCount: Int32Array
  /** Kinds with an empty walk, in no order: the first `openKinds` of `openKind`. */
  readonly openKind: Int32Array
  openKinds = 0
  private readonly kindOf: Int32Array
  /** As a stack of each kind: `emptyOf[kindBegin[kind] … + emptyCount[kind])`. */
  private readonly emptyOf: Int32Array
  private readonly kindBegin: Int32Array
  private readonly usedAt: Int32Array
  private readonly emptyAt: Int32Array
  private readonly openAt: Int32Array

  /** All walks are empty; of each kind the first is opened first. */
  constructor({ walkers, kinds, kindOf }: Pick<Model, 'walkers' | 'kinds' | 'kindOf'>) {
    this.kindOf = kindOf
    this.emptyCount = new Int32Array(kinds)
    this.emptyOf = new Int32Array(walkers)
    this.kindBegin = new Int32Array(kinds + 1)
    this.emptyAt = new Int32Array(walkers)
    this.list = new Int32Array(walkers)
    this.usedAt = new Int32Array(walkers)
    this.openKind = new Int32Array(kinds)
    this.openAt = new Int32Array(kinds).fill(-1)
    for (let w = 0; w < walkers; w++) this.kindBegin[kindOf[w]! + 1]!++
    for (let kind = 0; kind < kinds; kind++) this.kindBegin[kind + 1]! += this.kindBegin[kind]!
    this.count = walkers
    for (let w = 0; w < walkers; w++) this.list[w] = this.usedAt[w] = w
    for (let w = walkers - 1; w >= 0; w--) this.becomeEmpty(w)
  }

  /** The empty walk of a kind that the next stop would open; the kind must have one. */
  emptyWalk(kind: number): number {
    return this.emptyOf[this.kindBegin[kind]! + this.emptyCount[kind]! - 1]!
  }

  becomeEmpty(w: number): void {
    const kind = this.kindOf[w]!
    const begin = this.kindBegin[kind]!
    const count = this.emptyCount[kind]!++
    this.emptyOf[begin + count] = w
    this.emptyAt[w] = begin + count
    if (count === 0) {
      this.openKind[this.openKinds] = kind
      this.openAt[kind] = this.openKinds++
    }
    const last = this.list[--this.count]!
    this.list[this.usedAt[w]!] = last
    this.usedAt[last] = this.usedAt[w]!
  }

  becomeUsed(w: number): void {
    const kind = this.kindOf[w]!
    const lastAt = this.kindBegin[kind]! + --this.emptyCount[kind]!
    const moved = this.emptyOf[lastAt]!
    this.emptyOf[this.emptyAt[w]!] = moved
    this.emptyAt[moved] = this.emptyAt[w]!
    if (this.emptyCount[kind] === 0) {
      const movedKind = this.openKind[--this.openKinds]!
      this.openKind[this.openAt[kind]!] = movedKind
      this.openAt[movedKind] = this.openAt[kind]!
      this.openAt[kind] = -1
    }
    this.usedAt[w] = this.count
    this.list[this.count++] = w
  }
}
