/** Every error of the ledger's calls, provoked. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Problem } from '@doorwalk/functions/http/problem'
import { type Campaign, REGION, openCampaign } from '../../support/scenes/campaign.ts'

let campaign: Campaign

beforeEach(async () => {
  campaign = await openCampaign()
})
afterEach(() => campaign.api.close())

async function codeOf(answer: Response): Promise<{ status: number; code: string }> {
  const { status, code } = Problem.parse(await answer.json())
  expect(answer.status).toBe(status)
  return { status, code }
}
const get = (path: string): Promise<Response> => campaign.api.call(path, { key: campaign.key })
const visit = (target: string) => ({
  region: REGION,
  visits: [{ id: 'visit-0001', target, at: '2026-03-14T13:00:00Z', knocked: 1 }],
})

it('of hold-outs', async () => {
  const none = await campaign.send('/v1/holdouts', { region: 'tiny', unit: 'block', share: 0.2 })
  expect(await codeOf(none)).toEqual({ status: 422, code: 'holdout.size' })
  const strata = { field: 'height', count: 2 }
  const flat = await campaign.send('/v1/holdouts', { region: REGION, unit: 'block', share: 0.2, strata })
  expect(await codeOf(flat)).toEqual({ status: 400, code: 'holdout.strata' })
  const unknown = await get('/v1/holdouts/hld_1/assignment')
  expect(await codeOf(unknown)).toEqual({ status: 404, code: 'holdout.unknown' })
  const drawn = await campaign.send('/v1/holdouts', { region: REGION, unit: 'block', share: 0.3 })
  const { id } = (await drawn.json()) as { id: string }
  const sealed = await get(`/v1/holdouts/${id}/assignment`)
  expect(await codeOf(sealed)).toEqual({ status: 409, code: 'holdout.sealed' })
})

it('of the life of a walk', async () => {
  const draft = await campaign.plan({ volunteers: 1 })
  const start = `/v1/walks/${draft.walks[0]!.walkId}/start`
  expect(await codeOf(await campaign.send(start))).toEqual({ status: 409, code: 'walk.not_leased' })
  expect((await campaign.send(`/v1/plans/${draft.id}/commit`)).status).toBe(200)
  expect((await campaign.send(start.replace('start', 'finish'))).status).toBe(200)
  expect(await codeOf(await campaign.send(start))).toEqual({ status: 409, code: 'walk.over' })
})

it('of a commit that is under way elsewhere', async () => {
  const { id } = await campaign.plan({ volunteers: 1 })
  const { store, clock } = campaign.api.world
  const data = { state: 'pending', until: clock.now() + 60_000 }
  await store.create({ pk: 'C#alpha', sk: `COMMIT#${id}`, data })
  const answer = await campaign.send(`/v1/plans/${id}/commit`)
  expect(await codeOf(answer)).toEqual({ status: 409, code: 'plan.commit_running' })
})

it('of items that others change all the time', { timeout: 60_000 }, async () => {
  const plan = await campaign.plan({ volunteers: 1, commit: true })
  const { world } = campaign.api
  const working = { ...world.store }
  world.store.replace = () => Promise.resolve(false)
  world.store.create = () => Promise.resolve(false)
  const busy = await campaign.send(`/v1/walks/${plan.walks[0]!.walkId}/start`)
  expect(await codeOf(busy)).toEqual({ status: 503, code: 'walk.busy' })
  const crowded = await campaign.send('/v1/visits', visit(plan.walks[0]!.stops[0]!.targets[0]!.id))
  expect(await codeOf(crowded)).toEqual({ status: 503, code: 'ledger.busy' })
  Object.assign(world.store, working)
  expect((await campaign.send(`/v1/walks/${plan.walks[0]!.walkId}/start`)).status).toBe(200)
})

it('of another campaign by name', async () => {
  expect(await codeOf(await get('/v1/campaigns/beta'))).toEqual({ status: 404, code: 'campaign.unknown' })
})
