import { describe, expect, it } from 'vitest'
import { csvDialect, firstLineOf } from '@doorwalk/core/formats/csv-dialect'
import { csvTable } from '@doorwalk/functions/buildings/csv-table'
import { namedTable } from '@doorwalk/prepare/tables/named-rows'
import { fileWith } from '../../support/worlds/prepared.ts'

const CELLS = [
  ['id', 'street', 'lng', 'lat'],
  ['a', 'Rue Haute', '2.345', '48.5'],
  ['b', '', '2.346', '48.5'],
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
      columns: { id: 'id', street: 'street', lng: 'lng', lat: 'lat' },
      needed: 'id',
      malformed: (why) => new Error(why),
      most: 100,
      tooLong: (most) => new Error(String(most)),
      unknown: (names) => new Error(names.join()),
    })
    expect(rows.map(({ line, fields }) => [line, Object.fromEntries(fields)])).toEqual([
      [2, { id: 'a', street: 'Rue Haute', lng: '2.345', lat: '48.5' }],
      [3, { id: 'b', street: '', lng: '2.346', lat: '48.5' }],
    ])
  })

  it('is read from a file', async () => {
    const columns = { id: ['id'], street: ['street'] }
    const rows = []
    const file = await fileWith(`${name}.csv`, text)
    const table = await namedTable(file, { option: '--addresses', columns, required: ['id'] })
    for await (const row of table.rows()) rows.push(row)
    expect(rows).toEqual([
      { line: 2, value: { id: 'a', street: 'Rue Haute' }, position: { at: [2.345, 48.5] } },
      { line: 3, value: { id: 'b' }, position: { at: [2.346, 48.5] } },
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
