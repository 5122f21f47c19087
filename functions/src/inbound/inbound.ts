/**
 * Services that report visits by signed messages: who they are, and the secrets they sign with. A source belongs to one
 * campaign; what it sends is that campaign's, and it may do nothing else.
 */
import { z } from '@hono/zod-openapi'
import { Moment } from '@doorwalk/core/request/moment'
import { nameSchemas } from '../document/schema-names.ts'
import { VisibleError } from '@doorwalk/core/error'
import { changeItem } from '../store/change-item.ts'
import type { Caller, SignedMessage } from '../http/admission.ts'
import { Secrets, firstSecret, liveSecrets, mintSecret, nextSecret } from '../webhooks/secret.ts'
import { isSigned } from '../webhooks/sign.ts'
import { LISTED_SOURCE, sourceKey } from '../store/keys.ts'
import type { Item } from '../ports/store.ts'
import type { Storage } from '../world.ts'

export const Source = z.object({
  id: z.string().describe('of the source'),
  label: z.string().describe('for your lists'),
  createdAt: Moment.describe('moment'),
  lastMessageAt: Moment.nullable().describe('to the hour: of the last message that was signed well'),
  oldSecretUntil: Moment.nullable().describe('until then the old secret is taken, too'),
})
export type Source = z.infer<typeof Source>
nameSchemas({ Source: [Source, 'a service that reports visits by signed messages'] })

const StoredSource = Source.extend({ ...Secrets.shape, campaign: z.string() })
type StoredSource = z.infer<typeof StoredSource>

export interface SourceRef {
  campaign: string
  sourceId: string
}

const MAX_SOURCES = 20
/** Either way, as Standard Webhooks asks for: older messages may be somebody's recording. */
const REPLAY_SECONDS = 5 * 60
const HOUR_MILLISECONDS = 60 * 60 * 1000

/** @param wish.secret  the service's own; one is made where it has none */
export async function createSource(
  storage: Pick<Storage, 'store' | 'clock' | 'id'>,
  { campaign, wish }: { campaign: string; wish: { label: string; secret?: string | undefined } },
): Promise<{ source: Source; secret: string }> {
  const { store, clock, id } = storage
  if ((await listSources(storage, campaign)).length >= MAX_SOURCES) {
    throw new VisibleError(
      'unprocessable',
      'source.too_many',
      `a campaign has at most ${MAX_SOURCES} sources; remove one first`,
    )
  }
  const source: StoredSource = {
    id: id('src'),
    campaign,
    label: wish.label,
    createdAt: new Date(clock.now()).toISOString(),
    lastMessageAt: null,
    ...firstSecret(wish.secret),
  }
  // In the campaign for its list; what is known of a source is kept once, under its own id.
  // The list first: a crash in between leaves a line that leads nowhere, not a way in that nobody sees.
  await store.putMany([{ ...LISTED_SOURCE.key(campaign, source.id), data: {} }])
  await store.create({ ...sourceKey(source.id), data: source })
  return { source: shown(source), secret: source.secret }
}

export async function listSources({ store }: Pick<Storage, 'store'>, campaign: string): Promise<Source[]> {
  const page = await store.query({ ...LISTED_SOURCE.range(campaign), limit: MAX_SOURCES })
  const items = await store.getMany(page.items.map((item) => sourceKey(LISTED_SOURCE.idOf(item))))
  return items.map((item) => Source.parse(item.data)).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** @throws VisibleError source.unknown */
export async function rotateSource(
  storage: Pick<Storage, 'store' | 'clock'>,
  { ref, secret = mintSecret() }: { ref: SourceRef; secret?: string | undefined },
): Promise<{ source: Source; secret: string }> {
  const { store, clock } = storage
  const { value } = await changeItem(store, {
    key: sourceKey(ref.sourceId),
    schema: StoredSource,
    change(found): StoredSource {
      const source = owned(found, ref)
      return { ...source, ...nextSecret(source, { now: clock.now(), secret }) }
    },
  })
  return { source: shown(value), secret }
}

/** The way in goes first. @throws VisibleError source.unknown */
export async function removeSource(
  storage: Pick<Storage, 'store'>,
  { campaign, sourceId }: SourceRef,
): Promise<void> {
  owned((await find(storage.store, sourceId))?.source, { campaign, sourceId })
  await storage.store.remove(sourceKey(sourceId))
  await storage.store.remove(LISTED_SOURCE.key(campaign, sourceId))
}

/**
 * Who sent a message: a source that may report visits and nothing else.
 *
 * @throws VisibleError signature.missing, signature.wrong, signature.expired
 */
export async function senderOf(
  { store, clock }: Pick<Storage, 'store' | 'clock'>,
  { sourceId, id, timestamp, signatures, body }: SignedMessage,
): Promise<Caller> {
  if (id === undefined || timestamp === undefined || signatures === undefined) {
    throw new VisibleError(
      'auth',
      'signature.missing',
      'expected the headers webhook-id, webhook-timestamp and webhook-signature of Standard Webhooks',
    )
  }
  const sender = await find(store, sourceId)
  const now = clock.now()
  const seconds = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : NaN
  const secrets = sender ? liveSecrets(sender.source, now) : []
  if (!sender || !isSigned({ id, timestamp: seconds, body }, { signatures, secrets })) {
    throw new VisibleError(
      'auth',
      'signature.wrong',
      'no secret of this source made the signature, or there is no such source; sign id.timestamp.body as it is sent',
    )
  }
  // After the signature: the time of a stranger's message says nothing.
  if (!(Math.abs(now / 1000 - seconds) <= REPLAY_SECONDS)) {
    throw new VisibleError(
      'auth',
      'signature.expired',
      `webhook-timestamp ${timestamp} is more than ${REPLAY_SECONDS} s away from now; set the clock, and sign each attempt anew`,
    )
  }
  await noteMessage(store, sender, now)
  return { campaign: sender.source.campaign, scopes: ['reporter'], keyId: sourceId }
}

interface FoundSource {
  source: StoredSource
  item: Item
}

/** To the hour: one write an hour, and no record of when somebody knocked. Who loses a race need not try again. */
async function noteMessage(
  store: Storage['store'],
  { source, item }: FoundSource,
  now: number,
): Promise<void> {
  const hour = new Date(now - (now % HOUR_MILLISECONDS)).toISOString()
  if (source.lastMessageAt === hour) return
  await store.replace({ ...sourceKey(source.id), data: { ...source, lastMessageAt: hour } }, item.version)
}

async function find(store: Storage['store'], id: string): Promise<FoundSource | undefined> {
  const item = await store.get(sourceKey(id))
  return item && { source: StoredSource.parse(item.data), item }
}

function owned(source: StoredSource | undefined, { campaign, sourceId }: SourceRef): StoredSource {
  if (source?.campaign === campaign) return source
  throw new VisibleError('not_found', 'source.unknown', `there is no source "${sourceId}" in this campaign`)
}

function shown({
  secret: _secret,
  oldSecret: _oldSecret,
  campaign: _campaign,
  ...source
}: StoredSource): Source {
  return source
}
