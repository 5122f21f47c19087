/** Whatever became of a walk, whenever its phone hears of it: it says so, keeps what was ticked, sends what counts. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Plan } from '@doorwalk/core/walk/answer'
import { targetsOf } from '../../../web/src/volunteer/model/record.ts'
import { type Standing, standingOf, stillCounts, stopOf } from '../../../web/src/volunteer/model/standing.ts'
import { markRest } from '../../../web/src/volunteer/model/ticks.ts'
import { en } from '../../../web/src/volunteer/words/en.ts'
import { fr } from '../../../web/src/volunteer/words/fr.ts'
import { type Campaign, openCampaign } from '../../support/scenes/campaign.ts'
import {
  type Network,
  type Phone,
  type Session,
  openPhone,
  standInForBrowser,
} from '../../support/scenes/phone-in-process.ts'

const MINUTE = 60_000
const MOMENTS = ['opening', 'starting', 'answering', 'offline'] as const

let campaign: Campaign
let network: Network
const phones: Phone[] = []
/** Plans of the case. */
const made: string[] = []
beforeAll(async () => {
  campaign = await openCampaign()
  network = standInForBrowser(campaign.api)
})
afterEach(async () => {
  for (const id of made.splice(0))
    await campaign.api.call(`/v1/plans/${id}`, { key: campaign.key, method: 'DELETE' })
  for (const phone of phones.splice(0)) phone.close()
  network.isThere = true
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await campaign.api.close()
})

interface Walks {
  plan: Plan
  links: { linkId: string; token: string; walkId: string }[]
}

interface Case {
  what: string
  /** Default: handed out. */
  isDraft?: boolean
  link?: () => object
  happens: (walks: Walks) => Promise<unknown>
  is: Standing
  /** What opens no walk at all: the code of the problem. */
  refused?: string
  /** Of what is noted then; default: sent. */
  visits?: 'wait' | 'refused'
}

const send = async (path: string, body?: object, method = 'POST'): Promise<void> => {
  const answer = await campaign.api.call(path, { key: campaign.key, method, ...(body && { body }) })
  expect(answer.status, `${path}: ${await answer.clone().text()}`).toBeLessThan(300)
}
const each = async ({ links }: Walks, call: string, body?: object): Promise<void> => {
  for (const { walkId } of links) await send(`/v1/walks/${walkId}/${call}`, body)
}

const CASES: Case[] = [
  { what: 'nothing', happens: async () => undefined, is: 'fine' },
  { what: 'not handed out', isDraft: true, happens: async () => undefined, is: 'draft' },
  { what: 'given back', happens: (walks) => each(walks, 'release'), is: 'given_back' },
  {
    what: 'struck off at the roll-call',
    happens: ({ plan }) =>
      send(`/v1/plans/${plan.id}/replan`, { present: [plan.walks[0]!.walker], iterations: 10 }),
    is: 'given_back',
  },
  { what: 'handed over', happens: (walks) => each(walks, 'handover', { walker: 'other' }), is: 'others' },
  {
    what: 'taken over by newcomers',
    happens: ({ plan }) =>
      send(`/v1/plans/${plan.id}/replan`, { present: ['v', 'w', 'x', 'y', 'z'], iterations: 10 }),
    is: 'others',
  },
  { what: 'ended by the organisers', happens: (walks) => each(walks, 'finish'), is: 'finished' },
  {
    what: 'removed with its plan',
    happens: ({ plan }) => send(`/v1/plans/${plan.id}`, undefined, 'DELETE'),
    ...{ is: 'gone', refused: 'walk.unknown' },
  },
  {
    what: 'removed as a draft',
    isDraft: true,
    happens: ({ plan }) => send(`/v1/plans/${plan.id}`, undefined, 'DELETE'),
    ...{ is: 'gone', refused: 'walk.unknown' },
  },
  {
    what: 'with its link revoked',
    async happens({ links }) {
      for (const { walkId, linkId } of links)
        await send(`/v1/walks/${walkId}/links/${linkId}`, undefined, 'DELETE')
    },
    ...{ is: 'link_ended', refused: 'link.ended', visits: 'wait' },
  },
  {
    what: 'with a link whose time is over',
    link: () => ({ expiresAt: new Date(campaign.api.clock.time + MINUTE).toISOString() }),
    happens: async () => void (campaign.api.clock.time += 2 * MINUTE),
    ...{ is: 'link_over', refused: 'link.ended' },
  },
  {
    what: 'expired, and taken by others',
    async happens() {
      campaign.api.clock.time += 150 * MINUTE
      const { id } = await campaign.plan({ volunteers: 10, minutes: 180, iterations: 10, commit: true })
      made.push(id)
    },
    is: 'expired',
  },
  {
    what: 'of a campaign whose last ballot is over',
    async happens() {
      await send('/v1/campaigns/alpha', { ballots: ['2026-03-14'], silenceHours: 0 }, 'PUT')
      campaign.api.clock.time += 24 * 60 * MINUTE
    },
    ...{ is: 'campaign_over', refused: 'campaign.over', visits: 'refused' },
  },
]

async function handOut({ isDraft = false, link }: Case): Promise<Walks> {
  const plan = await campaign.plan({ volunteers: 5, minutes: 30, iterations: 10, commit: !isDraft })
  expect(plan.walks).toHaveLength(5)
  made.push(plan.id)
  const links: Walks['links'] = []
  for (const { walkId } of plan.walks.slice(1)) {
    const answer = await campaign.send(`/v1/walks/${walkId}/links`, link?.() ?? {})
    links.push({ ...((await answer.json()) as { linkId: string; token: string }), walkId })
  }
  return { plan, links }
}

/** Ticks all of the door where the volunteer stands. */
async function tick(session: Session): Promise<string> {
  const { record, pack } = session.view()
  const target = targetsOf(pack).get(record.current!)!
  await session.change((now) => markRest(now, target, { floor: null, outcome: 'nobody' }))
  return target.id
}

const standing = (session: Session): Standing => standingOf(session.view().record)

describe.each(CASES)('a walk $what', (one) => {
  const { is, refused, visits, happens } = one

  it(
    'is told of when it is opened, begun, answered on, and back in the network',
    { timeout: 60_000 },
    async () => {
      const walks = await handOut(one)
      const [opening, ...others] = MOMENTS.map((_, index) => {
        const phone = openPhone(() => campaign.api.clock.time)
        phones.push(phone)
        return { phone, token: walks.links[index]!.token }
      })
      const [starting, answering, offline] = (await Promise.all(
        others.map(({ phone, token }) => phone.open(token)),
      )) as [Session, Session, Session]
      for (const session of [answering, offline]) await session.start()
      const open = await tick(answering)
      await happens(walks)

      const first = opening!.phone.open(opening!.token)
      if (refused === undefined) expect(standing(await first), 'opening').toBe(is)
      else await expect(first).rejects.toMatchObject({ code: refused })

      await starting.start()
      expect(standing(starting), 'starting').toBe(is)

      await answering.sync()
      expect(standing(answering), 'answering').toBe(is)
      // The door at which he stands: what is ticked is never lost, and goes by itself where it counts.
      const { record } = answering.view()
      expect(Object.keys(record.marks[open]!.doors).length).toBeGreaterThan(0)
      if (!stillCounts(record)) await answering.leave(open)

      network.isThere = false
      const noted = await tick(offline)
      await offline.leave(noted)
      await offline.sendNow()
      expect(standing(offline), 'offline').toBe(one.isDraft ? 'draft' : 'fine')
      expect(offline.view().outbox.filter(({ load }) => load.kind === 'visit')).toHaveLength(1)
      network.isThere = true

      for (const session of [answering, offline]) {
        await session.sendNow()
        await session.sendNow()
        const left = session.view().outbox
        expect(standing(session), 'online').toBe(is)
        if (visits === undefined) expect(left).toEqual([])
        else expect(left.map((parcel) => parcel.refused)).toEqual([visits === 'wait' ? null : 'after_ballot'])
      }
      const stop = stopOf(offline.view().record)
      for (const words of [fr, en]) {
        if (stop !== null) expect(words.stops[stop].what.length).toBeGreaterThan(40)
        for (const { refused: why } of offline.view().outbox)
          if (why) expect(words.refusals[why]).toBeTruthy()
      }
    },
  )
})
