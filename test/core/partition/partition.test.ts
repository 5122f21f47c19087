import { describe, expect, it } from 'vitest'
import { loadBuildings } from '@doorwalk/core/building/load'
import { keepRouters } from '@doorwalk/core/matrix/street-router'
import {
  type Partition,
  inPiece,
  mayOutgrow,
  partition,
  pieceRequest,
} from '@doorwalk/core/partition/partition'
import type { PlanningPorts } from '@doorwalk/core/assembly/planning-ports'
import { aboutPlan, draftWalks, planWalks } from '@doorwalk/core/plan'
import { PlanRequest, type PlanRequestInput } from '@doorwalk/core/request/request'
import type { Plan } from '@doorwalk/core/walk/answer'
import { joinDrafts } from '@doorwalk/core/assembly/joining'
import { checkPlan, targetsOf } from '../../support/check-plan.ts'
import { rounds } from '../../support/length.ts'
import { bundledRegion } from '../../support/worlds/regions.ts'

const { regions, region } = bundledRegion()
const world: PlanningPorts = {
  regions,
  clock: { now: () => Date.parse('2026-03-14T12:00:00Z') },
  id: (prefix) => `${prefix}_test`,
  router: keepRouters(),
}
const ask = (over: Partial<PlanRequestInput>): PlanRequest =>
  PlanRequest.parse({ region, volunteers: 40, minutes: 60, iterations: 300, ...over })

async function cut(request: PlanRequest): Promise<Partition> {
  const made = await partition(request, world, { size: 300 })
  if (!made) throw new Error('one piece only')
  return made
}

async function inPieces(request: PlanRequest, parts: Partition): Promise<Plan> {
  const drafts = []
  for (const piece of parts.pieces)
    drafts.push(await draftWalks(pieceRequest(request, piece, parts.startAt), world, inPiece(piece)))
  return joinDrafts(drafts, { ...aboutPlan(request, world), id: 'pln_test', warnings: parts.warnings })
}

const everyTarget = (plan: Plan): string[] =>
  [
    ...targetsOf(plan),
    ...plan.leftOut.flatMap(({ target, reason }) => (reason.startsWith('outside_') ? [target] : [])),
  ].sort()

describe('a plan in pieces', () => {
  it('has every target of the area once, with walkers, ranks and totals of the whole', async () => {
    const request = ask({ skip: { targets: ['osm:w1'] } })
    const parts = await cut(request)
    expect(parts.pieces.length).toBeGreaterThanOrEqual(3)
    const plan = await inPieces(request, parts)
    checkPlan(plan, request)
    expect(everyTarget(plan)).toEqual(everyTarget(await planWalks(request, world)))
    expect(plan.walks.map(({ walker }) => walker).sort()).toEqual(
      Array.from({ length: 40 }, (_, index) => String(index + 1)).sort(),
    )
    expect(plan.walks.map(({ rank }) => rank).toSorted((a, b) => a - b)).toEqual(
      plan.walks.map((_, index) => index + 1),
    )
    const byRank = plan.walks.toSorted((a, b) => a.rank - b.rank).map(({ prize }) => prize)
    expect(byRank).toEqual(byRank.toSorted((a, b) => b - a))
    expect(plan.meetingPoint).toBeNull()
    expect(new Set(plan.walks.map(({ walkId }) => walkId)).size).toBe(plan.walks.length)
  })

  it('is even over all pieces where everything fits', async () => {
    const balances: number[] = []
    for (let seed = 1; seed <= rounds({ short: 2, long: 8 }); seed++) {
      const request = ask({ volunteers: 130, minutes: 120, iterations: 10_000, seed })
      const plan = await inPieces(request, await cut(request))
      checkPlan(plan, request)
      expect(plan.summary.leftOut['not_selected']).toBeUndefined()
      balances.push(plan.summary.balance)
    }
    // Pieces are a fifth of the real size here, so one walker more or less weighs five times as much, as do blocks that
    // stay together for a building; a single seed says little.
    expect(Math.max(...balances)).toBeLessThanOrEqual(1.25)
    expect(balances.reduce((sum, balance) => sum + balance, 0) / balances.length).toBeLessThanOrEqual(1.17)
  })

  it('sends whoever avoids stairs where most is open to him', async () => {
    const manifest = await regions.manifest(region)
    const targets = (await loadBuildings(regions, manifest, manifest.bbox)).flatMap((one) => one.targets)
    const level = targets.filter(({ kind, floors }) => kind === 'house' || floors === 1)
    for (const one of [0, 20, 40]) {
      const volunteers = Array.from({ length: 56 }, (_, index) => ({ avoidStairs: index === one }))
      const { pieces } = (await partition(ask({ volunteers }), world, { size: 150 }))!
      const open = pieces.map(({ cells }) => level.filter(({ block }) => cells.includes(block)).length)
      const own = pieces.findIndex((piece) => piece.volunteers.some(({ avoidStairs }) => avoidStairs))
      expect(open[own], `volunteer ${one}, open ${open.join()}`).toBeGreaterThanOrEqual(Math.max(...open) / 2)
    }
  })

  it('keeps what the request says of its targets, once', async () => {
    const manifest = await regions.manifest(region)
    const known = (await loadBuildings(regions, manifest, manifest.bbox)).find(
      ({ targets }) => targets.length > 1,
    )!
    const [lng, lat] = known.location
    const targets = [
      { id: known.id, priority: 40 },
      { id: 'own:1', location: [lng + 0.0001, lat] as [number, number], doors: 9, key: true },
      { id: 'own:nowhere', doors: 3 },
    ]
    const request = ask({ targets, language: 'en' })
    const parts = await cut(request)
    const plan = await inPieces(request, parts)
    checkPlan(plan, request)
    expect(everyTarget(plan).filter((id) => id === 'own:1')).toEqual(['own:1'])
    expect(plan.warnings.filter((text) => text.includes('own:nowhere')).length).toBe(1)
    const whole = await planWalks(request, world)
    expect(everyTarget(plan)).toEqual(everyTarget(whole))
  })

  it('leaves pieces without walkers for another day', async () => {
    const request = ask({ volunteers: 8, start: 'anywhere' })
    const parts = await cut(request)
    expect(parts.pieces.filter(({ volunteers }) => volunteers.length > 0).length).toBe(1)
    const plan = await inPieces(request, parts)
    checkPlan(plan, request)
    expect(plan.walks.length).toBe(8)
    expect(everyTarget(plan)).toEqual(everyTarget(await planWalks(request, world)))
  })
})

describe('key buildings of a plan in pieces', () => {
  const keysOn = (plan: Plan): string[] =>
    plan.walks
      .flatMap(({ stops }) =>
        stops.flatMap(({ targets }) => targets.flatMap(({ key, id }) => (key ? id : []))),
      )
      .sort()
  /** The target farthest from the middle of each piece. */
  const far = async (parts: Partition): Promise<string[]> => {
    const manifest = await regions.manifest(region)
    const targets = (await loadBuildings(regions, manifest, manifest.bbox)).flatMap((one) => one.targets)
    return parts.pieces.map(({ cells }) => {
      const own = targets.filter(({ block }) => cells.includes(block))
      const [lng, lat] = [0, 1].map(
        (axis) => own.reduce((sum, { location }) => sum + location[axis]!, 0) / own.length,
      )
      const away = ({ location }: (typeof own)[number]) => Math.hypot(location[0] - lng!, location[1] - lat!)
      return own.toSorted((a, b) => away(b) - away(a))[0]!.id
    })
  }

  it('are all on walks where there are walkers enough, whatever piece they are in', async () => {
    const ids = await far(await cut(ask({})))
    for (const volunteers of [8, 20]) {
      const request = ask({ volunteers, minutes: 45, targets: ids.map((id) => ({ id, key: true })) })
      const plan = await inPieces(request, await cut(request))
      checkPlan(plan, request)
      expect(keysOn(plan)).toEqual(ids.toSorted())
      expect(plan.summary.keys).toEqual({ by: 'request', reached: ids.length, of: ids.length })
    }
  })

  it('take as many walkers as there are, and the others say that one more would do', async () => {
    const ids = await far(await cut(ask({})))
    const targets = [...ids.map((id) => ({ id, key: true })), { id: 'crm:nowhere', key: true }]
    const request = ask({ volunteers: 1, minutes: 60, targets, language: 'en' })
    const plan = await inPieces(request, await cut(request))
    expect(keysOn(plan).length).toBeGreaterThan(0)
    const missed = plan.leftOut.filter(({ key }) => key)
    expect(missed.length).toBe(ids.length - keysOn(plan).length)
    expect(missed.length).toBeGreaterThan(0)
    for (const { reason, needs } of missed) {
      expect(reason).toBe('key_not_reached')
      expect(needs).toEqual({ walkers: 1 })
    }
    expect(plan.warnings.filter((text) => text.includes(missed[0]!.target)).length).toBe(1)
    expect(plan.warnings.filter((text) => text.includes('not in the area')).length).toBe(1)
  })

  it('that it chooses are those that a plan of the whole would choose', async () => {
    const request = ask({ volunteers: 130, minutes: 120, keyShare: 0.2 })
    const [plan, whole] = [await inPieces(request, await cut(request)), await planWalks(request, world)]
    expect(plan.summary.keys).toMatchObject({ by: 'plan', of: whole.summary.keys!.of })
    const [keys, others] = [new Set(keysOn(whole)), new Set(keysOn(plan))]
    const both = plan.walks.flatMap(({ stops }) =>
      stops.flatMap(({ targets }) => targets.map(({ id }) => id)),
    )
    const onWhole = new Set(
      whole.walks.flatMap(({ stops }) => stops.flatMap((stop) => stop.targets.map(({ id }) => id))),
    )
    for (const id of both) if (onWhole.has(id)) expect(others.has(id), id).toBe(keys.has(id))
  })
})

describe('a plan that is one', () => {
  it('stays one where the walkers could not do more, or there is no more', async () => {
    expect(mayOutgrow(ask({ volunteers: 20, minutes: 120 }))).toBe(false)
    expect(mayOutgrow(ask({ volunteers: 200, minutes: 120 }))).toBe(true)
    expect(await partition(ask({ volunteers: 200, minutes: 120 }), world)).toBeNull()
  })
})
