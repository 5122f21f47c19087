/** The name of a walker, where this browser knows one for the id. */
import { readKept } from './kept.ts'

/** Names by opaque id, as views that take names keep them. */
const SLOT = 'people'

/** Undefined: nobody told this browser who that is. */
export function walkerName(id: string): string | undefined {
  const name = readKept(SLOT, isRecord, {})[id]
  return typeof name === 'string' ? name : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
