/**
 * Ids of earlier versions of a region and what became of them, so that a visit, a skip list or an override outlives a
 * new map. Written by `prepare --previous` as one object of the region.
 */
import { VisibleError } from '../error.ts'
import type { Cell } from '../h3.ts'
import type { TargetOverride } from '../request/request.ts'
import type { Warning } from '../words/warning.ts'
import type { LngLat } from '../units.ts'
import type { Address } from './building.ts'
import { parseBytes } from './json-bytes.ts'

/**
 * Earlier id → targets that stand there now; several when one thing became several. An id that is alive is never a key.
 * An id of a building with several targets leads to what became of all of them.
 */
export type Aliases = ReadonlyMap<string, readonly string[]>

/** A target of an earlier version that nothing in this one continues. */
export interface Orphan {
  id: string
  address?: Address
  location: LngLat
  /** As last known, so that what the ledger holds of it is found. */
  block: Cell
  doors: number
}

export interface AliasTable {
  aliases: Aliases
  /** Of all versions so far, sorted by id. */
  orphans: Orphan[]
}

export const NO_ALIASES: Aliases = new Map()

/** The targets that an id means in this version: itself unless it was renamed. Unknown ids come back as they are. */
export function resolveAlias(aliases: Aliases, id: string): readonly string[] {
  return aliases.get(id) ?? [id]
}

/**
 * The overrides under today's ids; one that names today's id itself wins over one by an earlier name.
 *
 * What was said of one thing that is several now (priority, key, exclude) holds for each of them; its doors and floors
 * hold for none, and `warnings` gets a line about it.
 */
export function overridesByTarget(
  overrides: readonly TargetOverride[],
  aliases: Aliases,
  warnings: Warning[],
): Map<string, TargetOverride> {
  if (aliases.size === 0) return new Map(overrides.map((override) => [override.id, override]))
  const renamed = overrides.flatMap((override): TargetOverride[] => {
    const ids = aliases.get(override.id)
    if (!ids) return []
    const { doors, floors, ...rest } = override
    if (ids.length === 1) return [{ ...override, id: ids[0]! }]
    if (doors !== undefined || floors !== undefined)
      warnings.push({ code: 'target_split', id: override.id, now: ids })
    return ids.map((id) => ({ ...rest, id }))
  })
  const current = overrides.filter(({ id }) => !aliases.has(id))
  return new Map([...renamed, ...current].map((override) => [override.id, override]))
}

/** UTF-8 JSON, ids sorted. */
export function encodeAliases({ aliases, orphans }: AliasTable): Uint8Array {
  const sorted = [...aliases].sort(([a], [b]) => (a < b ? -1 : 1))
  return new TextEncoder().encode(JSON.stringify({ aliases: Object.fromEntries(sorted), orphans }))
}

/** @throws VisibleError `region.damaged` when the bytes are no alias table */
export function decodeAliases(bytes: Uint8Array): AliasTable {
  const value = parseBytes(bytes)
  if (!isTable(value)) {
    throw new VisibleError(
      'upstream',
      'region.damaged',
      'The aliases of the region cannot be read; prepare it again.',
    )
  }
  return { aliases: new Map(Object.entries(value.aliases)), orphans: value.orphans }
}

/** The checksum of the manifest vouches for what is inside; here only the kind of object is checked. */
function isTable(value: unknown): value is { aliases: Record<string, string[]>; orphans: Orphan[] } {
  if (typeof value !== 'object' || value === null || !('aliases' in value) || !('orphans' in value))
    return false
  const { aliases, orphans } = value
  if (typeof aliases !== 'object' || aliases === null || !Array.isArray(orphans)) return false
  return Object.values(aliases).every((ids) => Array.isArray(ids))
}
