/** The step of changing sides: said on main roads and where one's own street is crossed, once for both carriageways. */
import { streetName, type Graph } from '../network/graph.ts'
import { isBusy } from '../osm/crossing.ts'
import { CROSSINGS, NODE_FLAG, type Crossing } from '../osm/flags.ts'
import { CLASSES } from '../osm/street-class.ts'
import { endBearing, wholeDegrees } from './geometry.ts'
import type { Step } from './path.ts'
import type { SideChange, Stretch } from './way.ts'

/** Metres from one carriageway to the next that are still one crossing: islands, tram tracks, a central walk. */
const ONE_CROSSING = 30

interface Crossed {
  change: SideChange
  /** The streets walked before and after it, where there are any. */
  before: Stretch | null
  after: Stretch | null
}

/** Crossing a quiet side street on the way straight on needs no words: null. */
export function crossingStep(graph: Graph, { change, before, after }: Crossed): Step | null {
  const street = CLASSES[graph.edgeClass[change.edge]!]!
  const name = streetName(graph, change.edge)
  const own = [before, after].some((walk) => walk !== null && isSameStreet(graph, walk.edge, change.edge))
  if (!own && !isBusy(street)) return null
  const detail = detailOf(change.vertex === null ? 'none' : crossingKind(graph, change.vertex))
  const corner = own && detail === 'unmarked' ? cornerOf(graph, { change, before, after }) : undefined
  const heading = before ? wholeDegrees(endBearing(graph, before.line)) : 0
  return {
    type: 'cross',
    name,
    location: change.location,
    bearingBefore: heading,
    bearingAfter: heading,
    metres: 0,
    deciseconds: change.deciseconds,
    crossed: street,
    detail,
    ...(corner === undefined ? {} : { corner }),
  }
}

/** A street that tells where to cross: it meets the one crossed, and no other step names it. First by its letters. */
function cornerOf(graph: Graph, { change, before, after }: Crossed): string | undefined {
  const { vertex, edge } = change
  if (vertex === null) return undefined
  const said = [edge, before?.edge ?? edge, after?.edge ?? edge].map((each) => streetName(graph, each))
  const names: string[] = []
  for (let i = graph.ends[vertex]!; i < graph.ends[vertex + 1]!; i++) {
    const name = streetName(graph, graph.endStreet[i]! >> 1)
    if (name !== '' && !said.includes(name)) names.push(name)
  }
  return names.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))[0]
}

function isSameStreet(graph: Graph, a: number, b: number): boolean {
  return a === b || (graph.edgeName[a] !== 0 && graph.edgeName[a] === graph.edgeName[b])
}

/** The crossing of the same main road that this one continues, by its index: −1 when it begins a new one. */
export function sameCrossing(steps: Step[], step: Step): number {
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
export function joinSteps(steps: Step[], first: number): Step {
  const whole = steps[first]!
  for (const { metres, deciseconds } of steps.splice(first + 1)) {
    whole.metres += metres
    whole.deciseconds += deciseconds
  }
  return whole
}

/** A crossing drawn as its own way and the carriageway it crosses are one crossing. */
export function joinCross(current: Step, more: Step): void {
  current.name = more.name
  current.deciseconds += more.deciseconds
  if (more.crossed !== undefined) current.crossed = more.crossed
  if (more.corner !== undefined) current.corner ??= more.corner
  if (more.detail !== undefined && current.detail !== 'signals') current.detail = more.detail
}

export function crossingKind(graph: Graph, vertex: number): Crossing {
  return CROSSINGS[(graph.vertexFlags[vertex]! & NODE_FLAG.crossingMask) >> NODE_FLAG.crossingShift]!
}

function detailOf(kind: Crossing): 'signals' | 'marked' | 'unmarked' {
  return kind === 'none' ? 'unmarked' : kind
}
