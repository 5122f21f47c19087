/** Rows of a long table: those that are looked for, in the order that is wanted. */
import { plainName } from './people/name.ts'

/** Those whose text has every word of `search`, accents and case apart; all of them where nothing is looked for. */
export function findBy<T>(rows: readonly T[], search: string, textOf: (row: T) => string): T[] {
  return findPlain(rows, search, (row) => plainName(textOf(row)))
}

/** The same for texts that are long, and plain already: by plainName, once and not with each letter that is typed. */
export function findPlain<T>(rows: readonly T[], search: string, plainOf: (row: T) => string): T[] {
  const words = plainName(search).split(' ').filter(Boolean)
  if (words.length === 0) return [...rows]
  return rows.filter((row) => {
    const text = plainOf(row)
    return words.every((word) => text.includes(word))
  })
}

export interface Order {
  /** Of which column; empty: as the rows come. */
  column: string
  isDown: boolean
}

/** One click on the head of a column: most first, then least first, then as the rows come. */
export function nextOrder({ column, isDown }: Order, clicked: string): Order {
  if (column !== clicked) return { column: clicked, isDown: true }
  return isDown ? { column, isDown: false } : { column: '', isDown: false }
}

/** Rows that are equal, or have nothing in the column, stay as they come; those with nothing stand last. */
export function inOrder<T>(
  rows: readonly T[],
  { column, isDown }: Order,
  valueOf: (row: T, column: string) => number | string | null,
): T[] {
  if (column === '') return [...rows]
  const values = new Map(rows.map((row) => [row, valueOf(row, column)]))
  return rows.toSorted((a, b) => {
    const [one, other] = [values.get(a) ?? null, values.get(b) ?? null]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    const difference =
      typeof one === 'number' && typeof other === 'number'
        ? one - other
        : String(one).localeCompare(String(other), undefined, { numeric: true })
    return isDown ? -difference : difference
  })
}
