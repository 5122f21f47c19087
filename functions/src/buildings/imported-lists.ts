/**
 * Lists that a campaign has imported. Their entries lie in Blobs, cut along the ground, so that a plan reads those of
 * its area only; one item in the table says which of them count. A generation is written once and never changes.
 */
import { z } from '@hono/zod-openapi'
import type { Polygonal } from '@doorwalk/core/area/polygon'
import type { Blobs } from '@doorwalk/core/ports'
import { type DegreeBox, boxesOverlap } from '@doorwalk/core/region/box'
import type { TargetOverride } from '@doorwalk/core/request/request'
import type { LngLat } from '@doorwalk/core/units'
import { LISTS } from '../store/keys.ts'
import { decodeLarge } from '../store/json.ts'
import {
  LIST_KINDS,
  type Layer as KeptLayer,
  type ListKind,
  type StoredList as Stored,
} from '../ports/imports.ts'
import type { Place } from './place.ts'
import type { Storage } from '../world.ts'

const Box = z.tuple([z.number(), z.number(), z.number(), z.number()])

const StoredList: z.ZodType<Stored> = z.object({
  generation: z.string(),
  entries: z.number(),
  chunks: z.array(z.object({ entries: z.number(), box: Box })),
})
const Layer: z.ZodType<KeptLayer> = z.object({
  importId: z.string(),
  kind: z.enum(LIST_KINDS),
  at: z.number(),
  replace: z.boolean(),
  writer: z.string(),
  parts: z.number(),
})
/** `region` names it for those who erase. */
export const StoredLists = z.object({
  region: z.string(),
  /** The latest imports that were made to count. */
  counted: z.array(z.string()).default([]),
  /** Imports that can be taken back, of each kind the oldest first. */
  layers: z.array(Layer).default([]),
  targets: StoredList.exactOptional(),
  opt_outs: StoredList.exactOptional(),
  exclusions: StoredList.exactOptional(),
})
export type StoredLists = z.infer<typeof StoredLists>

/** One thing of a list. */
export interface ListEntry {
  /** What makes it the same when it comes again. */
  key: string
  at: LngLat
  /** What is said of targets. */
  targets?: TargetOverride[]
  /** Ids of targets where nobody is sent. */
  ids?: string[]
  /** … and a shape. */
  shape?: Polygonal
}

interface Generation extends Place {
  kind: ListKind
  generation: string
}

const listsFolder = (campaign: string): string => `campaigns/${campaign}/lists`

export function generationFolder({ campaign, region, kind, generation }: Generation): string {
  return `${listsFolder(campaign)}/${region}/${kind}/${generation}`
}

export function chunkBlob(of: Generation, chunk: number): string {
  return `${generationFolder(of)}/${String(chunk).padStart(5, '0')}.json`
}

export async function readLists(
  { store }: Pick<Storage, 'store'>,
  { campaign, region }: Place,
): Promise<StoredLists | undefined> {
  const item = await store.get(LISTS.key(campaign, region))
  return item && StoredLists.parse(item.data)
}

/** Entrances stand up to this far from what an entry says of their building; degrees, at least 150 m. */
const MARGIN = 0.003
/** A reader is overtaken by an import so often at most. */
const TRIES = 5

type Reading = Pick<Storage, 'store' | 'blobs'>

/**
 * Entries of a kind; where boxes are given, those near one of them. The same lists of the same generation are the
 * same objects: whoever makes something of them may keep it.
 */
export async function readEntries(
  storage: Reading,
  { near, ...asked }: Place & { kind: ListKind; near?: readonly DegreeBox[] | undefined },
): Promise<(readonly ListEntry[])[]> {
  for (let tried = 1; ; tried++) {
    const list = (await readLists(storage, asked))?.[asked.kind]
    if (!list) return []
    const of = { ...asked, generation: list.generation }
    const wide = near?.map(widened)
    const wanted = [...list.chunks.keys()].filter(
      (chunk) => wide?.some((box) => boxesOverlap(list.chunks[chunk]!.box, box)) ?? true,
    )
    const chunks: (readonly ListEntry[] | undefined)[] = []
    // One after the other: parsing cannot be shared out, and waits its turn.
    for (const chunk of wanted) chunks.push(await readChunk(storage.blobs, chunkBlob(of, chunk)))
    const found = chunks.filter((chunk) => chunk !== undefined)
    if (found.length === chunks.length) return found
    if (tried === TRIES) throw new Error(`a list of ${asked.region} lacks entries`)
  }
}

function widened([west, south, east, north]: DegreeBox): DegreeBox {
  return [west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN]
}

/** Entries that are kept in memory, about 300 bytes each. */
const KEPT = 600_000
const kept = new WeakMap<Blobs, Map<string, readonly ListEntry[]>>()

async function readChunk(blobs: Blobs, name: string): Promise<readonly ListEntry[] | undefined> {
  const known = kept.get(blobs) ?? new Map<string, readonly ListEntry[]>()
  kept.set(blobs, known)
  const found = known.get(name)
  if (found) {
    // The latest used last.
    known.delete(name)
    known.set(name, found)
    return found
  }
  const bytes = await blobs.get(name)
  if (!bytes) return undefined
  const entries = (await decodeLarge(bytes)) as ListEntry[]
  known.set(name, entries)
  let all = [...known.values()].reduce((sum, { length }) => sum + length, 0)
  for (const [oldest, { length }] of known) {
    if (all <= KEPT) break
    known.delete(oldest)
    all -= length
  }
  return entries
}
