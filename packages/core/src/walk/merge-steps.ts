/** Leaves out steps a walker needs no words for; metres and deciseconds of a path stay exactly what they were. */
import type { Step } from '../graph/route/path.ts'
import type { Metres } from '../units.ts'
import { nameBehindCrossing } from '../graph/route/steps.ts'

/** A manoeuvre followed by another within this length is said as one: the zig-zag of a crossing or a kerb. */
export const TRIVIAL_METRES: Metres = 10

/** Widest carriageway that is still one crossing. */
const CROSSING_METRES: Metres = 30

/** Longest flight with the landing behind it that is still one staircase with the next. */
const STAIRCASE_METRES: Metres = 30

/** Turn angles of OSRM's modifiers, degrees from straight on. */
const STRAIGHT_DEGREES = 20
const SLIGHT_DEGREES = 40
const PLAIN_DEGREES = 120
const REVERSAL_DEGREES = 170

const CROSSING_RANK = { signals: 3, marked: 2, unmarked: 1, up: 0, down: 0 } as const

/**
 * The same path in fewer steps.
 *
 * Straight on along the same street is not said; two manoeuvres within 10 m become one with the net angle, unless a
 * street lies between them; a street crossed in two goes is one crossing, and flights one above the other are one
 * staircase. The first and last step, stairs and passages always stay, and so does the name of every street.
 *
 * @returns new array; sums of `metres` and `deciseconds` are those of `steps`, idempotent
 */
export function mergeSteps(steps: Step[]): Step[] {
  let merged = steps.map((step) => ({ ...step }))
  for (;;) {
    const shorter = mergeOnce(merged)
    if (shorter.length === merged.length) return shorter
    merged = shorter
  }
}

function mergeOnce(steps: Step[]): Step[] {
  const out: Step[] = []
  for (const step of steps) {
    const previous = out.at(-1)
    if (previous === undefined) {
      out.push(step)
      continue
    }
    if (step.type === 'arrive') {
      // A last bend of a few metres that leads to no other street: the door is in sight.
      if (isTurn(previous) && isTrivial(previous) && isNoOther(previous.name, streetBefore(out))) drop(out)
      out.push(step)
    } else if (isStraightOn(step, streetNow(out))) {
      absorb(previous, step)
      nameBehindCrossing(previous, step.name)
    } else if (isSecondHalf(out, step)) {
      drop(out)
      joinCrossings(out[out.length - 1]!, step)
    } else if (step.type === 'cross' && previous.type === 'cross' && sameStreet(step.name, previous.name))
      joinCrossings(previous, step)
    else if (isNextFlight(previous, step)) {
      absorb(previous, step)
      previous.bearingAfter = step.bearingAfter
    } else if (step.type === 'cross' && leadsOnlyTo(previous, step)) {
      drop(out)
      out.push(step)
    } else if (isSideChange(previous, step, streetBefore(out))) {
      absorb(previous, step)
      nameBehindCrossing(previous, step.name)
    } else if (isTurn(step) && previous.type === 'depart' && isDetour(previous, [step.name])) {
      setOff(previous, step)
    } else if (isTurn(step) && isTurn(previous) && isDetour(previous, [step.name, streetBefore(out)])) {
      joinTurns(previous, step, streetBefore(out))
    } else out.push(asWalked(step, out))
  }
  return out
}

/** A few metres to the kerb: nameless, or straight on along the street that is crossed next. */
function leadsOnlyTo(previous: Step, cross: Step): boolean {
  if (!isTurn(previous) || !isTrivial(previous)) return false
  return (
    previous.name === '' || (previous.name === cross.name && (previous.modifier ?? 'straight') === 'straight')
  )
}

/** The same stairs go on the same way behind a landing. */
function isNextFlight(previous: Step, step: Step): boolean {
  if (previous.type !== 'steps' || step.type !== 'steps' || previous.metres > STAIRCASE_METRES) return false
  return previous.name === step.name && previous.detail === step.detail
}

/** Across the street one walks along, and on in the same direction on its other side. */
function isSideChange(cross: Step, turn: Step, street: string): boolean {
  if (cross.type !== 'cross' || !isTurn(turn) || turn.name === '' || turn.name !== street) return false
  const modifier = modifierOf(turn.bearingAfter - cross.bearingBefore)
  return cross.metres < CROSSING_METRES && (modifier === 'straight' || modifier.startsWith('slight'))
}

/** The other half of a crossing: an island or a corner of the same street lies between. */
function isSecondHalf(out: Step[], step: Step): boolean {
  const [first, between] = [out.at(-2), out.at(-1)]
  if (step.type !== 'cross' || first?.type !== 'cross' || between === undefined) return false
  return (
    isTurn(between) &&
    isTrivial(between) &&
    isNoOther(between.name, step.name) &&
    sameStreet(first.name, step.name)
  )
}

/** The router knows only the street before: "to stay on" is true where one walks on it, never of one just crossed. */
function asWalked(step: Step, out: Step[]): Step {
  if (!isTurn(step) || step.modifier === 'uturn') return step
  const stays = step.name !== '' && step.name === streetNow(out)
  if (stays) return out.at(-1)?.type === 'cross' ? step : { ...step, type: 'continue' }
  if (step.type !== 'continue') return step
  return {
    ...step,
    type: (step.modifier ?? 'straight') === 'straight' && step.name !== '' ? 'new name' : 'turn',
  }
}

/** Manoeuvres that may be merged; depart, arrive, stairs, passages and crossings are not. */
function isTurn(step: Step): boolean {
  switch (step.type) {
    case 'depart':
    case 'arrive':
    case 'cross':
    case 'steps':
    case 'passage':
    case 'lift':
      return false
    default:
      return true
  }
}

function isTrivial(step: Step): boolean {
  return step.metres < TRIVIAL_METRES
}

function sameStreet(a: string, b: string): boolean {
  return a === '' || b === '' || a === b
}

/** A few metres on the way between the streets named, or on no street at all. */
function isDetour(step: Step, between: string[]): boolean {
  return isTrivial(step) && (step.name === '' || between.includes(step.name))
}

function isNoOther(name: string, street: string): boolean {
  return name === '' || name === street
}

function isStraightOn(step: Step, street: string): boolean {
  if (!isTurn(step)) return false
  return (step.modifier ?? 'straight') === 'straight' && (step.name === '' || step.name === street)
}

/** Street walked on after the last step of `out`; a crossing leads back to the street before it, or names another. */
function streetNow(out: Step[]): string {
  const last = out.findLast(({ type, onto }) => type !== 'cross' || onto !== undefined)
  return last?.onto ?? last?.name ?? ''
}

/** Street walked on before the last step of `out`. */
function streetBefore(out: Step[]): string {
  return streetNow(out.slice(0, -1))
}

/** `step` is not said; its length belongs to the step before it. */
function absorb(into: Step, step: Step): void {
  into.metres += step.metres
  into.deciseconds += step.deciseconds
}

/** The last of `out` is not said; there is always a first step before it. */
function drop(out: Step[]): void {
  const before = out.at(-2)
  const last = out.at(-1)
  if (before === undefined || last === undefined) return
  absorb(before, last)
  out.pop()
}

function joinCrossings(previous: Step, step: Step): void {
  absorb(previous, step)
  if (previous.name === '') previous.name = step.name
  previous.bearingAfter = step.bearingAfter
  const detail = strongerCrossing(previous.detail, step.detail)
  if (detail !== undefined) previous.detail = detail
  const crossed = previous.crossed ?? step.crossed
  if (crossed !== undefined) previous.crossed = crossed
  const corner = previous.corner ?? step.corner
  if (corner !== undefined) previous.corner = corner
  delete previous.onto
  if (step.onto !== undefined) previous.onto = step.onto
}

/** One set of lights on the way makes it a crossing with lights. */
function strongerCrossing(a: Step['detail'], b: Step['detail']): Step['detail'] {
  if (a === undefined || b === undefined) return a ?? b
  return CROSSING_RANK[a] >= CROSSING_RANK[b] ? a : b
}

function setOff(depart: Step, turn: Step): void {
  absorb(depart, turn)
  depart.bearingAfter = turn.bearingAfter
  if (turn.name !== '' || depart.name === '') nameAs(depart, turn)
}

/** What follows the one follows the other. */
function nameAs(step: Step, { name, way }: Step): void {
  step.name = name
  delete step.way
  if (way !== undefined) step.way = way
}

function joinTurns(first: Step, second: Step, streetBefore: string): void {
  absorb(first, second)
  first.bearingAfter = second.bearingAfter
  nameAs(first, second)
  first.modifier = modifierOf(first.bearingAfter - first.bearingBefore)
  // Back along the street one came by, or sharply into another.
  if (first.modifier === 'uturn' && (first.name === '' || first.name !== streetBefore))
    first.modifier = sharply(first.bearingAfter - first.bearingBefore)
  if (first.name !== '' && first.name === streetBefore) first.type = 'continue'
  else first.type = first.modifier === 'straight' && first.name !== '' ? 'new name' : 'turn'
}

function sharply(degrees: number): 'sharp left' | 'sharp right' {
  return turnBy(degrees) < 0 ? 'sharp left' : 'sharp right'
}

/** −180…180 */
function turnBy(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180
}

/** OSRM's modifier of a turn by so many degrees clockwise. */
function modifierOf(degrees: number): NonNullable<Step['modifier']> {
  const turn = turnBy(degrees)
  const size = Math.abs(turn)
  const side = turn < 0 ? 'left' : 'right'
  if (size <= STRAIGHT_DEGREES) return 'straight'
  if (size <= SLIGHT_DEGREES) return `slight ${side}`
  if (size <= PLAIN_DEGREES) return side
  if (size < REVERSAL_DEGREES) return `sharp ${side}`
  return 'uturn'
}
