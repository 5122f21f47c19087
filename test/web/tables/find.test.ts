/** Looking for rows of a long table, and sorting them. */
import { describe, expect, it } from 'vitest'
import { findBy, inOrder, nextOrder } from '../../../web/src/console/model/find.ts'
import { readList } from '../../../web/src/console/model/people/list.ts'

const ROWS = [
  { name: 'Noémie Mavel', doors: 40 },
  { name: 'Ambroise Mavel', doors: 12 },
  { name: 'Noël Tellier', doors: null },
  { name: 'Berthe Aubry', doors: 40 },
]
const names = (rows: readonly { name: string }[]): string[] => rows.map(({ name }) => name.split(' ')[0]!)

describe('a long table', () => {
  it('finds by all words, in any order, without accents and case', () => {
    const find = (search: string) => names(findBy(ROWS, search, ({ name }) => name))
    expect(find('mavel NOEMIE')).toEqual(['Noémie'])
    expect(find('  ')).toHaveLength(4)
    expect(find('noe')).toEqual(['Noémie', 'Noël'])
    expect(find('personne')).toEqual([])
  })

  it('sorts most first, then least first, then as before; rows without a value stand last', () => {
    const first = nextOrder({ column: '', isDown: false }, 'doors')
    const sorted = (order: typeof first) =>
      names(inOrder(ROWS, order, (row, column) => (column === 'doors' ? row.doors : row.name)))
    expect(sorted(first)).toEqual(['Noémie', 'Berthe', 'Ambroise', 'Noël'])
    const second = nextOrder(first, 'doors')
    expect(sorted(second)).toEqual(['Ambroise', 'Noémie', 'Berthe', 'Noël'])
    expect(sorted(nextOrder(second, 'doors'))).toEqual(names(ROWS))
    expect(nextOrder(second, 'name')).toEqual({ column: 'name', isDown: true })
  })

  it('reads a list of people anew when it has changed, and only then', () => {
    const text = 'Noémie Mavel\nNoël Tellier 2h\nnoemie mavel'
    const list = readList(text)
    expect(readList(text)).toBe(list)
    expect(list.remarks).toEqual([{ line: 3, kind: 'twice', text: 'noemie mavel' }])
    expect(readList(`${text}\nBerthe Aubry`).people).toHaveLength(4)
    expect(readList(text)).toEqual(list)
  })
})
