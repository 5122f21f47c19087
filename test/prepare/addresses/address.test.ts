import { osmAddresses } from '@doorwalk/prepare/addresses/osm-addresses'
import { expect, test } from 'vitest'
import { World } from '../../support/worlds/osm-fixture.ts'
import { extractOf } from '../../support/worlds/streets.ts'

test('a corner house is known by its first street; several numbers on one street are so many addresses', () => {
  const world = new World('corner')
  world.node(0, 0, { 'addr:housenumber': '2;7', 'addr:street': 'Rue Jean-Gutenberg;Rue Jean-Dassier' })
  world.node(9, 0, { 'addr:housenumber': '12;14', 'addr:street': 'Rue du Jura' })
  const { list } = osmAddresses(extractOf(world), [])
  expect(list.map(({ number, street }) => `${number} ${street}`)).toEqual([
    '2 Rue Jean-Gutenberg',
    '12 Rue du Jura',
    '14 Rue du Jura',
  ])
})
