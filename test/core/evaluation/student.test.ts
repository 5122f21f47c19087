/** Student's t against the tables of textbooks. */
import { expect, it } from 'vitest'
import { studentBelow, studentQuantile } from '@doorwalk/core/evaluation/student'

it.each([
  [0.975, 1, 12.706204736],
  [0.975, 2, 4.30265273],
  [0.8, 2, 1.060660172],
  [0.8, 5, 0.91954378],
  [0.975, 10, 2.228138852],
  [0.975, 30, 2.042272456],
  [0.975, 1_000, 1.962339081],
])('%f of the distribution lie below the value, at %i degrees of freedom', (share, degrees, value) => {
  expect(studentQuantile(share, degrees)).toBeCloseTo(value, 7)
  expect(studentBelow(value, degrees)).toBeCloseTo(share, 8)
})

it('comes close to the normal distribution', () => {
  expect(studentQuantile(0.975, 200_000)).toBeCloseTo(1.959964, 4)
  expect(studentQuantile(0.5, 7)).toBeCloseTo(0, 9)
})
