import { describe, expect, it } from 'vitest'
import { spreadsheetOf } from '@doorwalk/core/words/spreadsheet'

describe('a table for people', () => {
  const rows = [
    ['Adresse', 'Portes'],
    ['3; 5 rue "Pétrelle", au fond', 1.5],
    ['=1+1', undefined],
    ['a, =cmd()', -2],
    ['a; =cmd()', 2],
  ]

  it('has semicolons and decimal commas in French, and a mark by which Excel knows UTF-8', () => {
    expect(spreadsheetOf(rows, 'fr')).toBe(
      '\uFEFFAdresse;Portes\r\n"3; 5 rue ""Pétrelle"", au fond";1,5\r\n\'=1+1;\r\na, \'=cmd();-2\r\n"a; =cmd()";2\r\n',
    )
  })

  it('has commas in English, and runs no formula where a spreadsheet takes the other separator', () => {
    expect(spreadsheetOf(rows, 'en')).toBe(
      '\uFEFFAdresse,Portes\r\n"3; 5 rue ""Pétrelle"", au fond",1.5\r\n\'=1+1,\r\n"a, =cmd()",-2\r\na; \'=cmd(),2\r\n',
    )
  })
})
