/** The step between two streets walked one after the other: a turn, another name, stairs, a passage, or nothing. */
import { streetName, type Graph } from '../network/graph.ts'
import { FLAG } from '../osm/flags.ts'
import { CLASSES } from '../osm/street-class.ts'
import { crossingKind } from './crossing-step.ts'
import { endBearing, linePart, startBearing, turnBetween, wholeDegrees } from './geometry.ts'
import type { Step } from './path.ts'
import type { Stretch } from './way.ts'

/** OSRM's borders between straight, slight, plain and sharp, degrees. */
const STRAIGHT = 20
const SLIGHT = 40
const PLAIN = 120
const REVERSAL = 170
/** A way this near to straight ahead can be taken by mistake. */
const CONFUSING = 45
/** Both arms of a T-junction leave at least this far to the side. */
const T_ARM = 50

type Modifier = NonNullable<Step['modifier']>
/** What one walks on, as far as words care. */
type Ground = 'street' | 'steps' | 'passage' | 'crossing' | 'lift'

/** The instruction between two streets; null when one simply walks on. */
export function turnStep(graph: Graph, before: Stretch, after: Stretch): Step | null {
  const bearingBefore = endBearing(graph, before.line)
  const bearingAfter = startBearing(graph, after.line)
  const turn = turnBetween(bearingBefore, bearingAfter)
  const base = {
    ...wayOf(graph, after.edge),
    location: after.line[0]!,
    bearingBefore: wholeDegrees(bearingBefore),
    bearingAfter: wholeDegrees(bearingAfter),
    metres: 0,
    deciseconds: 0,
  }
  const isBack = before.edge === after.edge && before.from < before.to !== after.from < after.to
  const modifier = isBack ? 'uturn' : modifierOn(graph, turn)
  const ground = groundOf(graph, after.edge)
  if (ground !== groundOf(graph, before.edge)) {
    if (ground === 'crossing')
      return { ...base, type: 'cross', modifier, detail: crossingDetail(graph, after) }
    if (ground === 'passage' || ground === 'lift') return { ...base, type: ground, modifier }
    if (ground === 'steps') return { ...base, type: 'steps', modifier, ...stairs(graph, after) }
  } else if (ground !== 'street' && base.name === streetName(graph, before.edge)) return null
  const type = modifier === 'uturn' ? 'continue' : typeOf(graph, { before, after, bearingBefore, turn })
  if (type === null) {
    // back on the street after a crossing, stairs or a passage: worth a word even when it goes straight on
    return ground === groundOf(graph, before.edge) ? null : { ...base, type: 'new name', modifier }
  }
  if (type === 'fork') return { ...base, type, modifier: turn > 0 ? 'slight right' : 'slight left' }
  return { ...base, type, modifier }
}

/** Name of a way, and what kind of way it is where it has none. */
export function wayOf(graph: Graph, edge: number): Pick<Step, 'name' | 'way'> {
  const name = streetName(graph, edge)
  return name === '' ? { name, way: CLASSES[graph.edgeClass[edge]!]! } : { name }
}

/** OSRM calls every turn as sharp as that a U-turn; who walks goes back only where he came from. */
function modifierOn({ profile }: Graph, turn: number): Modifier {
  const modifier = modifierOf(turn)
  if (modifier !== 'uturn' || profile === 'osrm-compat') return modifier
  return turn > 0 ? 'sharp right' : 'sharp left'
}

export function modifierOf(turn: number): Modifier {
  const size = Math.abs(turn)
  const side = turn > 0 ? 'right' : 'left'
  if (size >= REVERSAL) return 'uturn'
  if (size > PLAIN) return `sharp ${side}`
  if (size > SLIGHT) return side
  return size > STRAIGHT ? `slight ${side}` : 'straight'
}

interface Joint {
  before: Stretch
  after: Stretch
  bearingBefore: number
  turn: number
}

function typeOf(graph: Graph, { before, after, bearingBefore, turn }: Joint): Step['type'] | null {
  const others = otherTurns(graph, { before, after, bearingBefore })
  const sameName = streetName(graph, before.edge) === streetName(graph, after.edge)
  const isNamed = graph.edgeName[after.edge] !== 0
  const size = Math.abs(turn)
  if (others.length === 0) return !sameName && isNamed ? 'new name' : null
  const straighter = others.some((other) => Math.abs(other) < size - 10)
  const confusing = others.some((other) => Math.abs(other) < CONFUSING)
  const isTurn = size > SLIGHT || (confusing && size > STRAIGHT && straighter)
  if (sameName) return isTurn ? (isNamed ? 'continue' : 'turn') : null
  if (size < 30 && !straighter) return isNamed ? 'new name' : confusing ? 'turn' : null
  const [only] = others
  if (others.length === 1 && only !== undefined && only * turn < 0) {
    if (size >= T_ARM && Math.abs(only) >= T_ARM) return 'end of road'
    if (size < T_ARM && Math.abs(only) < T_ARM && size >= 10) return 'fork'
  }
  return 'turn'
}

/** Turns one could have taken instead at the joint. */
function otherTurns(
  graph: Graph,
  { before, after, bearingBefore }: { before: Stretch; after: Stretch; bearingBefore: number },
): number[] {
  const vertex = after.from === 0 ? graph.edgeFrom[after.edge]! : graph.edgeTo[after.edge]!
  const turns: number[] = []
  for (let i = graph.ends[vertex]!; i < graph.ends[vertex + 1]!; i++) {
    const end = graph.endStreet[i]!
    const edge = end >> 1
    const from = end & 1
    if (edge === before.edge && from === before.to) continue
    if (edge === after.edge && from === after.from) continue
    const line = linePart(graph, edge, { from, to: 1 - from })
    turns.push(turnBetween(bearingBefore, startBearing(graph, line)))
  }
  return turns
}

function groundOf(graph: Graph, edge: number): Ground {
  const kind = CLASSES[graph.edgeClass[edge]!]!
  if (kind === 'steps') return 'steps'
  if (kind === 'crossing') return 'crossing'
  if (kind === 'elevator') return 'lift'
  return (graph.edgeFlags[edge]! & FLAG.covered) !== 0 ? 'passage' : 'street'
}

/** The best of the crossing kinds at the ends of a crossing way. */
function crossingDetail(graph: Graph, { edge }: Stretch): 'signals' | 'marked' | 'unmarked' {
  const kinds = [graph.edgeFrom[edge]!, graph.edgeTo[edge]!].map((vertex) => crossingKind(graph, vertex))
  return kinds.includes('signals') ? 'signals' : kinds.includes('marked') ? 'marked' : 'unmarked'
}

function stairs(graph: Graph, { edge, from, to }: Stretch): { detail?: 'up' | 'down' } {
  const flags = graph.edgeFlags[edge]!
  if ((flags & (FLAG.up | FLAG.down)) === 0) return {}
  const up = (flags & FLAG.up) !== 0
  return { detail: up === from < to ? 'up' : 'down' }
}
