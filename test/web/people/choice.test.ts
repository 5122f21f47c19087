import { describe, expect, it } from 'vitest'
import { USUAL_PEOPLE, peopleOf, wrongPeople } from '../../../web/src/console/model/people-wish.ts'
import { volunteersOf } from '../../../web/src/console/model/people/choice.ts'
import { readList } from '../../../web/src/console/model/people/list.ts'
import { claimIds, isRegister } from '../../../web/src/console/model/people/register.ts'
import { startFinder } from '../../../web/src/console/model/people/starts.ts'

const PLACES = [
  { address: '12 Rue Condorcet', location: [2.34567, 48.87891] as [number, number] },
  { address: '40 Rue Condorcet', location: [2.34111, 48.87999] as [number, number] },
  { address: '3 Boulevard de Magenta', location: [2.35, 48.87] as [number, number] },
]

describe('what the API is told of people', () => {
  it('has ids, minutes and rounded starts, and no name and no address', () => {
    const { people } = readList(
      'Anna + Paul\t2h\nZoé, 14 r. Condorcet, sans escalier\nKarim, 48.87913, 2.34754',
    )
    const told = volunteersOf(people, { ids: ['x1', 'x2', 'x3'], find: startFinder(PLACES) })
    expect(told).toEqual([
      { id: 'x1', minutes: 120, people: 2 },
      { id: 'x2', start: [2.346, 48.879], avoidStairs: true },
      { id: 'x3', start: [2.348, 48.879] },
    ])
    expect(JSON.stringify(told)).not.toMatch(/Anna|Paul|Zo|Karim|Condorcet/i)
  })

  it('finds a house, the nearest number, short forms and what follows a street', () => {
    const found = startFinder(PLACES)
    const find = (address: string) => found(address)?.location ?? null
    expect(found('38 rue Condorcet')?.address).toBe('40 Rue Condorcet')
    expect(find('12 rue condorcet')).toEqual([2.346, 48.879])
    expect(find('38, rue Condorcet, 75009 Paris')).toEqual([2.341, 48.88])
    expect(find('3 bd de Magenta Paris')).toEqual([2.35, 48.87])
    expect(find('5 rue Inconnue')).toBeNull()
    expect(find('')).toBeNull()
  })

  it('counts walks, and none that nobody can walk', () => {
    const wish = { ...USUAL_PEOPLE, teams: 6, list: 'Anna\nPaul' }
    expect(peopleOf(wish).volunteers).toBe(6)
    expect(peopleOf({ ...wish, by: 'list' }).volunteers).toBe(2)
    for (const teams of [null, 0, -1, 2.5, 10_001])
      expect(wrongPeople({ ...wish, teams }).map(({ pointer }) => pointer)).toEqual(['/volunteers'])
    expect(wrongPeople({ ...wish, by: 'list', list: ' ' })).toHaveLength(1)
    expect(wrongPeople({ ...wish, by: 'list', teams: null })).toEqual([])
  })
})

describe('names under opaque ids', () => {
  it('keeps the id of a name, and tells two of one name apart', () => {
    let next = 0
    const newId = (): string => `id${++next}`
    const first = claimIds({}, ['Anna', 'Paul', 'anna '], newId)
    expect(first.ids).toEqual(['id1', 'id2', 'id3'])
    const again = claimIds(first.register, ['Zoé', 'ANNA', 'Anna', 'Anna'], newId)
    expect(again.ids).toEqual(['id4', 'id1', 'id3', 'id5'])
    expect(isRegister(again.register)).toBe(true)
    for (const wrong of [null, [], 'x', { a: 1 }]) expect(isRegister(wrong)).toBe(false)
  })
})
