/** The design of 2012, drawn again and again in a small country: the interval holds the effect as often as it says. */
import { describe, expect, it } from 'vitest'
import {
  coverageOf,
  drawIn,
  type Effect,
  evaluated,
  madeUpCountry,
} from '../../../bench/evaluation/country.ts'

const DRAWS = 1_000
const country = madeUpCountry(120, 1)
const draws = Array.from({ length: DRAWS }, (_, at) => drawIn(country, { seed: `${at}`, share: 0.2 }))
const coverage = (effect: Effect) =>
  coverageOf(
    draws.map((draw) => evaluated(country, draw, effect)),
    effect,
  )

describe('one of five stations held out', () => {
  it.each([0, 3.1])('the interval holds an effect of %f points in 93 to 97 of 100 draws', (mean) => {
    const { difference, regression, error, reach } = coverage({ mean, spread: 0 })
    expect(difference).toBeGreaterThan(0.93)
    expect(difference).toBeLessThan(0.97)
    expect(regression).toBeGreaterThan(0.92)
    expect(Math.abs(error)).toBeLessThan(reach / 10)
  })

  it('an effect of the smallest size that is told is seen in about 80 of 100 draws', () => {
    const { smallestEffect } = coverage({ mean: 0, spread: 0 })
    const { seen } = coverage({ mean: smallestEffect, spread: 0 })
    expect(seen).toBeGreaterThan(0.75)
    expect(seen).toBeLessThan(0.85)
  })

  it('where effects differ the interval is wide enough all the same', () => {
    expect(coverage({ mean: 3.1, spread: 2 }).difference).toBeGreaterThan(0.93)
  })
})
