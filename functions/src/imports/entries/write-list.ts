/**
 * A new generation of a list: what was gathered, and what of the one before it does not replace, in the order of a
 * curve over the ground, cut in chunks. Cost: every chunk of the generation before is read and every one of the new
 * written, once.
 */
import { VisibleError } from '@doorwalk/core/error'
import type { Blobs } from '@doorwalk/core/ports'
import { type ListEntry, chunkBlob, generationFolder } from '../../buildings/imported-lists.ts'
import type { Place } from '../../buildings/place.ts'
import type { ImportChanges, ListKind, StoredList } from '../../ports/imports.ts'
import { decodeJson } from '../../store/json.ts'
import type { EntryStore } from './entry-store.ts'
import { type Gathering, MOST_ENTRIES } from './gather.ts'
import type { Journal } from './journal.ts'

/** About 500 KB; a plan reads those that its area touches. */
const CHUNK_ENTRIES = 4_000

interface Generation extends Place {
  kind: ListKind
  /** Of the import. */
  generation: string
}

interface Writing extends Generation {
  base: StoredList | null
  replace: boolean
  gathered: Gathering
  /** What it finds, to be taken back by; null: that cannot be. */
  journal: Journal | null
  /** Counts only, nothing is written. */
  dryRun: boolean
}

/** @throws VisibleError imports.too_many; Error `… was replaced while it was read` */
export async function writeList(
  blobs: Blobs,
  { base, replace, gathered, journal, dryRun, ...of }: Writing,
): Promise<{ list: StoredList | null; changes: ImportChanges }> {
  const { entries } = gathered
  const changes: ImportChanges = { added: entries.size, updated: 0, unchanged: 0, removed: 0 }
  const read = entries.size
  const wasThere = new Uint8Array(read)
  for await (const entry of base ? entriesOf(blobs, { ...of, list: base }) : []) {
    const at = entries.indexOf(entry.key)
    const isRead = at !== undefined && at < read
    if (isRead || replace) await journal?.note(entry.key, entry)
    if (!isRead) {
      if (replace) changes.removed!++
      else entries.put(entry, 0)
      continue
    }
    wasThere[at] = 1
    changes.added--
    if (entries.textOf(at) === JSON.stringify(entry)) changes.unchanged++
    else changes.updated++
  }
  if (entries.size > MOST_ENTRIES) {
    throw new VisibleError(
      'too_large',
      'imports.too_many',
      `the list would have ${entries.size} entries in this region, at most ${MOST_ENTRIES} are kept; send "replace": true, or a shorter list`,
    )
  }
  if (dryRun) return { list: null, changes }
  for (let at = 0; journal && at < read; at++)
    if (wasThere[at] === 0) await journal.note((JSON.parse(entries.textOf(at)) as ListEntry).key, null)
  return { list: await writeGeneration(blobs, { of, entries }), changes }
}

/** Entries of a generation, one after the other. @throws Error `… was replaced while it was read` */
export async function* entriesOf(
  blobs: Pick<Blobs, 'get'>,
  { list, campaign, region, kind }: Place & { kind: ListKind; list: StoredList },
): AsyncGenerator<ListEntry> {
  const { generation, chunks } = list
  for (const chunk of chunks.keys()) {
    const bytes = await blobs.get(chunkBlob({ campaign, region, kind, generation }, chunk))
    // Another import has ended meanwhile: whoever flips the item sees that, and reads again.
    if (!bytes) throw new Error(`a list of ${region} was replaced while it was read`)
    yield* decodeJson(bytes) as ListEntry[]
  }
}

export async function writeGeneration(
  blobs: Blobs,
  { of, entries }: { of: Generation; entries: EntryStore },
): Promise<StoredList> {
  for (const left of await blobs.list(`${generationFolder(of)}/`)) await blobs.remove(left)
  const order = alongTheGround(entries)
  const chunks: StoredList['chunks'] = []
  for (let from = 0; from < order.length; from += CHUNK_ENTRIES) {
    const some = order.subarray(from, from + CHUNK_ENTRIES)
    await blobs.put(chunkBlob(of, chunks.length), entries.listOf(some))
    chunks.push({ entries: some.length, box: boxAround(entries, some) })
  }
  return { generation: of.generation, entries: entries.size, chunks }
}

/**
 * Places in the order of a Z curve: neighbours are mostly near each other.
 *
 * Source: Morton 1966, A computer oriented geodetic data base; IBM, Ottawa
 */
function alongTheGround(entries: EntryStore): Uint32Array {
  const codes = new Float64Array(entries.size)
  const order = new Uint32Array(entries.size)
  for (let at = 0; at < entries.size; at++) {
    const [lng, lat] = entries.placeOf(at)
    codes[at] = spread(((lng + 180) / 360) * 0x3ffffff) * 2 + spread(((lat + 90) / 180) * 0x3ffffff)
    order[at] = at
  }
  return order.sort((a, b) => codes[a]! - codes[b]! || a - b)
}

/** A zero behind each of 26 bits, within the 53 bits of a number. */
function spread(value: number): number {
  const half = (bits: number): number => {
    let wide = bits & 0x1fff
    wide = (wide | (wide << 8)) & 0x00ff00ff
    wide = (wide | (wide << 4)) & 0x0f0f0f0f
    wide = (wide | (wide << 2)) & 0x33333333
    return (wide | (wide << 1)) & 0x55555555
  }
  const whole = Math.floor(value)
  return half(Math.floor(whole / 0x2000)) * 0x4000000 + half(whole % 0x2000)
}

function boxAround(entries: EntryStore, some: Uint32Array): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const at of some) {
    const [lng, lat] = entries.placeOf(at)
    box[0] = Math.min(box[0], lng)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lng)
    box[3] = Math.max(box[3], lat)
  }
  return box
}
