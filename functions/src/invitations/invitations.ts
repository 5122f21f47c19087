/**
 * Invitations: one link for a meeting point. Whoever opens it gets a walk of his own, until so many have come or its
 * time is over. Who they are is not known: of each there is a mark that tells one coming from another.
 */
import { z } from '@hono/zod-openapi'
import { Moment } from '@doorwalk/core/request/moment'
import { VisibleError } from '@doorwalk/core/error'
import { AreaKept } from '@doorwalk/core/request/area-request'
import { Position } from '@doorwalk/core/request/position'
import { PlanRequest } from '@doorwalk/core/request/request'
import { nameSchemas } from '../document/schema-names.ts'
import { HttpProblem } from '../http/problem.ts'
import { secretOf } from '../links/secret.ts'
import { signTicket } from '../links/token.ts'
import { changeItem } from '../store/change-item.ts'
import { INVITATION, INVITED } from '../store/keys.ts'
import { openGate } from '../threads/gate.ts'
import type { Item } from '../ports/store.ts'
import type { Storage } from '../world.ts'

const fields = PlanRequest.shape

/** What it offers, as it is kept. */
const Offer = z.object({
  id: z.string().describe('of the invitation'),
  label: z.string().nullable().describe('what it is called; null: nothing'),
  region: z.string().describe('name of the region'),
  start: Position.describe('meeting point: walks begin and end there'),
  area: AreaKept.nullable().describe(
    'where its walks lie; null: within about a kilometre of the meeting point',
  ),
  priority: fields.priority
    .unwrap()
    .nullable()
    .describe('what its walks prefer; null: every door counts the same'),
  keyShare: z.number().nullable().describe('as in a plan request; null: the default'),
  minutes: z.number().describe('of whoever says none'),
  language: fields.language.unwrap().describe('of whoever names none'),
  most: z.number().int().describe('so many walks'),
  until: Moment.describe('walks are given until then'),
  createdAt: Moment.describe('moment'),
  closedAt: Moment.nullable().describe('when it was closed; null: it was not'),
})
export type Offer = z.infer<typeof Offer>

const InvitationState = z.enum(['open', 'full', 'over', 'closed'])
export const Invitation = Offer.extend({
  taken: z.number().int().describe('walks that were given, or are being made'),
  state: InvitationState.describe('whether it gives walks, and why not'),
})
export type Invitation = z.infer<typeof Invitation>
nameSchemas({
  Invitation: [Invitation, 'one link for all who meet at a place'],
  InvitationState: [
    InvitationState,
    '`full`: all walks are given; `over`: its time is; `closed` by its campaign',
  ],
})

const Places = z.object({ places: z.array(z.string()) })

interface Ref {
  campaign: string
  invitationId: string
}
/** Fifty phones come at one moment: one after the other they write the item once each, instead of over and over. */
const door = openGate(1)

type InvitationStorage = Pick<Storage, 'store' | 'clock'>

/** @returns the token: it is stored nowhere, and made of what is */
export async function createInvitation(
  storage: Pick<Storage, 'store'>,
  { campaign, offer }: { campaign: string; offer: Offer },
): Promise<string> {
  const secret = await secretOf(storage, campaign)
  await storage.store.putMany([{ ...INVITATION.key(campaign, offer.id), data: offer }])
  const { id, until } = offer
  return signTicket({ kind: 'invitation', campaign, id, expiresAt: Date.parse(until) }, secret)
}

/** @throws VisibleError `invitation.unknown` */
export async function readInvitation(storage: InvitationStorage, ref: Ref): Promise<Invitation> {
  const { campaign, invitationId } = ref
  const keys = [INVITATION.key(campaign, invitationId), INVITED.key(campaign, invitationId)]
  const items = await storage.store.getMany(keys)
  const item = items.find(INVITATION.has)
  if (item) return told(storage, item, items.find(INVITED.has))
  const why = `there is no invitation "${invitationId}" in this campaign`
  throw new VisibleError('not_found', 'invitation.unknown', why)
}

/** A page of them, newest first. */
export async function listInvitations(
  storage: InvitationStorage,
  { campaign, after, limit }: { campaign: string; after: string | undefined; limit: number },
): Promise<{ invitations: Invitation[]; next: string | undefined }> {
  const { store } = storage
  const page = await store.query({ ...INVITATION.range(campaign), limit, after, newestFirst: true })
  const invited = await store.getMany(page.items.map((item) => INVITED.key(campaign, INVITATION.idOf(item))))
  const byId = new Map(invited.map((item) => [INVITED.idOf(item), item]))
  const invitations = page.items.map((item) => told(storage, item, byId.get(INVITATION.idOf(item))))
  return { invitations, next: page.next }
}

/** Nobody gets a walk any more; those that were given stay. Doing it again changes nothing. */
export async function closeInvitation(storage: InvitationStorage, ref: Ref): Promise<Invitation> {
  await readInvitation(storage, ref)
  await changeItem(storage.store, {
    key: INVITATION.key(ref.campaign, ref.invitationId),
    schema: Offer,
    tries: Infinity,
    change: (offer) =>
      offer && offer.closedAt === null
        ? { ...offer, closedAt: new Date(storage.clock.now()).toISOString() }
        : offer,
  })
  return readInvitation(storage, ref)
}

/**
 * Takes one of the places, or has it already.
 *
 * @param place  names one coming: whoever asks again with the same has come once
 * @throws VisibleError `invitation.full`; HttpProblem 410 `invitation.over`
 */
export async function takePlace(storage: InvitationStorage, ref: Ref, place: string): Promise<Invitation> {
  const invitation = await readInvitation(storage, ref)
  const { most, state } = invitation
  if (state === 'closed' || state === 'over') throw over(invitation)
  const change = () =>
    changeItem(storage.store, {
      key: INVITED.key(ref.campaign, ref.invitationId),
      schema: Places,
      tries: Infinity,
      // Against other processes.
      pause: (failed) => Math.random() * Math.min(100, 10 * failed),
      change(before = { places: [] }) {
        if (before.places.includes(place)) return before
        if (before.places.length < most) return { places: [...before.places, place] }
        const why = `all ${most} walks of this invitation are given; ask whoever invited you for another one`
        throw new VisibleError('conflict', 'invitation.full', why)
      },
    })
  await door(change)
  return invitation
}

/** No walk came of it: somebody else may have the place. */
export async function givePlaceBack({ store }: InvitationStorage, ref: Ref, place: string): Promise<void> {
  await changeItem(store, {
    key: INVITED.key(ref.campaign, ref.invitationId),
    schema: Places,
    tries: Infinity,
    change: (before) =>
      before?.places.includes(place) ? { places: before.places.filter((each) => each !== place) } : before,
  })
}

function over({ closedAt, until }: Invitation): HttpProblem {
  const why = closedAt === null ? `gave walks until ${until}` : `was closed at ${closedAt}`
  return new HttpProblem(
    410,
    'invitation.over',
    `the invitation ${why}; ask whoever invited you for a new one`,
  )
}

function told({ clock }: InvitationStorage, item: Item, invited: Item | undefined): Invitation {
  const offer = Offer.parse(item.data)
  const taken = invited ? Places.parse(invited.data).places.length : 0
  return { ...offer, taken, state: stateOf(offer, { taken, now: clock.now() }) }
}

function stateOf(offer: Offer, { taken, now }: { taken: number; now: number }): Invitation['state'] {
  if (offer.closedAt !== null) return 'closed'
  if (now >= Date.parse(offer.until)) return 'over'
  return taken < offer.most ? 'open' : 'full'
}
