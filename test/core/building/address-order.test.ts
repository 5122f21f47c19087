import { expect, it } from 'vitest'
import { addressOrder } from '@doorwalk/core/building/address-order'

const around = ([lng, lat]: [number, number]): [number, number, number, number] => [lng, lat, lng, lat]
const streets =
  (...names: string[]) =>
  () =>
    names.map((street) => ({ number: '1', street }))

it('is that of the country in the manifest', () => {
  expect(addressOrder({ country: 'CH', bbox: around([2.35, 48.88]) }, streets('Rue A'))).toBe('street_first')
  expect(addressOrder({ country: 'FR', bbox: around([6.14, 46.21]) }, () => [])).toBe('number_first')
})

it('is found for a region that was prepared before the country was kept', () => {
  expect(addressOrder({ bbox: around([2.35, 48.88]) }, () => [])).toBe('number_first')
  expect(addressOrder({ bbox: around([6.14, 46.21]) }, streets('Rue de la Servette'))).toBe('street_first')
  const tagged = [{ number: '1', street: 'Rue A', country: 'FR' }]
  expect(addressOrder({ bbox: around([6.14, 46.21]) }, () => tagged)).toBe('number_first')
})

it('is that of the street names where several countries fit, or none', () => {
  expect(addressOrder({ bbox: around([-117.05, 32.6]) }, streets('Palm Avenue'))).toBe('number_first')
  expect(addressOrder({ bbox: around([-117.05, 32.6]) }, streets('Calle Primera'))).toBe('street_first')
  expect(addressOrder({ bbox: around([-30, 40]) }, streets('Main Street'))).toBe('number_first')
  expect(addressOrder({ bbox: around([-30, 40]) }, streets('Nowhere'))).toBe('street_first')
})
