/** Imports that can be taken back, and why others cannot. */
import { VisibleError } from '@doorwalk/core/error'
import type { StoredLists } from '../buildings/imported-lists.ts'
import type { ImportRef, Layer, ListKind, StoredList } from '../ports/imports.ts'
import { KEPT_SECONDS, type StoredImport } from './imports.ts'

/** What is told of an import ends, and what it found with it: then it stays, and all those before it. */
export function layersOf(
  lists: StoredLists | undefined,
  { kind, now }: { kind: ListKind; now: number },
): Layer[] {
  const all = (lists?.layers ?? []).filter((layer) => layer.kind === kind)
  return all.slice(all.findLastIndex(({ at }) => at + KEPT_SECONDS * 1000 < now) + 1)
}

/** Whether it is among those. */
export function canTakeBack({
  importId,
  base,
  layers,
}: Pick<ImportRef, 'importId'> & { base: StoredList | null; layers: readonly Layer[] }): boolean {
  return base !== null && layers.some((layer) => layer.importId === importId)
}

/** The generation that is made when it is taken back. */
export function takenBackOf(importId: string): string {
  return `${importId}-back`
}

/** @throws VisibleError imports.stays */
export function checkTakeBack({ id, status, kind, dryRun, canTakeBack: can }: StoredImport): void {
  if (can && status === 'done') return
  if (kind === 'opt_outs' && status === 'done' && !dryRun)
    throw stays(`import "${id}" holds opt-outs, and who has opted out is never asked again; it stays`)
  if (dryRun) throw stays(`import "${id}" was a trial and has stored nothing; there is nothing to take back`)
  if (status === 'done') throw settled(id)
  throw stays(`import "${id}" is ${status}; only one that is done has something to take back`)
}

export function settled(id: string): VisibleError {
  return stays(
    `import "${id}" is of before what it changed was noted, or too old; import the list without it, with "replace": true`,
  )
}

function stays(why: string): VisibleError {
  return new VisibleError('conflict', 'imports.stays', why)
}
