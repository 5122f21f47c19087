/**
 * What a request that names itself is to do, in the table: begun by one process, taken up by another when that one has
 * died, and done once. What it is about to make is remembered before it is made, so that whoever takes it up makes it.
 */
import { z } from '@hono/zod-openapi'
import { VisibleError } from '@doorwalk/core/error'
import { isAhead } from '../ports/clock.ts'
import type { Item, Key } from '../ports/store.ts'
import type { Storage } from '../world.ts'

/** How long an errand is known once it has ended or was let go of; while it runs it stays, whatever the clock says. */
const KEPT_SECONDS = 24 * 60 * 60
/** Whoever runs it says so again in time; after so long without a word he is dead. */
const RUNNING_MILLISECONDS = 60_000
export const RENEW_MILLISECONDS = 20_000

export const ErrandAnswer = z.object({
  status: z.number().default(200),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().optional(),
  blob: z.string().optional(),
})
export type ErrandAnswer = z.infer<typeof ErrandAnswer>

const StoredErrand = z.object({
  /** Of the request: another one under the same name is refused. */
  fingerprint: z.string(),
  state: z.enum(['running', 'done']),
  /** The run of a process that works on it; empty: nobody does. Records of old have none and soon expire. */
  by: z.string().default('before'),
  /** Milliseconds since the epoch. */
  until: z.number().default(Infinity),
  remembered: z.unknown().optional(),
})
type StoredErrand = z.infer<typeof StoredErrand>

/** For who does the work of a request. */
export interface Errand {
  /** What is about to be made, or was when a process died on the way; undefined: nothing yet. */
  readonly remembered: unknown
  /** Remembers what is about to be made. @throws VisibleError idempotency.in_progress when others took the errand up */
  remember(value: unknown): Promise<void>
}

/** An errand that is ours, until it ends in one of three ways; none of them does anything once others took it up. */
export interface HeldErrand extends Errand {
  /** We are alive. */
  renew(): Promise<void>
  /** Done: this is the answer from now on. */
  finish(answer: ErrandAnswer): Promise<void>
  /** Nothing came of it. */
  forget(): Promise<void>
  /** It broke off: whoever asks again goes on. */
  letGo(): Promise<void>
}

export type BegunErrand =
  | { state: 'ours'; errand: HeldErrand }
  | { state: 'done'; answer: ErrandAnswer }
  | { state: 'running' }
  | { state: 'other request' }

type Table = Pick<Storage, 'store' | 'clock' | 'run'>

/** Begins an errand, or takes it up where nobody works on it any more. */
export async function beginErrand(
  table: Table,
  { key, fingerprint }: { key: Key; fingerprint: string },
): Promise<BegunErrand> {
  const { store, clock, run } = table
  const mine = { by: run.id, until: clock.now() + RUNNING_MILLISECONDS }
  const fresh: StoredErrand = { fingerprint, state: 'running', ...mine }
  if (await store.create({ ...key, data: fresh }))
    return { state: 'ours', errand: hold(table, { ...key, data: fresh, version: 1 }) }
  const item = await store.get(key)
  if (!item) return { state: 'running' }
  const known = StoredErrand.parse(item.data)
  if (known.fingerprint !== fingerprint) return { state: 'other request' }
  if (known.state === 'done') return { state: 'done', answer: ErrandAnswer.parse(item.data) }
  const isDead = !isFresh(known, clock.now()) || (run.isAlone && known.by !== run.id)
  const taken: StoredErrand = { ...known, ...mine }
  if (!isDead || !(await store.replace({ ...key, data: taken }, item.version))) return { state: 'running' }
  return { state: 'ours', errand: hold(table, { ...key, data: taken, version: item.version + 1 }) }
}

function isFresh({ until }: StoredErrand, now: number): boolean {
  return until === Infinity || isAhead(until, { now, longest: RUNNING_MILLISECONDS })
}

function hold({ store, clock }: Table, item: Item): HeldErrand {
  let { version } = item
  let data = StoredErrand.parse(item.data)
  let last: Promise<unknown> = Promise.resolve()
  /** One after the other: each counts on the version that the one before has written. */
  const inTurn = <Made>(work: () => Promise<Made>): Promise<Made> => {
    const made = last.then(work)
    last = made.catch(() => undefined)
    return made
  }
  const write = (change: Partial<StoredErrand>, expiry: Pick<Item, 'expiresAt'> = {}): Promise<boolean> =>
    inTurn(async () => {
      const next = { ...data, ...change }
      if (!(await store.replace({ ...item, ...expiry, data: next }, version))) return false
      data = next
      version++
      return true
    })
  const alive = () => ({ until: clock.now() + RUNNING_MILLISECONDS })
  const expiry = () => ({ expiresAt: Math.floor(clock.now() / 1000) + KEPT_SECONDS })
  return {
    get remembered() {
      return data.remembered
    },
    async remember(remembered) {
      if (!(await write({ remembered, ...alive() }))) throw takenUp()
    },
    renew: async () => void (await write(alive())),
    async finish(answer) {
      const { fingerprint } = data
      const done = { fingerprint, state: 'done' as const, ...answer }
      await inTurn(() => store.replace({ ...item, ...expiry(), data: done }, version))
    },
    forget: async () => void (await inTurn(() => store.remove(item, version))),
    letGo: async () => void (await write({ by: '', until: 0 }, expiry())),
  }
}

/**
 * What is drawn, and the same again when an errand is taken up; without one it is simply drawn.
 *
 * @throws VisibleError idempotency.in_progress when others took the errand up
 */
export async function remembered<Value>(
  errand: Errand | undefined,
  { schema, draw }: { schema: z.ZodType<Value>; draw: () => Value | Promise<Value> },
): Promise<Value> {
  if (errand?.remembered !== undefined) return schema.parse(errand.remembered)
  const value = await draw()
  await errand?.remember(value)
  return value
}

/** An id for what is about to be made. */
export function rememberedId(
  errand: Errand | undefined,
  { id }: Pick<Storage, 'id'>,
  prefix: string,
): Promise<string> {
  return remembered(errand, { schema: z.string(), draw: () => id(prefix) })
}

function takenUp(): VisibleError {
  return new VisibleError(
    'conflict',
    'idempotency.in_progress',
    'this request took so long that a later one took it up; ask again in a moment',
  )
}
