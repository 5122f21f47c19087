/** The log leads from a request to its plan and what that took, and tells nothing about anybody. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlanStep } from '@doorwalk/core/plan'
import { jsonLog } from '@doorwalk/functions/http/log'
import { metricsOf } from '@doorwalk/functions/lambda/metrics'
import { type Campaign, CENTRE, REGION, openCampaign } from '../../support/scenes/campaign.ts'
import { openReceiver } from '../../support/servers/receiver.ts'
import { until } from '../../support/until.ts'
import type { LogLine } from '@doorwalk/functions/ports/log'

const STEPS: PlanStep[] = ['area', 'building', 'graph', 'grouping', 'matrix', 'solver', 'walk']

let campaign: Campaign
let lines: LogLine[]
beforeAll(async () => {
  campaign = await openCampaign()
  lines = campaign.api.lines
})
afterAll(() => campaign.api.close())

describe('the line of a request', () => {
  it('has its id, its campaign and the plan it made or asked for', async () => {
    const body = { region: REGION, volunteers: 1, minutes: 30, iterations: 100 }
    const answer = await campaign.send('/v1/plans', body)
    const { id } = (await answer.json()) as { id: string }
    await campaign.api.call(`/v1/plans/${id}.html`, { key: campaign.key })
    await campaign.api.call('/v1/areas', { key: campaign.key })
    const [made, asked, other] = lines.filter(({ event }) => event === 'request').slice(-3)
    const requestId = answer.headers.get('X-Request-Id')
    expect(made).toMatchObject({ requestId, campaign: 'alpha', planId: id, route: '/v1/plans', status: 201 })
    expect(asked).toMatchObject({ planId: id, route: '/v1/plans/:planId' })
    expect(other!['planId']).toBeUndefined()
  })
})

describe('the line of a plan', () => {
  it('says what it brought and where the time went', async () => {
    // A clock that moves by a millisecond whenever it is read: every step takes some.
    const { clock } = campaign.api
    const still = clock.time
    Object.defineProperty(clock, 'time', { get: () => ticks++, set: () => undefined, configurable: true })
    let ticks = still
    const plan = await campaign.plan({ volunteers: 2, minutes: 45 })
    Object.defineProperty(clock, 'time', { value: still, writable: true, configurable: true })
    const line = lines.find(({ event, planId }) => event === 'plan.done' && planId === plan.id)!
    const { walks, doors, targets } = plan.summary
    const minutes = Math.round(plan.walks.reduce((sum, { seconds }) => sum + seconds, 0) / 60)
    expect(line).toMatchObject({ campaign: 'alpha', region: REGION, walks, doors, targets, minutes })
    expect(line['prizePercent']).toBeGreaterThan(1)
    expect(line['prizePercent']).toBeLessThan(50)
    const times = STEPS.map((step) => line[`${step}Milliseconds`] as number)
    for (const time of times) expect(time).toBeGreaterThan(0)
    expect(times.reduce((sum, time) => sum + time, 0)).toBeLessThanOrEqual(line['milliseconds'] as number)
  })

  it('says by which code it failed', async () => {
    const body = { region: REGION, volunteers: 1, minutes: 30, area: { precincts: ['nowhere'] } }
    const { code } = (await (await campaign.send('/v1/plans', body)).json()) as { code: string }
    expect(lines.findLast(({ event }) => event === 'plan.failed')).toMatchObject({ campaign: 'alpha', code })
  })
})

describe('CloudWatch', () => {
  const written: Record<string, unknown>[] = []
  const write = (line: string): void => void written.push(JSON.parse(line) as Record<string, unknown>)
  const line: LogLine = { level: 'info', event: 'plan.done', doors: 12, minutes: 90, planId: 'pln_1' }

  it('reads numbers of a plan from its line, in embedded metric format', () => {
    jsonLog(write, metricsOf('saturday'))(line)
    const { time, ...rest } = written.at(-1)!
    expect(rest).toEqual({
      ...line,
      stage: 'saturday',
      _aws: {
        Timestamp: Date.parse(String(time)),
        CloudWatchMetrics: [
          {
            Namespace: 'Doorwalk',
            Dimensions: [['stage']],
            Metrics: [
              { Name: 'doors', Unit: 'Count' },
              { Name: 'minutes', Unit: 'None' },
            ],
          },
        ],
      },
    })
    jsonLog(write, metricsOf('saturday'))({ level: 'info', event: 'request', milliseconds: 3 })
    expect(written.at(-1)).not.toHaveProperty('_aws')
  })

  it('is not spoken to on a laptop', () => {
    jsonLog(write)(line)
    expect(Object.keys(written.at(-1)!)).toEqual(['time', ...Object.keys(line)])
  })
})

it('tells of nobody: no walker, place, target, address, label, body, key or secret', async () => {
  const receiver = await openReceiver()
  const { api, key, send } = await openCampaign({ webhookAllow: [receiver.origin] })
  const post = async (path: string, body?: unknown): Promise<Record<string, unknown>> =>
    (await (await send(path, body)).json()) as Record<string, unknown>
  const hook = await post('/v1/webhooks', { url: `${receiver.origin}/hook-of-ylva`, label: 'label-of-ylva' })
  const source = await post('/v1/inbound/sources', { label: 'label-of-ylva' })
  const made = await post('/v1/keys', { scopes: ['reporter'], label: 'label-of-ylva' })
  await post('/v1/areas', { label: 'label-of-ylva', region: REGION, area: { precincts: [] } })
  const plan = (await post('/v1/plans', {
    region: REGION,
    volunteers: [{ id: 'walker-ylva', start: CENTRE, minutes: 60 }],
    iterations: 100,
    commit: true,
  })) as unknown as Awaited<ReturnType<Campaign['plan']>>
  const [walk] = plan.walks
  const [target] = walk!.stops[0]!.targets
  await post(`/v1/walks/${walk!.walkId}/start`)
  const link = await post(`/v1/walks/${walk!.walkId}/links`, {})
  await api.call(`/v1/walks/${walk!.walkId}/pack`, { key: String(link['token']) })
  await api.call('/v1/plans', { key: String(link['token']) })
  await post(`/v1/walks/${walk!.walkId}/handover`, { walker: 'walker-ylva-2' })
  await post('/v1/walks', { region: REGION, start: CENTRE, minutes: 30 })
  const visit = { id: 'visit-of-ylva', target: target!.id, at: plan.startAt, walk: walk!.walkId, knocked: 3 }
  await post('/v1/visits', { visits: [visit, { ...visit, id: 'visit-by-ylva', name: 'Ylva' }] })
  await api.call(`/v1/walks/${walk!.walkId}.gpx?who=ylva`, { key })
  // And refused ones, whose answers repeat what came.
  await post('/v1/plans', { region: REGION, volunteers: [{ id: 'walker-ylva', phone: '+33-ylva' }] })
  await api.call('/v1/plans/pln_of-ylva', { key })
  await api.call('/v1/areas', { key: 'dw_unknown-key-of-ylva-0123456789' })
  await post(`/v1/walks/${walk!.walkId}/finish`)
  await until(async () => api.lines.find(({ event }) => event === 'webhook.attempt'))
  await api.close()
  await receiver.kill()

  const messages = JSON.stringify(receiver.received)
  expect(messages).toContain('walk.started')
  for (const name of ['linkId', 'token']) {
    expect(messages).not.toContain(String(link[name]))
    expect(messages).not.toContain(String(link[name]).split('.').at(-1))
  }
  const text = api.lines.map((line) => JSON.stringify(line)).join('\n')
  expect(api.lines.length).toBeGreaterThan(14)
  // A name no digest (0 to f) and no ULID (capitals) can hold by chance.
  for (const secret of [
    'ylva',
    'Ylva',
    ...walk!.stops.flatMap(({ targets }) => targets.flatMap(({ id, address }) => [id, address])),
    walk!.stops[0]!.street,
    walk!.walkId,
    ...CENTRE.map((degrees) => String(degrees).slice(0, 6)),
    key,
    String(link['linkId']),
    String(link['token']).split('.').at(-1)!,
    String(made['key']),
    String(hook['secret']),
    String(source['secret']),
    receiver.origin,
    'whsec_',
    'Bearer',
  ]) {
    expect(text, `"${secret}" stands in the log`).not.toContain(secret)
  }
})
