import { describe, expect, it } from 'vitest'
import type { Building, NoDoorsReason, Target } from '@doorwalk/core/building/building'
import { metresPerDegree, type LngLat } from '@doorwalk/core/units'
import { neighboursOf } from '@doorwalk/core/walk/neighbour'
import { aBuilding, aTarget, PARIS } from '../../support/worlds/builders.ts'

const scale = metresPerDegree(PARIS[1])
const at = (x: number, y: number): LngLat => [PARIS[0] + x / scale.lng, PARIS[1] + y / scale.lat]

interface House {
  x: number
  number?: string
  /** Default: north of the street, which runs eastward. */
  isSouth?: boolean
  noDoors?: NoDoorsReason
}

function built({ x, number, isSouth = false, noDoors }: House): Building {
  const side = isSouth ? -1 : 1
  const id = `osm:w${isSouth ? 9 : 1}${x}`
  const address = number === undefined ? {} : { address: { number, street: 'Rue A' } }
  const target = aTarget({ id, location: at(x, 6 * side), ...address })
  const location = at(x, 12 * side)
  return noDoors ? aBuilding([], { id, location, noDoors }) : aBuilding([target], { location })
}

const found = (houses: House[], street = 'Rue A') => {
  const buildings = houses.map(built)
  return neighboursOf(buildings)(buildings[0]!.targets[0] as Target, street)
}

describe('the neighbour of a door without a number', () => {
  const twelve = { x: 0, number: '12' }

  it.each<[string, House[], unknown]>([
    ['is the nearest number of its row', [{ x: 15 }, twelve, { x: -15, number: '10' }], [1, 'left', '12']],
    ['from the other end the row is on the other side', [{ x: -15 }, twelve], [1, 'right', '12']],
    [
      'south of the street too',
      [
        { x: 15, isSouth: true },
        { ...twelve, isSouth: true },
      ],
      [1, 'right', '12'],
    ],
    [
      'houses between are counted, and shops',
      [{ x: 45 }, { x: 15 }, { x: 30, noDoors: 'commercial' }, twelve],
      [3, 'left', '12'],
    ],
    ['sheds are not', [{ x: 30 }, { x: 15, noDoors: 'outbuilding' }, twelve], [1, 'left', '12']],
    [
      'a number across the street is none',
      [{ x: 15 }, twelve, { x: 16, number: '11', isSouth: true }],
      [1, 'left', '12'],
    ],
    ['nobody counts to five', [{ x: 50 }, ...[10, 20, 30, 40].map((x) => ({ x })), twelve], undefined],
    ['nor goes far', [{ x: 90 }, twelve], undefined],
    ['there may be none', [{ x: 15 }, { x: 30 }], undefined],
  ])('%s', (_, houses, expected) => {
    const neighbour = found(houses)
    expect(neighbour && [neighbour.place, neighbour.side, neighbour.number]).toEqual(expected)
  })

  it('is of the same street', () => {
    expect(found([{ x: 15 }, twelve], 'Rue B')).toBeUndefined()
    expect(found([{ x: 15 }, twelve], '')).toBeUndefined()
  })
})
