/**
 * Private streets are the first or last of a walk, never a short cut. Every junction of private streets has two nodes:
 * walks that start inside leave by `out`, walks that end inside arrive by `in`; nothing leads from `in` back out.
 */
import type { Deciseconds } from '../../units.ts'
import type { PrivateEnds } from './graph.ts'

/** Getting through a gate: looking for the way in, asking; deciseconds, once per visit. */
export const PRIVATE_GATE: Deciseconds = 300

/** One end of a private street: `place` is shared by private streets that meet, `gate` has the public nodes there. */
export interface PrivateEnd {
  vertex: number
  place: number
  gate: readonly number[]
}

/** Where nodes and arcs are put: under construction (nodes.ts). */
interface PrivateArcs {
  addNode(vertex: number): number
  /** `street`: four times the edge, one more against its direction. Adds nothing when the time is UNREACHABLE. */
  addArc(tail: number, head: number, time: Deciseconds, street: number): void
}

interface PrivateStreet {
  edge: number
  /** UNREACHABLE against a one-way gate. */
  forward: Deciseconds
  backward: Deciseconds
  arcs: PrivateArcs
}

/** Joins private streets one by one. */
export class PrivateLayers {
  private readonly leaving = new Map<number, number>()
  private readonly arriving = new Map<number, number>()

  /** Adds nodes and arcs of one street. */
  join([from, to]: [PrivateEnd, PrivateEnd], { edge, forward, backward, arcs }: PrivateStreet): PrivateEnds {
    const ends: PrivateEnds = {
      out: [nodeIn(this.leaving, from, arcs), nodeIn(this.leaving, to, arcs)],
      in: [nodeIn(this.arriving, from, arcs), nodeIn(this.arriving, to, arcs)],
      gate: [from.gate, to.gate],
    }
    walkThrough(ends, { tail: 0, head: 1, time: forward, street: 4 * edge, arcs })
    walkThrough(ends, { tail: 1, head: 0, time: backward, street: 4 * edge + 1, arcs })
    return ends
  }
}

function nodeIn(layer: Map<number, number>, { place, vertex }: PrivateEnd, arcs: PrivateArcs): number {
  const known = layer.get(place)
  if (known !== undefined) return known
  const node = arcs.addNode(vertex)
  layer.set(place, node)
  return node
}

interface Direction {
  tail: 0 | 1
  head: 0 | 1
  time: Deciseconds
  street: number
  arcs: PrivateArcs
}

function walkThrough(ends: PrivateEnds, { tail, head, time, street, arcs }: Direction): void {
  arcs.addArc(ends.out[tail], ends.out[head], time, street)
  arcs.addArc(ends.in[tail], ends.in[head], time, street)
  for (const gate of ends.gate[head]) arcs.addArc(ends.out[tail], gate, time, street)
  for (const gate of ends.gate[tail]) arcs.addArc(gate, ends.in[head], time + PRIVATE_GATE, street)
}
