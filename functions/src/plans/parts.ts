/**
 * A plan in pieces, while it is made: the pieces and their drafts in Blobs, and one item in the table that says which
 * are done. Each cut has a folder of its own, so that two runs of the same job never mix.
 */
import { z } from '@hono/zod-openapi'
import type { Assumptions } from '@doorwalk/core/building/door-time'
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import type { LedgerSnapshot } from '@doorwalk/core/ledger/snapshot'
import type { Partition, Piece } from '@doorwalk/core/partition/partition'
import type { PlanRequest } from '@doorwalk/core/request/request'
import type { Warning } from '@doorwalk/core/words/warning'
import { inParallel } from '@doorwalk/core/parallel'
import { changeItem } from '../store/change-item.ts'
import { decodeLarge, encodeLarge } from '../store/json.ts'
import { PARTS } from '../store/keys.ts'
import type { PlanRef } from '../ports/jobs.ts'
import type { Storage } from '../world.ts'

const Parts = z.object({
  cut: z.string().describe('names the folder'),
  count: z.number().int(),
  /** A set: a piece that ends twice is in it once. */
  done: z.array(z.number().int()),
})
export type Parts = z.infer<typeof Parts>

/** What all pieces share. The request without volunteers and targets: each piece has its own. */
interface Shared {
  assumptions: Assumptions
  request: PlanRequest
  startAt: string
  warnings: Warning[]
}

/** Tries against other pieces that end at the same moment. */
const TRIES = 200
/** Longest pause between two of them. */
const PAUSE_MILLISECONDS = 50
/** Pieces. */
const WRITES_AT_ONCE = 16

const keyOf = ({ campaign, planId }: PlanRef) => PARTS.key(campaign, planId)
const folderOf = ({ campaign, planId }: PlanRef, cut = ''): string =>
  `campaigns/${campaign}/plans/${planId}/parts/${cut}`

type Parted = Pick<Storage, 'store' | 'blobs'>

export async function readParts({ store }: Pick<Storage, 'store'>, ref: PlanRef): Promise<Parts | undefined> {
  const item = await store.get(keyOf(ref))
  return item && Parts.parse(item.data)
}

interface NewParts {
  ref: PlanRef
  request: PlanRequest
  partition: Partition
  /** What was visited, leased or held out in the whole area. */
  ledger: LedgerSnapshot
}

/** Stores the pieces; when another run was first, its cut holds. */
export async function createParts(
  { store, blobs, id }: Parted & Pick<Storage, 'id'>,
  { ref, request, partition, ledger }: NewParts,
): Promise<Parts> {
  const { pieces, startAt, warnings } = partition
  const cut = id('cut')
  const { targets: _targets, ...rest } = request
  const { assumptions = DEFAULT_ASSUMPTIONS } = ledger
  const shared: Shared = { request: { ...rest, volunteers: 1 }, startAt, assumptions, warnings }
  const files: [string, unknown][] = [
    ['shared', shared],
    ['ledger', ledger],
    ...pieces.map((piece): [string, unknown] => [`piece-${piece.number}`, piece]),
  ]
  await inParallel(files, WRITES_AT_ONCE, async ([name, value]) =>
    blobs.put(`${folderOf(ref, cut)}/${name}.json`, await encodeLarge(value)),
  )
  const parts: Parts = { cut, count: pieces.length, done: [] }
  if (await store.create({ ...keyOf(ref), data: parts })) return parts
  const first = await readParts({ store }, ref)
  if (!first) throw new Error(`plan ${ref.planId} was removed while it was cut`)
  return first
}

/** Undefined when the plan was removed meanwhile. */
export async function readPiece(
  { blobs }: Pick<Storage, 'blobs'>,
  { ref, cut, number }: { ref: PlanRef; cut: string; number: number },
): Promise<{ shared: Shared; piece: Piece; ledger: LedgerSnapshot } | undefined> {
  const [shared, piece, ledger] = await Promise.all(
    ['shared', `piece-${number}`, 'ledger'].map((name) => blobs.get(`${folderOf(ref, cut)}/${name}.json`)),
  )
  if (!shared || !piece || !ledger) return undefined
  // Not parsed again: we wrote them.
  return {
    shared: (await decodeLarge(shared)) as Shared,
    piece: (await decodeLarge(piece)) as Piece,
    ledger: (await decodeLarge(ledger)) as LedgerSnapshot,
  }
}

/** Keeps a draft and adds its piece to those done; undefined when the plan was removed meanwhile. */
export async function writeDraft(
  { store, blobs }: Parted,
  { ref, cut, number, made }: { ref: PlanRef; cut: string; number: number; made: Uint8Array },
): Promise<Parts | undefined> {
  const blob = `${folderOf(ref, cut)}/draft-${number}.json`
  await blobs.put(blob, made)
  const { value: parts } = await changeItem(store, {
    key: keyOf(ref),
    schema: Parts,
    tries: TRIES,
    pause: () => Math.random() * PAUSE_MILLISECONDS,
    busy: () => new Error(`piece ${number} of plan ${ref.planId} found no turn to say that it is done`),
    change: (parts) =>
      !parts || parts.cut !== cut || parts.done.includes(number)
        ? parts
        : { ...parts, done: [...parts.done, number].sort((a, b) => a - b) },
  })
  if (!parts) await blobs.remove(blob)
  return parts
}

/** In the order of the pieces; undefined when the plan was removed meanwhile. */
export async function readDrafts(
  { blobs }: Pick<Storage, 'blobs'>,
  { ref, parts }: { ref: PlanRef; parts: Parts },
): Promise<{ shared: Shared; pieces: Uint8Array[] } | undefined> {
  const folder = folderOf(ref, parts.cut)
  const shared = await blobs.get(`${folder}/shared.json`)
  if (!shared) return undefined
  const pieces: Uint8Array[] = []
  for (let number = 0; number < parts.count; number++) {
    const bytes = await blobs.get(`${folder}/draft-${number}.json`)
    if (!bytes) return undefined
    pieces.push(bytes)
  }
  return { shared: (await decodeLarge(shared)) as Shared, pieces }
}

/** Nothing happens when the plan had no parts. */
export async function removeParts({ store, blobs }: Parted, ref: PlanRef): Promise<void> {
  if (!(await store.get(keyOf(ref)))) return
  for (const key of await blobs.list(folderOf(ref))) await blobs.remove(key)
  await store.remove(keyOf(ref))
}
