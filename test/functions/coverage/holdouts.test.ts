/** Hold-outs: never handed out by any way to a walk, sealed until the evaluation, drawn so that anybody can check. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawHoldout } from '@doorwalk/core/ledger/holdout'
import { removeHoldout, unsealHoldout } from '@doorwalk/functions/ledger/holdouts'
import type { Walk } from '@doorwalk/core/walk/answer'
import type { Campaign } from '../../support/scenes/campaign.ts'
import { CENTRE, REGION, openCampaign } from '../../support/scenes/campaign.ts'

let campaign: Campaign
let holdout: Record<string, unknown>

const assignment = (): Promise<Response> =>
  campaign.api.call(`/v1/holdouts/${String(holdout['id'])}/assignment`, { key: campaign.key })
const blocksOf = (walks: Walk[]): string[] => walks.flatMap(({ stops }) => stops.map(({ block }) => block))

beforeAll(async () => {
  campaign = await openCampaign()
  const answer = await campaign.send('/v1/holdouts', { region: REGION, unit: 'block', share: 0.3 })
  expect(answer.status, await answer.clone().text()).toBe(201)
  holdout = (await answer.json()) as Record<string, unknown>
})
afterAll(() => campaign.api.close())

/** From the table, as nobody outside may see it. */
async function members(): Promise<Set<string>> {
  const item = await campaign.api.world.store.get({ pk: 'C#alpha', sk: `HOLDOUT#${String(holdout['id'])}` })
  return new Set(item!.data['members'] as string[])
}

describe('a hold-out', () => {
  it('tells the hash of its seed and nothing else while it is sealed', async () => {
    expect(holdout).toMatchObject({ seed: null, unsealedAt: null })
    expect(holdout['seedHash']).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(holdout)).not.toContain([...(await members())][0])
    expect((await assignment()).status).toBe(409)
  })

  it('counts as well when a hundred others stand before it', async () => {
    const { store } = campaign.api.world
    const own = await store.get({ pk: 'C#alpha', sk: `HOLDOUT#${String(holdout['id'])}` })
    const others = Array.from({ length: 100 }, (_, index) => `hld_0${String(index).padStart(3, '0')}`)
    const items = others.map((id) => ({
      pk: 'C#alpha',
      sk: `HOLDOUT#${id}`,
      data: { ...own!.data, id, members: [] },
    }))
    await store.putMany(items)
    const held = await members()
    const plan = await campaign.plan({ volunteers: 8, minutes: 240 })
    await store.removeMany(items)
    expect(blocksOf(plan.walks).filter((block) => held.has(block))).toEqual([])
  })

  it('is on no walk: not of a plan, a key building, an upload or a walk now', async () => {
    const held = await members()
    const isHeld = (block: string): boolean => held.has(block)
    const plan = await campaign.plan({ volunteers: 8, minutes: 240 })
    expect(plan.summary.leftOut['hold_out']).toBeGreaterThan(0)
    expect(blocksOf(plan.walks).filter(isHeld)).toEqual([])
    const out = plan.leftOut.filter(({ reason }) => reason === 'hold_out').map(({ target }) => target)
    expect(plan.walks.flatMap(({ reserves }) => reserves).filter(({ id }) => out.includes(id))).toEqual([])
    const keyed = await campaign.plan({
      volunteers: 8,
      minutes: 240,
      targets: [
        { id: out[0]!, key: true, doors: 500, priority: 100 },
        ...plan.walks.slice(0, 1).map(({ stops }) => ({ id: stops[0]!.targets[0]!.id, key: true })),
      ],
    })
    expect(blocksOf(keyed.walks).filter(isHeld)).toEqual([])
    const now = await campaign.send('/v1/walks', { region: REGION, start: CENTRE, minutes: 120 })
    expect(blocksOf([(await now.json()) as Walk]).filter(isHeld)).toEqual([])
  })

  it('also stops a draft that was planned before it was drawn', async () => {
    const other = await openCampaign()
    const draft = await other.plan({ volunteers: 8, minutes: 240 })
    await other.send('/v1/holdouts', { region: REGION, unit: 'block', share: 0.5 })
    const answer = await other.send(`/v1/plans/${draft.id}/commit`)
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([409, 'plan.conflict'])
    await other.api.close()
  })

  it('is unsealed at one moment, whoever asks at the same time', async () => {
    const { api, send } = await openCampaign()
    const made = await send('/v1/holdouts', { region: REGION, unit: 'block', share: 0.3 })
    const { id } = (await made.json()) as { id: string }
    const ref = { campaign: 'alpha', id }
    const { store, clock } = api.world
    let first: Promise<unknown> | undefined
    const late = {
      clock: { now: () => clock.now() + 1_000 },
      store: {
        ...store,
        async replace(...item: Parameters<typeof store.replace>) {
          first ??= unsealHoldout(api.world, ref)
          await first
          return store.replace(...item)
        },
      },
    }
    const answer = await unsealHoldout(late, ref)
    expect(answer).toEqual(await first)
    expect(answer.unsealedAt).toBe(new Date(clock.now()).toISOString())
    await api.close()
  })

  it('is removed while it is sealed, and its units are handed out again; not once it is unsealed', async () => {
    const { api, send, plan, key } = await openCampaign()
    const remove = async (id: string): Promise<[number, string]> => {
      const answer = await api.call(`/v1/holdouts/${id}`, { key, method: 'DELETE' })
      const text = await answer.text()
      return [answer.status, text === '' ? '' : (JSON.parse(text) as { code: string }).code]
    }
    const draw = async (): Promise<string> => {
      const made = await send('/v1/holdouts', { region: REGION, unit: 'block', share: 0.5 })
      return ((await made.json()) as { id: string }).id
    }
    const id = await draw()
    const without = await plan({ volunteers: 8, minutes: 240 })
    expect(without.summary.leftOut['hold_out']).toBeGreaterThan(0)
    expect(await remove(id)).toEqual([204, ''])
    expect(await remove(id)).toEqual([404, 'holdout.unknown'])
    const list = await api.call('/v1/holdouts', { key })
    expect(await list.json()).toEqual({ holdouts: [] })
    const whole = await plan({ volunteers: 8, minutes: 240 })
    expect(whole.summary.leftOut['hold_out']).toBeUndefined()
    const told = await draw()
    await send(`/v1/holdouts/${told}/unseal`)
    expect(await remove(told)).toEqual([409, 'holdout.unsealed'])
    expect((await api.call(`/v1/holdouts/${told}/assignment`, { key })).status).toBe(200)
    await api.close()
  })

  it('that is unsealed at the moment of its removal stays', async () => {
    const { api, send } = await openCampaign()
    const made = await send('/v1/holdouts', { region: REGION, unit: 'block', share: 0.3 })
    const ref = { campaign: 'alpha', id: ((await made.json()) as { id: string }).id }
    const { store } = api.world
    const overtaken = {
      ...store,
      async remove(...item: Parameters<typeof store.remove>) {
        await unsealHoldout(api.world, ref)
        return store.remove(...item)
      },
    }
    await expect(removeHoldout({ ...api.world, store: overtaken }, ref)).rejects.toMatchObject({
      code: 'holdout.unsealed',
    })
    await api.close()
  })

  it('can be drawn again by anybody once it is unsealed', async () => {
    const held = await members()
    const opened = await campaign.send(`/v1/holdouts/${String(holdout['id'])}/unseal`)
    const { seed, seedHash } = (await opened.json()) as { seed: string; seedHash: string }
    expect(createHash('sha256').update(seed).digest('hex')).toBe(seedHash)
    const { units } = (await (await assignment()).json()) as {
      units: { unit: string; doors: number; heldOut: boolean }[]
    }
    expect(new Set(units.filter(({ heldOut }) => heldOut).map(({ unit }) => unit))).toEqual(held)
    const again = drawHoldout(
      units.map(({ unit, doors }) => ({ id: unit, doors, value: 0 })),
      { seed, share: 0.3, strata: 1 },
    )
    expect(
      again
        .filter(({ heldOut }) => heldOut)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([...held].toSorted())
  })
})

it('strata are drawn alike, to within one unit of the share', () => {
  const units = Array.from({ length: 103 }, (_, index) => ({ id: `u${index}`, doors: 1, value: index % 17 }))
  const drawn = drawHoldout(units, { seed: 's', share: 0.2, strata: 4 })
  for (let stratum = 0; stratum < 4; stratum++) {
    const members = drawn.filter((unit) => unit.stratum === stratum)
    const held = members.filter(({ heldOut }) => heldOut).length
    expect(Math.abs(held - 0.2 * members.length)).toBeLessThanOrEqual(1)
  }
  expect(drawn.filter(({ heldOut }) => heldOut)).toHaveLength(21)
  expect(drawHoldout(units.toReversed(), { seed: 's', share: 0.2, strata: 4 }).toReversed()).toEqual(drawn)
})
