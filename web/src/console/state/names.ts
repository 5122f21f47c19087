/** Names of people by opaque id. They stay in this browser; the server, links and logs have the ids. */
import { type Register, claimIds, isRegister } from '../model/people/register.ts'
import { keep, readKept } from './kept.ts'

const SLOT = 'people'
const NONE: Register = {}
const ID_BYTES = 8

/** An id for each name, the same as last time where the name is known. */
export function idsFor(names: readonly string[]): string[] {
  const { ids, register } = claimIds(namesNow(), names, newId)
  keep(SLOT, register)
  return ids
}

/** Undefined: somebody whom this browser does not know. */
export function nameOf(id: string): string | undefined {
  return namesNow()[id]
}

function namesNow(): Register {
  return readKept(SLOT, isRegister, NONE)
}

/** Says nothing of whom it stands for. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES))
  return `v-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
