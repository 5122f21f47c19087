/** What calls do with imports: open one, start it, tell of it, end it. */
import { VisibleError } from '@doorwalk/core/error'
import type { Language } from '@doorwalk/core/words/languages'
import type { ImportRef } from '../ports/imports.ts'
import { IMPORT } from '../store/keys.ts'
import type { World } from '../world.ts'
import { readProgress, removeFiles, uploadBlob } from './import-files.ts'
import {
  type Import,
  NO_COUNTS,
  type StoredImport,
  changeImport,
  createImport,
  isOver,
  readImport,
  toldImport,
} from './imports.ts'
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
  const { region, kind, dryRun, replace, mapping, sheet } = wish
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

/** One that runs is cancelled, one that is over is forgotten with its report; what it has stored stays. */
export async function removeImport(
  world: Pick<World, 'store' | 'blobs' | 'jobs' | 'clock'>,
  ref: ImportRef,
): Promise<void> {
  const endedAt = new Date(world.clock.now()).toISOString()
  const known = await readImport(world, ref)
  if (!isOver(known)) {
    await changeImport(world, ref, (stored) =>
      isOver(stored) ? stored : { ...stored, status: 'cancelled', endedAt },
    )
    await world.jobs.cancel({ campaign: ref.campaign, planId: ref.importId })
    await removeFiles(world.blobs, ref)
    return
  }
  await removeFiles(world.blobs, ref)
  await world.store.remove(IMPORT.key(ref.campaign, ref.importId))
}
