import { describe, expect, it } from 'vitest'
import { orderIn, orderOfStreets, writeAddress } from '@doorwalk/core/words/address'

describe('the order of an address', () => {
  it.each([
    ['FR', '3', 'Rue Pétrelle', '3 Rue Pétrelle'],
    ['FR', '12 bis', 'rue Condorcet', '12 bis rue Condorcet'],
    ['MC', '7', 'Avenue de Grande-Bretagne', '7 Avenue de Grande-Bretagne'],
    ['LU', '4', 'Rue Notre-Dame', '4 Rue Notre-Dame'],
    ['US', '269', 'West 11th Street', '269 West 11th Street'],
    ['CA', '12', 'Rue Sainte-Catherine', '12 Rue Sainte-Catherine'],
    ['GB', '221B', 'Baker Street', '221B Baker Street'],
    ['IE', '15', 'Usher’s Island', '15 Usher’s Island'],
    ['DE', '3', 'Maderbräustraße', 'Maderbräustraße 3'],
    ['AT', '12/3', 'Wollzeile', 'Wollzeile 12/3'],
    ['CH', '69', 'Rue de la Servette', 'Rue de la Servette 69'],
    ['BE', '16', 'Rue de la Loi', 'Rue de la Loi 16'],
    ['NL', '91-1', 'Zwaardemakerstraat', 'Zwaardemakerstraat 91-1'],
    ['IT', '288', 'Via del Corso', 'Via del Corso 288'],
    ['ES', '5', 'Calle Mayor', 'Calle Mayor 5'],
    ['PL', '7', 'Marszałkowska', 'Marszałkowska 7'],
    ['BR', '100', 'Rua Augusta', 'Rua Augusta 100'],
  ])('in %s: %s, %s', (country, number, street, written) => {
    expect(writeAddress({ number, street }, orderIn(country))).toBe(written)
  })

  it('is that of the address where this says its country', () => {
    const address = { number: '3', street: 'Rue de Bâle', country: 'FR' }
    expect(writeAddress(address, 'street_first')).toBe('3 Rue de Bâle')
    expect(writeAddress({ ...address, country: 'CH' }, 'number_first')).toBe('Rue de Bâle 3')
  })

  it.each([
    ['', 'Rue A', 'Rue A', 'Rue A'],
    ['3', '', '3', '3'],
    ['2;4', 'Rue A', '2, 4 Rue A', 'Rue A 2, 4'],
    ['5', 'Rue A;Rue B', '5 Rue A / Rue B', 'Rue A / Rue B 5'],
    // the name of a house
    ['The Old Rectory', 'Church Lane', 'The Old Rectory, Church Lane', 'The Old Rectory, Church Lane'],
    ['B', 'Rue A', 'B Rue A', 'Rue A B'],
  ])('of "%s" and "%s"', (number, street, first, last) => {
    expect(writeAddress({ number, street }, 'number_first')).toBe(first)
    expect(writeAddress({ number, street }, 'street_first')).toBe(last)
  })
})

it.each([
  ['Rue Pétrelle', 'number_first'],
  ['Boulevard de Magenta', 'number_first'],
  ['Allée Mozart', 'number_first'],
  ['West 11th Street', 'number_first'],
  ['Dauphin Manor Drive', 'number_first'],
  ['Maderbräustraße', 'street_first'],
  ['Wiener Str.', 'street_first'],
  ['Zwaardemakerstraat', 'street_first'],
  ['Götgatan', 'street_first'],
  ['Via del Corso', 'street_first'],
  ['Calle Mayor', 'street_first'],
  ['Rua Augusta', 'street_first'],
  ['ulica Długa', 'street_first'],
  ['Váci utca', 'street_first'],
  ['Unter den Linden', undefined],
])('the name %s says %s', (name, order) => {
  expect(orderOfStreets([name])).toBe(order)
})

it('the most of the names decide', () => {
  expect(orderOfStreets(['Calle Mayor', 'Calle Luna', 'Broadway', 'Main Street'])).toBe('street_first')
  expect(orderOfStreets(['Calle Mayor', 'Main Street'])).toBeUndefined()
  expect(orderOfStreets([])).toBeUndefined()
})
