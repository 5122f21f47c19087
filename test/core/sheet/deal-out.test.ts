import { describe, expect, it } from 'vitest'
import { dealOut } from '@doorwalk/core/sheet/deal-out'
import { linesOf, textWidth } from '@doorwalk/core/sheet/text-width'

const blocks = (...heights: number[]) => heights.map((height, index) => ({ html: String(index), height }))
const dealt = (heights: number[], first: number, rest: number): number[][] =>
  dealOut(blocks(...heights), { first, rest }).map((sheet) => sheet.map(({ height }) => height))

describe('rows dealt out to sheets', () => {
  it.each<[string, number[], number, number, number[][]]>([
    ['one sheet where all fit', [10, 10, 10], 30, 100, [[10, 10, 10]]],
    ['no row, one sheet', [], 30, 100, [[]]],
    [
      'the last is filled, not left with a word',
      [10, 10, 10, 10, 10],
      40,
      50,
      [
        [10, 10, 10],
        [10, 10],
      ],
    ],
    ['a block that is too high for the first goes to the next', [70, 10], 40, 100, [[], [70, 10]]],
    ['a block that is too high for any has one to itself', [10, 170, 10], 40, 100, [[10], [170], [10]]],
  ])('%s', (_, heights, first, rest, sheets) => {
    expect(dealt(heights, first, rest)).toEqual(sheets)
  })

  it('loses none, and keeps their order', () => {
    const heights = Array.from({ length: 60 }, (_, n) => 3 + ((n * 37) % 29))
    const sheets = dealt(heights, 90, 200)
    expect(sheets.flat()).toEqual(heights)
    for (const sheet of sheets.slice(1)) expect(sheet.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(200)
  })
})

describe('lines of a text', () => {
  const lines = (text: string, width: number): number => linesOf([{ text, size: 10 }], width)

  it('break at spaces, not where one is meant to hold', () => {
    expect(lines('aaaa bbbb', 100)).toBe(1)
    expect(lines('aaaa bbbb', 30)).toBe(2)
    expect(lines('aaaa\u00a0bbbb', 60)).toBe(1)
  })

  it('break inside a word that is wider than a line', () => {
    expect(lines('a'.repeat(30), 61)).toBe(4)
  })

  it('take accents for their letters, and other scripts for the widest', () => {
    expect(textWidth({ text: 'é', size: 10 })).toBe(textWidth({ text: 'e', size: 10 }))
    expect(textWidth({ text: '道', size: 10 })).toBeGreaterThan(textWidth({ text: 'W', size: 10 }))
  })
})
