/** API keys: made here, shown once, stored as a hash; a key carries its campaign and its scopes. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { Moment } from '@doorwalk/core/request/moment'
import { type Caller, SCOPES, type Scope } from '../http/admission.ts'
import { nameSchemas } from '../document/schema-names.ts'
import { collect } from '../store/items.ts'
import { LISTED_KEY, apiKeyKey } from '../store/keys.ts'
import type { Storage, World } from '../world.ts'

/** Of the operator's own key. */
const OPERATOR_CAMPAIGN = 'main'

export const CAMPAIGN = /^[a-z0-9][a-z0-9-]{0,62}$/

const KeyScope = z.enum(SCOPES)

/** Which walks a key that only reports may change: those that it made, or all of its campaign. */
export const KeyWalks = z.enum(['own', 'all'])

export const StoredKey = z.object({
  keyId: z.string().describe('of the key'),
  campaign: z.string().describe('it belongs to'),
  scopes: z.array(KeyScope).describe('what it may do'),
  label: z.string().describe('what it is for'),
  createdAt: Moment.describe('moment'),
  expiresAt: Moment.nullable().describe('null: until it is deleted'),
  // Keys of before were made for all of them, and stay what they are.
  walks: KeyWalks.default('all').describe('which walks it may change, where its scopes let it change any'),
})
export type StoredKey = z.infer<typeof StoredKey>
nameSchemas({
  KeyScope: [KeyScope, 'what a key may do'],
  KeyWalks: [
    KeyWalks,
    'which walks a key may change: `own` those that were made with it, `all` those of its campaign',
  ],
  StoredKey: [StoredKey, 'a key, without its secret part'],
})

export interface NewKey {
  campaign: string
  scopes: Scope[]
  label: string
  expiresAt: string | null
  walks: StoredKey['walks']
}

/** Scopes that change every walk of their campaign. */
const OF_ALL_WALKS: readonly Scope[] = ['operator', 'organiser', 'service']

/** A key that may report and has no scope beyond: which walks it changes is said when it is made. */
export function onlyReports(scopes: readonly Scope[]): boolean {
  return scopes.includes('reporter') && !scopes.some((scope) => OF_ALL_WALKS.includes(scope))
}

/** 256 random bits: guessing needs no slow hash. */
export function mintKey(): string {
  return `dw_${randomBytes(32).toString('base64url')}`
}

export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** Stores the key's hash twice: by hash for every request, by campaign for the list. */
export async function saveKey(
  { store, clock, id }: Pick<Storage, 'store' | 'clock' | 'id'>,
  { key, wish }: { key: string; wish: NewKey },
): Promise<StoredKey> {
  const stored: StoredKey = {
    keyId: id('key'),
    createdAt: new Date(clock.now()).toISOString(),
    ...wish,
  }
  const hash = hashKey(key)
  const expiry = wish.expiresAt === null ? {} : { expiresAt: Math.floor(Date.parse(wish.expiresAt) / 1000) }
  const isNew = await store.create({ ...apiKeyKey(hash), data: { ...stored }, ...expiry })
  if (!isNew) return findKey({ store }, key).then((found) => found ?? stored)
  await store.putMany([
    { ...LISTED_KEY.key(stored.campaign, stored.keyId), data: { ...stored, hash }, ...expiry },
  ])
  return stored
}

async function findKey({ store }: Pick<Storage, 'store'>, key: string): Promise<StoredKey | undefined> {
  const item = await store.get(apiKeyKey(hashKey(key)))
  return item && StoredKey.parse(item.data)
}

/** Who calls with a key: somebody of a campaign, or the operator of this installation. */
export async function callerOf(
  { store, config }: Pick<World, 'store' | 'config'>,
  key: string,
): Promise<Caller | undefined> {
  if (config.operatorKey !== undefined && isSame(key, config.operatorKey)) {
    return { campaign: OPERATOR_CAMPAIGN, scopes: ['operator'], keyId: 'operator' }
  }
  const found = await findKey({ store }, key)
  if (!found) return undefined
  const { campaign, scopes, keyId, walks } = found
  return { campaign, scopes, keyId, ...(walks === 'own' && onlyReports(scopes) && { ownWalks: true }) }
}

function isSame(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(hashKey(a)), Buffer.from(hashKey(b)))
}

export function listKeys({ store }: Pick<Storage, 'store'>, campaign: string): Promise<StoredKey[]> {
  return collect(store, LISTED_KEY.range(campaign), ({ data }) => StoredKey.parse(data))
}

/** The entry that opens doors goes first: a crash in between leaves a line in the list, not a working key. */
export async function removeKey(
  { store }: Pick<Storage, 'store'>,
  { campaign, keyId }: { campaign: string; keyId: string },
): Promise<boolean> {
  const item = await store.get(LISTED_KEY.key(campaign, keyId))
  if (!item) return false
  await store.remove(apiKeyKey(String(item.data['hash'])))
  await store.remove(item)
  return true
}
