/** The ledger over two versions of a region: visits, leases and late reports under earlier ids still count. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { PlanRequestInput } from '@doorwalk/core/request/request'
import type { Plan } from '@doorwalk/core/walk/answer'
import { type Campaign, openCampaign, served } from '../../support/scenes/campaign.ts'
import { handedOut } from '../../support/scenes/handed-out.ts'
import { World } from '../../support/worlds/osm-fixture.ts'
import { type PreparedRegion, prepareWorld } from '../../support/worlds/prepared.ts'

const REGION = 'redrawn'
const flats = (number: number) => ({
  building: 'apartments',
  'building:levels': '4',
  'building:flats': '12',
  'addr:housenumber': String(number),
  'addr:street': 'Rue Droite',
})

/**
 * A street of four blocks of flats; the first is drawn again as a relation, the second cut in two, the last demolished.
 */
function street(isRedrawn: boolean): World {
  const world = new World(REGION)
  world.box([-60, -60, 300, 120])
  world.line(
    [0, 100, 200].map((x) => [x, 0]),
    { highway: 'residential', name: 'Rue Droite' },
  )
  world.building([70, 8, 16, 10], flats(5))
  if (isRedrawn) {
    const ref = world.ring([10, 8, 16, 10])
    world.relation([{ type: 'way', ref, role: 'outer' }], { type: 'multipolygon', ...flats(1) })
    // Way ids that the version before has given to buildings are not given again.
    for (const x of [150, 160]) world.ring([x, 60, 1, 1])
    const { 'addr:housenumber': _, ...nameless } = flats(3)
    world.building([40, 8, 8, 10], { ...nameless, 'building:flats': '6' })
    world.building([48, 8, 8, 10], { ...nameless, 'building:flats': '6' })
  } else {
    world.building([10, 8, 16, 10], flats(1))
    world.building([40, 8, 16, 10], flats(3))
    world.building([120, 8, 16, 10], flats(7))
  }
  return world
}

let campaign: Campaign
let region: PreparedRegion
const ids: Record<string, string> = {}

beforeEach(async () => {
  region = await prepareWorld(street(false))
  campaign = await openCampaign({ regionRoots: [region.root] })
  for (const { targets } of region.buildings)
    for (const { id, address } of targets) ids[address?.number ?? ''] = id
  expect(Object.keys(ids)).toHaveLength(4)
})
afterEach(() => campaign.api.close())

const plan = (over: Partial<PlanRequestInput> = {}): Promise<Plan> =>
  campaign.plan({ region: REGION, volunteers: 1, minutes: 240, ...over })
const redraw = (): Promise<PreparedRegion> => prepareWorld(street(true), {}, region.root)
const aliasesOf = async (): Promise<string[]> => {
  const { leftOut, walks } = await plan()
  return [...handedOut(walks), ...leftOut.map(({ target }) => target)]
}
const report = async (visits: object[], over: object = { region: REGION }) =>
  (await (await campaign.send('/v1/visits', { ...over, visits })).json()) as Record<string, unknown[]>
const visit = (id: string, target: string) => ({
  ...{ id, target, at: '2026-03-14T14:00:00+01:00' },
  ...{ knocked: 12, opened: 10, refused: 2 },
})

it('a visit counts for what continues its target, and is the same visit when it is sent again', async () => {
  const visits = [visit('visit-one', ids['1']!), visit('visit-three', ids['3']!)]
  expect((await report(visits))['accepted']).toHaveLength(2)
  const before = await redraw()
  expect(before.manifest.counts['aliases']).toBeGreaterThanOrEqual(2)
  const { leftOut, walks } = await plan()
  expect(leftOut.map(({ reason }) => reason)).toEqual(['visited', 'visited', 'visited'])
  expect(served(walks)).toEqual([ids['5']])
  expect(await report(visits)).toMatchObject({ accepted: [], duplicate: ['visit-one', 'visit-three'] })
  const { total } = await campaign.get<{ total: object }>(`/v1/coverage?region=${REGION}`)
  expect(total).toMatchObject({ doors: 36, done: 24, due: 12, counts: { knocked: 24, opened: 20 } })
})

it('a late report under an id of the version before is taken, also of what was demolished', async () => {
  const { walks } = await plan({ commit: true })
  await redraw()
  const over = { walk: walks[0]!.walkId }
  const visits = ['1', '3', '7'].map((number) => ({
    ...visit(`visit-${number}-late`, ids[number]!),
    ...over,
  }))
  expect((await report(visits, {}))['accepted']).toHaveLength(3)
  await campaign.send(`/v1/walks/${walks[0]!.walkId}/finish`)
  expect(served((await plan()).walks)).toEqual([ids['5']])
})

it('a lease holds what continues its targets; a draft of before is committed under the ids of today', async () => {
  const first = await plan({ commit: true })
  expect(handedOut(first.walks)).toHaveLength(4)
  await redraw()
  expect((await plan()).leftOut.map(({ reason }) => reason)).toEqual(Array(4).fill('leased'))
  await campaign.send(`/v1/walks/${first.walks[0]!.walkId}/release`)
  expect(handedOut((await plan()).walks)).toHaveLength(4)

  const { version } = region.manifest
  const draft = await plan({ version })
  expect(handedOut(draft.walks)).toEqual(expect.arrayContaining([ids['1'], ids['3']]))
  expect((await campaign.send(`/v1/plans/${draft.id}/commit`)).status).toBe(200)
  expect((await plan()).leftOut.map(({ reason }) => reason)).toEqual(Array(4).fill('leased'))
  expect((await plan({ version })).leftOut.filter(({ reason }) => reason === 'leased')).toHaveLength(4)
})

it('a plan pinned to the version before sees what was visited under the ids of today', async () => {
  await redraw()
  const names = (await aliasesOf()).filter((id) => id !== ids['5'])
  expect((await report(names.map((id, index) => visit(`visit-new-${index}`, id))))['accepted']).toHaveLength(
    3,
  )
  const old = await plan({ version: region.manifest.version })
  expect(served(old.walks).toSorted()).toEqual([ids['5'], ids['7']].toSorted())
})
