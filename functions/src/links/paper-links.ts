/**
 * Links on paper: one for each walk that is printed to be handed out. Printed again, a sheet has the same code, for as
 * long as its link is good; a revoked one is never printed again.
 */
import { lastBallotEnd } from '../campaigns/dispatch.ts'
import { watchErasure } from '../campaigns/erasing.ts'
import { readCampaign } from '../campaigns/settings.ts'
import { ALLOWED } from '../http/guard.ts'
import type { Caller } from '../http/admission.ts'
import { LINK, LINK_OF_WALK, PAPER_LINK, linkOfWalkId } from '../store/keys.ts'
import type { World } from '../world.ts'
import { linkAddress } from './address.ts'
import { type Link, AFTER_LEASE_MILLISECONDS, readLinks } from './links.ts'
import { secretOf } from './secret.ts'
import { signTicket } from './token.ts'

/** By id of the walk: the address of its link. */
export type PaperLinks = Readonly<Record<string, string>>

export interface PrintedWalk {
  walkId: string
  walker: string
  /** Milliseconds: it would hold its targets until then. */
  until: number
}

/**
 * Links of walks that are about to be printed. None where nobody knows under which address people reach this server,
 * and none for a caller who may only read: a link changes its walk.
 *
 * Cost: two reads in batches, and two writes in batches for walks that have none yet.
 *
 * @throws HttpProblem 410 `campaign.erased`
 */
export async function paperLinks(
  world: World,
  { campaign, scopes }: Pick<Caller, 'campaign' | 'scopes'>,
  walks: () => Promise<readonly PrintedWalk[]> | readonly PrintedWalk[],
): Promise<PaperLinks> {
  const { baseUrl } = world.config
  const mayHandOut = scopes.some((scope) => (ALLOWED.write as readonly string[]).includes(scope))
  if (baseUrl === undefined || !mayHandOut) return {}
  const printed = await walks()
  const known = await linksOnPaper(world, campaign, printed)
  const missing = printed.filter(({ walkId }) => !known.has(walkId))
  const made = missing.length > 0 ? await makeAll(world, campaign, missing) : []
  const secret = await secretOf(world, campaign)
  const address = ({ linkId, expiresAt }: Link): string => {
    const ticket = { kind: 'link', campaign, id: linkId, expiresAt: Date.parse(expiresAt) } as const
    return linkAddress({ baseUrl }, '', signTicket(ticket, secret))
  }
  return Object.fromEntries([...known.values(), ...made].map((link) => [link.walkId, address(link)]))
}

/** By walk; those that are still good. */
async function linksOnPaper(
  { store, clock }: World,
  campaign: string,
  walks: readonly PrintedWalk[],
): Promise<Map<string, Link>> {
  const pointers = await store.getMany(walks.map(({ walkId }) => PAPER_LINK.key(campaign, walkId)))
  const links = await readLinks(
    { store },
    campaign,
    pointers.map(({ data }) => String(data['linkId'])),
  )
  const now = clock.now()
  return new Map(
    links.filter(({ expiresAt }) => now < Date.parse(expiresAt)).map((link) => [link.walkId, link]),
  )
}

/** Printing is a `GET`, which nobody watches: here it writes. */
async function makeAll(world: World, campaign: string, walks: readonly PrintedWalk[]): Promise<Link[]> {
  const leave = await watchErasure(world, campaign, () => Promise.resolve())
  const { store, clock, id } = world
  const now = clock.now()
  const ballotEnd = lastBallotEnd(await readCampaign(world, campaign)) ?? Infinity
  const links = walks.map(({ walkId, walker, until }): Link => {
    const end = Math.min(Math.max(now, until) + AFTER_LEASE_MILLISECONDS, ballotEnd)
    return {
      ...{ linkId: id('lnk'), walkId, walker, createdAt: new Date(now).toISOString(), usedOn: null },
      expiresAt: new Date(Math.floor(end / 1000) * 1000).toISOString(),
    }
  })
  // What lists them first, as for any link.
  await store.putMany(
    links.flatMap(({ walkId, linkId }) => [
      { ...LINK_OF_WALK.key(campaign, linkOfWalkId(walkId, linkId)), data: {} },
    ]),
  )
  await store.putMany(links.map((link) => ({ ...LINK.key(campaign, link.linkId), data: link })))
  await store.putMany(
    links.map(({ walkId, linkId }) => ({ ...PAPER_LINK.key(campaign, walkId), data: { linkId } })),
  )
  await leave()
  return links
}
