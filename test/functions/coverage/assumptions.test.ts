/** What a campaign sets of the walking model: within bounds, before what was learnt, and gone when it is taken back. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Visit } from '@doorwalk/client'
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import { type Campaign, REGION, openCampaign } from '../../support/scenes/campaign.ts'

let campaign: Campaign
beforeAll(async () => void (campaign = await openCampaign()))
afterAll(() => campaign.api.close())

const put = (assumptions: object) =>
  campaign.api.call('/v1/campaigns/alpha', { key: campaign.key, method: 'PUT', body: { assumptions } })
const set = async (assumptions: object): Promise<void> => expect((await put(assumptions)).status).toBe(200)
const learnt = async () => campaign.client.GET('/v1/assumptions', { params: { query: { region: REGION } } })
const estimated = async () => {
  const body = { region: REGION, minutes: 60, upTo: 2, startAt: '2026-03-14T14:00:00+01:00' }
  const { curves } = await campaign.client.POST('/v1/plans/estimate', { body })
  return curves[0]!.points.at(-1)!.doors
}

it('changes plans and estimates, until it is taken back', async () => {
  const asked = { volunteers: 2, minutes: 60 }
  const [before, few] = [await campaign.plan(asked), await estimated()]
  expect(before.assumptions).toEqual(DEFAULT_ASSUMPTIONS)
  await set({ openedShare: 0.9, talkSeconds: 600, entrySeconds: { flats: 120 } })
  const slow = await campaign.plan(asked)
  expect(slow.assumptions).toEqual({
    ...DEFAULT_ASSUMPTIONS,
    ...{ openedShare: 0.9, talkSeconds: 600, entrySeconds: { flats: 120, house: 0 } },
    set: ['entrySeconds.flats', 'openedShare', 'talkSeconds'],
  })
  expect(slow.summary.doors).toBeLessThan(before.summary.doors / 2)
  expect(await estimated()).toBeLessThan(few / 2)
  // Not to learn is not to forget what was set.
  expect((await campaign.plan({ ...asked, calibrate: false })).summary).toEqual(slow.summary)
  await set({})
  const { summary, assumptions } = await campaign.plan(asked)
  expect({ summary, assumptions }).toEqual({ summary: before.summary, assumptions: before.assumptions })
})

it('comes before what was learnt, which may be switched off whole', async () => {
  expect(await learnt()).toEqual({ region: REGION, usual: DEFAULT_ASSUMPTIONS, learnt: [] })
  const { walks } = await campaign.plan({ volunteers: 6, minutes: 120 })
  const large = walks
    .flatMap(({ stops }) => stops.flatMap(({ targets }) => targets))
    .filter(({ doors }) => doors >= 11)
  const visits: Visit[] = large.map(({ id, doors }, index) => ({
    ...{ id: `visit-${String(index).padStart(5, '0')}`, target: id, at: '2026-03-14T14:00:00+01:00' },
    ...{ knocked: doors, opened: doors },
  }))
  await campaign.client.POST('/v1/visits', { body: { region: REGION, visits } })
  const told = await learnt()
  expect(told.learnt.map(({ calibration }) => calibration?.daypart)).toEqual([
    'morning',
    'afternoon',
    'evening',
  ])
  const { assumptions } = await campaign.plan()
  expect(told.learnt[1]).toEqual(assumptions)
  expect(assumptions.openedShare).toBeGreaterThan(0.6)
  await set({ openedShare: 0.25 })
  expect((await campaign.plan()).assumptions).toMatchObject({
    ...{ openedShare: 0.25, set: ['openedShare'] },
    entryProbability: assumptions.entryProbability,
  })
  await set({ learn: false })
  expect((await campaign.plan()).assumptions).toEqual(DEFAULT_ASSUMPTIONS)
  expect((await campaign.plan({ calibrate: true })).assumptions).toEqual(assumptions)
})

it.each([
  [{ openedShare: 30 }, '/assumptions/openedShare'],
  [{ talkSeconds: 0 }, '/assumptions/talkSeconds'],
  [{ slackShare: 0.9 }, '/assumptions/slackShare'],
  [{ entrySeconds: { flats: -1 } }, '/assumptions/entrySeconds/flats'],
  [{ entrySeconds: { barn: 1 } }, '/assumptions/entrySeconds/barn'],
  [{ walkingMetresPerSecond: 1 }, '/assumptions/walkingMetresPerSecond'],
])('refuses %j by its field', async (wish, pointer) => {
  const answer = await put(wish)
  expect(answer.status).toBe(400)
  const { errors } = (await answer.json()) as { errors: { pointer: string }[] }
  expect(errors.map((error) => error.pointer)).toEqual([pointer])
})
