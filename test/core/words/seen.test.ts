import { expect, it } from 'vitest'
import { nameDoor, sayNumberless } from '@doorwalk/core/words/seen'

it.each([
  [{ address: '3 Rue A' }, 'Rue A', '3 Rue A'],
  [{ address: 'Rue A', seen: 'house without a number' }, 'Rue A', 'Rue A, house without a number'],
  [{ address: '', seen: 'house without a number' }, 'Rue A;Rue B', 'Rue A / Rue B, house without a number'],
  [{ address: '', seen: 'house without a number' }, '', 'house without a number'],
  [{ address: '' }, 'Rue A', 'Rue A'],
  [{ address: '' }, '', 'no address'],
])('%o on %s is %s', (door, street, name) => {
  expect(nameDoor(door, street, 'en')).toBe(name)
})

it.each([
  [{ kind: 'house' }, 'house without a number', 'maison sans numéro'],
  [{ kind: 'house', storeys: 2 }, 'house without a number', 'maison sans numéro'],
  [{ kind: 'flats' }, 'building without a number', 'immeuble sans numéro'],
  [{ kind: 'flats', storeys: 1 }, 'building without a number', 'immeuble sans numéro'],
  [
    { kind: 'flats', storeys: 5 },
    '5-storey building without a number',
    'immeuble de 5\u00a0niveaux sans numéro',
  ],
] as const)('%o is said', (building, english, french) => {
  expect([...sayNumberless(building, 'en'), ...sayNumberless(building, 'fr')]).toEqual([english, french])
})

it.each([
  ['house', 3, 'left', 'the third on the left after no.\u00a012', 'la 3e à gauche après le n°\u00a012'],
  ['flats', 1, 'right', 'the first on the right after no.\u00a012', 'le 1er à droite après le n°\u00a012'],
] as const)('%s number %i on the %s is said', (kind, place, side, english, french) => {
  const neighbour = { number: '12', place, side }
  expect(sayNumberless({ kind }, 'en', neighbour)[1]).toBe(english)
  expect(sayNumberless({ kind }, 'fr', neighbour)[1]).toBe(french)
})
