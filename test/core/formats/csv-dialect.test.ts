import { describe, expect, it } from 'vitest'
import { csvDialect, firstLineOf } from '@doorwalk/core/formats/csv-dialect'
import { csvTable } from '@doorwalk/functions/buildings/csv-table'
import { tableRows } from '@doorwalk/prepare/tables/csv'
import { fileWith } from '../../support/worlds/prepared.ts'

const CELLS = [
  ['id', 'street', 'lng'],
  ['a', 'Rue Haute', '2.345'],
  ['b', '', '2.346'],
]
const SEPARATORS = [
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
  ['pipe', '|'],
] as const

describe.each(SEPARATORS)('a table with the separator %s', (name, separator) => {
  const text = '\uFEFF' + CELLS.map((cells) => cells.join(separator)).join('\r\n') + '\r\n'

  it('is read from the body of a request', () => {
    const rows = csvTable(text, {
      columns: { id: 'id', street: 'street', lng: 'lng' },
      needed: 'id',
      malformed: (why) => new Error(why),
      most: 100,
      tooLong: (most) => new Error(String(most)),
      unknown: (names) => new Error(names.join()),
    })
    expect(rows.map(({ line, fields }) => [line, Object.fromEntries(fields)])).toEqual([
      [2, { id: 'a', street: 'Rue Haute', lng: '2.345' }],
      [3, { id: 'b', street: '', lng: '2.346' }],
    ])
  })

  it('is read from a file', async () => {
    const columns = { id: ['id'], street: ['street'], lng: ['lng', 'lon'] }
    const rows = []
    const file = await fileWith(`${name}.csv`, text)
    for await (const row of tableRows(file, { option: '--addresses', columns, required: ['id'] }))
      rows.push(row)
    expect(rows).toEqual([
      { line: 2, value: { id: 'a', street: 'Rue Haute', lng: '2.345' } },
      { line: 3, value: { id: 'b', lng: '2.346' } },
    ])
  })
})

describe('the separator', () => {
  it.each([
    ['"a,b,c";d', ';'],
    ['a,b;c,d', ','],
    ['a;b,c', ','],
    ['alone', ','],
    ['a|b\nc,d,e,f', '|'],
    ['', ','],
  ])('of %j is %j', (text, separator) => {
    expect(csvDialect(text).delimiter).toBe(separator)
  })

  it('is looked for in the first line only', () => {
    expect(firstLineOf('\uFEFFid;lng\r\na;2\n')).toBe('id;lng')
    expect(firstLineOf('id')).toBe('id')
  })
})
