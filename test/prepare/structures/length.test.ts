import { metresOf } from '@doorwalk/prepare/structures/length'
import { expect, it } from 'vitest'

it.each([
  ['12', 12],
  ['12.2 m', 12.2],
  ['12,2', 12.2],
  ['12m', 12],
  ['12 metres', 12],
  ['.5', 0.5],
  ["40'", 12.192],
  ['40’', 12.192],
  ['40 ft', 12.192],
  ['40ft.', 12.192],
  ['40 feet', 12.192],
  [`40'6"`, 12.3444],
  [`40′ 6″`, 12.3444],
  ['40 ft 6 in', 12.3444],
  ["40'6''", 12.3444],
  ['480"', 12.192],
  ['480 in', 12.192],
  ['480 inches', 12.192],
  ['1220 cm', 12.2],
  ['0.012 km', 12],
  ['~12', 12],
  ['１２', 12],
  ['12-15', 12],
  ['12;15', 12],
])('%s is %d m', (text, metres) => {
  expect(metresOf(text)).toBeCloseTo(metres, 6)
})

it.each(['', 'high', '0', '-3', '3 storeys', 'NaN', "'"])('%j is no length', (text) => {
  expect(metresOf(text)).toBeUndefined()
})

it('no tag is no length', () => {
  expect(metresOf(undefined)).toBeUndefined()
})
