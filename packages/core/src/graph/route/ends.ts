/** How a snapped point joins the search: which nodes it leaves by and is reached by, and how long that takes. */
import { UNREACHABLE, type Deciseconds } from '../../units.ts'
import { LEFT, RIGHT, type Graph } from '../network/graph.ts'
import { PRIVATE_GATE } from '../network/private.ts'
import { crossingBetweenDoors } from '../osm/crossing.ts'
import type { Profile } from '../osm/profile.ts'
import { CLASSES } from '../osm/street-class.ts'
import type { Snap } from './snap.ts'

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
  const inside = graph.privateEnds.get(edge)
  if (inside) {
    const [toFrom, toTo] = [undone, forward >= UNREACHABLE ? UNREACHABLE : forward - done]
    const [ofFrom, ofTo] = [done, backward >= UNREACHABLE ? UNREACHABLE : backward - undone]
    for (const [end, leave, enter] of [
      [0, toFrom, ofFrom],
      [1, toTo, ofTo],
    ] as const) {
      add(inside.out[end], leave, enter)
      add(inside.in[end], UNREACHABLE, enter)
      for (const gate of inside.gate[end])
        add(gate, leave, enter >= UNREACHABLE ? UNREACHABLE : enter + PRIVATE_GATE)
    }
    return ends
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
 * `cross` is the share for changing sides. The walk through the ends may still be shorter on a loop.
 */
export function alongStreet(graph: Graph, from: Snap, to: Snap): { total: Deciseconds; cross: Deciseconds } {
  const none = { total: UNREACHABLE, cross: 0 }
  if (from.edge !== to.edge) return none
  const edge = from.edge
  const whole = to.position >= from.position ? graph.edgeForward[edge]! : graph.edgeBackward[edge]!
  const cross = changesSide(graph, from, to) ? crossingBetweenDoors(CLASSES[graph.edgeClass[edge]!]!) : 0
  if (whole >= UNREACHABLE || cross >= UNREACHABLE) return none
  return { total: Math.abs(partOf(whole, to.position) - partOf(whole, from.position)) + cross, cross }
}

/** An unknown side is the other's side. */
function changesSide(graph: Graph, from: Snap, to: Snap): boolean {
  return hasSides(graph, from.edge) && from.side !== null && to.side !== null && from.side !== to.side
}

/** Whether the two sides of an edge are walked apart. */
function hasSides({ edgeEnds }: Graph, edge: number): boolean {
  return edgeEnds[4 * edge] !== edgeEnds[4 * edge + 2] || edgeEnds[4 * edge + 1] !== edgeEnds[4 * edge + 3]
}

/** Time for the first part of an edge; UNREACHABLE stays. */
function partOf(total: Deciseconds, position: number): Deciseconds {
  return total >= UNREACHABLE ? UNREACHABLE : Math.round(total * position)
}
