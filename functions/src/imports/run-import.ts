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
import { canTakeBack, layersOf, settled, takenBackOf } from './layers.ts'

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
  /** What it had changed was taken back: it ended before. */
  isTakenBack: boolean
}

/** Errors the caller can mend end it as `failed`; any other is thrown, for the queue to try again. */
export async function runImport(
  world: ImportWorld,
  { ref, importer, signal }: RunImport,
): Promise<Imported | null> {
  const begun = await changeImport(world, ref, (stored) =>
    isOver(stored) || stored.status === 'taking_back' ? stored : { ...stored, status: 'running' },
  )
  if (!begun || isOver(begun)) return null
  const isTakenBack = begun.status === 'taking_back'
  const { region, dryRun } = begun
  try {
    const result = await readAndStore(world, { ref, begun, importer, ...(signal && { signal }) })
    if (!result) return null
    const { blocks, failure } = result
    await end(world, ref, isTakenBack ? tookBack(world, result) : read(begun, result))
    return { region, blocks: dryRun || failure ? [] : blocks, isTakenBack }
  } catch (error) {
    if (signal?.aborted) return null
    if (!(error instanceof VisibleError) || error.kind === 'upstream' || error.kind === 'full') throw error
    await fail(world, ref, { code: error.code, detail: error.message })
    return { region, blocks: [], isTakenBack }
  }
}

function read({ dryRun, kind }: StoredImport, result: ImportResult): Partial<StoredImport> {
  const { counts, changes, mapping, pages, failure } = result
  if (failure) return { status: 'failed', mapping, error: failure }
  const canTakeBack = !dryRun && kind !== 'opt_outs'
  return { status: 'done', counts, changes, mapping, pages, canTakeBack }
}

function tookBack({ clock }: Pick<Storage, 'clock'>, { takenBack }: ImportResult): Partial<StoredImport> {
  const at = new Date(clock.now()).toISOString()
  return {
    status: 'taken_back',
    canTakeBack: false,
    takenBack: takenBack ? { at, ...takenBack } : null,
    error: null,
  }
}

/** Gives it up for good. False: it had ended before, or what is given up is only to take it back. */
export async function failImport(world: ImportWorld, ref: ImportRef, detail: string): Promise<boolean> {
  const found = await findImport(world, ref)
  if (!found || isOver(found)) return false
  await fail(world, ref, { code: 'imports.gave_up', detail })
  return found.status !== 'taking_back'
}

/** One that could not be taken back stays as it is. */
async function fail(
  world: ImportWorld,
  ref: ImportRef,
  error: NonNullable<StoredImport['error']>,
): Promise<void> {
  const found = await findImport(world, ref)
  await end(world, ref, { status: found?.status === 'taking_back' ? 'done' : 'failed', error })
}

async function end(world: ImportWorld, ref: ImportRef, change: Partial<StoredImport>): Promise<void> {
  const now = new Date(world.clock.now()).toISOString()
  await changeImport(world, ref, (stored) => ({ ...stored, ...change, endedAt: stored.endedAt ?? now }))
  await world.blobs.remove(uploadBlob(ref))
}

/** Undefined: it was cancelled, or nobody waits any more. */
async function readAndStore(
  world: ImportWorld,
  { ref, begun, importer, signal }: RunImport & { begun: StoredImport },
): Promise<ImportResult | undefined> {
  const { campaign, importId } = ref
  const { region, kind, status } = begun
  const place = { campaign, region }
  const isTakenBack = status === 'taking_back'
  const generation = isTakenBack ? takenBackOf(importId) : importId
  for (let tried = 1; tried <= TRIES; tried++) {
    const lists = await readLists(world, place)
    if (lists?.counted.includes(generation)) {
      const bytes = await world.blobs.get(resultBlob(ref, generation))
      if (bytes) return decodeJson(bytes) as ImportResult
    }
    const base = lists?.[kind] ?? null
    const layers = layersOf(lists, { kind, now: world.clock.now() })
    const order = { ...orderOf(ref, begun), base, layers, ...(isTakenBack && { isTakenBack }) }
    if (isTakenBack && !canTakeBack(order)) throw settled(importId)
    const result = await importer(order, signal).catch((error: unknown) => {
      // Another import has ended meanwhile, and what this one was reading is gone.
      if (isOvertaken(error)) return null
      throw error
    })
    const now = await findImport(world, ref)
    const own = generationFolder({ ...place, kind, generation })
    if (signal?.aborted || !now || isOver(now)) {
      await removeFolder(world, own)
      return undefined
    }
    if (!result) continue
    const { list, layers: laid } = result
    if (!list) return result
    await world.blobs.put(resultBlob(ref, generation), encodeJson(result))
    const { value, isChanged } = await changeItem(world.store, {
      key: LISTS.key(campaign, region),
      schema: StoredLists,
      change(stored): StoredLists | undefined {
        if ((stored?.[kind]?.generation ?? null) !== (base?.generation ?? null)) return stored
        const counted = [...(stored?.counted ?? []), generation].slice(-REMEMBERED)
        const others = (stored?.layers ?? []).filter((layer) => layer.kind !== kind)
        return { ...stored, region, [kind]: list, counted, layers: [...others, ...laid] }
      },
    })
    if (!isChanged || value?.[kind]?.generation !== generation) continue
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

function orderOf(ref: ImportRef, stored: StoredImport): Omit<ImportOrder, 'base' | 'layers'> {
  const { region, kind, name, dryRun, replace, createdAt, as, sheet, choices } = stored
  return {
    ...{ ...ref, region, kind, name, dryRun, replace, at: Date.parse(createdAt) },
    ...(as && { mapping: as }),
    ...(sheet !== undefined && { sheet }),
    ...(choices && { choices }),
  }
}

/** @see writeList */
function isOvertaken(error: unknown): boolean {
  return error instanceof Error && error.message.includes('was replaced while it was read')
}

async function removeFolder({ blobs }: Pick<Storage, 'blobs'>, folder: string): Promise<void> {
  for (const name of await blobs.list(`${folder}/`)) await blobs.remove(name)
}
