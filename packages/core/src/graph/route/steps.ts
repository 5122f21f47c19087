/**
 * Instructions of a walk in the vocabulary of OSRM's route steps, without words: where one turns, crosses a street,
 * climbs stairs, goes through a passage. Which of them are said together: walk/merge-steps.ts.
 */
import { metresBetween, type LngLat } from '../../units.ts'
import { isBusy, type BusyClass } from '../osm/crossing.ts'
import type { Snap } from './snap.ts'
import type { Step } from './path.ts'
import { streetName, type Graph } from '../network/graph.ts'
import type { SideChange, Stretch, WayEnds, WayPart } from './way.ts'
import { CROSSINGS, FLAG, NODE_FLAG, type Crossing } from '../osm/flags.ts'
import { CLASSES } from '../osm/street-class.ts'
import { bearing, linePart, turnBetween } from './geometry.ts'

/** Metres over which the direction before and after a turn is measured: bends in the last metre say nothing. */
const LOOK = 12
/** OSRM's borders between straight, slight, plain and sharp, degrees. */
const STRAIGHT = 20
const SLIGHT = 40
const PLAIN = 120
const REVERSAL = 170
/** A way this near to straight ahead can be taken by mistake. */
const CONFUSING = 45
/** Metres from one carriageway to the next that are still one crossing: islands, tram tracks, a central walk. */
const ONE_CROSSING = 30
/** Both arms of a T-junction leave at least this far to the side. */
const T_ARM = 50

type Modifier = NonNullable<Step['modifier']>
/** What one walks on, as far as words care. */
type Ground = 'street' | 'steps' | 'passage' | 'crossing'

/** Always starts with `depart` and ends with `arrive`; metres and deciseconds add up to those of the path. */
export function stepsOf(graph: Graph, parts: WayPart[], ends: WayEnds): Step[] {
  const steps: Step[] = [departOf(graph, parts, ends)]
  let before: Stretch | null = null as Stretch | null
  parts.forEach((part, i) => {
    const current = steps[steps.length - 1]!
    if (part.kind === 'cross') {
      const step = sideChange(graph, { change: part, before, after: nextWalk(parts, i) })
      const begun = step === null ? -1 : sameCrossing(steps, step)
      if (step === null) current.deciseconds += part.deciseconds
      else if (begun >= 0) joinCross(joinSteps(steps, begun), step)
      else if (current.type === 'cross' && (current.name === step.name || current.name === ''))
        joinCross(current, step)
      else steps.push(step)
      return
    }
    const step = before === null ? null : joint(graph, before, part)
    if (step) steps.push(step)
    const last = steps[steps.length - 1]!
    last.metres += part.metres
    last.deciseconds += part.deciseconds
    before = part
  })
  const last = steps[steps.length - 1]!
  last.metres += ends.after.metres
  last.deciseconds += ends.after.deciseconds
  steps.push(arriveOf(graph, parts, ends.to))
  return steps
}

/** Classes of the busy streets that a walk crosses, in its order; both halves of a boulevard are one. */
export function crossedBy(steps: Step[]): BusyClass[] {
  return steps.flatMap(({ crossed }) => (crossed !== undefined && isBusy(crossed) ? [crossed] : []))
}

function modifierOf(turn: number): Modifier {
  const size = Math.abs(turn)
  const side = turn > 0 ? 'right' : 'left'
  if (size >= REVERSAL) return 'uturn'
  if (size > PLAIN) return `sharp ${side}`
  if (size > SLIGHT) return side
  return size > STRAIGHT ? `slight ${side}` : 'straight'
}

function departOf(graph: Graph, parts: WayPart[], ends: WayEnds): Step {
  const first = parts.find((part) => part.kind === 'walk')!
  const after = startBearing(graph, first.line)
  const toStreet = ends.from.metresAway > 1 ? bearing(graph, ends.from.from, ends.from.location) : after
  const turn = turnBetween(toStreet, after)
  return {
    type: 'depart',
    ...(Math.abs(turn) > STRAIGHT ? { modifier: modifierOf(turn) } : {}),
    name: streetName(graph, first.edge),
    location: first.line[0]!,
    bearingBefore: 0,
    bearingAfter: round(after),
    metres: ends.before.metres,
    deciseconds: ends.before.deciseconds,
  }
}

/** The side is seen in walking direction; no modifier when the door is on the line. */
function arriveOf(graph: Graph, parts: WayPart[], to: Snap): Step {
  const last = parts.findLast((part) => part.kind === 'walk')!
  const against = last.from > last.to
  const side = to.side === null ? undefined : (to.side === 'left') !== against ? 'left' : 'right'
  return {
    type: 'arrive',
    ...(side ? { modifier: side } : {}),
    name: to.street,
    location: to.location,
    bearingBefore: round(endBearing(graph, last.line)),
    bearingAfter: 0,
    metres: 0,
    deciseconds: 0,
  }
}

function nextWalk(parts: WayPart[], from: number): Stretch | null {
  for (const part of parts.slice(from + 1)) if (part.kind === 'walk') return part
  return null
}

/** Crossing a quiet side street on the way straight on needs no words: null. */
function sideChange(
  graph: Graph,
  { change, before, after }: { change: SideChange; before: Stretch | null; after: Stretch | null },
): Step | null {
  const street = CLASSES[graph.edgeClass[change.edge]!]!
  const name = streetName(graph, change.edge)
  const own = [before, after].some((walk) => walk !== null && isSameStreet(graph, walk.edge, change.edge))
  if (!own && !isBusy(street)) return null
  const heading = before ? round(endBearing(graph, before.line)) : 0
  return {
    type: 'cross',
    name,
    location: change.location,
    bearingBefore: heading,
    bearingAfter: heading,
    metres: 0,
    deciseconds: change.deciseconds,
    crossed: street,
    detail: detailOf(change.vertex === null ? 'none' : crossingKind(graph, change.vertex)),
  }
}

function isSameStreet(graph: Graph, a: number, b: number): boolean {
  return a === b || (graph.edgeName[a] !== 0 && graph.edgeName[a] === graph.edgeName[b])
}

/** The crossing of the same main road that this one continues, by its index: −1 when it begins a new one. */
function sameCrossing(steps: Step[], step: Step): number {
  if (step.crossed === undefined || !isBusy(step.crossed) || step.name === '') return -1
  let metres = 0
  for (let i = steps.length - 1; i >= 0; i--) {
    const before = steps[i]!
    metres += before.metres
    if (metres > ONE_CROSSING) return -1
    if (before.crossed !== undefined && before.name === step.name) return i
  }
  return -1
}

/** All steps after one become part of it: the island between two carriageways needs no words. */
function joinSteps(steps: Step[], first: number): Step {
  const whole = steps[first]!
  for (const { metres, deciseconds } of steps.splice(first + 1)) {
    whole.metres += metres
    whole.deciseconds += deciseconds
  }
  return whole
}

/** A crossing drawn as its own way and the carriageway it crosses are one crossing. */
function joinCross(current: Step, more: Step): void {
  current.name = more.name
  current.deciseconds += more.deciseconds
  if (more.crossed !== undefined) current.crossed = more.crossed
  if (more.detail !== undefined && current.detail !== 'signals') current.detail = more.detail
}

function crossingKind(graph: Graph, vertex: number): Crossing {
  return CROSSINGS[(graph.vertexFlags[vertex]! & NODE_FLAG.crossingMask) >> NODE_FLAG.crossingShift]!
}

function detailOf(kind: Crossing): 'signals' | 'marked' | 'unmarked' {
  return kind === 'none' ? 'unmarked' : kind
}

/** The instruction between two streets; null when one simply walks on. */
function joint(graph: Graph, before: Stretch, after: Stretch): Step | null {
  const bearingBefore = endBearing(graph, before.line)
  const bearingAfter = startBearing(graph, after.line)
  const turn = turnBetween(bearingBefore, bearingAfter)
  const base = {
    name: streetName(graph, after.edge),
    location: after.line[0]!,
    bearingBefore: round(bearingBefore),
    bearingAfter: round(bearingAfter),
    metres: 0,
    deciseconds: 0,
  }
  const modifier =
    before.edge === after.edge && before.from < before.to !== after.from < after.to
      ? 'uturn'
      : modifierOf(turn)
  const ground = groundOf(graph, after.edge)
  if (ground !== groundOf(graph, before.edge)) {
    if (ground === 'crossing')
      return { ...base, type: 'cross', modifier, detail: crossingDetail(graph, after) }
    if (ground === 'passage') return { ...base, type: 'passage', modifier }
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

interface Joint {
  before: Stretch
  after: Stretch
  bearingBefore: number
  turn: number
}

function typeOf(graph: Graph, { before, after, bearingBefore, turn }: Joint): Step['type'] | null {
  const others = otherTurns(graph, { before, after, bearingBefore })
  const sameName = graph.edgeName[before.edge] === graph.edgeName[after.edge]
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

function startBearing(graph: Graph, line: LngLat[]): number {
  return bearing(graph, line[0]!, pointAlong(line))
}

function endBearing(graph: Graph, line: LngLat[]): number {
  const back = line.toReversed()
  return bearing(graph, pointAlong(back), back[0]!)
}

/** First point of a line at least LOOK metres from its start, or its last. */
function pointAlong(line: LngLat[]): LngLat {
  let metres = 0
  for (let i = 1; i < line.length; i++) {
    metres += metresBetween(line[i - 1]!, line[i]!)
    if (metres >= LOOK) return line[i]!
  }
  return line[line.length - 1]!
}

function round(degrees: number): number {
  return Math.round(degrees) % 360
}
