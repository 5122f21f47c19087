/** Where a plan is, told by the streets of its addresses. */
import { expect, it } from 'vitest'
import { mainStreets } from '@doorwalk/core/walk/streets'

it('names the two streets with most addresses, whatever side the number stands on', () => {
  const paris = [
    '20 Rue Pétrelle',
    '9 Rue Lentonnet',
    '22 bis Rue Pétrelle',
    '2 Rue Thimonnier',
    '7b Rue Lentonnet',
  ]
  expect(mainStreets([...paris, '23 Rue Pétrelle'])).toEqual(['Rue Pétrelle', 'Rue Lentonnet'])
  expect(mainStreets(['Rue Voltaire 12', 'Rue Voltaire 14a'])).toEqual(['Rue Voltaire'])
})

it('takes no street from a house without a number', () => {
  expect(mainStreets(['maison sans numéro, la 2e à gauche après le n° 6'])).toEqual([])
})
