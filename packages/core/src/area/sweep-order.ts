/** The edges that a sweep line meets, from the lowest to the highest: a treap threaded by a list of neighbours. */

const NONE = -1

/** Edges are numbers below `size`; each is in the order once at most. Finding, putting and taking away: O(log n). */
export class SweepOrder {
  private readonly left: Int32Array
  private readonly right: Int32Array
  private readonly parent: Int32Array
  private readonly lower: Int32Array
  private readonly upper: Int32Array
  private root = NONE
  private lowest = NONE

  constructor(size: number) {
    const column = (): Int32Array => new Int32Array(size).fill(NONE)
    this.left = column()
    this.right = column()
    this.parent = column()
    this.lower = column()
    this.upper = column()
  }

  /** The next edge below; -1: none. */
  below(edge: number): number {
    return this.lower[edge]!
  }

  /** The next edge above; of -1 the lowest of all; -1: none. */
  above(edge: number): number {
    return edge === NONE ? this.lowest : this.upper[edge]!
  }

  /**
   * The highest edge below a point; -1: none.
   *
   * @param side  of the point to an edge: positive above it, 0 on it
   * @returns `touched` instead, where the point lies on an edge
   */
  locate(side: (edge: number) => number): { below: number } | { touched: number } {
    let below = NONE
    let at = this.root
    while (at !== NONE) {
      const where = side(at)
      if (where === 0) return { touched: at }
      if (where > 0) below = at
      at = where > 0 ? this.right[at]! : this.left[at]!
    }
    return { below }
  }

  /** Puts an edge directly above another; above -1: below all. */
  putAbove(below: number, edge: number): void {
    const above = this.above(below)
    this.lower[edge] = below
    this.upper[edge] = above
    if (above !== NONE) this.lower[above] = edge
    if (below === NONE) this.lowest = edge
    else this.upper[below] = edge

    this.left[edge] = NONE
    this.right[edge] = NONE
    if (below !== NONE && this.right[below] === NONE) this.hang(edge, below, this.right)
    else if (above !== NONE) this.hang(edge, above, this.left)
    else this.hang(edge, NONE, this.left)
    while (this.parent[edge] !== NONE && weight(edge) < weight(this.parent[edge]!)) this.raise(edge)
  }

  takeAway(edge: number): void {
    for (;;) {
      const [left, right] = [this.left[edge]!, this.right[edge]!]
      if (left === NONE || right === NONE) {
        this.replaceChild(edge, left === NONE ? right : left)
        break
      }
      this.raise(weight(left) < weight(right) ? left : right)
    }
    const [below, above] = [this.lower[edge]!, this.upper[edge]!]
    if (above !== NONE) this.lower[above] = below
    if (below === NONE) this.lowest = above
    else this.upper[below] = above
  }

  private hang(edge: number, parent: number, side: Int32Array): void {
    this.parent[edge] = parent
    if (parent === NONE) this.root = edge
    else side[parent] = edge
  }

  /** Rotates an edge above its parent. */
  private raise(edge: number): void {
    const parent = this.parent[edge]!
    const isLeft = this.left[parent] === edge
    const [near, far] = isLeft ? [this.left, this.right] : [this.right, this.left]
    const moved = far[edge]!
    this.replaceChild(parent, edge)
    near[parent] = moved
    if (moved !== NONE) this.parent[moved] = parent
    far[edge] = parent
    this.parent[parent] = edge
  }

  /** What hung at an edge's place now is another, or nothing. */
  private replaceChild(edge: number, child: number): void {
    const parent = this.parent[edge]!
    if (child !== NONE) this.parent[child] = parent
    if (parent === NONE) this.root = child
    else if (this.left[parent] === edge) this.left[parent] = child
    else this.right[parent] = child
  }
}

/** Scattered, and the same each time: what keeps a treap shallow. */
function weight(edge: number): number {
  let mixed = Math.imul(edge + 1, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b)
  return (mixed ^ (mixed >>> 13)) >>> 0
}
