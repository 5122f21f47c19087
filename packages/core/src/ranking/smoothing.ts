/**
 * Small cells drawn toward their surroundings by local empirical Bayes: what few people did tells less of the place
 * than what many around them did.
 *
 * Source: Marshall, "Mapping disease and mortality rates using empirical Bayes estimators", Applied Statistics 40(2),
 * 1991, https://doi.org/10.2307/2347593, with the variance of a share, m(1 − m) ÷ n, in place of that of a rare event.
 */
import Flatbush from 'flatbush'
import { metresPerDegree, type LngLat } from '../units.ts'

/** Areas around one: those that touch a square of a grid. */
export const SURROUNDING = 8

/** A share, 0–1, of so many people. */
export interface ShareOf {
  share: number
  people: number
}

/**
 * m + C(x − m), where m is the share of all people of the area and around it, and C = A ÷ (A + m(1 − m) ÷ n) with A the
 * variance between the areas that chance does not explain, 0 or more.
 */
export function smoothedShare(own: ShareOf, around: readonly ShareOf[]): number {
  const all = [own, ...around]
  const people = sum(all.map((each) => each.people))
  if (people <= 0) return own.share
  const mean = meanShare(all)!
  const chance = mean * (1 - mean)
  if (chance <= 0) return own.share
  const variance = sum(all.map((each) => each.people * (each.share - mean) ** 2)) / people
  const between = Math.max(0, variance - (chance * all.length) / people)
  const trust = own.people > 0 ? between / (between + chance / own.people) : 0
  return mean + trust * (own.share - mean)
}

/** Of all their people together; undefined when there is nobody. */
export function meanShare(areas: readonly ShareOf[]): number | undefined {
  const people = sum(areas.map((each) => each.people))
  return people > 0 ? sum(areas.map((each) => each.people * each.share)) / people : undefined
}

/** The nearest places of each, by position in the list, itself not. The index is built at the first question. */
export function surroundings(places: readonly LngLat[]): (at: number) => number[] {
  let index: Flatbush | undefined
  const scale = metresPerDegree(sum(places.map(([, lat]) => lat)) / Math.max(1, places.length))
  const flat = ([lng, lat]: LngLat): [number, number] => [lng * scale.lng, lat * scale.lat]
  return (at) => {
    index ??= indexOf(places.map(flat))
    const [x, y] = flat(places[at]!)
    return index
      .neighbors(x, y, SURROUNDING, Number.POSITIVE_INFINITY, (other) => other !== at)
      .toSorted((a, b) => a - b)
  }
}

function indexOf(points: readonly [number, number][]): Flatbush {
  const index = new Flatbush(points.length, 16, Float64Array)
  for (const [x, y] of points) index.add(x, y, x, y)
  index.finish()
  return index
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
