/** Which areas to take together in the bundled region: never worse than one by one, and what it says is so. */
import { loadBuildings, loadPrecincts } from '@doorwalk/core/building/load'
import { estimateWalks } from '@doorwalk/core/estimate/estimate'
import { disk } from '@doorwalk/core/h3'
import { keepRouters } from '@doorwalk/core/matrix/street-router'
import type { Evening, Proposal } from '@doorwalk/core/proposal/answer'
import { proposalMap } from '@doorwalk/core/proposal/proposal-map'
import { proposeAreas } from '@doorwalk/core/proposal/proposal'
import { ProposalRequest } from '@doorwalk/core/proposal/request'
import type { ShapedArea } from '@doorwalk/core/ranking/worth'
import { EstimateRequest, PlanRequest } from '@doorwalk/core/request/request'
import { Random } from '@doorwalk/core/solver/chance/random'
import { queryOf } from '@doorwalk/core/reach/street-query'
import type { LngLat } from '@doorwalk/core/units'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../support/length.ts'
import { bundledRegion } from '../../support/worlds/regions.ts'

const { regions, region } = bundledRegion()
const manifest = await regions.manifest(region)
const precincts = await loadPrecincts(regions, manifest)
const router = keepRouters()
const world = { regions, router, clock: { now: () => 0 }, id: () => 'pln_test' }
const targets = (await loadBuildings(regions, manifest, manifest.bbox)).flatMap(
  (building) => building.targets,
)
const startAt = '2026-03-14T14:00:00+01:00'

/** Scores as they are drawn, best first. */
function scored(seed: number): ShapedArea[] {
  const random = new Random(seed)
  return precincts
    .map(({ code, geometry }) => ({
      code,
      geometry,
      worth: 1 + random.below(40),
      area: { precincts: [code] },
    }))
    .sort((a, b) => b.worth - a.worth || (a.code < b.code ? -1 : 1))
    .map((area, at) => ({ ...area, rank: at + 1 }))
}

const asked = (over: object) =>
  ProposalRequest.parse({ region, volunteers: 6, minutes: 60, startAt, ...over })

/** What an estimate of its own says of the area and people of an evening: doors there, score there and reached. */
async function estimateOf(
  { area, volunteers, minutes, start }: Omit<Evening['plan'], 'seed' | 'region'>,
  areas: ShapedArea[],
) {
  const worth = new Map(areas.map((each) => [each.code, each.worth]))
  const own = (await loadBuildings(regions, manifest, manifest.bbox)).flatMap((building) =>
    building.targets.map(({ id }) => ({ id, priority: worth.get(building.precinct ?? '') ?? 0 })),
  )
  const request = EstimateRequest.parse({
    ...{ region, area, minutes, start, startAt },
    upTo: volunteers,
    targets: own,
  })
  const { doors, prize, curves } = await estimateWalks(request, world)
  // A priority of 50 counts once.
  return { doors, score: prize / 2, reached: curves[0]!.points.at(-1)!.prize / 2 }
}

const blocksIn = (code: string): string[] => [
  ...new Set(targets.filter(({ id }) => precinctOf.get(id) === code).map(({ block }) => block)),
]
const precinctOf = new Map(
  (await loadBuildings(regions, manifest, manifest.bbox)).flatMap((building) =>
    building.targets.map(({ id }) => [id, building.precinct] as const),
  ),
)

/** Areas that have blocks side by side, or with one between. */
function isConnected({ areas }: Evening): boolean {
  const all = new Map(
    areas.map(({ code }) => [code, new Set(blocksIn(code).flatMap((block) => disk(block, 2)))]),
  )
  const codes = areas.map(({ code }) => code)
  const seen = new Set([codes[0]!])
  for (const code of seen)
    for (const near of codes) if (blocksIn(near).some((block) => all.get(code)!.has(block))) seen.add(near)
  return seen.size === codes.length
}

describe('a proposal', () => {
  it('is never worse than the best areas one by one, by whatever scores', async () => {
    const gains: number[] = []
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          draw: fc.integer({ min: 1, max: 1_000 }),
          volunteers: fc.integer({ min: 1, max: 12 }),
          minutes: fc.constantFrom(45, 60, 90),
          evenings: fc.integer({ min: 1, max: 2 }),
          start: fc.constantFrom(undefined, targets[0]!.location, targets[500]!.location),
        }),
        async ({ draw, start, ...people }) => {
          const areas = scored(draw)
          const proposal = await proposeAreas(areas, asked({ ...people, ...(start && { start }) }), world)
          expect(proposal.scorePerHour).toBeGreaterThanOrEqual(proposal.oneByOne)
          gains.push(proposal.scorePerHour / proposal.oneByOne - 1)
          if (start !== undefined) return
          // By an estimate of its own: the first area alone, for each evening the next.
          const { volunteers, minutes, evenings } = people
          let alone = 0
          for (const { area } of areas.slice(0, evenings))
            alone += (await estimateOf({ area, volunteers, minutes }, areas)).reached
          const hours = (volunteers * minutes * evenings) / 60
          expect(proposal.scorePerHour).toBeGreaterThan((0.97 * alone) / hours)
        },
      ),
      runs({ short: 3, long: 100 }),
    )
    expect(gains.some((gain) => gain > 0)).toBe(true)
  })

  it('is what an estimate and a plan of its areas find', async () => {
    const areas = scored(3)
    const proposal = await proposeAreas(areas, asked({ evenings: 2, volunteers: 8 }), world)
    for (const evening of proposal.evenings) {
      const found = await estimateOf(evening.plan, areas)
      expect(Math.abs(found.doors / evening.doors - 1)).toBeLessThan(0.03)
      expect(Math.abs(found.score / evening.score - 1)).toBeLessThan(0.03)
      expect(Math.abs(found.reached / evening.reached.score - 1)).toBeLessThan(0.05)
      expect(PlanRequest.parse({ ...evening.plan, startAt })).toMatchObject({ volunteers: 8, minutes: 60 })
      expect(evening.reached.share).toBeGreaterThan(0.6)
      expect(evening.scorePerHour).toBeCloseTo(evening.reached.score / evening.hours, 1)
    }
  })

  it('is the same each time, of equal work, side by side, within reach, nothing twice', async () => {
    const start: LngLat = targets[300]!.location
    const request = asked({ evenings: 3, volunteers: 12, start, reach: 9 })
    const areas = scored(7)
    const proposal: Proposal = await proposeAreas(areas, request, world)
    expect(await proposeAreas(areas, request, { ...world, router: keepRouters() })).toEqual(proposal)
    expect(proposal.evenings.map(({ number }) => number)).toEqual([1, 2, 3])
    const work = proposal.evenings.map((evening) => evening.work)
    expect(Math.max(...work) / Math.min(...work)).toBeLessThan(1.1)
    const seen = new Set<string>()
    const streets = await router({ regions, manifest, area: { bbox: manifest.bbox }, profile: 'canvass' })
    const [from] = await streets.snap([{ location: start, isStart: true }])
    for (const evening of proposal.evenings) {
      expect(evening.meetingPoint).toEqual(start)
      for (const { code, cells = ['whole'] } of evening.areas)
        for (const cell of cells) {
          expect(seen).not.toContain(`${code} ${cell}`)
          seen.add(`${code} ${cell}`)
        }
      if (proposal.how === 'together') expect(isConnected(evening)).toBe(true)
      for (const { cells = [], code } of evening.areas) {
        const there = targets.filter(({ id, block }) => cells.includes(block) && precinctOf.get(id) === code)
        if (there.length === 0) continue
        const snaps = await streets.snap(there.map(queryOf))
        const { durations } = await streets.table([from!, ...snaps.filter((snap) => snap !== null)])
        expect(Math.min(...durations.slice(1, there.length))).toBeLessThanOrEqual(9 * 600)
      }
      const inEvening = new Set(evening.areas.filter(({ whole }) => whole).map(({ code }) => code))
      for (const { code } of evening.next) expect(inEvening).not.toContain(code)
    }
    const map = proposalMap(proposal, areas)
    const points = map.features.filter(({ geometry }) => geometry.type === 'Point')
    expect(points.map(({ properties }) => properties!['evening'] as number)).toEqual([1, 2, 3])
    expect(map.features.length).toBe(3 + proposal.evenings.flatMap((evening) => evening.areas).length)
  })

  it('asks for any number of squares in one request that a plan takes', async () => {
    const random = new Random(2)
    const [west, south, east, north] = manifest.bbox
    const size = 0.0006
    const squares: ShapedArea[] = []
    for (let lng = west; lng < east; lng += size)
      for (let lat = south; lat < north; lat += size) {
        const corners: LngLat[] = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]].map(([x, y]) => [lng + size * x!, lat + size * y!]) // prettier-ignore
        const geometry = { type: 'Polygon' as const, coordinates: [corners] }
        squares.push({
          code: `${squares.length}`,
          rank: squares.length + 1,
          worth: 1 + random.below(40),
          geometry,
          area: geometry,
        })
      }
    const { evenings } = await proposeAreas(squares, asked({ volunteers: 80, minutes: 120 }), world)
    expect(evenings[0]!.areas.length).toBeGreaterThan(100)
    const request = PlanRequest.parse({ ...evenings[0]!.plan, startAt })
    const { doors } = await estimateWalks(
      EstimateRequest.parse({ region, area: request.area, upTo: 1, startAt }),
      world,
    )
    expect(Math.abs(doors / evenings[0]!.doors - 1)).toBeLessThan(0.01)
  })

  it('says where less is to be done than there are people, and where there is nothing', async () => {
    const [best] = scored(5)
    const few = await proposeAreas([best!], asked({ volunteers: 60, minutes: 120, evenings: 3 }), world)
    expect(few.evenings.length).toBe(1)
    expect(few.notes.join()).toMatch(/fills 1 of 3 evenings.*less work than/)
    const none = proposeAreas([{ ...best!, worth: 0 }], asked({}), world)
    await expect(none).rejects.toMatchObject({ code: 'proposal.nothing', kind: 'unprocessable' })
    await expect(proposeAreas([best!], asked({ start: [2.1, 48.5] }), world)).rejects.toMatchObject({
      code: 'start.unreachable',
    })
  })
})
