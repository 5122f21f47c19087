import { describe, expect, it } from 'vitest'
import { resolveArea } from '@doorwalk/core/area/area'
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import type { LedgerView } from '@doorwalk/core/building/select'
import { priorityScale } from '@doorwalk/core/building/priority'
import { selectTargets } from '@doorwalk/core/building/select'
import type { Building } from '@doorwalk/core/building/building'
import type { Precinct } from '@doorwalk/core/region/region'
import { parseInput } from '@doorwalk/core/request/parse'
import type { PlanRequestInput } from '@doorwalk/core/request/request'
import { PlanRequest } from '@doorwalk/core/request/request'
import { PARIS, aBuilding, aManifest, aRequest, aTarget } from '../../support/worlds/builders.ts'

const area = resolveArea(undefined, { manifest: aManifest(), precincts: [] })
const precinct = (code: string, value: number | null): Precinct => ({
  code,
  properties: { abstention: value },
  geometry: { type: 'Polygon', coordinates: [] },
})

function select(buildings: Building[], request: Partial<PlanRequestInput> = {}, ledger?: LedgerView) {
  return selectTargets({
    buildings,
    area,
    precincts: [precinct('A', 40), precinct('B', 20), precinct('C', null)],
    request: aRequest(request),
    assumptions: DEFAULT_ASSUMPTIONS,
    ledger,
  })
}

describe('selecting targets', () => {
  it('gives doors × P(entry) as prize where every door counts the same: 10 × 0.7 = 7', () => {
    const { candidates } = select([aBuilding([aTarget()])])
    expect(candidates[0]).toMatchObject({ doors: 10, priority: 50, key: false })
    expect(candidates[0]!.prize).toBeCloseTo(7, 9)
  })

  it.each([
    [0, undefined],
    [25, 3.5],
    [50, 7],
    [80, 11.2],
    [100, 14],
  ])(
    'gives a target of priority %i the prize %s: 50 counts once, with or without a field',
    (priority, prize) => {
      const targets = [{ id: 'osm:w1', priority }]
      for (const field of [{}, { priority: { field: 'abstention' } }]) {
        const { candidates } = select([aBuilding([aTarget()], { precinct: 'B' })], { targets, ...field })
        if (prize === undefined) expect(candidates).toEqual([])
        else expect(candidates[0]!.prize).toBeCloseTo(prize, 9)
      }
    },
  )

  it('gives a key building twice the prize, unless its priority is given', () => {
    const prizeOf = (targets: PlanRequestInput['targets']) =>
      select([aBuilding([aTarget()])], { targets }).candidates[0]!.prize
    expect(prizeOf([{ id: 'osm:w1', key: true }])).toBeCloseTo(14, 9)
    expect(prizeOf([{ id: 'osm:w1', key: true, priority: 60 }])).toBeCloseTo(8.4, 9)
    expect(prizeOf([{ id: 'osm:w1', key: false }])).toBeCloseTo(7, 9)
  })

  it.each([-1, 101, 1e9])('refuses a priority of %d by its name', (priority) => {
    const body = { region: 'test', volunteers: 1, targets: [{ id: 'osm:w1', priority }] }
    expect(() => parseInput(PlanRequest, body, { what: 'plan request', code: 'request.invalid' })).toThrow(
      '/targets/0/priority',
    )
  })

  it('scales a priority field by its largest value, and gives the mean to buildings without one', () => {
    const buildings = ['A', 'B', 'C'].map((code, index) =>
      aBuilding([aTarget({ id: `osm:w${index}` })], { precinct: code }),
    )
    const { candidates } = select(buildings, { priority: { field: 'abstention' } })
    expect(candidates.map(({ priority }) => priority)).toEqual([100, 50, 75])
  })

  it('refuses a priority field that no precinct has, naming those there are', () => {
    expect(() => select([], { priority: { field: 'turnout' } })).toThrow(
      expect.objectContaining({
        code: 'priority.unknown_field',
        message: '/priority/field: got "turnout", expected a numeric property of the precincts: abstention',
      }),
    )
  })

  it('refuses a priority field where there are no precincts', () => {
    expect(() => priorityScale('turnout', [])).toThrow(
      expect.objectContaining({ code: 'priority.no_precincts' }),
    )
  })

  it('says why a target is left out', () => {
    const dead = aBuilding([], { id: 'osm:w9', noDoors: 'public' })
    const targets = ['1', '2', '3', '4'].map((n) => aTarget({ id: `osm:w${n}` }))
    const { leftOut, candidates } = select(
      [dead, ...targets.map((target) => aBuilding([target]))],
      {
        skip: { targets: ['osm:w1'] },
        targets: [
          { id: 'osm:w2', exclude: true },
          { id: 'osm:w3', doors: 0 },
        ],
      },
      (target) => (target.id === 'osm:w4' ? { reason: 'visited' } : { doors: target.doors }),
    )
    expect(candidates).toEqual([])
    expect(leftOut).toEqual([
      { target: 'osm:w9', reason: 'no_doors' },
      { target: 'osm:w1', reason: 'excluded' },
      { target: 'osm:w2', reason: 'excluded' },
      { target: 'osm:w3', reason: 'no_doors' },
      { target: 'osm:w4', reason: 'visited' },
    ])
  })

  it('takes the client’s doors, priority and key', () => {
    const { candidates } = select([aBuilding([aTarget()])], {
      targets: [{ id: 'osm:w1', doors: 24, priority: 50, key: true }],
    })
    expect(candidates[0]).toMatchObject({ doors: 24, priority: 50, key: true })
    expect(candidates[0]!.target).toMatchObject({ doorsSource: 'client', doorsLow: 24, doorsHigh: 24 })
  })

  it('shares what is said of a building among its targets: 7 doors over 10 and 5 are 5 and 2', () => {
    const targets = [aTarget({ id: 'osm:w1!e1', doors: 10 }), aTarget({ id: 'osm:w1!e2', doors: 5 })]
    const { candidates } = select([aBuilding(targets)], { targets: [{ id: 'osm:w1', doors: 7, key: true }] })
    expect(candidates.map(({ doors, key }) => [doors, key])).toEqual([
      [5, true],
      [2, true],
    ])
  })

  it('adds a target with a location, and says which it ignored', () => {
    const { candidates, warnings, leftOut } = select([], {
      targets: [
        { id: 'crm:1', location: PARIS, doors: 6 },
        { id: 'crm:2', priority: 9 },
      ],
    })
    expect(candidates.map(({ target }) => target.id)).toEqual(['crm:1'])
    expect(warnings).toEqual([{ code: 'targets_ignored', count: 1, first: 'crm:2' }])
    expect(leftOut).toEqual([{ target: 'crm:2', reason: 'outside_area' }])
  })
})
