/**
 * Blocks of the ledger in the table: one item per campaign, region and block, changed by versioned conditional writes.
 * An item that grows beyond 300 KB hands its attempts and ids to overflow items, which never change: an attempt that
 * is corrected stands in the item again, and what is newer counts.
 */
import { VisibleError } from '@doorwalk/core/error'
import type { BlockLedger } from '@doorwalk/core/ledger/block'
import { emptyBlock } from '@doorwalk/core/ledger/block'
import type { Attempt } from '@doorwalk/core/ledger/attempt'
import { isSameAttempt } from '@doorwalk/core/ledger/attempt'
import { changeItem } from '../store/change-item.ts'
import { BLOCK, OVERFLOW, overflowId } from '../store/keys.ts'
import { nextSlice } from '../threads/slices.ts'
import type { Item, Key, Store } from '../ports/store.ts'
import type { Storage } from '../world.ts'

export interface LedgerRef {
  campaign: string
  region: string
}
export interface BlockRef extends LedgerRef {
  block: string
}

/** DynamoDB takes 400 KB; its own encoding is a little larger than JSON. */
const OVERFLOW_BYTES = 300_000
/** Tries against others who change the same block at the same moment. */
const TRIES = 40
const LONGEST_PAUSE_MILLISECONDS = 100

/** What lies in the table. We alone write it, so it is not parsed again. */
type StoredBlock = {
  ledger: BlockLedger
  overflow: string[]
}

/** Blocks that have an item; the others are empty. */
export async function readBlocks(
  { store }: Pick<Storage, 'store'>,
  ref: LedgerRef,
  blocks: string[],
): Promise<Map<string, BlockLedger>> {
  const items = await store.getMany([...new Set(blocks)].map((block) => BLOCK.key(ref, block)))
  return whole(store, ref, items)
}

/** Some blocks in the order of their names. @param page.after  name of the block before */
export async function blocksAfter(
  { store }: Pick<Storage, 'store'>,
  ref: LedgerRef,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<Map<string, BlockLedger>> {
  const from = after === undefined ? undefined : BLOCK.key(ref, after).sk
  const { items } = await store.query({ ...BLOCK.range(ref), limit, after: from })
  return whole(store, ref, items)
}

/** Every block of a campaign in a region. */
export function allBlocks(
  { store }: Pick<Storage, 'store'>,
  ref: LedgerRef,
): Promise<Map<string, BlockLedger>> {
  return whole(store, ref, store.all(BLOCK.range(ref)))
}

/**
 * Changes one block; `change` sees it as it is and may be called again when somebody else was faster. Undefined: leave
 * it.
 *
 * @throws VisibleError `ledger.busy` when others change the block all the time
 */
export function changeBlock(
  storage: Pick<Storage, 'store' | 'id'>,
  ref: BlockRef,
  change: (ledger: BlockLedger) => BlockLedger | undefined | Promise<BlockLedger | undefined>,
): Promise<void> {
  const key = BLOCK.key(ref, ref.block)
  const { store } = storage
  return inTurn(`${key.pk} ${key.sk}`, async () => {
    await changeItem(store, {
      key,
      schema: { parse: storedOf },
      tries: TRIES,
      pause,
      busy: () =>
        new VisibleError(
          'upstream',
          'ledger.busy',
          `block ${ref.block} is being changed by many at once; send the same again in a moment`,
        ),
      async change(stored) {
        const before = stored ? await joined(store, ref, stored) : emptyBlock()
        // Up to 300 KB of JSON are changed and written in one go: of many blocks one in a slice.
        await nextSlice()
        const after = await change(before)
        return after ? fitted(storage, { ref, after, stored }) : stored
      },
    })
  })
}

/** What is new since the overflow goes into the item; where that is too much, into another overflow item first. */
async function fitted(
  { store, id }: Pick<Storage, 'store' | 'id'>,
  { ref, after, stored }: { ref: BlockRef; after: BlockLedger; stored: StoredBlock | undefined },
): Promise<StoredBlock> {
  const overflow = stored?.overflow ?? []
  const parts = overflow.length > 0 ? await readOverflow(store, ref, overflow) : []
  const seen = new Set(parts.flatMap((part) => part.seen))
  // Of later parts the last: it says what counts.
  const moved = new Map(parts.flatMap(attemptsIn).map((attempt) => [attempt.id, attempt]))
  const isMoved = (attempt: Attempt): boolean => {
    const there = moved.get(attempt.id)
    return there !== undefined && isSameAttempt(there, attempt)
  }
  const fresh: BlockLedger = {
    ...after,
    seen: after.seen.filter((visit) => !seen.has(visit)),
    targets: mapAttempts(after, (attempt) => !isMoved(attempt)),
  }
  const data = { ledger: fresh, overflow }
  if (Buffer.byteLength(JSON.stringify(data)) <= OVERFLOW_BYTES) return data
  const name = id('ovf')
  const part: BlockLedger = { ...emptyBlock(), seen: fresh.seen, targets: fresh.targets }
  const isNew = await store.create({ ...overflowKey(ref, name), data: { ledger: part } })
  if (!isNew) throw new Error(`block ${ref.block} has a part ${name} already`)
  const rest: BlockLedger = { ...fresh, seen: [], targets: mapAttempts(fresh, () => false) }
  return { ledger: rest, overflow: [...overflow, name] }
}

function mapAttempts(ledger: BlockLedger, isKept: (attempt: Attempt) => boolean): BlockLedger['targets'] {
  return Object.fromEntries(
    Object.entries(ledger.targets).map(([target, record]) => [
      target,
      record.attempts ? { ...record, attempts: record.attempts.filter(isKept) } : record,
    ]),
  )
}

function attemptsIn(ledger: BlockLedger): Attempt[] {
  return Object.values(ledger.targets).flatMap((record) => record.attempts ?? [])
}

async function whole(
  store: Store,
  ref: LedgerRef,
  items: Iterable<Item> | AsyncIterable<Item>,
): Promise<Map<string, BlockLedger>> {
  const found = new Map<string, BlockLedger>()
  for await (const item of items) {
    const block = BLOCK.idOf(item)
    found.set(block, await joined(store, { ...ref, block }, storedOf(item.data)))
  }
  return found
}

async function joined(store: Store, ref: BlockRef, { ledger, overflow }: StoredBlock): Promise<BlockLedger> {
  if (overflow.length === 0) return ledger
  const parts = [...(await readOverflow(store, ref, overflow)), ledger]
  // The item itself has every target, and its attempts are the newest.
  const targets = Object.entries(ledger.targets).map(([target, record]) => {
    if (!record.attempts) return [target, record] as const
    const all = parts.flatMap((part) => part.targets[target]?.attempts ?? [])
    const byId = new Map(all.map((attempt) => [attempt.id, attempt]))
    return [target, { ...record, attempts: [...byId.values()] }] as const
  })
  const seen = parts.flatMap((part) => part.seen)
  return { ...ledger, targets: Object.fromEntries(targets) as BlockLedger['targets'], seen }
}

async function readOverflow(store: Store, ref: BlockRef, names: string[]): Promise<BlockLedger[]> {
  const items = await store.getMany(names.map((name) => overflowKey(ref, name)))
  if (items.length < names.length) throw new Error(`block ${ref.block} has lost a part of its visits`)
  return items.map((item) => storedOf(item.data).ledger)
}

const overflowKey = (ref: BlockRef, name: string): Key => OVERFLOW.key(ref, overflowId(ref.block, name))

function storedOf(data: unknown): StoredBlock {
  const { ledger, overflow } = data as Item['data']
  if (typeof ledger !== 'object' || ledger === null) throw new Error('an item of the ledger is no block')
  return { ledger: ledger as BlockLedger, overflow: Array.isArray(overflow) ? overflow.map(String) : [] }
}

/** Who changes the same block in this process waits for the one before: cheaper than losing the conditional write. */
const turns = new Map<string, Promise<unknown>>()

async function inTurn<T>(name: string, task: () => Promise<T>): Promise<T> {
  const before = turns.get(name)
  const mine = (before ?? Promise.resolve()).then(task, task)
  const settled = mine.catch(() => undefined)
  turns.set(name, settled)
  try {
    return await mine
  } finally {
    if (turns.get(name) === settled) turns.delete(name)
  }
}

/** Milliseconds; different for everybody, so that two do not meet again and again. */
function pause(failed: number): number {
  return Math.random() * Math.min(LONGEST_PAUSE_MILLISECONDS, 2 ** failed)
}
