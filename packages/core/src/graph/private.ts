/**
 * Private streets are the first or last of a walk, never a short cut. Every junction of private streets has two nodes:
 * walks that start inside leave by `out`, walks that end inside arrive by `in`; nothing leads from `in` back out.
 */
import type { Deciseconds } from '../units.ts'
import type { PrivateEnds } from './network.ts'

/** Getting through a gate: looking for the way in, asking; deciseconds, once per visit. */
export const PRIVATE_GATE: Deciseconds = 300

/** One end of a private street: `place` is shared by private streets that meet, `gate` a public node or −1. */
export interface PrivateEnd {
  vertex: number
  place: number
  gate: number
}

export interface PrivateArcs {
  addNode(vertex: number): number
  addArc(arc: { tail: number; head: number; time: Deciseconds; against: boolean }): void
}

/** Joins private streets one by one. */
export class PrivateLayers {
  private readonly leaving = new Map<number, number>()
  private readonly arriving = new Map<number, number>()

  /** Adds nodes and arcs of one street; times are UNREACHABLE against a one-way gate. */
  join(
    [from, to]: [PrivateEnd, PrivateEnd],
    { forward, backward, arcs }: { forward: Deciseconds; backward: Deciseconds; arcs: PrivateArcs },
  ): PrivateEnds {
    const nodeIn = (layer: Map<number, number>, { place, vertex }: PrivateEnd) => {
      const known = layer.get(place)
      if (known !== undefined) return known
      const node = arcs.addNode(vertex)
      layer.set(place, node)
      return node
    }
    const ends: PrivateEnds = {
      out: [nodeIn(this.leaving, from), nodeIn(this.leaving, to)],
      in: [nodeIn(this.arriving, from), nodeIn(this.arriving, to)],
      gate: [from.gate, to.gate],
    }
    for (const against of [false, true]) {
      const [tail, head] = against ? ([1, 0] as const) : ([0, 1] as const)
      const time = against ? backward : forward
      arcs.addArc({ tail: ends.out[tail], head: ends.out[head], time, against })
      arcs.addArc({ tail: ends.in[tail], head: ends.in[head], time, against })
      if (ends.gate[head] >= 0) arcs.addArc({ tail: ends.out[tail], head: ends.gate[head], time, against })
      if (ends.gate[tail] >= 0) {
        arcs.addArc({ tail: ends.gate[tail], head: ends.in[head], time: time + PRIVATE_GATE, against })
      }
    }
    return ends
  }
}
