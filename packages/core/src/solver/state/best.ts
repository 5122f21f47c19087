/** The best solution so far, kept by copying only what changed since the one before. */
import type { State } from './state.ts'

/** A walk without its head: stops in order, and which of them are walked backwards. */
export interface FreeWalk {
  stops: number[]
  reversed: boolean[]
}

export class Best {
  cost: number
  walking: number
  served: number
  private readonly state: State
  private readonly next: Int32Array
  private readonly enter: Int32Array
  private readonly changed: Int32Array
  private readonly isChanged: Uint8Array
  private count = 0

  constructor(state: State) {
    this.state = state
    this.cost = state.cost
    this.walking = state.walking
    this.served = state.served
    this.next = state.next.slice()
    this.enter = state.enter.slice()
    this.changed = new Int32Array(state.next.length)
    this.isChanged = new Uint8Array(state.next.length)
  }

  /** Notes what an accepted iteration changed; call before `state.commit`. */
  note(): void {
    this.state.forEachChanged((node) => {
      if (this.isChanged[node] === 1) return
      this.isChanged[node] = 1
      this.changed[this.count++] = node
    })
  }

  /** Makes the present state the best one. */
  keep(): void {
    const { next, enter, cost, walking, served } = this.state
    for (let i = 0; i < this.count; i++) {
      const node = this.changed[i]!
      this.next[node] = next[node]!
      this.enter[node] = enter[node]!
      this.isChanged[node] = 0
    }
    this.count = 0
    this.cost = cost
    this.walking = walking
    this.served = served
  }

  /** Of every walker. */
  walks(): FreeWalk[] {
    const { stops: n, walkers, problem } = this.state.model
    return Array.from({ length: walkers }, (_, w) => {
      const stops: number[] = []
      for (let at = this.next[n + w]!; at < n; at = this.next[at]!) stops.push(at)
      return { stops, reversed: stops.map((stop) => this.enter[stop] !== problem.first[stop]) }
    })
  }
}
