/**
 * A list as a job: its rows are gathered where large things are read, then written with their states as they go by, so
 * that no more than some thousand of them are in memory. A run that dies is done again.
 */
import { VisibleError } from '@doorwalk/core/error'
import type { TargetRow } from '@doorwalk/core/listing/list'
import { listingCsv } from '@doorwalk/core/listing/listing-csv'
import { listingGeoJson } from '@doorwalk/core/listing/listing-geojson'
import type { ListedTarget } from '@doorwalk/core/listing/listed-target'
import type { DeskTasks, RowsWritten } from '../ports/desk.ts'
import { decodeJson } from '../store/json.ts'
import type { Storage } from '../world.ts'
import { rowsAsked } from './asked.ts'
import {
  type FileForm,
  type FileRef,
  type StoredFile,
  changeFile,
  fileBlob,
  findFile,
  rowsFolder,
} from './file.ts'
import { withStates } from './states.ts'

/** Gathers the rows of a list, wherever that is done. */
export type Lister = (order: DeskTasks['targetChunks']['input'], signal?: AbortSignal) => Promise<RowsWritten>

type FileWorld = Pick<Storage, 'store' | 'blobs' | 'clock' | 'regions' | 'id'>

interface RunFile {
  ref: FileRef
  lister: Lister
  signal?: AbortSignal
}

/** Precincts came as a field of their own, not as that of an area. */
function ownFields(message: string): string {
  return message.replace('/area/precincts', '/precincts')
}

/** Errors the caller can mend end it as `failed`; any other is thrown, for the queue to try again. */
export async function runFile(world: FileWorld, { ref, lister, signal }: RunFile): Promise<void> {
  const begun = await changeFile(world, ref, (stored) =>
    stored.endedAt === null ? { ...stored, status: 'running' } : stored,
  )
  if (!begun || begun.endedAt !== null) return
  try {
    const written = await write(world, { ref, begun, lister, ...(signal && { signal }) })
    if (written) await end(world, ref, { status: 'done', ...written })
  } catch (error) {
    if (signal?.aborted) return
    if (!(error instanceof VisibleError) || error.kind === 'upstream' || error.kind === 'full') throw error
    await end(world, ref, { status: 'failed', error: { code: error.code, detail: ownFields(error.message) } })
  } finally {
    await removeRows(world, ref)
    // Whoever removed it, or erased the campaign, meanwhile wants nothing of it to stay.
    if (!(await findFile(world, ref))) await world.blobs.remove(fileBlob(ref, begun.form))
  }
}

/** Gives it up for good. */
export async function failFile(world: FileWorld, ref: FileRef, detail: string): Promise<void> {
  await end(world, ref, { status: 'failed', error: { code: 'targets.gave_up', detail } })
  await removeRows(world, ref)
}

async function end(world: FileWorld, ref: FileRef, change: Partial<StoredFile>): Promise<void> {
  const endedAt = new Date(world.clock.now()).toISOString()
  await changeFile(world, ref, (stored) =>
    stored.endedAt === null ? { ...stored, ...change, endedAt } : stored,
  )
}

async function removeRows({ blobs }: Pick<Storage, 'blobs'>, ref: FileRef): Promise<void> {
  for (const name of await blobs.list(`${rowsFolder(ref)}/`)) await blobs.remove(name)
}

/** Undefined: nobody waits for it any more. */
async function write(
  world: FileWorld,
  { ref, begun, lister, signal }: RunFile & { begun: StoredFile },
): Promise<{ targets: number; bytes: number } | undefined> {
  const { form, regionVersion: version, wish } = begun
  const { campaign } = ref
  const { region, ...asked } = wish
  const order = await rowsAsked(world, { campaign, region, version, ...asked, at: '/' })
  const { total, chunks } = await lister({ ...order, folder: rowsFolder(ref) }, signal)
  let bytes = 0
  async function* content(): AsyncGenerator<Uint8Array> {
    for await (const text of textOf(form, total, listed())) {
      signal?.throwIfAborted()
      const part = new TextEncoder().encode(text)
      bytes += part.length
      yield part
    }
  }
  async function* listed(): AsyncGenerator<ListedTarget[]> {
    for (const name of chunks) {
      const stored = await world.blobs.get(name)
      if (!stored) throw new Error(`rows of list ${ref.fileId} are not there`)
      yield withStates(world, { campaign, region, rows: decodeJson(stored) as TargetRow[] })
    }
  }
  if (signal?.aborted) return undefined
  await world.blobs.putStream(fileBlob(ref, form), content())
  return { targets: total, bytes }
}

/** The same as all pages together. */
async function* textOf(
  form: FileForm,
  total: number,
  parts: AsyncIterable<ListedTarget[]>,
): AsyncGenerator<string> {
  if (form === 'csv') yield listingCsv([])
  else yield form === 'json' ? '{"targets":[' : '{"type":"FeatureCollection","features":['
  let isFirst = true
  for await (const targets of parts) {
    if (form === 'csv') yield listingCsv(targets, false)
    else {
      const entries: readonly object[] = form === 'json' ? targets : listingGeoJson(targets).features
      yield (isFirst ? '' : ',') + entries.map((entry) => JSON.stringify(entry)).join(',')
    }
    isFirst = false
  }
  if (form !== 'csv') yield `],"total":${total}}`
}
