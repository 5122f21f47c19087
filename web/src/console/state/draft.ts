/** What is typed into a form and not sent yet: kept in this browser, so that a reload loses nothing. */
import { useState } from 'preact/hooks'
import { keep, readKept } from './kept.ts'

/** As `useState`; a draft that is not an object of the fields of `empty` is dropped. */
export function useDraft<T extends object>(name: string, empty: T): [T, (draft: T) => void] {
  const [draft, setDraft] = useState<T>(() =>
    readKept(name, (value): value is T => hasFieldsOf(empty, value), empty),
  )
  return [
    draft,
    (next) => {
      keep(name, next)
      setDraft(next)
    },
  ]
}

function hasFieldsOf(empty: object, value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(empty).every(
      ([field, standard]) =>
        typeof (value as Record<string, unknown>)[field] === typeof standard &&
        Array.isArray((value as Record<string, unknown>)[field]) === Array.isArray(standard),
    )
  )
}
