/**
 * Links of volunteers: each opens one walk, is signed, ends by itself and can be revoked. Of a link the table has the
 * id; its token is made of it and of a secret of the campaign, and is stored nowhere.
 */
import { z } from '@hono/zod-openapi'
import { Moment } from '@doorwalk/core/request/moment'
import { VisibleError } from '@doorwalk/core/error'
import { lastBallotEnd } from '../campaigns/dispatch.ts'
import { readCampaign } from '../campaigns/settings.ts'
import { nameSchemas } from '../document/schema-names.ts'
import { collect } from '../store/items.ts'
import { LINK, LINK_OF_WALK, linkOfWalkId } from '../store/keys.ts'
import type { Storage } from '../world.ts'
import { secretOf } from './secret.ts'
import { signTicket } from './token.ts'

const HOUR = 3_600_000
/** A walk takes longer than planned, and is prolonged: its link outlives the lease by so much. */
export const AFTER_LEASE_MILLISECONDS = 24 * HOUR
/** Of one walk. */
const MOST_LINKS = 20

export const Link = z.object({
  linkId: z.string().describe('of the link'),
  walkId: z.string().describe('of the walk that it opens'),
  walker: z
    .string()
    .nullable()
    .default(null)
    .describe('who had the walk when it was made; null: it was made before that was noted'),
  createdAt: Moment.describe('moment'),
  expiresAt: Moment.describe(
    'it opens the walk until then, and may report visits until the last ballot is over',
  ),
  usedOn: z.iso.date().nullable().describe('the last day that somebody came by it, UTC; null: nobody did'),
})
export type Link = z.infer<typeof Link>
nameSchemas({ Link: [Link, 'a link that opens one walk, without its token'] })

type LinkStorage = Pick<Storage, 'store' | 'clock' | 'id'>

interface WalkRef {
  campaign: string
  walkId: string
}

export interface NewLink extends WalkRef {
  /** Who has the walk now. */
  walker: string
  /** Milliseconds: the walk holds its targets until then. */
  until: number
  /** Milliseconds; default: a day after the lease, at most the end of the last ballot. */
  expiresAt?: number | undefined
  /** The links that the walk has end once this one is made. */
  replaces?: boolean
}

export interface MadeLink {
  link: Link
  token: string
}

/** @throws VisibleError `link.too_many` */
export async function makeLink(
  storage: LinkStorage,
  { campaign, walkId, walker, until, expiresAt, replaces = false }: NewLink,
): Promise<MadeLink> {
  const { store, clock, id } = storage
  const others = await linkIdsOf(storage, { campaign, walkId })
  if (others.length >= MOST_LINKS && !replaces) {
    const why = `the walk has ${others.length} links; revoke some, or let this one end them with "replaces": true`
    throw new VisibleError('conflict', 'link.too_many', why)
  }
  const now = clock.now()
  const ballotEnd = lastBallotEnd(await readCampaign(storage, campaign)) ?? Infinity
  const end = expiresAt ?? Math.min(Math.max(now, until) + AFTER_LEASE_MILLISECONDS, ballotEnd)
  const link: Link = {
    ...{ linkId: id('lnk'), walkId, walker, createdAt: new Date(now).toISOString(), usedOn: null },
    expiresAt: new Date(Math.floor(end / 1000) * 1000).toISOString(),
  }
  const secret = await secretOf(storage, campaign)
  // What lists it goes first: a crash in between leaves a line that leads nowhere, not a link that nobody can revoke.
  await store.putMany([{ ...LINK_OF_WALK.key(campaign, linkOfWalkId(walkId, link.linkId)), data: {} }])
  await store.putMany([{ ...LINK.key(campaign, link.linkId), data: link }])
  if (replaces) for (const linkId of others) await removeLink(storage, { campaign, walkId, linkId })
  return { link, token: signTicket({ kind: 'link', campaign, id: link.linkId, expiresAt: end }, secret) }
}

/** Oldest first. */
export async function linksOf({ store }: Pick<Storage, 'store'>, ref: WalkRef): Promise<Link[]> {
  const links = await readLinks({ store }, ref.campaign, await linkIdsOf({ store }, ref))
  return links.sort((a, b) => (a.linkId < b.linkId ? -1 : 1))
}

/** Those that there are, in any order. */
export async function readLinks(
  { store }: Pick<Storage, 'store'>,
  campaign: string,
  ids: string[],
): Promise<Link[]> {
  const items = await store.getMany(ids.map((linkId) => LINK.key(campaign, linkId)))
  return items.map(({ data }) => Link.parse(data))
}

/** False: the walk has no such link. Whoever comes by it is refused from then on. */
export async function removeLink(
  { store }: Pick<Storage, 'store'>,
  { campaign, walkId, linkId }: WalkRef & { linkId: string },
): Promise<boolean> {
  const listed = await store.get(LINK_OF_WALK.key(campaign, linkOfWalkId(walkId, linkId)))
  if (!listed) return false
  await store.remove(LINK.key(campaign, linkId))
  await store.remove(listed)
  return true
}

function linkIdsOf({ store }: Pick<Storage, 'store'>, { campaign, walkId }: WalkRef): Promise<string[]> {
  const { pk, prefix } = LINK_OF_WALK.range(campaign)
  const ofWalk = prefix + linkOfWalkId(walkId, '')
  return collect(store, { pk, prefix: ofWalk }, ({ sk }) => sk.slice(ofWalk.length))
}
