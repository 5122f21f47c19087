/**
 * A made-up country of polling stations with two votes, canvassed by a draw like that of 2012, and how often the
 * interval of the evaluation holds what canvassing did there.
 */
import type { Evaluation } from '@doorwalk/core/evaluation/answer'
import { evaluate } from '@doorwalk/core/evaluation/evaluation'
import type { PrecinctResult } from '@doorwalk/core/evaluation/request'
import { type Drawn, drawPairs } from '@doorwalk/core/ledger/holdout'
import { Random } from '@doorwalk/core/solver/chance/random'

export interface Station {
  code: string
  registered: number
  /** Abstention × own share ÷ 100, per cent: what pairs are drawn by. */
  score: number
  /** Own share of the registered at the vote before, per cent. */
  last: number
  /** … and at this one, where nobody canvasses. */
  untouched: number
  /** How far the effect here is from the mean one, in standard deviations. */
  leaning: number
}

/** Points of the share: on average, and the standard deviation between stations. */
export interface Effect {
  mean: number
  spread: number
}

/** Own share of the registered and its scatter between stations, in per cent: the left of 2007 in round numbers. */
const SHARE = { mean: 28, spread: 8 }
const ABSTENTION = { mean: 20, spread: 6 }
/** Points that everybody gains between the votes, and by how much a station differs from that. */
const SWING = { mean: 2, spread: 3 }
const REGISTERED = { mean: 900, spread: 200 }

/** Equal for a seed. The leanings sum up to nothing, so that the mean effect is what it says. */
export function madeUpCountry(count: number, seed: number): Station[] {
  const random = new Random(seed)
  const stations = Array.from({ length: count }, (_, at) => {
    const last = within(normal(random, SHARE), 2, 70)
    const abstention = within(normal(random, ABSTENTION), 3, 60)
    return {
      ...{ code: `s${at}`, last, score: (abstention * last) / 100 },
      registered: Math.round(within(normal(random, REGISTERED), 300, 2_000)),
      untouched: within(last + normal(random, SWING), 0, 90),
      leaning: normal(random, { mean: 0, spread: 1 }),
    }
  })
  const middle = stations.reduce((sum, { leaning }) => sum + leaning, 0) / count
  return stations.map((station) => ({ ...station, leaning: station.leaning - middle }))
}

export function drawIn(
  stations: readonly Station[],
  { seed, share }: { seed: string; share: number },
): Drawn[] {
  const units = stations.map(({ code, registered, score }) => ({ id: code, doors: registered, value: score }))
  return drawPairs(units, { seed, share })
}

/** The second vote as it is counted after canvassing all that were not held out, evaluated. */
export function evaluated(stations: readonly Station[], draw: readonly Drawn[], effect: Effect): Evaluation {
  const heldOut = new Set(draw.filter((unit) => unit.heldOut).map(({ id }) => id))
  const results = stations.map(({ code, registered, last, untouched, leaning }): PrecinctResult => {
    const gained = heldOut.has(code) ? 0 : effect.mean + effect.spread * leaning
    return { precinct: code, registered, last, votes: Math.round((registered * (untouched + gained)) / 100) }
  })
  const units = draw.map(({ id, stratum, heldOut }) => ({ unit: id, stratum, heldOut }))
  return evaluate({ units, request: { results } })
}

export interface Coverage {
  draws: number
  /** Share of the draws whose interval holds the mean effect. */
  difference: number
  /** The same of the regression. */
  regression: number
  /** Share of the draws whose interval does not hold 0. */
  seen: number
  /** Mean half width of the interval, mean of the smallest effect, and mean error, in points. */
  reach: number
  smallestEffect: number
  error: number
}

export function coverageOf(evaluations: readonly Evaluation[], { mean }: Effect): Coverage {
  const draws = evaluations.length
  const average = (value: (evaluation: Evaluation) => number): number =>
    evaluations.reduce((sum, evaluation) => sum + value(evaluation), 0) / draws
  const holds = (found: Evaluation['regression'], points: number): number =>
    found && found.low <= points && points <= found.high ? 1 : 0
  return {
    draws,
    difference: average(({ difference }) => holds(difference, mean)),
    regression: average(({ regression }) => holds(regression, mean)),
    seen: average(({ difference }) => 1 - holds(difference, 0)),
    reach: average(({ difference: { low, high } }) => (high - low) / 2),
    smallestEffect: average((evaluation) => evaluation.smallestEffect),
    error: average(({ difference }) => difference.points - mean),
  }
}

/** By twelve uniform numbers: normal enough for a made-up vote, and equal on every machine. */
function normal(random: Random, { mean, spread }: { mean: number; spread: number }): number {
  let sum = -6
  for (let draw = 0; draw < 12; draw++) sum += random.unit()
  return mean + spread * sum
}

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
