/** Who holds which target: commits, conflicts, the life of a walk, one walk now. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Walk } from '@doorwalk/core/walk/answer'
import { commitPlan } from '@doorwalk/functions/leases/commit'
import type { Store } from '@doorwalk/functions/ports/store'
import type { Campaign } from '../../support/scenes/campaign.ts'
import { CENTRE, REGION, openCampaign, served } from '../../support/scenes/campaign.ts'
import { handedOut } from '../../support/scenes/handed-out.ts'

let campaign: Campaign

beforeEach(async () => {
  campaign = await openCampaign()
})
afterEach(() => campaign.api.close())

const HOUR = 3_600_000
const life = async (answer: Response): Promise<Record<string, unknown>> => {
  expect(answer.status, await answer.clone().text()).toBe(200)
  return (await answer.json()) as Record<string, unknown>
}
const overlap = (a: string[], b: string[]): string[] => a.filter((id) => b.includes(id))

describe('a plan', () => {
  it('as a draft leases nothing', async () => {
    const first = await campaign.plan()
    const second = await campaign.plan()
    expect(served(second.walks)).toEqual(served(first.walks))
    const state = await campaign.get<{ state: string }>(`/v1/walks/${first.walks[0]!.walkId}/state`)
    expect(state.state).toBe('draft')
  })

  it('that is committed keeps its targets and reserves from every other', async () => {
    const first = await campaign.plan({ commit: true })
    const second = await campaign.plan()
    expect(overlap(handedOut(second.walks), handedOut(first.walks))).toEqual([])
    expect(second.summary.leftOut['leased']).toBe(handedOut(first.walks).length)
  })

  it('cannot be committed when another holds its targets, names the blocks and leases nothing', async () => {
    const [first, second] = [await campaign.plan({ volunteers: 1 }), await campaign.plan({ volunteers: 4 })]
    expect((await campaign.send(`/v1/plans/${first.id}/commit`)).status).toBe(200)
    const refused = await campaign.send(`/v1/plans/${second.id}/commit`)
    expect(refused.status).toBe(409)
    const problem = (await refused.json()) as { code: string; errors: { pointer: string }[] }
    const blocks = new Set(first.walks.flatMap(({ stops }) => stops.map(({ block }) => block)))
    expect(problem.code).toBe('plan.conflict')
    expect(problem.errors.length).toBeGreaterThan(0)
    for (const { pointer } of problem.errors)
      expect(blocks.has(pointer.replace('/blocks/', '')) || pointer !== '', pointer).toBe(true)
    const third = await campaign.plan({ volunteers: 4 })
    expect(third.leftOut.filter(({ reason }) => reason === 'leased')).toHaveLength(
      handedOut(first.walks).length,
    )
  })

  it('can be committed twice with the same result, and frees everything when it is removed', async () => {
    const plan = await campaign.plan()
    const [once, twice] = [
      await life(await campaign.send(`/v1/plans/${plan.id}/commit`)),
      await life(await campaign.send(`/v1/plans/${plan.id}/commit`)),
    ]
    expect(twice).toEqual(once)
    await campaign.api.call(`/v1/plans/${plan.id}`, { key: campaign.key, method: 'DELETE' })
    expect((await campaign.plan()).summary.leftOut['leased']).toBeUndefined()
  })

  it('of a data folder that knew no outlines is leased and removed like any other', async () => {
    const plan = await campaign.plan()
    const { blobs } = campaign.api.world
    const folder = `campaigns/alpha/plans/${plan.id}`
    await blobs.remove(`${folder}/outline.json`)
    await life(await campaign.send(`/v1/plans/${plan.id}/commit`))
    expect((await campaign.plan()).summary.leftOut['leased']).toBe(handedOut(plan.walks).length)
    await campaign.api.call(`/v1/plans/${plan.id}`, { key: campaign.key, method: 'DELETE' })
    expect(await blobs.list(`${folder}/`)).toEqual([])
    expect((await campaign.plan()).summary.leftOut['leased']).toBeUndefined()
  })

  it('lapses when its commit died on the way, and a late commit then fails', async () => {
    const plan = await campaign.plan()
    const { store } = campaign.api.world
    const key = { pk: 'C#alpha', sk: `COMMIT#${plan.id}` }
    expect((await campaign.send(`/v1/plans/${plan.id}/commit`)).status).toBe(200)
    const until = campaign.api.clock.time + 60_000
    await store.putMany([{ ...key, data: { state: 'pending', until } }])
    expect((await campaign.plan()).summary.leftOut['leased']).toBeGreaterThan(0)
    campaign.api.clock.time = until
    await campaign.plan({ commit: true })
    expect((await store.get(key))?.data['state']).toBe('void')
  })

  it.each([
    [
      'it took longer than a minute',
      'it took longer than 60 s',
      async () => {
        campaign.api.clock.time += 61_000
        await campaign.plan({ commit: true })
      },
    ],
    [
      'the plan was removed',
      'the plan was removed or replaced',
      async (id: string) => {
        await campaign.api.call(`/v1/plans/${id}`, { key: campaign.key, method: 'DELETE' })
      },
    ],
    [
      'another commit was faster',
      'another commit of the plan',
      async (id: string) => {
        const data = { state: 'committed', until: campaign.api.clock.time }
        const { store } = campaign.api.world
        const item = (await store.get({ pk: 'C#alpha', sk: `COMMIT#${id}` }))!
        await store.replace({ ...item, data }, item.version)
      },
    ],
  ])('whose commit does not count because %s says so', async (_case, words, meanwhile) => {
    const plan = await campaign.plan()
    const { world } = campaign.api
    const store: Store = {
      ...world.store,
      async replace(item, version) {
        if (item.sk === `COMMIT#${plan.id}` && item.data['state'] === 'committed') await meanwhile(plan.id)
        return world.store.replace(item, version)
      },
    }
    await expect(commitPlan({ ...world, store }, { campaign: 'alpha', plan })).rejects.toMatchObject({
      code: 'plan.conflict',
      errors: [],
      message: expect.stringContaining(words) as string,
    })
  })

  it('is not committed at night, nor in the silence before a ballot', async () => {
    const night = await campaign.plan({ startAt: '2026-03-14T21:30:00+01:00' })
    const refused = await campaign.send(`/v1/plans/${night.id}/commit`)
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
      409,
      'dispatch.closed',
    ])
    const late = await campaign.plan({ startAt: '2026-03-14T20:00:00+01:00', minutes: 90 })
    const tooLong = await campaign.send(`/v1/plans/${late.id}/commit`)
    expect(((await tooLong.json()) as { detail: string }).detail).toMatch(
      /^no last door of walk \d+ at .*20:30/,
    )
    const settings = { ballots: ['2026-03-15', '2026-03-22'] }
    const { key, api } = campaign
    const put = await api.call('/v1/campaigns/alpha', { key, method: 'PUT', body: settings })
    expect(put.status).toBe(200)
    const eve = await campaign.plan({ startAt: '2026-03-14T15:00:00+01:00' })
    expect((await campaign.send(`/v1/plans/${eve.id}/commit`)).status).toBe(409)
    const between = await campaign.plan({ startAt: '2026-03-17T18:00:00+01:00' })
    expect((await campaign.send(`/v1/plans/${between.id}/commit`)).status).toBe(200)
  })
})

describe('a walk', () => {
  const isFree = async (walk: Walk): Promise<boolean> => {
    const { leftOut } = await campaign.plan({ volunteers: 6 })
    const leased = leftOut.filter(({ reason }) => reason === 'leased').map(({ target }) => target)
    return overlap(handedOut([walk]), leased).length === 0
  }

  it.each(['finish', 'release'])('holds its targets until %s', async (end) => {
    const [walk] = (await campaign.plan({ volunteers: 1, commit: true })).walks
    expect(await life(await campaign.send(`/v1/walks/${walk!.walkId}/start`))).toMatchObject({
      state: 'started',
    })
    expect(await isFree(walk!)).toBe(false)
    const over = await life(await campaign.send(`/v1/walks/${walk!.walkId}/${end}`))
    expect(await life(await campaign.send(`/v1/walks/${walk!.walkId}/${end}`))).toEqual(over)
    expect(await isFree(walk!)).toBe(true)
    expect((await campaign.send(`/v1/walks/${walk!.walkId}/start`)).status).toBe(409)
  })

  it('holds them until its time is over, and longer when prolonged', async () => {
    const [walk] = (await campaign.plan({ volunteers: 1, minutes: 60, commit: true })).walks
    campaign.api.clock.time += 1.5 * HOUR
    await life(await campaign.send(`/v1/walks/${walk!.walkId}/extend`, { minutes: 90 }))
    campaign.api.clock.time += HOUR
    expect(await isFree(walk!)).toBe(false)
    campaign.api.clock.time += 2 * HOUR
    expect(await isFree(walk!)).toBe(true)
  })

  it('cannot be prolonged once somebody else has taken its targets', async () => {
    const [walk] = (await campaign.plan({ volunteers: 1, minutes: 60, commit: true })).walks
    campaign.api.clock.time += 3 * HOUR
    await campaign.plan({ volunteers: 6, commit: true })
    const late = await campaign.send(`/v1/walks/${walk!.walkId}/extend`, { minutes: 60 })
    expect(late.status).toBe(409)
  })

  it('is handed over to somebody else', async () => {
    const [walk] = (await campaign.plan({ volunteers: 1, commit: true })).walks
    const path = `/v1/walks/${walk!.walkId}/handover`
    expect(await life(await campaign.send(path, { walker: 'v-17' }))).toMatchObject({ walker: 'v-17' })
    expect((await campaign.send(path, { walker: 'v-17', name: 'Ada' })).status).toBe(400)
  })

  it('of a draft can be neither started nor finished', async () => {
    const [walk] = (await campaign.plan({ volunteers: 1 })).walks
    for (const step of ['start', 'finish']) {
      expect((await campaign.send(`/v1/walks/${walk!.walkId}/${step}`)).status).toBe(409)
    }
    expect((await campaign.send('/v1/walks/wlk_none/start')).status).toBe(404)
  })
})

describe('one walk now', () => {
  const ask = (over: object = {}) =>
    campaign.send('/v1/walks', { region: REGION, start: CENTRE, minutes: 30, ...over })

  it('is leased, starts here, and keeps no exact start', async () => {
    const answer = await ask({ start: [2.352726, 48.881079], walker: 'v-9' })
    expect(answer.status, await answer.clone().text()).toBe(201)
    const walk = (await answer.json()) as Walk
    expect(walk.walker).toBe('v-9')
    expect(walk.start).toEqual([2.353, 48.881])
    expect(walk.end).toEqual(walk.start)
    expect(walk.seconds).toBeLessThanOrEqual(30 * 60)
    const state = await campaign.get<{ state: string }>(`/v1/walks/${walk.walkId}/state`)
    expect(state.state).toBe('leased')
  })

  it('gives everybody who asks at one moment targets of his own', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask()))
    const walks: Walk[] = []
    for (const answer of answers) {
      if (answer.status === 201) walks.push((await answer.json()) as Walk)
      else expect(answer.status, await answer.clone().text()).toBe(409)
    }
    expect(walks.length).toBeGreaterThan(4)
    const all = handedOut(walks)
    expect(new Set(all).size).toBe(all.length)
  })

  it('says so when nothing is left', async () => {
    await campaign.plan({ volunteers: 20, minutes: 240, commit: true })
    const answer = await ask()
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([409, 'walk.none_left'])
  })
})
