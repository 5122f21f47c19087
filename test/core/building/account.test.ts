/** What a request names: each target is accounted for, and whatever changes nothing is told by its name. */
import { describe, expect, it } from 'vitest'
import { resolveArea } from '@doorwalk/core/area/area'
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import { selectTargets } from '@doorwalk/core/building/select'
import { BLOCK_RESOLUTION, cellAt, parentCell } from '@doorwalk/core/h3'
import type { PlanRequestInput } from '@doorwalk/core/request/request'
import type { LngLat } from '@doorwalk/core/units'
import { sayWarning } from '@doorwalk/core/words/say'
import { PARIS, aBuilding, aManifest, aRequest, aTarget } from '../../support/worlds/builders.ts'

const manifest = aManifest()
const FAR: LngLat = [2.355, 48.885]
const ABROAD: LngLat = [2.5, 48.9]
/** Around PARIS, without FAR. */
const around = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [2.348, 48.879],
      [2.35, 48.879],
      [2.35, 48.88],
      [2.348, 48.88],
      [2.348, 48.879],
    ] as LngLat[],
  ],
}
const buildings = [
  aBuilding([aTarget({ id: 'osm:w1' })]),
  aBuilding([aTarget({ id: 'osm:w2#1' }), aTarget({ id: 'osm:w2#2' })]),
  aBuilding([aTarget({ id: 'osm:w9', location: FAR })]),
]
const NOWHERE = {
  targets: [],
  skip: { targets: [], cells: [] },
}

function select(over: Partial<PlanRequestInput>, more: { named?: ReadonlySet<string> } = {}) {
  const request = aRequest({ area: around, language: 'en', ...over })
  const area = resolveArea(request.area, { manifest, precincts: [] })
  const about = {
    buildings,
    area,
    precincts: [],
    request,
    assumptions: DEFAULT_ASSUMPTIONS,
    manifest,
    startAt: request.startAt,
  }
  const { candidates, leftOut, warnings } = selectTargets({ ...about, ...more })
  return {
    on: candidates.map(({ target }) => target.id),
    out: Object.fromEntries(leftOut.map(({ target, reason }) => [target, reason])),
    codes: warnings.map(({ code }) => code),
    said: warnings.map((warning) => sayWarning(warning, 'en')).join('\n'),
  }
}

describe('targets that a request names', () => {
  it.each<[string, NonNullable<PlanRequestInput['targets']>[number], string]>([
    ['an own one in another part of the region', { id: 'x', location: FAR, doors: 3 }, 'outside_area'],
    ['an own one in another region', { id: 'x', location: ABROAD, doors: 3 }, 'outside_region'],
    ['an own one without doors in the area', { id: 'x', location: PARIS }, 'no_doors'],
    ['an own one without doors elsewhere', { id: 'x', location: ABROAD }, 'outside_region'],
    ['a known one outside of the area', { id: 'osm:w9', doors: 3 }, 'outside_area'],
    ['an unknown one without a place', { id: 'osm:w77', priority: 80 }, 'outside_area'],
    ['an excluded one elsewhere', { id: 'osm:w9', exclude: true }, 'outside_area'],
  ])('%s is left out as such', (_, target, reason) => {
    expect(select({ targets: [target] }).out).toEqual({ [target.id]: reason })
  })

  it('are candidates, or left out, each once', () => {
    const targets = [
      { id: 'osm:w1', doors: 4 },
      { id: 'osm:w2', priority: 90 },
      { id: 'own', location: PARIS, doors: 2 },
      { id: 'far', location: FAR, doors: 2 },
      { id: 'osm:w2#2', exclude: true },
    ]
    const { on, out } = select({ targets })
    expect(on).toEqual(['osm:w1', 'osm:w2#1', 'own'])
    expect(out).toEqual({ 'osm:w2#2': 'excluded', far: 'outside_area' })
  })

  it('are those of the request, not all that a campaign has stored', () => {
    const targets = [
      { id: 'far', location: FAR, doors: 2 },
      { id: 'stored', location: FAR, doors: 2 },
      { id: 'osm:w9', priority: 3 },
    ]
    const { out, codes } = select({ targets }, { named: new Set(['far']) })
    expect(out).toEqual({ far: 'outside_area' })
    expect(codes).toEqual([])
  })
})

describe('cells to skip', () => {
  const block = cellAt(PARIS, BLOCK_RESOLUTION)
  it.each([5, 7, 9, 10, 11, 13, 15])('of resolution %i leave out what stands in them', (resolution) => {
    const cell = resolution > BLOCK_RESOLUTION ? cellAt(PARIS, resolution) : parentCell(block, resolution)
    const { on, out, codes } = select({ skip: { cells: [cell] } })
    expect(on).toEqual([])
    expect(Object.values(out)).toEqual(['excluded', 'excluded', 'excluded'])
    expect(codes).toEqual([])
  })

  it.each([7, 10, 12, 15])('of resolution %i in which nothing stands are told', (resolution) => {
    const empty = cellAt(ABROAD, resolution)
    const { on, said } = select({ skip: { cells: [empty, parentCell(block, 9), empty] } })
    expect(on).toEqual([])
    expect(said).toBe(
      `skip.cells: in 1 nothing of this area stands, which changes nothing (first: "${empty}").`,
    )
  })

  it('that are no cells are refused', () => {
    expect(() => select({ skip: { cells: [block, 'f'.repeat(15)] } })).toThrow(
      expect.objectContaining({
        code: 'area.bad_cell',
        errors: [expect.objectContaining({ pointer: '/skip/cells/1' })],
      }),
    )
  })
})

describe('what changes nothing', () => {
  it.each<[string, Partial<PlanRequestInput>, string]>([
    [
      'a target to skip that is unknown',
      { skip: { targets: ['osm:w1', 'nothing'] } },
      'skip.targets: 1 is not',
    ],
    [
      'a target to skip elsewhere',
      { skip: { targets: ['osm:w9', 'x'] } },
      'skip.targets: 2 are not in this area',
    ],
    ['an id alone', { targets: [{ id: 'osm:w1' }] }, 'targets: of 1 nothing but the id is said'],
    ['an id that is no key', { targets: [{ id: 'osm:w1', key: false }] }, 'nothing but the id is said'],
    [
      'an id twice',
      {
        targets: [
          { id: 'osm:w1', doors: 3 },
          { id: 'osm:w1', doors: 4 },
        ],
      },
      'targets: 1 id is there twice, the last counts (first: "osm:w1")',
    ],
    [
      'another place of a known target',
      { targets: [{ id: 'osm:w1', doors: 3, location: FAR }] },
      'the location of 1 was ignored',
    ],
    [
      'to split a team of one',
      { volunteers: [{ id: 'a', split: true }] },
      'split changes nothing for 1 walker of one person (first: "a")',
    ],
    [
      'visits after the start',
      { startAt: '2026-03-14T14:00:00Z', skip: { visitedSince: '2026-03-14T15:00:00Z' } },
      'skip.visitedSince changes nothing: 2026-03-14T15:00:00Z is after',
    ],
    [
      'a share of keys beside keys',
      { keyShare: 0.3, targets: [{ id: 'osm:w1', key: true }] },
      'keyShare changes nothing',
    ],
  ])('%s is told', (_, request, said) => expect(select(request).said).toContain(said))

  it.each<[string, Partial<PlanRequestInput>]>([
    ['nothing at all', {}],
    ['empty lists', NOWHERE],
    ['a building to skip', { skip: { targets: ['osm:w2'] } }],
    ['a target to skip', { skip: { targets: ['osm:w2#1'] } }],
    ['a known place', { targets: [{ id: 'osm:w1', doors: 3, location: PARIS }] }],
    ['a pair that splits', { volunteers: [{ split: true, people: 2 }, { split: false }] }],
    ['a pair by the size of teams', { volunteers: [{ split: true }], teamSize: 2 }],
    ['a share of keys', { keyShare: 0.3, targets: [{ id: 'osm:w1', doors: 3 }] }],
  ])('%s is not told of what has an effect', (_, request) => expect(select(request).codes).toEqual([]))
})
