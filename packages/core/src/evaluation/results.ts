/** Reads the results of precincts: counts and shares as per cent, each precinct once. */
import { fieldError } from '../error.ts'
import type { Result } from './groups.ts'
import type { EvaluationRequest, PrecinctResult } from './request.ts'

export interface ReadResults {
  results: Map<string, Result>
  /** How the numbers were read. */
  notes: string[]
}

/**
 * @param lastOf  the last share by precinct, where `lastField` names it
 * @throws VisibleError evaluation.results
 */
export function readResults(
  { results, lastField }: EvaluationRequest,
  lastOf: ReadonlyMap<string, number> | undefined,
): ReadResults {
  const counted = results.filter(({ votes }) => votes !== undefined).length
  if (counted > 0 && counted < results.length) {
    const other = results.findIndex(
      ({ votes }) => (votes === undefined) === (results[0]!.votes !== undefined),
    )
    throw refused(`/results/${other}`, 'some results are counted and some are shares; give all alike')
  }
  const lasts = results.map(({ precinct, last }) => (lastField === undefined ? last : lastOf?.get(precinct)))
  if (lastField !== undefined) {
    const twice = results.findIndex(({ last }) => last !== undefined)
    if (twice >= 0)
      throw refused(
        `/results/${twice}/last`,
        `the last result comes from "${lastField}" as well; give one of them`,
      )
  }
  const shares = results.map(shareOf)
  const [shareScale, lastScale] = [counted > 0 ? 1 : scaleOf(shares), scaleOf(lasts)]
  const read = new Map<string, Result>()
  for (const [at, { precinct }] of results.entries()) {
    if (read.has(precinct))
      throw refused(`/results/${at}/precinct`, `got "${precinct}" a second time; expected each precinct once`)
    const last = lasts[at]
    read.set(precinct, {
      precinct,
      share: shares[at]! * shareScale,
      ...(last === undefined ? {} : { last: last * lastScale }),
    })
  }
  const scaled = [...(shareScale > 1 ? ['share'] : []), ...(lastScale > 1 ? [lastField ?? 'last'] : [])]
  return {
    results: read,
    notes: scaled.map((name) => `"${name}" is nowhere above 1: read as fractions of 1`),
  }
}

/** In per cent, or as it came. */
function shareOf({ votes = 0, registered, share }: PrecinctResult): number {
  return share ?? (100 * votes) / registered!
}

/** 100 where the numbers are fractions of 1. */
function scaleOf(values: readonly (number | undefined)[]): 1 | 100 {
  const known = values.flatMap((value) => value ?? [])
  return known.some((value) => value > 0) && known.every((value) => value <= 1) ? 100 : 1
}

function refused(pointer: string, detail: string): Error {
  return fieldError('evaluation.results', pointer, detail)
}
