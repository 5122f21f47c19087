import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bytesSource, fileSource } from '@doorwalk/prepare/sheets/list-source'
import { IssueTable, mappingLines } from '@doorwalk/prepare/target-lists/list-report'
import type { ListLine, ListMapping } from '@doorwalk/prepare/target-lists/target-list'

const mapping: ListMapping = {
  format: 'CSV',
  headerLine: 3,
  columns: [
    { name: 'Rue', position: 1, field: 'street', why: { code: 'byName' }, confidence: 0.9 },
    { name: 'Contact', position: 2, field: null, why: { code: 'byName' }, confidence: 1, refused: 'names' },
    { name: 'Couleur', position: 3, field: null, why: { code: 'unknown' }, confidence: 0 },
  ],
  systems: ['Lambert-93'],
  isSwapped: false,
  encoding: 'UTF-8',
  separator: ';',
  notes: [{ code: 'titles', line: 3, lines: 2, first: 1 }],
}

test('The mapping is told column by column, those about persons by what they are', () => {
  expect(mappingLines(mapping)).toEqual([
    'CSV, UTF-8, cells parted by semicolons, names of columns in line 3, coordinates in Lambert-93',
    '  street     "Rue" (its name says so)',
    '  not stored "Contact": names (its name says so)',
    '  not read   "Couleur"',
    '  Note: What stands above line 3 is not read (2 lines, from line 1).',
  ])
})

test('The table of issues holds each issue with the cells that were read, safe for a spreadsheet', () => {
  const table = new IssueTable(mapping)
  const line: ListLine = {
    line: 7,
    repairs: [{ line: 7, field: 'street', came: ' Rue  X', became: 'Rue X' }],
    refusal: { line: 7, field: 'doors', came: '=1+1', expected: { code: 'wholeDoors' } },
    cells: { street: 'Rue X' },
  }
  expect(table.header()).toBe('line,status,field,came,became,expected,street\r\n')
  expect(table.rows(line)).toBe(
    "7,repaired,street, Rue  X,Rue X,,Rue X\r\n7,refused,doors,'=1+1,,a whole number of doors,Rue X\r\n",
  )
  expect(new IssueTable(mapping, 'fr').rows(line)).toContain(
    "7,refusée,doors,'=1+1,,un nombre entier de portes,Rue X",
  )
  expect(table.rows({ line: 8, repairs: [], row: { line: 8 }, cells: { street: 'Rue X' } })).toBe('')
})

test('A source is read from the beginning each time', async () => {
  const file = join(import.meta.dirname, 'list-report.test.ts')
  for (const source of [bytesSource('list.csv', await readFile(file)), fileSource(file)]) {
    for (let time = 0; time < 2; time++) {
      const parts: Uint8Array[] = []
      for await (const part of source.open()) parts.push(part)
      expect(Buffer.concat(parts).equals(await readFile(file))).toBe(true)
    }
  }
})
