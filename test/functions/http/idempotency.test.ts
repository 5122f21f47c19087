/** `Idempotency-Key` on every `POST` that the contract names, and what is kept of the answers. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createApp } from '@doorwalk/functions/app'
import { routeTable } from '@doorwalk/functions/http/route-table'
import { createPlan } from '@doorwalk/functions/plans/plans'
import { PlanRequest } from '@doorwalk/core/request/request'
import { type Campaign, REGION, openCampaign } from '../../support/scenes/campaign.ts'

/** Answers with secrets, which nobody keeps. */
const SECRET = /^\/v1\/(keys|webhooks|inbound\/sources)(\/|$)|^\/v1\/walks\/[^/]+\/links$|^\/v1\/invitations$/
/** Its messages have a name of their own. */
const BY_MESSAGE = '/v1/inbound/visits'

let campaign: Campaign
beforeAll(async () => void (campaign = await openCampaign()))
afterAll(() => campaign.api.close())

async function twice(path: string, body?: unknown, between = (): unknown => undefined) {
  const init = { headers: { 'Idempotency-Key': `twice ${path}`.replaceAll(/[^!-~]/g, '-') } }
  const first = await campaign.send(path, body, init)
  await between()
  const second = await campaign.send(path, body, init)
  return {
    statuses: [first.status, second.status],
    isReplayed: second.headers.get('Idempotency-Replayed') === 'true',
    answers: [
      (await first.json()) as Record<string, unknown>,
      (await second.json()) as Record<string, unknown>,
    ],
  } as const
}

it('is for every POST but those that answer with secrets, and documented there', async () => {
  const posts = routeTable(createApp(campaign.api.world)).filter(({ method }) => method === 'POST')
  const { paths } = await campaign.get<{
    paths: Record<string, { post?: { parameters?: { in: string; name: string }[]; responses: object } }>
  }>('/openapi.json')
  expect(posts.length).toBeGreaterThan(20)
  for (const { path, isOnce } of posts) {
    const post = paths[path]?.post
    const names = post?.parameters?.map(({ name }) => name)
    expect(isOnce, path).toBe(!SECRET.test(path))
    expect(names?.includes('Idempotency-Key') ?? false, path).toBe(isOnce && path !== BY_MESSAGE)
    if (isOnce)
      expect(Object.keys(post?.responses ?? {}), path).toEqual(expect.arrayContaining(['409', '422']))
  }
})

it('prolongs a walk once', async () => {
  const { walks } = await campaign.plan({ commit: true, volunteers: 1 })
  const path = `/v1/walks/${walks[0]!.walkId}/extend`
  const { answers, isReplayed } = await twice(path, { minutes: 200 }, () => {
    campaign.api.clock.time += 30 * 60_000
  })
  expect(isReplayed).toBe(true)
  expect(answers[1]).toEqual(answers[0])
})

it('keeps no words about people that came with visits', async () => {
  const visits = [{ id: 'visit-0001', target: 'x', at: 'never', note: 'Ada Lovelace' }]
  const { answers, isReplayed } = await twice('/v1/visits', { region: REGION, visits })
  expect(isReplayed).toBe(true)
  expect(JSON.stringify(answers[0])).toContain('note')
  expect(answers[1]['refused']).toMatchObject([{ reason: 'invalid', detail: 'told in the first answer' }])
  const { walks } = await campaign.plan({ volunteers: 1 })
  const sheet = await twice(`/v1/walks/${walks[0]!.walkId}/paper`, { stops: [{ stop: 'Ada', knocked: 1 }] })
  expect(sheet.answers[1]['refused']).toMatchObject([{ detail: 'told in the first answer' }])
  for (const { sk, data } of await campaign.api.scan())
    if (sk.startsWith('IDEMPOTENCY#')) expect(JSON.stringify(data)).not.toMatch(/note|has no stop/)
})

it('does not keep that a plan is not ready', async () => {
  const { world } = campaign.api
  const ref = { campaign: 'alpha', planId: world.id('pln') }
  const request = PlanRequest.parse({ region: REGION, volunteers: 1, minutes: 20, iterations: 50 })
  await createPlan(world, { ref, request })
  const { statuses } = await twice(`/v1/plans/${ref.planId}/commit`, undefined, () =>
    world.jobs.submit(ref, 600_000),
  )
  expect(statuses).toEqual([202, 200])
})

it('gets a plan going whose caller died before handing it over', async () => {
  const { world } = campaign.api
  const ref = { campaign: 'alpha', planId: world.id('pln') }
  await createPlan(world, {
    ref,
    request: PlanRequest.parse({ region: REGION, volunteers: 1, iterations: 50 }),
  })
  expect((await campaign.api.call(`/v1/plans/${ref.planId}`, { key: campaign.key })).status).toBe(202)
  await world.jobs.submit(ref, 600_000)
  expect((await campaign.api.call(`/v1/plans/${ref.planId}`, { key: campaign.key })).status).toBe(200)
})
