/** Edits of who walks: whose places and ids are whose, and what a walk is called that a list adds. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Plan } from '@doorwalk/core/walk/answer'
import { type Campaign, CENTRE, openCampaign, served, walkOf } from '../../support/scenes/campaign.ts'
import { place } from '../../support/worlds/osm-fixture.ts'

let campaign: Campaign
beforeEach(async () => {
  campaign = await openCampaign()
})
afterEach(() => campaign.api.close())

async function edit(plan: Plan, ...edits: object[]): Promise<Plan> {
  const answer = await campaign.send(`/v1/plans/${plan.id}/edits`, { edits })
  expect(answer.status, await answer.clone().text()).toBe(201)
  return (await answer.json()) as Plan
}

const freeOf = (plan: Plan): string[] =>
  plan.leftOut.filter(({ reason }) => reason === 'not_selected').map(({ target }) => target)

describe('a walker whom an edit adds', () => {
  it('has a walk that later edits of the list call by his id; what is pinned to it stays pinned', async () => {
    const first = await campaign.plan({ volunteers: [{ id: 'a' }, { id: 'b' }], minutes: 40 })
    const [pinned, moved] = freeOf(first) as [string, string]
    const added = await edit(
      first,
      { type: 'add_walker', volunteer: { id: 'late', minutes: 50 } },
      { type: 'pin', target: pinned, walk: 'new late' },
      { type: 'move', targets: [moved], walk: 'new late' },
    )
    const { walkId, stops } = walkOf(added, 'late')
    expect(stops.flatMap(({ targets }) => targets.map(({ id }) => id))).toEqual(
      expect.arrayContaining([pinned, moved]),
    )
    expect(added.edits!.pins).toEqual([{ target: pinned, walk: walkId }])
    const shorter = await edit(added, { type: 'set_minutes', walk: walkId, minutes: 25 })
    expect(served([walkOf(shorter, 'late')])).toContain(pinned)
    expect(shorter.edits).toMatchObject({ pins: [{ target: pinned, walk: walkId }], gone: [] })
  })

  it('may be one who was asked for and has no walk, or whose walk the list gives up; nobody who has one', async () => {
    const volunteers = [{ id: 'a' }, { id: 'idle', minutes: 10, doors: 1 }]
    const first = await campaign.plan({ volunteers, minutes: 40 })
    expect(first.walks.map(({ walker }) => walker)).toEqual(['a'])
    const added = await edit(first, { type: 'add_walker', volunteer: { id: 'idle', minutes: 40 } })
    expect(added.walks.map(({ walker }) => walker)).toEqual(['a', 'idle'])
    const again = await edit(
      added,
      { type: 'remove_walker', walk: walkOf(added, 'a').walkId },
      { type: 'add_walker', volunteer: { id: 'a', start: CENTRE } },
    )
    expect(again.walks.map(({ walker }) => walker)).toEqual(['idle', 'a'])
    const body = { edits: [{ type: 'add_walker', volunteer: { id: 'idle' } }] }
    const answer = await campaign.send(`/v1/plans/${again.id}/edits`, body)
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'edit.walker' }])
  })
})

describe('places of somebody', () => {
  it('are his: whoever takes over his walk begins and ends where all do', async () => {
    const [home, sister] = [place(20, 20), place(380, 220)]
    const volunteers = [{ id: 'own', start: home, end: sister }, { id: 'plain' }]
    const first = await campaign.plan({ volunteers, start: CENTRE, minutes: 45 })
    const walks = ['own', 'plain'].map((walker) => walkOf(first, walker).walkId)
    const swapped = await edit(first, { type: 'swap_walkers', walks })
    const { start, end } = walkOf(first, 'own')
    expect(walkOf(swapped, 'own')).toMatchObject({ walkId: walks[1], start, end })
    const { start: common } = walkOf(first, 'plain')
    expect(walkOf(swapped, 'plain')).toMatchObject({ walkId: walks[0], start: common, end: common })
  })

  it('are kept to about 100 m, in the steps of undo too; a meeting point as it is', async () => {
    const exact = place(123.456, 78.91).map((value) => value + 0.000_123_45)
    const first = await campaign.plan({ volunteers: [{ id: 'a' }, { id: 'b' }], start: CENTRE, minutes: 40 })
    const [a, b] = ['a', 'b'].map((walker) => walkOf(first, walker).walkId)
    const edited = await edit(
      first,
      { type: 'add_walker', volunteer: { id: 'late', start: exact, end: exact } },
      { type: 'set_start', walk: a, start: exact },
    )
    const moved = await edit(edited, { type: 'set_start', walk: a, start: CENTRE })
    expect(walkOf(moved, 'a').start).toEqual(walkOf(first, 'b').start)
    const told = JSON.stringify([edited, moved, await campaign.get(`/v1/plans/${moved.id}`)])
    for (const part of exact) expect(told).not.toContain(String(part))
    expect(edited.edits!.steps[0]!.edits).toHaveLength(2)
    expect(b).toBe(walkOf(moved, 'b').walkId)
  })
})
