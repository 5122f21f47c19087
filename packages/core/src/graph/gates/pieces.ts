/** Pieces of streets: which belong together, as more and more of them are joined. */
import { numbersBelow } from '../tile/arrays.ts'

/** By union and find with halving. */
export class Pieces {
  private readonly parent: Int32Array

  constructor(edges: number) {
    this.parent = numbersBelow(edges)
  }

  join(a: number, b: number): void {
    const [from, to] = [this.rootOf(a), this.rootOf(b)]
    if (from < to) this.parent[to] = from
    else this.parent[from] = to
  }

  /** The lowest street of the piece of each, as it is now. */
  roots(): Int32Array {
    const roots = this.parent.slice()
    for (let edge = 0; edge < roots.length; edge++) roots[edge] = roots[roots[edge]!]!
    return roots
  }

  private rootOf(start: number): number {
    const { parent } = this
    let edge = start
    for (let up = parent[edge]!; up !== edge; up = parent[edge]!) {
      parent[edge] = parent[up]!
      edge = up
    }
    return edge
  }
}
