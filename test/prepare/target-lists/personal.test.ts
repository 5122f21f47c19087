import type { Personal } from '@doorwalk/prepare/list-words/kinds'
import { expect, test } from 'vitest'
import { fieldNamed } from '@doorwalk/prepare/target-lists/fields'
import { personalId, personalIn, withoutPersonal } from '@doorwalk/core/request/contacts'
import { personalName, personalValues } from '@doorwalk/prepare/target-lists/personal'

const NAMED: [Personal, string][] = [
  ['names', 'Nom'],
  ['names', 'Prénom'],
  ['names', 'NOM_FAMILLE'],
  ['names', 'Nom du gardien'],
  ['names', 'Contact sur place'],
  ['names', 'lastName'],
  ['e-mail addresses', 'Adresse e-mail'],
  ['e-mail addresses', 'Mail'],
  ['phone numbers', 'N° de téléphone'],
  ['phone numbers', 'Portable'],
  ['birth dates', 'Date de naissance'],
  ['birth dates', 'DOB'],
  ['free text', 'Commentaires'],
  ['free text', 'Notes'],
  ['opinions', 'Niveau de soutien'],
  ['numbers of persons', 'voter_id_no, id electeur'],
  ['religion', 'religion'],
  ['door codes', 'Digicode'],
  ['door codes', "Code d'accès"],
]

test.each(NAMED)('%s: "%s"', (kind, name) => {
  // "voter" is a word for persons as well.
  expect([kind, 'names']).toContain(personalName(name))
})

test.each([
  'Nom de la rue',
  'Nb locataires',
  'Nombre de logements',
  'Commune',
  'Bâtiment',
  'Adresse',
  'Code postal',
])('"%s" tells of no person', (name) => {
  expect(personalName(name)).toBeUndefined()
})

test('Values tell what a column holds whatever its name', () => {
  const kind = (...texts: string[]) => personalValues(texts)
  expect(kind('a@b.fr', 'c.d@example.org', '')).toBe('e-mail addresses')
  expect(kind('06 12 34 56 78', '+33 6 12 34 56 78', '0612345678', '612345678')).toBe('phone numbers')
  expect(kind('12/03/1961', '1984-07-01', '1990-01-31T00:00:00.000Z')).toBe('birth dates')
  expect(kind('Jean Dupont', 'MARTIN Sophie', 'Mme Lefèvre', 'Oumar Sy')).toBe('names')
  expect(
    kind(
      'Dit qu’il votera peut-être pour nous la prochaine fois',
      'Ouvre rarement la porte le soir après vingt heures',
    ),
  ).toBe('free text')
  expect(kind('12/03/2026', '2026-03-14')).toBeUndefined()
  expect(kind('rue Jean Jaurès', 'avenue Victor Hugo', 'place Simone Veil')).toBeUndefined()
  expect(kind('Saint-Denis', 'Paris', 'Bondy')).toBeUndefined()
  expect(kind('24', '2.3475', '652381.4', '75009')).toBeUndefined()
})

test('A cell is freed of what is somebody’s', () => {
  expect(personalIn('12 rue X, tél. 06 12 34 56 78')).toBe('phone numbers')
  expect(withoutPersonal('12 rue X, 06.12.34.56.78')).toBe('12 rue X')
  expect(withoutPersonal('12 rue X; jean.dupont@example.org')).toBe('12 rue X')
  expect(withoutPersonal('12 rue X tél. 06 12 34 56 78')).toBe('12 rue X')
  expect(withoutPersonal('12 rue X, Mail : jean.dupont@example.org')).toBe('12 rue X')
  expect(withoutPersonal('24 rue du Motel 06 12 34 56 78')).toBe('24 rue du Motel')
  expect(personalIn('12 rue X, 75009 Paris')).toBeUndefined()
  expect(personalIn('652381.41')).toBeUndefined()
  expect(personalIn('2.0348879612, 48.0612345678')).toBeUndefined()
})

test.each([
  '0612345678, 12 rue X',
  '12 rue X,0612345678',
  '12 rue X tél.0612345678',
  '06 12 34 56 78,12 rue X',
])('A phone number beside a comma or a point is one: "%s"', (text) => {
  expect(personalIn(text)).toBe('phone numbers')
  expect(withoutPersonal(text)).toBe('12 rue X')
})

test.each([
  ['street', 'Nom de la voie'],
  ['number', 'N°'],
  ['doors', 'Nb. logements'],
  ['doors', 'Nombre de logements (2024)'],
  ['postcode', 'Code Postal'],
  ['address', "Adresse de l'immeuble"],
  ['lng', 'X_L93'],
  ['place', 'geo_point_2d'],
] as const)('%s: "%s"', (field, name) => {
  expect(fieldNamed(name)?.field).toBe(field)
})

test.each([
  ['a.martin@mail.example', 'e-mail addresses'],
  ['06 12 34 56 78', 'phone numbers'],
  ['0612345678', 'phone numbers'],
  ['+33 6 12 34 56 78', 'phone numbers'],
  ['00112233-4455-6677-8899-001122334455', undefined],
  ['75109_0612_00012', undefined],
  ['osm:w0612345678', undefined],
])('an id %s tells of %s', (id, kind) => {
  expect(personalId(id)).toBe(kind)
})

test.each([
  '0000000012',
  '0000012345678',
  '2026-11-26',
  '20261126143000',
  'osm:w68925826#1',
  '75109_3518_00012',
])('the id %s is no phone number', (id) => expect(personalId(id)).toBeUndefined())
