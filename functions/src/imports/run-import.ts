/**
 * An import as a job: has the list read, makes what was written count by one write of one item, and says so. A run that
 * dies is done again from the uploaded list and ends the same.
 */
import { VisibleError } from '@doorwalk/core/error'
import { StoredLists, generationFolder, readLists } from '../buildings/imported-lists.ts'
import type { ImportOrder, ImportRef, ImportResult, Importer } from '../ports/imports.ts'
import { changeItem } from '../store/change-item.ts'
import { decodeJson, encodeJson } from '../store/json.ts'
import { LISTS } from '../store/keys.ts'
import type { Storage } from '../world.ts'
import { resultBlob, uploadBlob } from './import-files.ts'
import { type StoredImport, changeImport, findImport, isOver } from './imports.ts'

type ImportWorld = Pick<Storage, 'store' | 'blobs' | 'clock'>

export interface RunImport {
  ref: ImportRef
  importer: Importer
  signal?: AbortSignal
}

/** Imports of one list that end while this one is read: it is read again on top of them. */
const TRIES = 5
/** Imports that are remembered as counted, so that one whose process died is not done again. */
const REMEMBERED = 50

/** What the list has changed, for those who listen; null: nothing. */
export interface Imported {
  region: string
  /** Where nobody is sent any more. */
  blocks: string[]
}

/** Errors the caller can mend end it as `failed`; any other is thrown, for the queue to try again. */
export async function runImport(
  world: ImportWorld,
  { ref, importer, signal }: RunImport,
): Promise<Imported | null> {
  const begun = await changeImport(world, ref, (stored) =>
    isOver(stored) ? stored : { ...stored, status: 'running' },
  )
  if (!begun || isOver(begun)) return null
  try {
    const result = await readAndStore(world, { ref, begun, importer, ...(signal && { signal }) })
    if (!result) return null
    const { counts, changes, mapping, pages, blocks, failure } = result
    if (failure) {
      await end(world, ref, { status: 'failed', mapping, error: failure })
      return { region: begun.region, blocks: [] }
    }
    await end(world, ref, { status: 'done', counts, changes, mapping, pages })
    return { region: begun.region, blocks: begun.dryRun ? [] : blocks }
  } catch (error) {
    if (signal?.aborted) return null
    if (!(error instanceof VisibleError) || error.kind === 'upstream' || error.kind === 'full') throw error
    await end(world, ref, { status: 'failed', error: { code: error.code, detail: error.message } })
    return { region: begun.region, blocks: [] }
  }
}

/** Gives it up for good. */
export async function failImport(world: ImportWorld, ref: ImportRef, detail: string): Promise<void> {
  const found = await findImport(world, ref)
  if (!found || isOver(found)) return
  await end(world, ref, { status: 'failed', error: { code: 'imports.gave_up', detail } })
}

async function end(world: ImportWorld, ref: ImportRef, change: Partial<StoredImport>): Promise<void> {
  const endedAt = new Date(world.clock.now()).toISOString()
  await changeImport(world, ref, (stored) => ({ ...stored, ...change, endedAt }))
  await world.blobs.remove(uploadBlob(ref))
}

/** Undefined: it was cancelled, or nobody waits any more. */
async function readAndStore(
  world: ImportWorld,
  { ref, begun, importer, signal }: RunImport & { begun: StoredImport },
): Promise<ImportResult | undefined> {
  const { campaign, importId } = ref
  const { region, kind, name, dryRun, replace, as, sheet } = begun
  const place = { campaign, region }
  for (let tried = 1; tried <= TRIES; tried++) {
    const lists = await readLists(world, place)
    if (lists?.counted.includes(importId)) {
      const bytes = await world.blobs.get(resultBlob(ref))
      if (bytes) return decodeJson(bytes) as ImportResult
    }
    const base = lists?.[kind] ?? null
    const order: ImportOrder = {
      ...{ ...ref, ...place, kind, name, dryRun, replace, base },
      ...(as && { mapping: as }),
      ...(sheet !== undefined && { sheet }),
    }
    const result = await importer(order, signal).catch((error: unknown) => {
      // Another import has ended meanwhile, and what this one was reading is gone.
      if (isOvertaken(error)) return null
      throw error
    })
    const now = await findImport(world, ref)
    const own = generationFolder({ ...place, kind, generation: importId })
    if (signal?.aborted || !now || isOver(now)) {
      await removeFolder(world, own)
      return undefined
    }
    if (!result) continue
    const { list } = result
    if (!list) return result
    await world.blobs.put(resultBlob(ref), encodeJson(result))
    const { value, isChanged } = await changeItem(world.store, {
      key: LISTS.key(campaign, region),
      schema: StoredLists,
      change(stored): StoredLists | undefined {
        if ((stored?.[kind]?.generation ?? null) !== (base?.generation ?? null)) return stored
        const counted = [...(stored?.counted ?? []), importId].slice(-REMEMBERED)
        return { ...stored, region, [kind]: list, counted }
      },
    })
    if (!isChanged || value?.[kind]?.generation !== importId) continue
    if (!(await findImport(world, ref))) {
      // The campaign was erased meanwhile: what was written behind it goes, too.
      await world.store.remove(LISTS.key(campaign, region))
      await removeFolder(world, own)
      return undefined
    }
    if (base) await removeFolder(world, generationFolder({ ...place, kind, generation: base.generation }))
    return result
  }
  throw new Error(`${TRIES} other imports ended while ${importId} was read`)
}

/** @see writeList */
function isOvertaken(error: unknown): boolean {
  return error instanceof Error && error.message.includes('was replaced while it was read')
}

async function removeFolder({ blobs }: Pick<Storage, 'blobs'>, folder: string): Promise<void> {
  for (const name of await blobs.list(`${folder}/`)) await blobs.remove(name)
}
