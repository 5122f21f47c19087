/**
 * Visits that are sent while their walk ends, its plan is made again or removed, or the campaign is erased: each visit
 * is kept once, or refused with the reason, wherever one call comes in between two steps of the other.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '@doorwalk/core/walk/answer'
import { type Campaign, REGION, campaignOf, openCampaign } from '../../support/scenes/campaign.ts'
import { IS_LONG } from '../../support/length.ts'
import { OPERATOR_KEY } from '../../support/servers/api.ts'
import { interruptAt } from '../../support/servers/interrupt.ts'

let home: Campaign
let made = 0
beforeAll(async () => {
  home = await openCampaign()
})
afterAll(() => home.api.close())

interface Scene {
  name: string
  campaign: Campaign
  plan: Plan
  visits: { id: string; target: string; at: string; walk: string; knocked: number; opened: number }[]
}

/** A campaign of its own with walks that are under way, and what is reported of the first of them. */
async function scene(): Promise<Scene> {
  const name = `race-${++made}`
  const campaign = campaignOf(home.api, await home.api.key(name, 'organiser'))
  const plan = await campaign.plan({ commit: true, volunteers: 2, minutes: 60, iterations: 100 })
  const walk = plan.walks[0]!
  await campaign.send(`/v1/walks/${walk.walkId}/start`)
  const at = new Date(home.api.clock.time).toISOString()
  const visits = walk.stops
    .flatMap(({ targets }) => targets)
    .filter(({ doors }) => doors >= 11)
    .slice(0, 6)
    .map(({ id: target, doors }, index) => ({
      ...{ id: `visit-${made}-${index}`, target, at, walk: walk.walkId, knocked: doors, opened: 1 },
    }))
  expect(visits.length).toBeGreaterThan(1)
  return { name, campaign, plan, visits }
}

/** The last one names no walk. */
function report({ campaign, visits }: Scene): Promise<Response> {
  const { walk: _, ...last } = visits.at(-1)!
  return campaign.send('/v1/visits', { region: REGION, visits: [...visits.slice(0, -1), last] })
}

type Receipt = { accepted: string[]; duplicate: string[]; refused: { id: string; reason: string }[] }

/** What the first sending came to; the second one tells what was kept. */
async function expectOnce({ campaign, visits }: Scene, answer: Response): Promise<void> {
  const told = (await answer.json()) as Receipt
  expect(answer.status, JSON.stringify(told)).toBe(200)
  const refused = told.refused.map(({ id }) => id)
  expect([...told.accepted, ...refused].sort()).toEqual(visits.map(({ id }) => id).sort())
  for (const { reason } of told.refused) expect(reason).toBe('unknown_walk')

  const again = visits.map(({ walk: _, ...visit }) => visit)
  const second = (await (
    await campaign.send('/v1/visits', { region: REGION, visits: again })
  ).json()) as Receipt
  expect({ accepted: second.accepted.sort(), duplicate: second.duplicate.sort() }).toEqual({
    accepted: refused.sort(),
    duplicate: told.accepted.sort(),
  })
  const { total } = await campaign.get<{ total: { counts: { knocked: number } } }>(
    `/v1/coverage?region=${REGION}`,
  )
  expect(total.counts.knocked).toBe(visits.reduce((sum, { knocked }) => sum + knocked, 0))
}

/** Nothing is left, also where a campaign of the same name begins. */
async function expectGone({ name }: Scene, answer: Response): Promise<void> {
  expect([200, 401, 410], await answer.clone().text()).toContain(answer.status)
  if (answer.status === 410) expect(await answer.json()).toMatchObject({ code: 'campaign.erased' })
  const left = (await home.api.scan()).filter(({ pk }) => pk === `C#${name}` || pk.startsWith(`C#${name}#`))
  expect(left).toEqual([])
  const fresh = await home.api.call('/v1/keys', {
    key: OPERATOR_KEY,
    method: 'POST',
    body: { campaign: name, scopes: ['organiser'], label: 'again' },
  })
  const { key } = (await fresh.json()) as { key: string }
  const { total } = await campaignOf(home.api, key).get<{ total: { counts: unknown; done: number } }>(
    `/v1/coverage?region=${REGION}`,
  )
  expect(total).toMatchObject({ counts: null, done: 0 })
}

const path = (of: string) => (to: string) => `/v1/${of}/${to}`
const walks = path('walks')
const plans = path('plans')
const remove = (campaign: Campaign, at: string): Promise<Response> =>
  campaign.send(at, undefined, { method: 'DELETE' })

interface Race {
  /** In `npm test` the calls meet at every so manieth step; undefined: never. `npm run test:long` tries all. */
  stride?: number
  other: (scene: Scene) => Promise<Response>
  check: (scene: Scene, answer: Response) => Promise<void>
}
const RACES: Record<string, Race> = {
  'its walk is released': {
    other: ({ campaign, plan }) => campaign.send(walks(`${plan.walks[0]!.walkId}/release`)),
    check: expectOnce,
  },
  'its walk is finished': {
    other: ({ campaign, plan }) => campaign.send(walks(`${plan.walks[0]!.walkId}/finish`)),
    check: expectOnce,
  },
  'its plan is made again': {
    other: ({ campaign, plan }) =>
      campaign.send(plans(`${plan.id}/replan`), { present: 1, keep: 'walks', iterations: 50 }),
    check: expectOnce,
  },
  'its plan is removed': {
    stride: 16,
    other: ({ campaign, plan }) => remove(campaign, plans(plan.id)),
    check: expectOnce,
  },
  'the campaign is erased': {
    stride: 5,
    other: ({ campaign, name }) => remove(campaign, `/v1/campaigns/${name}`),
    check: expectGone,
  },
}

const tried = Object.entries(RACES).filter(([, { stride }]) => IS_LONG || stride !== undefined)

describe.each(tried)('a visit while %s', (_, { other, check, stride: few = 1 }) => {
  const stride = IS_LONG ? 1 : few
  it('between two steps of the visit', async () => {
    for (let step = 1; ; step += stride) {
      const one = await scene()
      const { first, second } = await interruptAt(home.api.world, {
        step,
        first: () => report(one),
        second: () => other(one),
      })
      if (!second) return expect(step).toBeGreaterThan(10)
      expect(second.status, await second.clone().text()).toBeLessThan(300)
      await check(one, first)
    }
  })

  it('between two steps of that', async () => {
    for (let step = 1; ; step += stride) {
      const one = await scene()
      const { first, second } = await interruptAt(home.api.world, {
        step,
        first: () => other(one),
        second: () => report(one),
      })
      if (!second) return expect(step).toBeGreaterThan(4)
      expect(first.status, await first.clone().text()).toBeLessThan(300)
      await check(one, second)
    }
  })
})
