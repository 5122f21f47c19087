/** Edits and what stands around a plan: who may ask, links, webhooks, two at once, and the same request twice. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { Plan, Walk } from '@doorwalk/core/walk/answer'
import { type Campaign, openCampaign, served, walkOf } from '../../support/scenes/campaign.ts'
import { handedOut } from '../../support/scenes/handed-out.ts'
import { openReceiver } from '../../support/servers/receiver.ts'
import { until } from '../../support/until.ts'

let campaign: Campaign
beforeEach(async () => {
  campaign = await openCampaign()
})
afterEach(() => campaign.api.close())

const TWO = [{ id: 'a' }, { id: 'b' }]
const at = (plan: Plan): string => `/v1/plans/${plan.id}/edits`

async function made(plan: Plan, body: object): Promise<Plan> {
  const answer = await campaign.send(at(plan), body)
  expect(answer.status, await answer.clone().text()).toBe(201)
  return (await answer.json()) as Plan
}

async function codeOf(answer: Response): Promise<[number, string]> {
  return [answer.status, ((await answer.json()) as { code: string }).code]
}

describe('who may ask', () => {
  it('neither links of walks, nor keys that read or report, nor another campaign', async () => {
    const plan = await campaign.plan({ volunteers: TWO, minutes: 40, commit: true })
    const { walkId } = plan.walks[0]!
    const link = (await (await campaign.send(`/v1/walks/${walkId}/links`, {})).json()) as { token: string }
    const calls: [string, object][] = [
      [at(plan), { edits: [{ type: 'lock', walk: walkId }] }],
      [`/v1/plans/${plan.id}/suggest`, { for: 'minutes', walk: walkId, minutes: 15 }],
      [`/v1/plans/${plan.id}/wishes`, {}],
      ['/v1/plans/compare', { plans: [plan.id, plan.id] }],
    ]
    const reporter = await campaign.api.key('alpha', 'reporter')
    const stranger = await campaign.api.key('beta', 'organiser')
    for (const [path, body] of calls) {
      const by = async (key: string) => codeOf(await campaign.send(path, body, { key }))
      expect([path, await by(link.token)]).toEqual([path, [403, 'link.scope']])
      expect([path, await by(reporter)]).toEqual([path, [403, 'key.scope']])
      expect([path, await by(stranger)]).toEqual([path, [404, 'plan.unknown']])
    }
    const read = await campaign.api.key('alpha', 'read')
    expect(await codeOf(await campaign.send(at(plan), { undo: 1 }, { key: read }))).toEqual([
      403,
      'key.scope',
    ])
    expect((await campaign.get<{ replacedBy: string | null }>(`/v1/plans/${plan.id}`)).replacedBy).toBeNull()
  })
})

describe('a phone with a link', () => {
  it('has the walk as edits leave it, and again after undo; a walk that is given up is over', async () => {
    const plan = await campaign.plan({ volunteers: TWO, minutes: 40, commit: true })
    const [a, b] = [walkOf(plan, 'a'), walkOf(plan, 'b')]
    const link = (await (await campaign.send(`/v1/walks/${a.walkId}/links`, {})).json()) as { token: string }
    const read = async () => {
      const answer = await campaign.api.call(`/v1/walks/${a.walkId}`, { key: link.token })
      return answer.status === 200 ? served([(await answer.json()) as Walk]) : answer.status
    }
    const stateOf = async () => {
      const answer = await campaign.api.call(`/v1/walks/${a.walkId}/state`, { key: link.token })
      return ((await answer.json()) as { state: string }).state
    }
    expect(await read()).toEqual(served([a]))
    const [out] = served([a])
    const without = await made(plan, { edits: [{ type: 'exclude', target: out }] })
    expect(await read()).toEqual(served([walkOf(without, 'a')]))
    const swapped = await made(without, { edits: [{ type: 'swap_walkers', walks: [a.walkId, b.walkId] }] })
    expect(await read()).toEqual(served([walkOf(swapped, 'b')]))
    const gone = await made(swapped, { edits: [{ type: 'remove_walker', walk: a.walkId }] })
    expect(await stateOf()).toBe('released')
    const back = await made(gone, { undo: 3 })
    expect(await stateOf()).toBe('leased')
    expect(await read()).toEqual(served([a]))
    expect(
      (await campaign.api.call(`/v1/walks/${a.walkId}/start`, { key: link.token, method: 'POST' })).status,
    ).toBe(200)
    const other = await campaign.plan({ volunteers: 8 })
    const leased = other.leftOut.filter(({ reason }) => reason === 'leased').map(({ target }) => target)
    expect(leased).toEqual(handedOut(back.walks).toSorted())
  })
})

describe('two at once', () => {
  it('one wins; the other is told which plan to go on with, and leases are those of the winner', async () => {
    const plan = await campaign.plan({ volunteers: TWO, minutes: 40, commit: true })
    const bodies = ['a', 'b'].map((walker) => ({
      edits: [{ type: 'exclude', target: served([walkOf(plan, walker)])[0] }],
    }))
    const answers = await Promise.all(bodies.map((body) => campaign.send(at(plan), body)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
    const lost = (await answers.find(({ status }) => status === 409)!.json()) as { code: string }
    expect(['plan.replaced', 'plan.replan_running']).toContain(lost.code)
    const won = (await answers.find(({ status }) => status === 201)!.json()) as Plan
    expect((await campaign.get<{ replacedBy: string }>(`/v1/plans/${plan.id}`)).replacedBy).toBe(won.id)
    const other = await campaign.plan({ volunteers: 8 })
    const leased = other.leftOut.filter(({ reason }) => reason === 'leased').map(({ target }) => target)
    expect(leased).toEqual(handedOut(won.walks).toSorted())
  })

  it('the same request twice is made once, also after the plan was edited on', async () => {
    const plan = await campaign.plan({ volunteers: TWO, minutes: 40 })
    const headers = { 'Idempotency-Key': randomUUID() }
    const body = { edits: [{ type: 'exclude', target: served(plan.walks)[0] }] }
    const first = (await (await campaign.send(at(plan), body, { headers })).json()) as Plan
    await made(first, { undo: 1 })
    const again = await campaign.send(at(plan), body, { headers })
    expect([again.status, ((await again.json()) as Plan).id]).toEqual([201, first.id])
  })
})

describe('webhooks', () => {
  it('tell of the plan that edits made, and of no other', async () => {
    const receiver = await openReceiver()
    onTestFinished(() => receiver.kill())
    const own = await openCampaign({ webhookAllow: [receiver.origin] })
    onTestFinished(() => own.api.close())
    const plan = await own.plan({ volunteers: TWO, minutes: 40 })
    await own.send('/v1/webhooks', {
      url: `${receiver.origin}/hook`,
      label: 'crm',
      events: ['plan.completed', 'plan.stale'],
    })
    const out = served(plan.walks)[0]
    const edited = (await (
      await own.send(at(plan), { edits: [{ type: 'exclude', target: out }] })
    ).json()) as Plan
    await own.send(at(edited), { edits: [{ type: 'exclude', target: out }] })
    const back = (await (await own.send(at(edited), { undo: 1 })).json()) as Plan
    await until(async () => receiver.received.length >= 2)
    const told = receiver.received.map(
      ({ body }) => JSON.parse(body) as { type: string; data: { planId: string } },
    )
    expect(told.map(({ type, data }) => [type, data.planId]).toSorted()).toEqual(
      [edited, back].map(({ id }) => ['plan.completed', id]).toSorted(),
    )
    expect(JSON.stringify(told)).not.toContain(out)
  })
})
