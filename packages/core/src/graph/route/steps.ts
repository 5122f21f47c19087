/**
 * Instructions of a walk in the vocabulary of OSRM's route steps, without words: where one turns, crosses a street,
 * climbs stairs, goes through a passage. Which of them are said together: walk/merge-steps.ts.
 */
import { fromLngLat } from '../network/coordinates.ts'
import { streetName, type Graph } from '../network/graph.ts'
import { worstBetween } from '../network/obstacles.ts'
import { isBusy, type BusyClass } from '../osm/crossing.ts'
import { FLAG } from '../osm/flags.ts'
import { CLASSES } from '../osm/street-class.ts'
import { crossingStep, joinCross, joinSteps, sameCrossing } from './crossing-step.ts'
import { bearing, endBearing, startBearing, turnBetween, wholeDegrees } from './geometry.ts'
import type { DoorPlace, Step } from './path.ts'
import type { Snap } from './snap.ts'
import { modifierOf, turnStep, wayOf } from './turn-step.ts'
import type { Stretch, WayEnds, WayPart } from './way.ts'

/** Always starts with `depart` and ends with `arrive`; metres and deciseconds add up to those of the path. */
export function stepsOf(graph: Graph, parts: WayPart[], ends: WayEnds): Step[] {
  const steps: Step[] = [departOf(graph, parts, ends)]
  let before: Stretch | null = null as Stretch | null
  parts.forEach((part, i) => {
    const current = steps[steps.length - 1]!
    if (part.kind === 'cross') {
      const step = crossingStep(graph, { change: part, before, after: nextWalk(parts, i) })
      const begun = step === null ? -1 : sameCrossing(steps, step)
      if (step === null) current.deciseconds += part.deciseconds
      else if (begun >= 0) joinCross(joinSteps(steps, begun), step)
      else if (current.type === 'cross' && (current.name === step.name || current.name === ''))
        joinCross(current, step)
      else steps.push(step)
      return
    }
    const step = before === null ? null : turnStep(graph, before, part)
    if (step) steps.push(step)
    else if (!isCrossing(graph, part)) nameBehindCrossing(steps.at(-1)!, streetName(graph, part.edge))
    const last = steps[steps.length - 1]!
    last.metres += part.metres
    last.deciseconds += part.deciseconds
    before = part
  })
  if (changesSideUnsaid(graph, { steps, parts, ends })) steps.push(crossOver(steps[0]!, ends.to))
  const last = steps[steps.length - 1]!
  last.metres += ends.after.metres
  last.deciseconds += ends.after.deciseconds
  steps.push({ ...arriveOf(graph, parts, ends.to), ...doorOf(graph, parts, ends.to) })
  return steps
}

/** Classes of the busy streets that a walk crosses, in its order; both halves of a boulevard are one. */
export function crossedBy(steps: Step[]): BusyClass[] {
  return steps.flatMap(({ crossed }) => (crossed !== undefined && isBusy(crossed) ? [crossed] : []))
}

function departOf(graph: Graph, parts: WayPart[], ends: WayEnds): Step {
  const first = parts.find((part) => part.kind === 'walk')!
  const after = startBearing(graph, first.line)
  const toStreet = ends.from.metresAway > 1 ? bearing(graph, ends.from.from, ends.from.location) : after
  const modifier = modifierOf(turnBetween(toStreet, after))
  return {
    type: 'depart',
    ...(modifier === 'straight' ? {} : { modifier }),
    ...wayOf(graph, first.edge),
    location: first.line[0]!,
    bearingBefore: 0,
    bearingAfter: wholeDegrees(after),
    metres: ends.before.metres,
    deciseconds: ends.before.deciseconds,
  }
}

interface Walked {
  steps: Step[]
  parts: WayPart[]
  ends: WayEnds
}

/** Whether a walk along one street ends on its other side where the graph tells no sides: alleys, private ways. */
function changesSideUnsaid(graph: Graph, { steps, parts, ends }: Walked): boolean {
  const [only, ...others] = steps
  if (graph.profile !== 'canvass' || !only || only.name === '' || others.length > 0) return false
  const walks = parts.filter((part) => part.kind === 'walk')
  const [first, last] = [walks[0]!, walks.at(-1)!]
  const [left, reached] = [sideSeen(ends.from, first), sideSeen(ends.to, last)]
  return left !== undefined && reached !== undefined && left !== reached
}

function crossOver({ name, bearingAfter: heading }: Step, { location }: Snap): Step {
  const still = { bearingBefore: heading, bearingAfter: heading, metres: 0, deciseconds: 0 }
  return { type: 'cross', name, location, detail: 'unmarked', ...still }
}

/** In walking direction; undefined where the door is on the line. */
function sideSeen({ side }: Snap, { from, to }: Stretch): 'left' | 'right' | undefined {
  if (side === null) return undefined
  return (side === 'left') !== from > to ? 'left' : 'right'
}

/** The side is seen in walking direction; no modifier when the door is on the line. */
function arriveOf(graph: Graph, parts: WayPart[], to: Snap): Step {
  const last = parts.findLast((part) => part.kind === 'walk')!
  const side = sideSeen(to, last)
  return {
    type: 'arrive',
    ...(side ? { modifier: side } : {}),
    name: to.street,
    location: to.location,
    bearingBefore: wholeDegrees(endBearing(graph, last.line)),
    bearingAfter: 0,
    metres: 0,
    deciseconds: 0,
  }
}

/** Straight on behind a crossing no step says which street one is on: the crossing does. */
export function nameBehindCrossing(step: Step, name: string): void {
  if (step.type === 'cross' && name !== '') step.onto ??= name
}

function isCrossing(graph: Graph, { edge }: Stretch): boolean {
  return CLASSES[graph.edgeClass[edge]!] === 'crossing'
}

function doorOf(graph: Graph, parts: WayPart[], to: Snap): { door?: DoorPlace } {
  if (graph.profile !== 'canvass') return {}
  const behind = behindOf(graph, parts, to)
  return { door: { metres: to.metresAway, ...(behind ? { behind } : {}) } }
}

/** A gate or private way that the walk turned into, else what stands between the street and the door. */
function behindOf(graph: Graph, parts: WayPart[], to: Snap): DoorPlace['behind'] {
  const isPrivate = ({ edge }: Stretch) => (graph.edgeFlags[edge]! & FLAG.private) !== 0
  const walks = parts.filter((part) => part.kind === 'walk')
  if (isPrivate(walks.at(-1)!) && !walks.every(isPrivate)) return to.gated ? 'gate' : 'private'
  const [door, street] = [to.from, to.location].map((place) => fromLngLat(graph, place))
  return worstBetween(graph.obstacles, door!, street!) === 2 ? 'wall' : undefined
}

function nextWalk(parts: WayPart[], from: number): Stretch | null {
  for (const part of parts.slice(from + 1)) if (part.kind === 'walk') return part
  return null
}
