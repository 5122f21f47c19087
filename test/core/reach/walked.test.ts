/** What lies within a walk: told by the same router that times the walks of plans. */
import { resolveArea } from '@doorwalk/core/area/area'
import { openShape } from '@doorwalk/core/area/shape'
import { loadBuildings } from '@doorwalk/core/building/load'
import { estimateWalks } from '@doorwalk/core/estimate/estimate'
import { streetRouter } from '@doorwalk/core/matrix/street-router'
import { planWalks } from '@doorwalk/core/plan'
import { walkedIn } from '@doorwalk/core/reach/walked'
import { queryOf } from '@doorwalk/core/reach/street-query'
import type { AreaRequest } from '@doorwalk/core/request/area-request'
import { EstimateRequest, PlanRequest } from '@doorwalk/core/request/request'
import { type LngLat, metresBetween } from '@doorwalk/core/units'
import { describe, expect, it } from 'vitest'
import { bundledRegion } from '../../support/worlds/regions.ts'

const START: LngLat = [2.3488, 48.8793]
const { regions, region } = bundledRegion()
const manifest = await regions.manifest(region)
const world = { regions, clock: { now: () => Date.parse('2026-03-14T12:00:00Z') }, id: () => 'pln_test' }
const targets = (await loadBuildings(regions, manifest, manifest.bbox)).flatMap(
  (building) => building.targets,
)

/** Deciseconds from the start by the table of a router of the whole region; null: too far from any street. */
async function timesByTable(profile: 'canvass' | 'osrm-compat'): Promise<(number | null)[]> {
  const router = await streetRouter({ regions, manifest, area: { bbox: manifest.bbox }, profile })
  const [start] = await router.snap([{ location: START, isStart: true }])
  const snaps = await router.snap(targets.map(queryOf))
  const placed = snaps.filter((snap) => snap !== null)
  const times: number[] = []
  for (let at = 0; at < placed.length; at += 1_000) {
    const { durations } = await router.table([start!, ...placed.slice(at, at + 1_000)])
    times.push(...durations.slice(1, Math.min(1_000, placed.length - at) + 1))
  }
  let next = 0
  return snaps.map((snap) => (snap ? times[next++]! : null))
}

describe('what lies within a walk', () => {
  it.each(['canvass', 'osrm-compat'] as const)('is what the table of times says, %s', async (profile) => {
    const times = await timesByTable(profile)
    for (const minutes of [3, 7.5]) {
      const area: AreaRequest = { walkFrom: { start: START, minutes } }
      const asked = { area, targets: [], streets: { regions, manifest, profile }, makeRouter: streetRouter }
      const { holds } = resolveArea(area, { manifest, precincts: [], walked: await walkedIn(asked) })
      const inside = targets.map((target) => holds(target))
      expect(inside).toEqual(times.map((time) => time !== null && time <= minutes * 600))
      expect(inside.filter(Boolean).length).toBeGreaterThan(minutes * 5)
      expect(inside).toContain(false)
    }
  })

  it('is what a plan and an estimate go to', async () => {
    const area: AreaRequest = { walkFrom: { start: START, minutes: 4 } }
    const body = { region, area, startAt: '2026-03-14T14:00:00+01:00', start: START }
    const plan = await planWalks(
      PlanRequest.parse({ ...body, volunteers: 3, minutes: 60, iterations: 200 }),
      world,
    )
    const times = await timesByTable('canvass')
    const near = new Set(
      targets.filter((_, at) => times[at] !== null && times[at]! <= 2_400).map(({ id }) => id),
    )
    const walked = plan.walks.flatMap(({ stops }) =>
      stops.flatMap((stop) => stop.targets.map(({ id }) => id)),
    )
    expect(walked.length).toBeGreaterThan(10)
    expect(walked.filter((id) => !near.has(id))).toEqual([])
    const estimate = await estimateWalks(EstimateRequest.parse({ ...body, upTo: 1 }), world)
    const { doors, buildings, outline } = estimate
    const all = targets.filter(({ id }) => near.has(id)).reduce((sum, target) => sum + target.doors, 0)
    expect(doors).toBe(all)
    const inside = targets.filter(({ id }) => near.has(id))
    expect(buildings).toBe(new Set(inside.map(({ building }) => building)).size)
    const holds = openShape([{ type: 'MultiPolygon', coordinates: outline! }], manifest.bbox)
    expect(inside.filter(({ location }) => !holds(location))).toEqual([])
    // What lies further than a block away from all of them is not drawn in.
    const beyond = targets.filter(({ location }) =>
      inside.every((one) => metresBetween(one.location, location) > 200),
    )
    expect(beyond.filter(({ location }) => holds(location))).toEqual([])
    const drawn = { region, area: { precincts: ['0925'] } }
    expect((await estimateWalks(EstimateRequest.parse({ ...drawn, upTo: 1 }), world)).outline).toBeNull()
    const rest: AreaRequest = { of: { walkFrom: { start: START, minutes: 6 } }, without: area }
    const ring = await estimateWalks(EstimateRequest.parse({ ...body, area: rest, upTo: 1 }), world)
    const far = targets.filter(({ id }, at) => times[at] !== null && times[at]! <= 3_600 && !near.has(id))
    expect(ring.doors).toBe(far.reduce((sum, target) => sum + target.doors, 0))
  })

  it('before anybody looked, is as large as it may be, and what is taken away as small', () => {
    const walk: AreaRequest = { walkFrom: { start: START, minutes: 3 } }
    const at = { location: START, block: '' }
    const holds = (area: AreaRequest) => resolveArea(area, { manifest, precincts: [] }).holds(at)
    const whole: AreaRequest = { walkFrom: { start: START, minutes: 60 } }
    expect(holds(walk)).toBe(true)
    expect(holds({ of: whole, without: walk })).toBe(true)
    expect(holds({ of: whole, without: { of: whole, without: walk } })).toBe(true)
  })

  it('is refused from a place that is far from streets, and where nothing is within', async () => {
    const asked = (area: AreaRequest) =>
      planWalks(
        PlanRequest.parse({ region, area, volunteers: 1, startAt: '2026-03-14T14:00:00+01:00' }),
        world,
      )
    await expect(asked({ walkFrom: { start: [2.1, 48.5], minutes: 5 } })).rejects.toMatchObject({
      code: 'area.outside_region',
    })
    await expect(asked({ walkFrom: { start: [48.8793, 2.3488], minutes: 5 } })).rejects.toMatchObject({
      code: 'area.swapped',
    })
    const edge: LngLat = [manifest.bbox[0] - 0.003, manifest.bbox[1] - 0.003]
    await expect(asked({ any: [{ walkFrom: { start: edge, minutes: 1 } }] })).rejects.toMatchObject({
      code: expect.stringMatching(/start\.unreachable|area\.holds_nothing/) as string,
    })
    const here: AreaRequest = { walkFrom: { start: START, minutes: 3 } }
    await expect(asked({ of: here, without: here })).rejects.toMatchObject({ code: 'area.holds_nothing' })
  })
})
