import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberColumn } from '@doorwalk/prepare/tables/number-text'

function read(...texts: string[]): unknown {
  const column = numberColumn(texts)
  return column.kind === 'numbers' ? texts.map((text) => column.values.get(text)) : column.kind
}

describe('a column of texts', () => {
  it.each<[string[], unknown]>([
    [
      ['48,3', '30.1'],
      [48.3, 30.1],
    ],
    [
      ['48,3 %', '7 %', '-'],
      [48.3, 7, null],
    ],
    [
      ['1 234', '56', ''],
      [1234, 56, null],
    ],
    [
      ['1\u202f234,5', '1\u00a0000'],
      [1234.5, 1000],
    ],
    [
      ['−3,5', '+2'],
      [-3.5, 2],
    ],
    [
      ['1.234,5', '2.000'],
      [1234.5, 2000],
    ],
    [
      ['1,234.5', '2,000'],
      [1234.5, 2000],
    ],
    [
      ['1.234.567', '1'],
      [1234567, 1],
    ],
    [
      ['1,234,567', '2,000'],
      [1234567, 2000],
    ],
    [
      ["1'234", '56'],
      [1234, 56],
    ],
    [
      ['0,123', '1,234'],
      [0.123, 1.234],
    ],
    [
      ['1.234', '2.5'],
      [1.234, 2.5],
    ],
    [
      ['1.234', '2.345'],
      [1.234, 2.345],
    ],
    [
      ['1,234', '2,5'],
      [1.234, 2.5],
    ],
    [
      ['1,234', '2.5'],
      [1234, 2.5],
    ],
    [['12345,678'], [12345.678]],
    [['1e3'], [1000]],
    [
      ['n/a', '5'],
      [null, 5],
    ],
    // what the column does not tell is not guessed
    [['1,234', '2,345'], 'unclear'],
    // names, not numbers
    [['0123', '456'], 'text'],
    [['12345678901234567'], 'text'],
    [['12 34'], 'text'],
    [['5', 'five'], 'text'],
    [['2026-03-14'], 'text'],
    [['', '-'], 'text'],
    [[], 'text'],
  ])('%j is %j', (texts, expected) => {
    expect(read(...texts)).toEqual(expected)
  })

  it('gives back any number, written with a decimal comma', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
        const rounded = Number(value.toFixed(2)) + 0
        expect(read(rounded.toFixed(2).replace('.', ','))).toEqual([rounded])
      }),
    )
  })
})
