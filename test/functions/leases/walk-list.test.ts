/** `GET /v1/walks`: whose walk is whose, as the scopes of a key allow. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '@doorwalk/core/walk/answer'
import type { ListedWalk } from '@doorwalk/functions/leases/walk-list'
import { type Campaign, CENTRE, REGION, openCampaign } from '../../support/scenes/campaign.ts'

interface Page {
  walks: ListedWalk[]
  next: string | null
}

let campaign: Campaign
let reporter: string
beforeAll(async () => {
  campaign = await openCampaign()
  reporter = await campaign.api.key('alpha', 'reporter')
})
afterAll(() => campaign.api.close())

const list = async (query = '', key = campaign.key): Promise<Page> => {
  const answer = await campaign.api.call(`/v1/walks${query}`, { key })
  expect(answer.status, await answer.clone().text()).toBe(200)
  return (await answer.json()) as Page
}
const whose = ({ walks }: Page): string[] => walks.map(({ walkId, walker }) => `${walker} ${walkId}`)
const refusal = async (query: string, key = campaign.key) => {
  const answer = await campaign.api.call(`/v1/walks${query}`, { key })
  const { code, errors } = (await answer.json()) as { code: string; errors: { pointer: string }[] }
  return [answer.status, code, errors[0]?.pointer]
}
const commit = (over: object = {}): Promise<Plan> =>
  campaign.plan({ volunteers: [{ id: 'a' }, { id: 'b' }], minutes: 40, commit: true, ...over })
const release = async (plan: Plan): Promise<void> => {
  for (const { walkId } of plan.walks) await campaign.send(`/v1/walks/${walkId}/release`)
}

describe('my walk', () => {
  it('is found by its walker, also when others have many, and by a key that only reports', async () => {
    const plan = await commit()
    const mine = plan.walks.find(({ walker }) => walker === 'a')!
    await campaign.send(`/v1/walks/${mine.walkId}/start`)
    const page = await list('?walker=a&state=leased,started', reporter)
    expect(page).toMatchObject({ next: null })
    expect(page.walks).toEqual([
      {
        ...{ walkId: mine.walkId, planId: plan.id, walker: 'a', state: 'started', region: REGION },
        ...{ startedAt: expect.any(String) as string, endedAt: null, until: expect.any(String) as string },
        targets: mine.stops.flatMap(({ targets }) => targets).length + mine.reserves.length,
        href: `/v1/walks/${mine.walkId}`,
      },
    ])
    const { targets: _, ...state } = await campaign.get<Record<string, unknown>>(
      `${page.walks[0]!.href}/state`,
    )
    expect(page.walks[0]).toMatchObject(state)
    await campaign.send(`/v1/walks/${mine.walkId}/finish`)
    expect((await list('?walker=a&state=leased,started', reporter)).walks).toEqual([])
    expect(whose(await list('?walker=a&state=finished'))).toEqual([`a ${mine.walkId}`])
    await release(plan)
  })

  it('is with whom it was handed to, at once or at roll-call', async () => {
    const plan = await commit({ volunteers: [{ id: 'c' }, { id: 'd' }] })
    const [first, second] = plan.walks
    await campaign.send(`/v1/walks/${first!.walkId}/handover`, { walker: 'e #1' })
    expect(whose(await list(`?walker=${encodeURIComponent('e #1')}`))).toEqual([`e #1 ${first!.walkId}`])
    expect((await list(`?walker=${first!.walker}`)).walks).toEqual([])
    const present = ['e #1', 'newcomer']
    const next = (await (
      await campaign.send(`/v1/plans/${plan.id}/replan`, { present, iterations: 100 })
    ).json()) as Plan
    expect(whose(await list('?walker=newcomer', reporter))).toEqual([`newcomer ${second!.walkId}`])
    expect((await list(`?walker=${second!.walker}`)).walks).toEqual([])
    expect((await list('?walker=newcomer')).walks[0]).toMatchObject({ planId: next.id, state: 'leased' })
    // The walks went on with the other plan.
    expect((await list(`?plan=${plan.id}`)).walks).toEqual([])
    expect((await list(`?plan=${next.id}`)).walks).toHaveLength(2)
    await release(next)
  })

  it('is found when it was asked for now', async () => {
    const body = { region: REGION, start: CENTRE, minutes: 30, walker: 'f' }
    const walk = (await (await campaign.send('/v1/walks', body, { key: reporter })).json()) as {
      walkId: string
    }
    expect(whose(await list('?walker=f', reporter))).toEqual([`f ${walk.walkId}`])
    await campaign.send(`/v1/walks/${walk.walkId}/release`)
  })

  it('must be asked for by its walker where a key only reports', async () => {
    const plan = await campaign.plan({ volunteers: 1 })
    const nobody = [400, 'request.invalid', '?walker']
    expect(await refusal('', reporter)).toEqual(nobody)
    expect(await refusal('?state=leased', reporter)).toEqual(nobody)
    expect(await refusal(`?plan=${plan.id}`, reporter)).toEqual(nobody)
    const both = await campaign.api.key('alpha', 'reporter', 'read')
    expect((await list(`?plan=${plan.id}`, both)).walks).toHaveLength(1)
    const stranger = await campaign.api.key('beta', 'organiser')
    expect(await list('', stranger)).toEqual({ walks: [], next: null })
    expect(await refusal(`?plan=${plan.id}`, stranger)).toEqual([404, 'plan.unknown', undefined])
  })
})

describe('walks of a plan', () => {
  it('are listed by number, drafts and leased alike, page after page', async () => {
    const draft = await campaign.plan({ volunteers: 3, minutes: 30 })
    const page = await list(`?plan=${draft.id}&limit=2`)
    expect(page.walks.map(({ state, targets, until }) => [state, targets, until])).toEqual([
      ['draft', 0, null],
      ['draft', 0, null],
    ])
    const last = await list(`?plan=${draft.id}&limit=2&cursor=${page.next}`)
    expect(last.next).toBeNull()
    const ids = [...page.walks, ...last.walks].map(({ walkId }) => walkId)
    expect(ids).toEqual(draft.walks.map(({ walkId }) => walkId))
    // A draft is in no other list.
    expect((await list()).walks.filter(({ walkId }) => ids.includes(walkId))).toEqual([])
    await campaign.send(`/v1/plans/${draft.id}/commit`)
    expect((await list(`?plan=${draft.id}&state=leased`)).walks).toHaveLength(3)
    expect((await list(`?plan=${draft.id}&state=draft`)).walks).toEqual([])
    expect((await list(`?plan=${draft.id}&walker=${draft.walks[1]!.walker}`)).walks).toHaveLength(1)
    await release(draft)
  })

  it('of a draft that was made again are with the plan that took its place', async () => {
    const draft = await campaign.plan({ volunteers: [{ id: 'g' }, { id: 'h' }], minutes: 30 })
    const answer = await campaign.send(`/v1/plans/${draft.id}/replan`, { present: ['g'], iterations: 100 })
    const next = (await answer.json()) as Plan
    const [mine] = (await list(`?plan=${next.id}`)).walks
    expect(mine).toMatchObject({ walker: 'g', state: 'draft', planId: next.id })
    expect((await list(`?plan=${draft.id}`)).walks.map(({ walkId }) => walkId)).not.toContain(mine!.walkId)
  })
})

it('all walks are listed newest first, in pages that end where nothing is left', async () => {
  const plans = [await commit(), await commit({ volunteers: [{ id: 'i' }] })]
  const all: ListedWalk[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Page = await list(`?state=leased&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)
    all.push(...page.walks)
    cursor = page.next
  }
  expect(all.map(({ walkId }) => walkId)).toEqual(
    plans.flatMap(({ walks }) => walks.map(({ walkId }) => walkId)).toReversed(),
  )
  expect(await refusal('?state=draft')).toEqual([400, 'request.invalid', '?state'])
  expect(await refusal('?state=asleep')).toEqual([400, 'request.invalid', '?state'])
  expect(await refusal('?walker=a&cursor=Mg%3D')).toEqual([400, 'request.cursor', '?cursor'])
  for (const plan of plans) await release(plan)
})
