/** Fits the one free measure of the estimator to a grid: gross floor area of a flat, so that the totals agree. */
import { totalOf, type Subject } from './subject.ts'

const BOUNDS = { least: 40, most: 400 }
const ROUNDS = 20

/** m² of a flat with which the place has as many doors as its grid counts households. Doors fall as it grows. */
export function fittedFlat({ name, read, grid }: Subject): number {
  if (!grid) throw new Error(`${name} has no grid`)
  let [low, high] = [BOUNDS.least, BOUNDS.most]
  for (let round = 0; round < ROUNDS; round++) {
    const middle = (low + high) / 2
    if (totalOf(read, { measures: { flatM2: middle } }) > grid.households.total) low = middle
    else high = middle
  }
  return (low + high) / 2
}
