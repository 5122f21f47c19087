/** What volunteers say of buildings: kept as facts, decided by organisers, followed by later plans. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '@doorwalk/core/walk/answer'
import { type Campaign, REGION, openCampaign, served } from '../../support/scenes/campaign.ts'

interface Correction {
  id: string
  state: string
  times: number
}

let campaign: Campaign
let plan: Plan
let token: string
let path: string

beforeAll(async () => {
  campaign = await openCampaign()
  plan = await campaign.plan({ commit: true })
  path = `/v1/walks/${plan.walks[0]!.walkId}`
  const link = await campaign.send(`${path}/links`, {})
  token = ((await link.json()) as { token: string }).token
})
afterAll(() => campaign.api.close())

const targetOf = (walk: number) => plan.walks[walk]!.stops[0]!.targets[0]!
const say = (said: object, key = token) =>
  campaign.api.call(`${path}/corrections`, { key, method: 'POST', body: said })
const list = async (query = '') =>
  (await campaign.get<{ corrections: Correction[] }>(`/v1/corrections${query}`)).corrections

describe('a correction', () => {
  it('comes by the link of a walk, once however many say it, and changes nothing by itself', async () => {
    const said = { target: targetOf(0).id, kind: 'doors', doors: 7 }
    const first = await say(said)
    expect(first.status, await first.clone().text()).toBe(201)
    const again = (await (await say({ ...said, doors: 8 })).json()) as Correction
    expect(again).toMatchObject({ times: 2, doors: 8, state: 'open', region: REGION })
    expect(await list('?state=open')).toEqual([again])
    expect(JSON.stringify(again)).not.toMatch(/wlk_|walker|T\d\d:/)
    const { targets } = await campaign.get<{ targets: unknown[] }>(`/v1/buildings?region=${REGION}`)
    expect(targets).toEqual([])
  })

  it.each([
    [{ target: 'osm:w1', kind: 'lift' }, '/target'],
    [{ kind: 'doors' }, '/doors'],
    [{ kind: 'lift', doors: 3 }, '/doors'],
    [{ kind: 'gate', location: [2.3, 48.8] }, '/location'],
    [{ kind: 'they were rude' }, '/kind'],
    [{ kind: 'lift', note: 'free text' }, '/note'],
  ])('is refused by name: %j', async (said, pointer) => {
    const answer = await say({ target: targetOf(0).id, ...said })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ errors: [{ pointer }] })
  })

  it('is about a target of its walk, for a key, too', async () => {
    const other = await say({ target: targetOf(1).id, kind: 'lift' }, campaign.key)
    expect(await other.json()).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/target' }] })
  })

  it('that is accepted is followed by every later plan; one that is refused is not', async () => {
    const [wrong, right] = [targetOf(0), plan.walks[0]!.stops.at(-1)!.targets[0]!]
    const gone = (await (await say({ target: wrong.id, kind: 'no_such_door' })).json()) as Correction
    const counted = (await list()).find(({ id }) => id !== gone.id)!
    const refused = await campaign.send(`/v1/corrections/${counted.id}/refuse`, undefined)
    expect(await refused.json()).toMatchObject({ correction: { state: 'refused' }, override: null })
    const accepted = await campaign.send(`/v1/corrections/${gone.id}/accept`, undefined)
    expect(await accepted.json()).toMatchObject({
      correction: { state: 'accepted' },
      override: { id: wrong.id, exclude: true },
    })
    const { targets } = await campaign.get<{ targets: unknown[] }>(`/v1/buildings?region=${REGION}`)
    expect(targets).toEqual([{ id: wrong.id, exclude: true }])
    await campaign.send(`/v1/plans/${plan.id}/release`, undefined)
    const next = await campaign.plan({ volunteers: 10, minutes: 240 })
    expect(served(next.walks)).not.toContain(wrong.id)
    expect(next.leftOut.find(({ target }) => target === wrong.id)?.reason).toBe('excluded')
    expect(right.id).not.toBe('')
    expect((await list('?state=accepted')).map(({ id }) => id)).toEqual([gone.id])
    // Said again it is open anew.
    await say({ target: wrong.id, kind: 'no_such_door' })
    expect(await list('?state=open')).toMatchObject([{ id: gone.id, times: 1 }])
  })

  it('that nobody made is unknown', async () => {
    const answer = await campaign.send('/v1/corrections/cor_X/accept', undefined)
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ code: 'correction.unknown' })
  })
})
