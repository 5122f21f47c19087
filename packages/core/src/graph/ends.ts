/** How a snapped point joins the search: which nodes it leaves by and is reached by, and how long that takes. */
import { UNREACHABLE, type Deciseconds } from '../units.ts'
import type { Profile, Snap } from './graph.ts'
import { LEFT, RIGHT, type Graph } from './network.ts'

export interface SnapEnds {
  nodes: number[]
  /** Deciseconds from the point to each node; UNREACHABLE where one may not walk that way. */
  leave: Deciseconds[]
  /** Deciseconds from each node to the point, the wait at the node included. */
  enter: Deciseconds[]
}

/** Deciseconds per metre off the street; OSRM does not count these metres. */
const OFF_STREET_PACE: Readonly<Record<Profile, number>> = { 'osrm-compat': 0, canvass: 8 }

export function offStreetTime(graph: Graph, snap: Snap): Deciseconds {
  return Math.round(snap.metresAway * OFF_STREET_PACE[graph.profile])
}

export function countsOffStreet(graph: Graph): boolean {
  return OFF_STREET_PACE[graph.profile] > 0
}

export function endsOf(graph: Graph, snap: Snap): SnapEnds {
  const ends: SnapEnds = { nodes: [], leave: [], enter: [] }
  const { edge, position } = snap
  const forward = graph.edgeForward[edge]!
  const backward = graph.edgeBackward[edge]!
  const [done, undone] = [partOf(forward, position), partOf(backward, position)]
  const sides = snap.side === 'left' ? [LEFT] : snap.side === 'right' ? [RIGHT] : [LEFT, RIGHT]
  const add = (node: number, leave: Deciseconds, reach: Deciseconds) => {
    const enter = reach >= UNREACHABLE ? UNREACHABLE : reach + graph.nodePenalty[node]!
    for (let i = 0; i < ends.nodes.length; i++) {
      if (ends.nodes[i] === node && ends.leave[i] === leave && ends.enter[i] === enter) return
    }
    ends.nodes.push(node)
    ends.leave.push(leave)
    ends.enter.push(enter)
  }
  for (const side of sides) {
    const from = graph.edgeEnds[4 * edge + 2 * side]!
    const to = graph.edgeEnds[4 * edge + 2 * side + 1]!
    add(from, undone, done)
    add(
      to,
      forward >= UNREACHABLE ? UNREACHABLE : forward - done,
      backward >= UNREACHABLE ? UNREACHABLE : backward - undone,
    )
  }
  return ends
}

/**
 * Walking straight along the street from one point to another on the same edge; UNREACHABLE when that is not allowed.
 * The walk through the ends may still be shorter on a loop.
 */
export function alongStreet(graph: Graph, from: Snap, to: Snap): Deciseconds {
  if (from.edge !== to.edge) return UNREACHABLE
  const total = to.position >= from.position ? graph.edgeForward[from.edge]! : graph.edgeBackward[from.edge]!
  if (total >= UNREACHABLE) return UNREACHABLE
  return Math.abs(partOf(total, to.position) - partOf(total, from.position))
}

/** Time for the first part of an edge; UNREACHABLE stays. */
function partOf(total: Deciseconds, position: number): Deciseconds {
  return total >= UNREACHABLE ? UNREACHABLE : Math.round(total * position)
}
