/** Who comes by a token: it is read, held against its signature and against what is stored of it. */
import { VisibleError } from '@doorwalk/core/error'
import { lastBallotEnd } from '../campaigns/dispatch.ts'
import { readCampaign } from '../campaigns/settings.ts'
import type { Caller } from '../http/admission.ts'
import { linkEnded } from '../http/guard.ts'
import { INVITATION, LINK, linkSecretKey } from '../store/keys.ts'
import type { Item } from '../ports/store.ts'
import type { Storage } from '../world.ts'
import { Link } from './links.ts'
import { type ReadTicket, isSigned, readTicket } from './token.ts'

/** What was noted offline is taken so long after a link has ended, where no ballot says until when. */
const LATE_REPORTS_MILLISECONDS = 30 * 24 * 3_600_000

type TokenStorage = Pick<Storage, 'store' | 'clock'>

/** @throws VisibleError `link.unknown` for what nobody here has signed; `link.ended` */
export async function callerByToken(storage: TokenStorage, token: string): Promise<Caller> {
  const ticket = readTicket(token)
  const found = ticket && (await findTicket(storage, ticket))
  if (!ticket || !found) {
    const detail = 'no such link was made here; open it as it was given to you, to its last sign'
    throw new VisibleError('auth', 'link.unknown', detail)
  }
  if (!found.item) throw linkEnded()
  const { campaign, kind, id } = ticket
  const caller = { campaign, scopes: [], keyId: kind }
  // Its route says itself whether it is over: whoever comes too late is told why.
  if (kind === 'invitation') return { ...caller, link: { invitationId: id } }
  const isOver = storage.clock.now() >= ticket.expiresAt
  if (isOver) await checkLate(storage, ticket)
  const { walkId, walker } = await noteUse(storage, found.item)
  return { ...caller, link: { walkId, linkId: id, isOver, walker } }
}

/** Undefined: it is not signed here. Without an item: it was revoked. */
async function findTicket(
  { store }: TokenStorage,
  ticket: ReadTicket,
): Promise<{ item: Item | undefined } | undefined> {
  const { campaign, kind, id } = ticket
  const key = (kind === 'link' ? LINK : INVITATION).key(campaign, id)
  const items = await store.getMany([linkSecretKey(campaign), key])
  const secret = items.find(({ sk }) => sk !== key.sk)?.data['secret']
  if (typeof secret !== 'string' || !isSigned(ticket, secret)) return undefined
  return { item: items.find(({ sk }) => sk === key.sk) }
}

/** @throws VisibleError `link.ended`: not even reports that come late are taken any more */
async function checkLate(storage: TokenStorage, { campaign, expiresAt }: ReadTicket): Promise<void> {
  const ballotEnd = lastBallotEnd(await readCampaign(storage, campaign))
  if (storage.clock.now() >= (ballotEnd ?? expiresAt + LATE_REPORTS_MILLISECONDS)) throw linkEnded()
}

/** To the day: it tells that a link is used, not when somebody walked. One write a day. */
async function noteUse({ store, clock }: TokenStorage, item: Item): Promise<Link> {
  const link = Link.parse(item.data)
  const usedOn = new Date(clock.now()).toISOString().slice(0, 10)
  if (link.usedOn === usedOn) return link
  try {
    // Whoever was faster has written the same, or has revoked it.
    await store.replace({ ...item, data: { ...link, usedOn } }, item.version)
  } catch (error) {
    // Walks go on while the disk is full.
    if (!(error instanceof VisibleError) || error.kind !== 'full') throw error
  }
  return link
}
