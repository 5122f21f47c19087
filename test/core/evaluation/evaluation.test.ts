/** What canvassing did: differences checked by hand and against an independent regression, and what is told of gaps. */
import { describe, expect, it } from 'vitest'
import { evaluate } from '@doorwalk/core/evaluation/evaluation'
import type { DrawnUnit } from '@doorwalk/core/evaluation/groups'
import { regressionDifference } from '@doorwalk/core/evaluation/regression'
import type { PrecinctResult } from '@doorwalk/core/evaluation/request'
import { drawIn, madeUpCountry } from '../../../bench/evaluation/country.ts'

/** Pairs `a0 b0`, `a1 b1` …, of which the first of each is held out. */
const pairs = (count: number): DrawnUnit[] =>
  Array.from({ length: count }, (_, stratum) => [
    { unit: `a${stratum}`, stratum, heldOut: true },
    { unit: `b${stratum}`, stratum, heldOut: false },
  ]).flat()

const shares = (values: Record<string, number>): PrecinctResult[] =>
  Object.entries(values).map(([precinct, share]) => ({ precinct, share }))

describe('pairs', () => {
  const results = shares({ a0: 20, b0: 22, a1: 30, b1: 34, a2: 40, b2: 43 })

  it('differ by what a hand reckons: 2, 4 and 3 points, deviation 1, over the root of 3', () => {
    const told = evaluate({ units: pairs(3), request: { results } })
    expect(told.design).toBe('pairs')
    expect(told.difference).toEqual({
      ...{ points: 3, standardError: 0.5774, degrees: 2, precincts: 6 },
      ...{ low: 0.5159, high: 5.4841 },
    })
    // (4.3027 + 1.0607) × 0.5774
    expect(told.smallestEffect).toBe(3.0965)
    expect(told.verdict).toContain('+3.00 points, 95 % interval +0.52 to +5.48')
    expect([told.regression, told.beforeAfter, told.broken, told.unused]).toEqual([null, null, [], []])
  })

  it('are the same counted and as fractions, which is said', () => {
    const counted = results.map(({ precinct, share = 0 }) => ({
      precinct,
      votes: share * 10,
      registered: 1000,
    }))
    const fractions = results.map(({ precinct, share = 0 }) => ({ precinct, share: share / 100 }))
    const { difference } = evaluate({ units: pairs(3), request: { results } })
    expect(evaluate({ units: pairs(3), request: { results: counted } }).difference).toEqual(difference)
    const told = evaluate({ units: pairs(3), request: { results: fractions } })
    expect([told.difference, told.notes[0]]).toEqual([
      difference,
      '"share" is nowhere above 1: read as fractions of 1',
    ])
  })

  it('that miss a precinct are told and count for nothing, as does a result of another place', () => {
    const some = [...shares({ a3: 50, zz: 1 }), ...results]
    const told = evaluate({ units: pairs(4), request: { results: some } })
    expect(told.difference.points).toBe(3)
    expect(told.drawn).toEqual({ precincts: 8, heldOut: 4, groups: 4, groupsUsed: 3 })
    expect(told.broken).toEqual([{ stratum: 3, missing: ['b3'], used: false }])
    expect(told.unused).toEqual(['zz'])
    expect(told.notes.join(' ')).toContain('1 of 4 pairs say nothing')
  })

  it('of one against several lose only what is missing', () => {
    const units = [...pairs(3), { unit: 'c0', stratum: 0, heldOut: false }]
    const told = evaluate({ units, request: { results } })
    expect(told.difference.points).toBe(3)
    expect(told.broken).toEqual([{ stratum: 0, missing: ['c0'], used: true }])
    const whole = evaluate({ units, request: { results: [...results, ...shares({ c0: 30 })] } })
    // 7 precincts: (3 × ((22 + 30) ÷ 2 − 20) + 2 × 4 + 2 × 3) ÷ 7
    expect(whole.difference.points).toBeCloseTo(32 / 7, 4)
  })

  it('are refused when too few are left, with the codes that were expected', () => {
    const few = { results: shares({ b0: 1, x: 30, a1: 2, b1: 3 }) }
    expect(() => evaluate({ units: pairs(3), request: few })).toThrow(
      '3 of 4 results are of precincts of the draw; 1 of 3 pairs have a result on both sides, expected 3',
    )
    const lopsided = [...pairs(3), ...['c', 'd', 'e'].map((unit) => ({ unit, stratum: 0, heldOut: false }))]
    const all = [...results, ...shares({ c: 1, d: 2, e: 3 })]
    expect(() => evaluate({ units: lopsided, request: { results: all } })).toThrow(
      'none as large as all others',
    )
  })
})

describe('strata', () => {
  it('weigh their precincts, with the scatter of both sides', () => {
    const units = [0, 1].flatMap((stratum) =>
      [true, true, false, false].map((heldOut, at) => ({ unit: `${stratum}${at}`, stratum, heldOut })),
    )
    const results = shares({ '00': 10, '01': 12, '02': 13, '03': 15, '10': 20, '11': 22, '12': 21, '13': 23 })
    const told = evaluate({ units, request: { results } })
    // Differences 3 and 1; each side has variance 2: (0.5² × (2/2 + 2/2)) × 2 = 1
    expect(told).toMatchObject({ design: 'strata', difference: { points: 2, standardError: 1, degrees: 4 } })
  })

  it('in which the scatter of one side is not seen say nothing', () => {
    const units = [true, true, false].map((heldOut, at) => ({ unit: `${at}`, stratum: 0, heldOut }))
    const request = { results: shares({ '0': 1, '1': 2, '2': 3 }) }
    expect(() => evaluate({ units, request })).toThrow(
      'no stratum has results of two precincts on both sides',
    )
  })
})

describe('last results', () => {
  const lasts = [19, 20, 31, 28, 37, 41]
  const results = shares({ a0: 20, b0: 22, a1: 30, b1: 34, a2: 40, b2: 43 })

  it('show how far both sides moved by themselves', () => {
    const request = { results: results.map((result, at) => ({ ...result, last: lasts[at]! })) }
    const told = evaluate({ units: pairs(3), request })
    // (2 + 6 + 2) ÷ 3 and (1 − 1 + 3) ÷ 3
    expect(told.beforeAfter).toEqual({ canvassed: 3.3333, heldOut: 1 })
    expect(told.notes.join(' ')).toContain('moved by +3.33 points since the last vote')
    const last = new Map(results.map(({ precinct }, at) => [precinct, lasts[at]! / 100]))
    const named = evaluate({ units: pairs(3), request: { results, lastField: 'pct_a' }, last })
    expect([named.beforeAfter, named.regression]).toEqual([told.beforeAfter, told.regression])
    expect(named.notes[0]).toBe('"pct_a" is nowhere above 1: read as fractions of 1')
  })

  it('adjust as a regression with all columns does', () => {
    const country = madeUpCountry(60, 3)
    const heldOut = new Set(
      drawIn(country, { seed: 's', share: 0.3 })
        .filter((unit) => unit.heldOut)
        .map(({ id }) => id),
    )
    const rows = country.map(({ code, last, untouched }) => ({
      ...{ last, share: untouched + (heldOut.has(code) ? 0 : 2) },
      isCanvassed: !heldOut.has(code),
    }))
    const found = regressionDifference({
      canvassed: rows.filter(({ isCanvassed }) => isCanvassed),
      heldOut: rows.filter(({ isCanvassed }) => !isCanvassed),
    })!
    const [points, standardError] = byMatrices(rows)
    expect(found.points).toBeCloseTo(points, 9)
    expect(found.standardError).toBeCloseTo(standardError, 9)
    expect(found.degrees).toBe(56)
  })

  it('that are all alike adjust nothing', () => {
    const side = (values: number[]) => values.map((share) => ({ share, last: 10 }))
    const found = regressionDifference({ canvassed: side([4, 6, 8]), heldOut: side([1, 2, 3]) })!
    // 6 − 2; (4 ÷ 3 + 1 ÷ 3) under the root
    expect([found.points, found.standardError ** 2]).toEqual([4, expect.closeTo(5 / 3, 9)])
  })
})

describe('results that contradict each other', () => {
  it.each([
    [
      [
        { precinct: 'a0', share: 1 },
        { precinct: 'a1', votes: 1, registered: 2 },
      ],
      {},
      '/results/1',
    ],
    [
      [
        { precinct: 'a0', share: 1 },
        { precinct: 'a0', share: 2 },
      ],
      {},
      '/results/1/precinct',
    ],
    [[{ precinct: 'a0', share: 1, last: 2 }], { lastField: 'pct' }, '/results/0/last'],
  ])('are refused by their place: %j', (results, more, pointer) => {
    const request = { results, ...more }
    expect(() => evaluate({ units: pairs(3), request, last: new Map() })).toThrow(`${pointer}: `)
  })
})

/** y ~ 1 + T + x + T·x with x about its mean, HC2, by the inverse of X′X: the effect and its standard error. */
function byMatrices(rows: { share: number; last: number; isCanvassed: boolean }[]): [number, number] {
  const middle = rows.reduce((sum, { last }) => sum + last, 0) / rows.length
  const x = rows.map(({ last, isCanvassed }) => {
    const t = isCanvassed ? 1 : 0
    return [1, t, last - middle, t * (last - middle)]
  })
  const inverse = inverted(
    x[0]!.map((_, a) => x[0]!.map((__, b) => x.reduce((s, row) => s + row[a]! * row[b]!, 0))),
  )
  const apply = (vector: number[]): number[] =>
    inverse.map((row) => row.reduce((s, v, i) => s + v * vector[i]!, 0))
  const b = apply(x[0]!.map((_, a) => x.reduce((sum, row, i) => sum + row[a]! * rows[i]!.share, 0)))
  let variance = 0
  x.forEach((row, i) => {
    const pull = apply(row)
    const left = rows[i]!.share - row.reduce((sum, value, a) => sum + value * b[a]!, 0)
    variance += (pull[1]! * left) ** 2 / (1 - row.reduce((sum, value, a) => sum + value * pull[a]!, 0))
  })
  return [b[1]!, Math.sqrt(variance)]
}

/** By Gauss and Jordan. */
function inverted(matrix: number[][]): number[][] {
  const wide = matrix.map((row, i) => [...row, ...matrix.map((_, j) => (i === j ? 1 : 0))])
  wide.forEach((row, i) => {
    const pivot = row[i]!
    row.forEach((value, j) => (row[j] = value / pivot))
    wide.forEach((other, k) => {
      if (k === i) return
      const factor = other[i]!
      other.forEach((value, j) => (other[j] = value - factor * row[j]!))
    })
  })
  return wide.map((row) => row.slice(matrix.length))
}
