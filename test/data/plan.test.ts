/** Plans on the real extracts: everything reachable is reachable, and a big plan holds what every plan must hold. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadBuildings } from '@doorwalk/core/building/load'
import { loadStreets } from '@doorwalk/core/graph/network/load'
import { embeddedRouter } from '@doorwalk/core/matrix/embedded-router'
import { planWalks } from '@doorwalk/core/plan'
import { PlanRequest } from '@doorwalk/core/request/request'
import { UNREACHABLE } from '@doorwalk/core/units'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { prepareRegion } from '@doorwalk/prepare/prepare'
import { checkPlan } from '../support/check-plan.ts'
import { bundledRegion } from '../support/worlds/regions.ts'
import { SHARED_MISSING, shared } from '../support/worlds/shared.ts'

const geneva = shared('data/geneve-centre/geneve-centre.osm.pbf')

describe('Geneva centre', () => {
  it.skipIf(geneva === null)(`20 volunteers × 120 minutes over the whole region (${SHARED_MISSING})`, async () => {
    const out = join(await mkdtemp(join(tmpdir(), 'doorwalk-geneva-')), 'geneve')
    await prepareRegion({ osm: geneva!, out })
    const request = PlanRequest.parse({ region: 'geneve', volunteers: 20, minutes: 120 })
    const plan = await planWalks(request, {
      regions: diskRegions([out]),
      clock: { now: () => Date.parse('2026-03-14T12:00:00Z') },
      id: (prefix) => `${prefix}_geneva`,
    })
    checkPlan(plan, request)
    expect(plan.summary.walks).toBe(20)
    expect(plan.summary.balance).toBeLessThanOrEqual(1.15)
  })
})

describe('Paris', () => {
  it('every target of the bundled region can be walked to from every other', async () => {
    const { regions, region } = bundledRegion()
    const manifest = await regions.manifest(region)
    const targets = (await loadBuildings(regions, manifest, manifest.bbox)).flatMap((building) => building.targets)
    const graph = await loadStreets(regions, { manifest, area: { bbox: manifest.bbox }, profile: 'canvass' })
    const router = embeddedRouter(graph)
    const snaps = await router.snap(
      targets.map(({ location, address }) => ({ location, ...(address ? { street: address.street } : {}) })),
    )
    const found = snaps.filter((snap) => snap !== null)
    expect(found.length).toBe(targets.length)
    const { durations } = await router.table(found)
    expect(durations.filter((duration) => duration >= UNREACHABLE).length).toBe(0)
  })
})
