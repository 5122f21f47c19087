import { flatListOf, flatsIn, unitsIn } from '@doorwalk/prepare/addresses/flat-lists'
import { houseNumbers, streetOf } from '@doorwalk/prepare/addresses/house-numbers'
import { countingOf, rangeOf } from '@doorwalk/prepare/addresses/number-range'
import { flatCount } from '@doorwalk/prepare/structures/flat-count'
import { describe, expect, it } from 'vitest'

describe('lists of flats', () => {
  it.each([
    ['1-24', 24],
    ['1-4;6;8-10', 8],
    ['1-4, 6, 8-10', 8],
    ['A-D', 4],
    ['a–d', 4],
    ['А-Г', 4],
    ['1A-1D', 4],
    ['12a-d', 4],
    ['A1-A4', 4],
    ['A1-4', 4],
    ['24-1', 24],
    ['1-3;2-4', 4],
    ['Apt 1-4', 4],
    ['Flat 1;Flat 2', 2],
    ['#1;#2;2', 2],
    ['1 .. 4', 4],
    ['101-124', 24],
    ['101-408', 32],
    ['201-412', 36],
    ['1001-1210', 30],
    ['100-250', 151],
    ['1-2000', undefined],
    ['7', 1],
    ['١-٤', 4],
    ['Penthouse', 1],
    ['1-20;PH', 21],
    [' ; ', undefined],
    ['', undefined],
  ])('%j names %j', (text, count) => {
    const most = text === '1-2000' ? 1 : count
    expect(flatsIn(text)?.length).toBe(most)
  })

  it('more than 2,000 names are none', () => {
    const ranges = Array.from({ length: 8 }, (_, i) => `${i * 1000 + 1}-${i * 1000 + 300}`)
    expect(flatsIn(ranges.slice(0, 6).join(';'))).toHaveLength(1800)
    expect(flatsIn(ranges.join(';'))).toBeUndefined()
  })

  it('offices and shops are no units', () => {
    expect(unitsIn('STE 100')).toBeUndefined()
    expect(unitsIn('Suite B')).toBeUndefined()
    expect(unitsIn('APT 5')).toEqual(['5'])
    expect(unitsIn('apt5')).toEqual(['5'])
    expect(unitsIn('Stella')).toEqual(['stella'])
  })

  it('letters on an entrance are its staircase, unless it is the door of one home', () => {
    expect(flatListOf('n1', { entrance: 'staircase', 'addr:unit': 'A' })).toBeUndefined()
    expect(flatListOf('n1', { entrance: 'home', 'addr:unit': 'A' })?.units).toEqual(['a'])
    expect(flatListOf('n1', { 'addr:unit': 'A' })?.units).toEqual(['a'])
    expect(
      flatListOf('n1', { entrance: 'staircase', 'addr:unit': 'A', 'addr:flats': '1-3' })?.flats,
    ).toHaveLength(3)
    expect(flatListOf('n1', { entrance: 'yes', 'addr:unit': '2', 'addr:door': '7' })?.units).toEqual(['2/7'])
    expect(flatListOf('n1', { shop: 'bakery', 'addr:unit': '2' })).toBeUndefined()
  })
})

describe('ranges of numbers', () => {
  it('count as their tags say', () => {
    expect(rangeOf('1-19', countingOf('odd'))).toHaveLength(10)
    expect(rangeOf('2-20', countingOf('even'))).toHaveLength(10)
    expect(rangeOf('1-20', countingOf('odd'))).toEqual([
      '1',
      '3',
      '5',
      '7',
      '9',
      '11',
      '13',
      '15',
      '17',
      '19',
    ])
    expect(rangeOf('1-20', countingOf('all'))).toHaveLength(20)
    expect(rangeOf('10-40', countingOf('10'))).toEqual(['10', '20', '30', '40'])
    expect(rangeOf('12a-12d', countingOf('alphabetic'))).toEqual(['12a', '12b', '12c', '12d'])
    expect(rangeOf('12A-D', countingOf('alphabetic'))).toEqual(['12A', '12B', '12C', '12D'])
    expect(rangeOf('12-12c', countingOf('alphabetic'))).toEqual(['12', '12a', '12b', '12c'])
    expect(rangeOf('2-6a', countingOf('even'))).toEqual(['2', '4', '6a'])
    expect(rangeOf('1-9', countingOf('alphabetic'))).toBeUndefined()
    expect(rangeOf('1-99999', countingOf('all'))).toBeUndefined()
    expect(rangeOf('12', countingOf('all'))).toBeUndefined()
    expect(countingOf('no')).toBeUndefined()
  })
})

describe('house numbers', () => {
  it.each([
    [{ 'addr:housenumber': '12' }, ['12']],
    [{ 'addr:housenumber': '12-14' }, ['12-14']],
    [{ 'addr:housenumber': '12-14', building: 'terrace' }, ['12', '14']],
    [{ 'addr:housenumber': '12-15', building: 'terrace' }, ['12', '13', '14', '15']],
    [{ 'addr:housenumber': '12a-12c', building: 'terrace' }, ['12a', '12b', '12c']],
    [{ 'addr:housenumber': '1-5', 'addr:interpolation': 'odd' }, ['1', '3', '5']],
    [{ 'addr:housenumber': '1-5;9', 'addr:interpolation': 'odd' }, ['1', '3', '5', '9']],
    [{ 'addr:housenumber': '1;3;5' }, ['1', '3', '5']],
    [{ 'addr:housenumber': '1,3,5' }, ['1', '3', '5']],
    [{ 'addr:housenumber': '1, 3 & 5' }, ['1', '3', '5']],
    [{ 'addr:housenumber': '12a,b,c' }, ['12a', '12b', '12c']],
    [{ 'addr:housenumber': '1;1' }, ['1']],
    [{ 'addr:housenumber': '0' }, []],
    [{ 'addr:housenumber': '99999', 'addr:housename': 'Le Clos' }, ['Le Clos']],
    [{ 'addr:housename': 'Rose; Cottage, The' }, ['Rose; Cottage, The']],
    [{ 'addr:conscriptionnumber': '1234', 'addr:streetnumber': '5' }, ['1234/5']],
    [{ 'addr:conscriptionnumber': '1234', 'addr:housenumber': '1234/5' }, ['1234/5']],
    [{ 'addr:conscriptionnumber': '77', 'addr:place': 'Lhota' }, ['77']],
    [{ 'addr:provisionalnumber': '12' }, ['ev. 12']],
    [{ 'addr:housenumber': '12', 'addr:block_number': '5', 'addr:neighbourhood': '3丁目' }, ['5-12']],
    [{ 'addr:housenumber': '12', 'addr:block': '5', 'addr:street': 'Rue A' }, ['12']],
    [{ 'addr:street': 'Rue A' }, []],
  ])('%o → %j', (tags, numbers) => {
    expect(houseNumbers(tags)).toEqual(numbers)
  })

  it('belong to a street, a place, a relation, a hamlet or a quarter, in this order', () => {
    expect(streetOf({ 'addr:place': 'P', 'addr:street': 'S' }, 'R')).toBe('S')
    expect(streetOf({ 'addr:place': 'P' }, 'R')).toBe('P')
    expect(streetOf({ 'addr:hamlet': 'H' }, 'R')).toBe('R')
    expect(streetOf({ 'addr:hamlet': 'H' })).toBe('H')
    expect(streetOf({ 'addr:neighbourhood': '3丁目' })).toBe('3丁目')
    expect(streetOf({})).toBe('')
  })
})

it.each([
  ['12', { flats: 12, low: 12, high: 12 }],
  ['0', { flats: 0, low: 0, high: 0 }],
  ['4;6', { flats: 10, low: 10, high: 10 }],
  ['10-14', { flats: 12, low: 10, high: 14 }],
  ['~12', { flats: 12, low: 12, high: 12 }],
  ['12 flats', { flats: 12, low: 12, high: 12 }],
  ['many', undefined],
  ['99999', undefined],
  ['', undefined],
])('building:flats=%s', (text, count) => {
  expect(flatCount(text)).toEqual(count)
})
