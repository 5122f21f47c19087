/**
 * What canvassing did: the results of the precincts against the draw of a hold-out. The difference is between those
 * that could be canvassed and those that could not, whether or not somebody got there.
 */
import { VisibleError } from '../error.ts'
import type { DifferenceFound, Evaluation } from './answer.ts'
import { type Difference, intervalOf, smallestEffect } from './estimate.ts'
import { type DrawnUnit, type Group, groupsOf, isPaired, type Result } from './groups.ts'
import { notesOf, verdictOf } from './notes.ts'
import { areEnough, FEWEST_PAIRS, isWhole, pairedDifference } from './paired.ts'
import { regressionDifference, type WithLast } from './regression.ts'
import { type ReadResults, readResults } from './results.ts'
import type { EvaluationRequest } from './request.ts'
import { isBroadEnough, stratifiedDifference } from './stratified.ts'

/** Digits behind the point that are told: a vote among a million. */
const STEPS = 10_000

interface EvaluationInput {
  /** Every unit that could be drawn. */
  units: readonly DrawnUnit[]
  request: EvaluationRequest
  /** Of `request.lastField`, by precinct. */
  last?: ReadonlyMap<string, number>
}

/** @throws VisibleError evaluation.results, evaluation.too_few */
export function evaluate({ units, request, last }: EvaluationInput): Evaluation {
  const read = readResults(request, last)
  const groups = groupsOf(units, read.results)
  const paired = isPaired(units)
  const used = groups.filter(paired ? isWhole : isBroadEnough)
  if (paired ? !areEnough(used) : used.length === 0) throw tooFew({ paired, groups, used, read })
  const found = paired ? pairedDifference(used) : stratifiedDifference(used)
  const sides = {
    canvassed: groups.flatMap(({ canvassed }) => canvassed).flatMap(withLast),
    heldOut: groups.flatMap(({ heldOut }) => heldOut).flatMap(withLast),
  }
  const checked = regressionDifference(sides)
  const isDrawn = new Set(units.map(({ unit }) => unit))
  const told = {
    design: paired ? ('pairs' as const) : ('strata' as const),
    drawn: {
      precincts: units.length,
      heldOut: units.filter(({ heldOut }) => heldOut).length,
      groups: groups.length,
      groupsUsed: used.length,
    },
    difference: foundOf(found, precinctsIn(used)),
    regression: checked && foundOf(checked, sides.canvassed.length + sides.heldOut.length),
    smallestEffect: rounded(smallestEffect(found)),
    beforeAfter: beforeAfterOf(sides),
    broken: groups
      .filter(({ missing }) => missing.length > 0)
      .map((group) => ({ stratum: group.stratum, missing: group.missing, used: used.includes(group) })),
    unused: [...read.results.keys()].filter((code) => !isDrawn.has(code)),
  }
  return { ...told, verdict: verdictOf(told), notes: [...read.notes, ...notesOf(told)] }
}

function withLast({ share, last }: Result): WithLast[] {
  return last === undefined ? [] : [{ share, last }]
}

function precinctsIn(groups: readonly Group[]): number {
  return groups.reduce((sum, { heldOut, canvassed }) => sum + heldOut.length + canvassed.length, 0)
}

function foundOf(difference: Difference, precincts: number): DifferenceFound {
  const [low, high] = intervalOf(difference)
  const { points, standardError, degrees } = difference
  return {
    ...{ points: rounded(points), low: rounded(low), high: rounded(high) },
    ...{ standardError: rounded(standardError), degrees, precincts },
  }
}

function beforeAfterOf(sides: { canvassed: WithLast[]; heldOut: WithLast[] }): Evaluation['beforeAfter'] {
  const { canvassed, heldOut } = sides
  if (canvassed.length === 0 || heldOut.length === 0) return null
  const change = (side: WithLast[]): number =>
    rounded(side.reduce((sum, { share, last }) => sum + share - last, 0) / side.length)
  return { canvassed: change(canvassed), heldOut: change(heldOut) }
}

/** Never a zero with a sign. */
function rounded(value: number): number {
  return Math.round(value * STEPS) / STEPS + 0
}

function tooFew(of: { paired: boolean; groups: Group[]; used: Group[]; read: ReadResults }): VisibleError {
  const { paired, groups, used, read } = of
  const known = precinctsIn(groups)
  const what = paired
    ? `${used.length} of ${groups.length} pairs have a result on both sides, expected ${FEWEST_PAIRS} at least and none as large as all others`
    : 'no stratum has results of two precincts on both sides'
  const codes = groups.flatMap(({ missing }) => missing).slice(0, 3)
  const expected = codes.length > 0 ? `; codes without a result begin with ${codes.join(', ')}` : ''
  const why = `${known} of ${read.results.size} results are of precincts of the draw; ${what}${expected}`
  return new VisibleError('unprocessable', 'evaluation.too_few', why)
}
