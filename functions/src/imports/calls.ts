/** What calls do with imports: open one, start it, tell of it, end it. */
import { VisibleError } from '@doorwalk/core/error'
import type { Language } from '@doorwalk/core/words/languages'
import { readLists } from '../buildings/imported-lists.ts'
import type { ImportRef, ListKind } from '../ports/imports.ts'
import { type FilteredPage, filteredPage } from '../store/filtered-page.ts'
import { IMPORT } from '../store/keys.ts'
import type { World } from '../world.ts'
import { readProgress, removeFiles, uploadBlob } from './import-files.ts'
import {
  type Import,
  ListedImport,
  NO_COUNTS,
  StoredImport,
  changeImport,
  createImport,
  isOver,
  readImport,
  toldImport,
} from './imports.ts'
import { canTakeBack, checkTakeBack, layersOf, settled } from './layers.ts'
import type { NewImport } from './new-import.ts'

const LISTS_NAME = 'list'

/** A file may be called after whom it is about: e-mail addresses and phone numbers are left out of its name. */
async function keptName(name = LISTS_NAME): Promise<string> {
  const { personalIn, withoutPersonal } = await import('@doorwalk/core/request/contacts')
  const [, bare = name, ending = ''] = /^(.+?)(\.[a-z\d]{1,8})$/iu.exec(name) ?? []
  return personalIn(bare) === undefined ? name : (withoutPersonal(bare) || LISTS_NAME) + ending
}

/** @param bytes  of the list; undefined: it will be uploaded */
export async function openImport(
  world: Pick<World, 'store' | 'blobs' | 'clock' | 'regions' | 'jobs'>,
  { ref, wish, bytes }: { ref: ImportRef; wish: NewImport; bytes: Uint8Array | undefined },
): Promise<Import> {
  const { region, kind, dryRun, replace, mapping, sheet, choices } = wish
  await world.regions.manifest(region)
  const { campaign, importId } = ref
  if (bytes) await world.blobs.put(uploadBlob(ref), bytes)
  const stored: StoredImport = {
    ...{ id: importId, status: bytes ? 'queued' : 'waiting', region, kind, dryRun, replace },
    name: await keptName(wish.name),
    createdAt: new Date(world.clock.now()).toISOString(),
    ...{ endedAt: null, counts: NO_COUNTS, changes: null, mapping: null, error: null, pages: 0 },
    ...(mapping && { as: mapping }),
    ...(sheet !== undefined && { sheet }),
    ...(choices && choices.length > 0 && { choices }),
    ...{ canTakeBack: false, takenBack: null, isForgotten: false },
  }
  await createImport(world, { campaign, stored })
  if (bytes) await world.jobs.submit({ campaign, planId: importId })
  return toldImport(await readImport(world, ref))
}

/** One that was started before stays as it is. @throws VisibleError imports.unknown, imports.upload */
export async function startImport(
  world: Pick<World, 'store' | 'blobs' | 'jobs'>,
  ref: ImportRef,
): Promise<Import> {
  const known = await readImport(world, ref)
  if (known.status !== 'waiting') return toldImport(known)
  const isThere = (await world.blobs.list(uploadBlob(ref))).includes(uploadBlob(ref))
  if (!isThere)
    throw new VisibleError(
      'conflict',
      'imports.upload',
      'the list has not arrived; PUT it to `upload.url` first',
    )
  const now = await changeImport(world, ref, (stored) =>
    stored.status === 'waiting' ? { ...stored, status: 'queued' } : stored,
  )
  await world.jobs.submit({ campaign: ref.campaign, planId: ref.importId })
  return toldImport(now ?? known)
}

/** With how far it is. @throws VisibleError imports.unknown */
export async function tellImport(
  world: Pick<World, 'store' | 'blobs'>,
  ref: ImportRef,
  language?: Language,
): Promise<Import & { pages: number }> {
  const stored = await readImport(world, ref)
  const counts = stored.status === 'running' ? await readProgress(world.blobs, ref) : undefined
  return { ...toldImport(counts ? { ...stored, counts } : stored, language), pages: stored.pages }
}

/**
 * What it has changed is taken back, as a job. One that is being taken back, or was, stays so.
 *
 * @throws VisibleError imports.unknown, imports.stays
 */
export async function takeImportBack(
  world: Pick<World, 'store' | 'jobs' | 'clock'>,
  ref: ImportRef,
): Promise<Import> {
  const { campaign, importId } = ref
  const known = await readImport(world, ref)
  if (known.status === 'taken_back') return toldImport(known)
  if (known.status !== 'taking_back') {
    checkTakeBack(known)
    const lists = await readLists(world, { campaign, region: known.region })
    const layers = layersOf(lists, { kind: known.kind, now: world.clock.now() })
    if (!canTakeBack({ importId, base: lists?.[known.kind] ?? null, layers })) throw settled(importId)
  }
  const now = await changeImport(world, ref, (stored) =>
    stored.status === 'done' && stored.canTakeBack
      ? { ...stored, status: 'taking_back', error: null }
      : stored,
  )
  // Also of one that is being taken back: whoever said so may have died before the job was there.
  if (now?.status === 'taking_back') await world.jobs.submit({ campaign, planId: importId })
  return toldImport(now ?? known)
}

interface ImportsAsked {
  campaign: string
  after: string | undefined
  limit: number
  region?: string | undefined
  kind?: ListKind | undefined
}

/** Newest first; trials are none. */
export async function listImports(
  { store }: Pick<World, 'store'>,
  { campaign, after, limit, region, kind }: ImportsAsked,
): Promise<FilteredPage<ListedImport>> {
  return filteredPage(store, { ...IMPORT.range(campaign), limit, after, newestFirst: true }, (items) =>
    items.map(({ data }) => {
      const stored = StoredImport.parse(data)
      const passes =
        !stored.dryRun &&
        !stored.isForgotten &&
        (region === undefined || stored.region === region) &&
        (kind === undefined || stored.kind === kind)
      return passes ? ListedImport.parse(toldImport(stored)) : undefined
    }),
  )
}

/**
 * One that runs is cancelled, also its taking back; one that is over is forgotten with its report. What it has stored
 * stays, and what it found there, for as long as imports before it can be taken back.
 */
export async function removeImport(
  world: Pick<World, 'store' | 'blobs' | 'jobs' | 'clock'>,
  ref: ImportRef,
): Promise<void> {
  const endedAt = new Date(world.clock.now()).toISOString()
  const known = await readImport(world, ref)
  if (known.status === 'taking_back') {
    await changeImport(world, ref, (stored) =>
      stored.status === 'taking_back' ? { ...stored, status: 'done' } : stored,
    )
    await world.jobs.cancel({ campaign: ref.campaign, planId: ref.importId })
    return
  }
  if (!isOver(known)) {
    await changeImport(world, ref, (stored) =>
      isOver(stored) ? stored : { ...stored, status: 'cancelled', endedAt },
    )
    await world.jobs.cancel({ campaign: ref.campaign, planId: ref.importId })
    await removeFiles(world.blobs, ref)
    return
  }
  await removeFiles(world.blobs, ref, { keepsJournal: known.canTakeBack })
  if (known.canTakeBack)
    await changeImport(world, ref, ({ as: _as, choices: _choices, ...stored }) => ({
      ...stored,
      ...{ name: LISTS_NAME, mapping: null, isForgotten: true },
    }))
  else await world.store.remove(IMPORT.key(ref.campaign, ref.importId))
}
