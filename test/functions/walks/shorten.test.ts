/** "I am late": what is done stays, what fits is kept, and the rest is free at once. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Schemas } from '@doorwalk/client'
import type { Plan, Walk } from '@doorwalk/core/walk/answer'
import { type Campaign, openCampaign, served } from '../../support/scenes/campaign.ts'

let campaign: Campaign
let plan: Plan

beforeAll(async () => {
  campaign = await openCampaign()
  plan = await campaign.plan({ volunteers: [{ id: 'a' }, { id: 'b' }], minutes: 90, commit: true })
})
afterAll(() => campaign.api.close())

type Shortened = Walk & { planId: string; released: string[] }
const paramsOf = (walkId: string) => ({ params: { path: { walkId } } })

async function shorten(walkId: string, body: Schemas['ShortenRequest']): Promise<Shortened> {
  const { client } = campaign
  const answer = await client.POST('/v1/walks/{walkId}/shorten', { ...paramsOf(walkId), body })
  return answer
}

async function visit({ walkId, stops }: Walk, count: number): Promise<string[]> {
  const at = new Date(campaign.api.clock.time).toISOString()
  const targets = stops.slice(0, count).flatMap((stop) => stop.targets)
  const visits = targets.map(({ id, doors }) => ({
    ...{ id: `v-${walkId}-${id}`.slice(-60), target: id, at, walk: walkId, knocked: doors, opened: doors },
  }))
  await campaign.client.POST('/v1/visits', { body: { visits } })
  return targets.map(({ id }) => id)
}

it('keeps what is done and what fits, of the walk alone, and frees the rest', async () => {
  const [walk] = plan.walks
  await campaign.client.POST('/v1/walks/{walkId}/start', paramsOf(walk!.walkId))
  campaign.api.clock.time += 40 * 60_000
  const done = await visit(walk!, 2)
  const here: [number, number] = [2.35291234, 48.88091234]
  const now = await shorten(walk!.walkId, { minutes: 25, at: here })
  expect(served([now]).slice(0, done.length)).toEqual(done)
  expect(now.stops.filter((stop) => stop.done)).toHaveLength(2)
  expect(served([walk!])).toEqual(expect.arrayContaining(served([now])))
  expect(Date.parse(now.endAt)).toBeLessThanOrEqual(campaign.api.clock.time + 26 * 60_000)
  expect(now.released.length).toBeGreaterThan(0)
  expect(await campaign.get<Walk>(`/v1/walks/${walk!.walkId}`)).toMatchObject({ stops: now.stops })
  const other = await campaign.plan({ volunteers: 12 })
  const leased = other.leftOut.filter(({ reason }) => reason === 'leased').map(({ target }) => target)
  expect(leased.filter((id) => now.released.includes(id))).toEqual([])
  expect(leased).toEqual(
    expect.arrayContaining(served([{ ...now, stops: now.stops.filter((s) => !s.done) }])),
  )
  for (const key of await campaign.api.world.blobs.list('campaigns/alpha/'))
    expect(new TextDecoder().decode(await campaign.api.world.blobs.get(key))).not.toContain('2.352912')
  // What comes after the shortening starts from it.
  const again = await campaign.client.replan(plan, { keep: 'walks' })
  const { planId: _, released: __, ...kept } = now
  expect(again.walks[0]).toEqual(kept)
})

it('begins no sooner than it was begun, however fast its first doors were done', async () => {
  const made = await campaign.plan({ volunteers: [{ id: 'c' }], minutes: 120, commit: true })
  const [walk] = made.walks
  await visit(walk!, 1)
  campaign.api.clock.time += 5 * 60_000
  const now = await shorten(walk!.walkId, { minutes: 80 })
  const done = now.stops.filter((stop) => stop.done).length
  expect(done).toBeGreaterThan(0)
  expect(Date.parse(now.startAt)).toBeGreaterThanOrEqual(Date.parse(walk!.startAt))
  const [ahead, leg] = [now.stops[done]!, now.legs[done]!]
  expect(Date.parse(ahead.arriveAt)).toBe(campaign.api.clock.time + 1_000 * leg.seconds)
  expect(now.seconds).toBe([...now.legs, ...now.stops].reduce((sum, { seconds }) => sum + seconds, 0))
  await campaign.client.POST('/v1/walks/{walkId}/release', paramsOf(walk!.walkId))
})

it('says so when nothing fits, and when the walk is over', async () => {
  const walkId = plan.walks[1]!.walkId
  await expect(shorten(walkId, { minutes: 1 })).rejects.toMatchObject({ code: 'walk.nothing_fits' })
  await campaign.client.POST('/v1/walks/{walkId}/finish', paramsOf(walkId))
  await expect(shorten(walkId, { minutes: 30 })).rejects.toMatchObject({ code: 'walk.over' })
})
