/** Callers who go away before their answer: whenever they do, nothing of what was made for them holds a door. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { VisibleError } from '@doorwalk/core/error'
import { NewWalk, walkNow } from '@doorwalk/functions/walks/now'
import { CENTRE, type Campaign, REGION, openCampaign } from '../../support/scenes/campaign.ts'
import { until } from '../../support/until.ts'

let campaign: Campaign
beforeEach(async () => void (campaign = await openCampaign()))
afterEach(() => campaign.api.close())

const WALK = { region: REGION, start: CENTRE, minutes: 20 }
const PLAN = { region: REGION, volunteers: 2, minutes: 60, iterations: 400, commit: true }
const CALLS = { 'a walk': ['/v1/walks', WALK], 'a plan': ['/v1/plans', PLAN] } as const

/** Calls `leave` at a moment of the next call that plans. */
type At = (leave: () => void) => void
const planned: At = (leave) => {
  const { planner } = campaign.api.world
  const plan = planner.plan.bind(planner)
  planner.plan = (task, hooks) => {
    leave()
    return plan(task, hooks)
  }
}
const stored: At = (leave) => {
  const { blobs } = campaign.api.world
  const put = blobs.put.bind(blobs)
  blobs.put = async (key, bytes) => {
    await put(key, bytes)
    if (key.endsWith('plan.json')) leave()
  }
}
const leased =
  (when: 'before' | 'after'): At =>
  (leave) => {
    const { store } = campaign.api.world
    const replace = store.replace.bind(store)
    store.replace = async (item, version) => {
      const isCommit = item.sk.startsWith('COMMIT#') && item.data['state'] === 'committed'
      if (isCommit && when === 'before') leave()
      const isDone = await replace(item, version)
      if (isCommit && when === 'after') leave()
      return isDone
    }
  }
const MOMENTS: [string, At][] = [
  ['while it is planned', planned],
  ['while it is stored', stored],
  ['just before its doors are leased', leased('before')],
  ['just after', leased('after')],
  ['while the answer goes out', () => undefined],
]

interface Coverage {
  total: { leased: number }
}
const leasedDoors = async (): Promise<number> =>
  (await campaign.get<Coverage>(`/v1/coverage?region=${REGION}`)).total.leased
const plans = async (): Promise<unknown[]> => (await campaign.get<{ plans: unknown[] }>('/v1/plans')).plans

describe.each(Object.keys(CALLS) as (keyof typeof CALLS)[])('of %s whose caller goes away', (call) => {
  it.each(MOMENTS)('nothing is left %s', async (_, at) => {
    const [path, body] = CALLS[call]
    const caller = new AbortController()
    at(() => caller.abort())
    await campaign.send(path, body, { signal: caller.signal })
    caller.abort()
    await until(async () => (await plans()).length === 0)
    expect(await leasedDoors()).toBe(0)
    expect((await campaign.send(path, body)).status).toBe(201)
    expect(await leasedDoors()).toBeGreaterThan(0)
  })

  it('and who sent an Idempotency-Key gets another when he asks again', async () => {
    const [path, body] = CALLS[call]
    const caller = new AbortController()
    planned(() => caller.abort())
    const headers = { 'Idempotency-Key': 'once' }
    const gone = await campaign.send(path, body, { signal: caller.signal, headers })
    expect(gone.status).toBe(499)
    const again = await campaign.send(path, body, { headers })
    expect(again.status).toBe(201)
    const once = await campaign.send(path, body, { headers })
    expect(once.headers.get('Idempotency-Replayed')).toBe('true')
    expect(await once.json()).toEqual(await again.json())
    expect(await plans()).toHaveLength(1)
  })

  it('what is kept for who asks again stays leased', async () => {
    const [path, body] = CALLS[call]
    const caller = new AbortController()
    const headers = { 'Idempotency-Key': 'kept' }
    const first = await campaign.send(path, body, { signal: caller.signal, headers })
    caller.abort()
    const again = await campaign.send(path, body, { headers })
    expect(await again.json()).toEqual(await first.json())
    expect(await leasedDoors()).toBeGreaterThan(0)
  })
})

it('leaves the others theirs when one of those who are planned for together goes', async () => {
  const caller = new AbortController()
  planned(() => caller.abort())
  const [gone, stays] = await Promise.all([
    campaign.send('/v1/walks', WALK, { signal: caller.signal }),
    campaign.send('/v1/walks', WALK),
  ])
  expect([gone.status, stays.status]).toEqual([499, 201])
  const walk = (await stays.json()) as { walkId: string; planId: string }
  await until(async () => {
    const states = await Promise.all(
      [1, 2].map((number) => walk.walkId.replace(/_\d+$/, `_${number}`)).map(stateOf),
    )
    return states.sort().join() === 'leased,released'
  })
  expect(await stateOf(walk.walkId)).toBe('leased')
})
const stateOf = async (walkId: string): Promise<string> =>
  (await campaign.get<{ state: string }>(`/v1/walks/${walkId}/state`)).state

it('plans anew for who went, alone of several, and sends the same Idempotency-Key again', async () => {
  const caller = new AbortController()
  planned(() => caller.abort())
  const headers = { 'Idempotency-Key': 'one-of-two' }
  const [gone, stays] = await Promise.all([
    campaign.send('/v1/walks', WALK, { signal: caller.signal, headers }),
    campaign.send('/v1/walks', WALK),
  ])
  expect([gone.status, stays.status]).toEqual([499, 201])
  const again = await campaign.send('/v1/walks', WALK, { headers })
  expect(again.status).toBe(201)
  const walks = await Promise.all(
    [again, stays].map(async (each) => (await each.json()) as { walkId: string }),
  )
  expect(await Promise.all(walks.map(({ walkId }) => stateOf(walkId)))).toEqual(['leased', 'leased'])
})

it('leaves the others theirs when one takes his walk up again after a crash, and goes', async () => {
  const [one, other] = await Promise.all([1, 2].map(() => campaign.send('/v1/walks', WALK)))
  const { planId } = (await one!.json()) as { planId: string }
  const { walkId } = (await other!.json()) as { walkId: string }
  const caller = new AbortController()
  const errand = { remembered: { planId, walker: '1' }, remember: async () => undefined }
  const asked = { campaign: 'alpha', wish: NewWalk.parse(WALK), errand, signal: caller.signal }
  const again = walkNow(campaign.api.world, asked)
  caller.abort()
  expect((await again).planId).toBe(planId)
  expect(await stateOf(walkId)).toBe('leased')
})

it('takes back what it cannot tell of', async () => {
  const { desk } = campaign.api.world
  const ask = desk.ask.bind(desk)
  desk.ask = async () => {
    throw new VisibleError('upstream', 'storage.damaged', 'gone')
  }
  for (const headers of [{}, { 'Idempotency-Key': 'untold' }]) {
    expect((await campaign.send('/v1/plans', PLAN, { headers })).status).toBe(503)
    expect(await leasedDoors()).toBe(0)
    expect(await plans()).toEqual([])
  }
  desk.ask = ask
  expect((await campaign.send('/v1/plans', PLAN, { headers: { 'Idempotency-Key': 'untold' } })).status).toBe(
    201,
  )
})

it('begins no batch for who has gone before he was told of it', async () => {
  const { store } = campaign.api.world
  const create = store.create.bind(store)
  const caller = new AbortController()
  store.create = async (item) => {
    if (item.sk.startsWith('BATCH#')) caller.abort()
    return create(item)
  }
  const batch = {
    region: REGION,
    shifts: [{ startAt: '2026-03-14T10:00:00+01:00', minutes: 60 }],
    volunteers: [{ id: 'a' }],
    iterations: 400,
    commit: true,
  }
  const gone = await campaign.send('/v1/batches', batch, { signal: caller.signal })
  expect(gone.status).toBe(499)
  expect(await campaign.get('/v1/batches')).toMatchObject({ batches: [] })
  expect(await plans()).toEqual([])
  expect(await leasedDoors()).toBe(0)
})

it('stores nothing of a list whose sender goes while it is read', async () => {
  const { desk } = campaign.api.world
  const ask = desk.ask.bind(desk)
  const caller = new AbortController()
  desk.ask = async (task, input, signal) => {
    const answer = await ask(task, input, signal)
    caller.abort()
    return answer
  }
  const [lon, lat] = CENTRE
  const headers = { 'Content-Type': 'text/csv' }
  const list = `id,lat,lon,doors\nmine,${lat},${lon},7\n`
  const path = `/v1/buildings?region=${REGION}`
  expect((await campaign.send(path, list, { headers, signal: caller.signal })).status).toBe(499)
  expect(await campaign.get(path)).toMatchObject({ targets: [] })
  expect((await campaign.send(path, list, { headers })).status).toBe(200)
  expect(await campaign.get(path)).toMatchObject({ targets: [{ id: 'mine' }] })
})

it('never plans for who has gone before his turn', async () => {
  const caller = new AbortController()
  caller.abort()
  expect((await campaign.send('/v1/walks', WALK, { signal: caller.signal })).status).toBe(499)
  expect(await plans()).toEqual([])
})

it('leaves a plan as it was when the one who calls the roll goes', async () => {
  const plan = await campaign.plan({ commit: true })
  const before = await leasedDoors()
  const caller = new AbortController()
  planned(() => caller.abort())
  const path = `/v1/plans/${plan.id}/replan`
  expect((await campaign.send(path, { present: 1 }, { signal: caller.signal })).status).toBe(499)
  expect(await leasedDoors()).toBe(before)
  expect(await plans()).toHaveLength(1)
  expect((await campaign.send(path, { present: 1 })).status).toBe(201)
})

it('keeps a plan that has taken over from another before its caller went', async () => {
  const plan = await campaign.plan({ commit: true })
  const caller = new AbortController()
  leased('after')(() => caller.abort())
  await campaign.send(`/v1/plans/${plan.id}/replan`, { present: 1 }, { signal: caller.signal })
  const now = await campaign.get<{ replacedBy: string | null }>(`/v1/plans/${plan.id}`)
  expect(now.replacedBy).toMatch(/^pln_/)
  expect((await campaign.get<{ id: string }>(`/v1/plans/${now.replacedBy}`)).id).toBe(now.replacedBy)
})

it('answers an estimate in time or says that it cannot, whatever the planner does', async () => {
  const busy = await openCampaign({ sync: { milliseconds: 50, volunteers: 50, targets: 1_000 } })
  const { planner } = busy.api.world
  planner.estimate = () => new Promise(() => undefined)
  const late = await busy.send('/v1/plans/estimate', { region: REGION })
  expect(late.status).toBe(503)
  expect(late.headers.get('Retry-After')).toBe('5')
  expect(await late.json()).toMatchObject({ code: 'estimate.late' })
  const caller = new AbortController()
  const gone = busy.send('/v1/plans/estimate', { region: REGION }, { signal: caller.signal })
  caller.abort()
  expect((await gone).status).toBe(499)
  await busy.api.close()
})
