/** What a person says that columns are, where the guess is wrong. */
import type { Schemas } from '@doorwalk/client'
import { type ListField, isListField } from '@doorwalk/core/words/list-fields'

type Column = Schemas['ImportColumn']

/** Field by name of the column; null: it is not to be read. */
export type Corrections = ReadonlyMap<string, ListField | null>

export const NO_CORRECTIONS: Corrections = new Map()

/** A field belongs to one column: what another was said to be goes. As guessed: nothing is said. */
export function correct(
  corrections: Corrections,
  { column, field }: { column: Column; field: ListField | null },
): Corrections {
  const others = [...corrections].filter(
    ([name, said]) => name !== column.name && (field === null || said !== field),
  )
  return new Map(isSaid(column) || field !== column.field ? [...others, [column.name, field]] : others)
}

/** Whether the answer shows an earlier correction: then what it says is no guess. */
function isSaid({ confidence, refused }: Column): boolean {
  return confidence === 1 && refused === undefined
}

/** What it is taken for now. */
export function fieldOf(column: Column, corrections: Corrections): ListField | null {
  const said = corrections.get(column.name)
  if (said !== undefined) return said
  const { field } = column
  if (field === null || !isListField(field)) return null
  // Another column was said to be it.
  return [...corrections.values()].includes(field) ? null : field
}

/** As `POST /v1/imports` takes it; undefined: nothing is corrected. */
export function mappingOf(corrections: Corrections): Schemas['ImportMappingInput'] | undefined {
  if (corrections.size === 0) return undefined
  const fields: Record<string, string> = {}
  const ignored: string[] = []
  for (const [name, field] of corrections) {
    if (field === null) ignored.push(name)
    else fields[field] = name
  }
  return { fields, ignored }
}

export function isSame(one: Corrections, other: Corrections): boolean {
  return one.size === other.size && [...one].every(([name, field]) => other.get(name) === field)
}

/** The API names columns; of several with one name only the first can be told anything. */
export function isNamedBefore(column: Column, columns: readonly Column[]): boolean {
  const plain = column.name.toLowerCase()
  return columns.some(({ name, position }) => position < column.position && name.toLowerCase() === plain)
}
