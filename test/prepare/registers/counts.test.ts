import { boundsIn, countOf, floorIn, isBlank, storeysIn } from '@doorwalk/prepare/registers/counts'
import { describe, expect, it } from 'vitest'

describe('a count', () => {
  it.each([
    ['12', 12],
    [' 12 ', 12],
    ['12,0', 12],
    ['12.00', 12],
    ['012', 12],
    ['1 204', 1204],
    ['1 204', 1204],
    ["1'204", 1204],
    ['1,204', 1204],
    ['1.204', 1204],
    ['12.000', 12],
    ['1.2e1', 12],
    ['0', 0],
  ])('%j is %i', (text, count) => {
    expect(countOf(text)).toBe(count)
  })

  it.each([
    '-3',
    '12.5',
    '12,5',
    'twelve',
    '12 flats',
    '2001',
    '99999',
    '',
    '1.000',
    '1,2,3',
    '½',
    'Infinity',
    '0x10',
  ])('%j is none', (text) => {
    expect(countOf(text)).toBeUndefined()
  })

  it.each(['', ' ', 'NA', 'n/a', 'NULL', 'nan', '-', 'nd', 'NC', 's', undefined])(
    '%j is nothing known',
    (text) => {
      expect(isBlank(text)).toBe(true)
      expect(isBlank('0')).toBe(false)
    },
  )
})

describe('a class', () => {
  it.each([
    ['individuel', 1, 1],
    ['entre 2 et 11', 2, 11],
    ['entre 12 et 35', 12, 35],
    ['100 et plus', 100, Infinity],
    ['2-11', 2, 11],
    ['2 – 11', 2, 11],
    ['2 à 11 logements', 2, 11],
    ['2 to 11', 2, 11],
    ['de 2 à 11', 2, 11],
    ['[2;11]', 2, 11],
    ['100+', 100, Infinity],
    ['≥ 100', 100, Infinity],
    ['>=100', 100, Infinity],
    ['> 99', 100, Infinity],
    ['plus de 99', 100, Infinity],
    ['au moins 100', 100, Infinity],
    ['< 11', 1, 10],
    ['moins de 11', 1, 10],
    ['<= 10', 1, 10],
    ['7', 7, 7],
    ['1 000 et plus', 1000, Infinity],
  ])('%j is %i to %f', (text, low, high) => {
    expect(boundsIn(text)).toEqual({ low, high })
  })

  it.each(['', 'A', 'collectif', '11-2', '2-11-35', 'before 1949', '9999+', '2 or so', '2,5', '2 5', '-2'])(
    '%j is none',
    (text) => {
      expect(boundsIn(text)).toBeUndefined()
    },
  )
})

describe('storeys and floors', () => {
  it.each([
    ['3', 3],
    ['3,0', 3],
    ['0', undefined],
    ['-1', undefined],
    ['999', undefined],
    ['R+2', undefined],
    [undefined, undefined],
  ])('%j are %s storeys', (text, storeys) => {
    expect(storeysIn(text)).toBe(storeys)
  })

  it.each([
    ['0', 0],
    ['RDC', 0],
    ['EG', 0],
    ['3', 3],
    ['3.0', 3],
    ['R+2', 2],
    ['2e étage', 2],
    ['2. OG', 2],
    ['étage 4', 4],
    ['-1', -1],
    ['grenier', undefined],
  ])('%j is floor %s', (text, floor) => {
    expect(floorIn(text)).toBe(floor)
  })
})
