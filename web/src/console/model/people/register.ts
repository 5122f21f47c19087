/** Names of people under opaque ids: the server knows the ids, only this browser the names. */
import { plainName } from './name.ts'

/** Name by id. */
export type Register = Readonly<Record<string, string>>

export function isRegister(value: unknown): value is Register {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((name) => typeof name === 'string')
  )
}

/**
 * An id for each name: the one that it has already, so that somebody stays the same over the shifts; else a new one. Of
 * two people with one name the second has an id of their own, the same each time.
 */
export function claimIds(
  register: Register,
  names: readonly string[],
  newId: () => string,
): { ids: string[]; register: Register } {
  const free = new Map<string, string[]>()
  for (const [id, name] of Object.entries(register)) {
    const plain = plainName(name)
    free.set(plain, [...(free.get(plain) ?? []), id])
  }
  const added: Record<string, string> = {}
  const ids = names.map((name) => {
    const known = free.get(plainName(name))?.shift()
    if (known !== undefined) return known
    const id = newId()
    added[id] = name
    return id
  })
  return { ids, register: { ...register, ...added } }
}

/** Who was sent to a plan, by its id. */
export type Crews = Readonly<Record<string, readonly string[]>>

export function areCrews(value: unknown): value is Crews {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((ids) => Array.isArray(ids) && ids.every((id) => typeof id === 'string'))
  )
}
