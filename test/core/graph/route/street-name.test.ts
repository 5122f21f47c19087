import { nameLikeness, nameWords, OTHER_KIND, SAME_STREET } from '@doorwalk/core/graph/route/street-name'
import { expect, test } from 'vitest'

const alike = (a: string, b: string) => nameLikeness(nameWords(a), nameWords(b))

test.each([
  ['Rue de l’Échiquier', 'rue de l echiquier'],
  ['R. du Fbg Poissonnière', 'Rue du Faubourg-Poissonnière'],
  ['Av. Gallieni', 'Avenue du Général Gallieni'],
  ['Bd. V. Hugo', 'Boulevard Victor Hugo'],
  ['ALL DES ACACIAS', 'Allée des Acacias'],
  ['Place St Pierre', 'Place Saint-Pierre'],
  ['Hauptstr.', 'Hauptstraße'],
  ['Quai du Cheval-Blanc', 'Quai du Cheval Blanc'],
  ['Rue Saint-Vincent de Paul', 'Rue Saint Vincent de Paule'],
  ['Victor Hugo', 'Rue Victor Hugo'],
  ['Rond-point de Plainpalais', 'Rond point de Plainpalais'],
])('%s is %s', (a, b) => {
  expect(alike(a, b)).toBeGreaterThanOrEqual(SAME_STREET)
  expect(alike(b, a)).toBe(alike(a, b))
})

test.each([
  ['Rue de Paris', 'Rue de Marseille'],
  ['Rue Victor Hugo', 'Rue Victor Basch'],
  ['Rue du Pont', 'Rue du Port-Royal'],
  ['Rue', 'Avenue'],
  ['', 'Rue de Paris'],
])('%s is not %s', (a, b) => {
  expect(alike(a, b)).toBeLessThan(SAME_STREET)
})

test('another kind of street with the same name is nearly it', () => {
  expect(alike('Rue Éric Tabarly', 'Avenue Éric Tabarly')).toBe(OTHER_KIND)
  expect(OTHER_KIND).toBeLessThan(SAME_STREET)
})
