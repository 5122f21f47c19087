import { expect, it } from 'vitest'
import { isStreet, languageOf, namesIn, saysStairs, writeStreet } from '@doorwalk/core/words/street-names'

it.each([
  ['Rue Pétrelle', 'fr'],
  ['Grande Rue de Lyon', 'fr'],
  ['Petit Chemin des Prés', 'fr'],
  ['West 11th Street', 'en'],
  ['Cedar St', 'en'],
  ['Maderbräustraße', 'de'],
  ['Am Ring', 'de'],
  ['Zwaardemakerstraat', 'nl'],
  ['Götgatan', 'scandinavian'],
  ['Via del Corso', 'it'],
  ['Calle Mayor', 'es'],
  ['Rua Augusta', 'pt'],
  ['ulica Długa', 'slavic'],
  ['Крещатик улица', 'slavic'],
  ['Váci utca', 'hu'],
  ['İstiklal Caddesi', 'tr'],
  ['Passage Brady', undefined],
  ['Cour des Petites Écuries', undefined],
])('the kind of %s is %s', (name, language) => {
  expect(languageOf(name)).toBe(language)
  expect(isStreet(name)).toBe(language !== undefined)
})

it.each([
  ['Escalier Sainte-Dévote', true],
  ['Marches du Palais', true],
  ['Degrés de Poules', true],
  ['Scalinata di Trinità', true],
  ['Scala Santa', true],
  ['Escadinhas do Duque', true],
  ['Spanish Steps', true],
  ['Potemkin Stairs', true],
  ['Strudlhof-Stiege', true],
  ['Rue Foyatier', false],
  ['Stepsweg', false],
])('%s says stairs: %s', (name, says) => {
  expect(saysStairs(name)).toBe(says)
})

it('a street of two names is written with both', () => {
  expect(namesIn('Cedar St; Cedar Ave;')).toEqual(['Cedar St', 'Cedar Ave'])
  expect(writeStreet('Cedar St; Cedar Ave')).toBe('Cedar St / Cedar Ave')
  expect(writeStreet('Rue A')).toBe('Rue A')
})
