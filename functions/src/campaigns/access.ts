/**
 * The access log of a campaign: which key called what, to the minute. No addresses, no ids of walks or targets: it
 * tells who had access, not who walked where.
 */
import { z } from '@hono/zod-openapi'
import { Moment } from '@doorwalk/core/request/moment'
import { nameSchemas } from '../document/schema-names.ts'
import { VisibleError } from '@doorwalk/core/error'
import type { Caller } from '../http/admission.ts'
import { ACCESS, accessId } from '../store/keys.ts'
import type { Page } from '../ports/store.ts'
import type { Storage } from '../world.ts'

/** Entries are kept so long. */
const ACCESS_DAYS = 30
const MINUTE = 60_000
/** Entries remembered as written; beyond, the memory starts afresh and some are written twice, to the same item. */
const REMEMBERED = 10_000

export const Access = z.object({
  at: Moment.describe('the minute'),
  key: z.string().describe('id of the key, or of the source of inbound visits'),
  call: z.string().describe('method and route, without ids'),
})
export type Access = z.infer<typeof Access>
nameSchemas({ Access: [Access, 'a key called something'] })

const written = new WeakMap<Storage['store'], Set<string>>()

/** One write a minute for each key and call, however often it is made. */
export async function noteAccess(
  { store, clock }: Pick<Storage, 'store' | 'clock'>,
  caller: Caller,
  call: string,
): Promise<void> {
  const minute = Math.floor(clock.now() / MINUTE) * MINUTE
  const at = new Date(minute).toISOString()
  const key = ACCESS.key(caller.campaign, accessId({ at, key: caller.keyId, call }))
  const name = key.pk + key.sk
  const known = written.get(store) ?? new Set<string>()
  written.set(store, known)
  if (known.has(name)) return
  if (known.size >= REMEMBERED) known.clear()
  known.add(name)
  const data: Access = { at, key: caller.keyId, call }
  try {
    await store.putMany([{ ...key, data, expiresAt: Math.floor(minute / 1000) + ACCESS_DAYS * 86_400 }])
  } catch (error) {
    known.delete(name)
    // Reading goes on while the disk is full; the next call of this minute is noted if there is room by then.
    if (!(error instanceof VisibleError) || error.kind !== 'full') throw error
  }
}

/** Newest first. */
export async function listAccesses(
  { store }: Pick<Storage, 'store'>,
  { campaign, after, limit }: { campaign: string; after: string | undefined; limit: number },
): Promise<{ accesses: Access[]; next: Page['next'] }> {
  const page = await store.query({ ...ACCESS.range(campaign), limit, after, newestFirst: true })
  return { accesses: page.items.map(({ data }) => Access.parse(data)), next: page.next }
}
