import { describe, expect, it } from 'vitest'
import { countriesOf } from '@doorwalk/core/region/country'

type Place = [lng: number, lat: number]

function at([lng, lat]: Place, clues: Partial<Parameters<typeof countriesOf>[1]> = {}): string[] {
  const around = [lng - 0.01, lat - 0.01, lng + 0.01, lat + 0.01] as const
  return countriesOf(around, { countries: [], postcodes: [], ...clues })
}

describe('the country of a region', () => {
  it('is what its addresses say', () => {
    expect(at([6.14, 46.21], { countries: ['ch', 'CH', 'FR', 'Suisse'] })).toEqual(['CH'])
    expect(at([0, 0], { countries: ['JP'] })).toEqual(['JP'])
  })

  it.each<[city: string, place: Place, country: string]>([
    ['Paris', [2.35, 48.88], 'FR'],
    ['Bondy', [2.48, 48.91], 'FR'],
    ['Saint-Denis de la Réunion', [55.45, -20.9], 'FR'],
    ['Bastia', [9.45, 42.7], 'FR'],
    ['Amsterdam', [4.93, 52.34], 'NL'],
    ['Rome', [12.48, 41.9], 'IT'],
    ['Madrid', [-3.7, 40.42], 'ES'],
    ['London', [-0.12, 51.5], 'GB'],
    ['Harrisburg', [-76.84, 40.25], 'US'],
    ['Sydney', [151.2, -33.87], 'AU'],
    // towns on the borders of France
    ['Geneva', [6.14, 46.21], 'CH'],
    ['Meyrin', [6.075, 46.228], 'CH'],
    ['Carouge', [6.138, 46.183], 'CH'],
    ['Ferney-Voltaire', [6.105, 46.258], 'FR'],
    ['Annemasse', [6.237, 46.193], 'FR'],
    ['Saint-Julien-en-Genevois', [6.082, 46.142], 'FR'],
    ['Mulhouse', [7.34, 47.75], 'FR'],
    ['Strasbourg', [7.75, 48.58], 'FR'],
    ['Lille', [3.06, 50.63], 'FR'],
    ['Roubaix', [3.17, 50.69], 'FR'],
    ['Mouscron', [3.22, 50.74], 'BE'],
    ['Tournai', [3.39, 50.6], 'BE'],
    ['Menton', [7.5, 43.776], 'FR'],
    ['Hendaye', [-1.775, 43.36], 'FR'],
    ['Perpignan', [2.89, 42.7], 'FR'],
    ['Luxembourg', [6.13, 49.61], 'LU'],
    ['Thionville', [6.17, 49.36], 'FR'],
  ])('is that of %s', (_, place, country) => {
    expect(at(place)[0]).toBe(country)
  })

  it.each<[city: string, place: Place, postcode: string, countries: string[]]>([
    ['Arlon', [5.81, 49.68], '6700', ['BE']],
    ['Kehl', [7.82, 48.575], '77694', ['DE']],
    ['Saarbrücken', [7.0, 49.24], '66111', ['DE']],
    ['Aachen', [6.08, 50.78], '52062', ['DE']],
    ['Maastricht', [5.69, 50.85], '6211 AB', ['NL']],
    ['Basel', [7.6, 47.555], '4051', ['CH']],
    ['Menton', [7.5, 43.776], '06500', ['FR']],
    ['Monaco', [7.42, 43.735], '98000', ['FR', 'MC']],
  ])('is narrowed by postcodes in %s', (_, place, postcode, countries) => {
    expect(at(place, { postcodes: [postcode, postcode, '?'] })).toEqual(countries)
  })

  it('is open where nobody knows, or where several fit', () => {
    expect(at([-30, 40])).toEqual([])
    expect(at([-117.05, 32.6], { postcodes: ['91911'] })).toEqual(['US', 'MX'])
  })
})
