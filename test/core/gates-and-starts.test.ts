/** What a plan says of starts that no street is near, and of doors behind gates, on hand-made worlds. */
import { planWalks } from '@doorwalk/core/plan'
import { PlanRequest, type PlanRequestInput } from '@doorwalk/core/request/request'
import { keepRouters } from '@doorwalk/core/matrix/street-router'
import { walkToPrintHtml } from '@doorwalk/core/paper/print'
import { reportLines } from '@doorwalk/prepare/report'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { describe, expect, test } from 'vitest'
import { place, World } from '../support/worlds/osm-fixture.ts'
import { prepareWorld, type PreparedRegion } from '../support/worlds/prepared.ts'

type Tags = Record<string, string>

/** Rue A, 300 m, with a gate in it at 200 m where tags are given; houses every 30 m; a motorway 60 m north of it. */
function gatedStreet(gate: Tags = {}): World {
  const world = new World('gated-street')
  world.box([-100, -300, 500, 600])
  const nodes = [0, 100, 200, 300].map((x) => world.node(x, 0, x === 200 ? gate : {}))
  world.way(nodes, { highway: 'residential', name: 'Rue A' })
  world.way([nodes[0]!, world.node(0, -60), world.node(100, -60), nodes[1]!], {
    highway: 'residential',
    name: 'Rue B',
  })
  world.line(
    [
      [-100, 60],
      [500, 60],
    ],
    { highway: 'motorway' },
  )
  for (let x = 20; x < 300; x += 30)
    world.building([x, 8, 10, 10], { building: 'house', 'addr:housenumber': `${x}`, 'addr:street': 'Rue A' })
  return world
}

async function plan(
  { root, manifest }: PreparedRegion,
  request: Omit<PlanRequestInput, 'region' | 'volunteers'>,
) {
  return planWalks(
    PlanRequest.parse({
      ...{ region: manifest.name, volunteers: 1, minutes: 90, iterations: 500, language: 'en' },
      startAt: '2026-03-14T14:00:00+01:00',
      ...request,
    }),
    {
      regions: diskRegions([root]),
      clock: { now: () => 0 },
      id: (prefix) => `${prefix}_test`,
      router: keepRouters(),
    },
  )
}

const targetsOf = ({ walks }: Awaited<ReturnType<typeof plan>>) =>
  walks.flatMap(({ stops }) => stops.flatMap(({ targets }) => targets))

describe('a start that no street is near', async () => {
  const prepared = await prepareWorld(gatedStreet())

  test.each([
    ['190 m away', place(100, -250), /190 m from the nearest street that one can walk on: check it/],
    ['behind a motorway', place(150, 90), /90 m from .*, across water, a railway or a motorway: check it/],
  ])('%s', async (_what, start, said) => {
    const { warnings } = await plan(prepared, { start })
    expect(warnings).toContainEqual(expect.stringMatching(said))
    // nobody is told where somebody lives
    expect(warnings.join()).not.toContain(String(start[0]))
  })

  test.each([place(100, -30), place(100, 12)])('near one is not worth a word', async (lng, lat) => {
    const { warnings } = await plan(prepared, { start: [lng, lat] })
    expect(warnings.join()).not.toMatch(/nearest street/)
  })

  test('nor is a meeting point that the plan proposes', async () => {
    expect((await plan(prepared, {})).warnings.join()).not.toMatch(/nearest street/)
  })
})

describe('houses behind a gate', () => {
  test('that is private are told as such by the region, the plan, its words and its paper', async () => {
    const prepared = await prepareWorld(gatedStreet({ barrier: 'gate', access: 'private' }))
    const behind = prepared.buildings
      .flatMap(({ targets }) => targets)
      .filter(({ access }) => access === 'gate')
    expect(behind.map(({ address }) => Number(address!.number)).sort((a, b) => a - b)).toEqual([
      200, 230, 260, 290,
    ])
    expect(reportLines(prepared.report)).toContainEqual(
      '  behind a gate that is locked or private (access: gate): 4 buildings, 4 doors',
    )
    const made = await plan(prepared, { start: place(50, 0) })
    for (const target of targetsOf(made))
      expect(target.access === 'gate').toBe(Number.parseInt(target.address) >= 200)
    expect(targetsOf(made)).toHaveLength(10)
    expect(made.walks[0]!.stops.some(({ access }) => access === 'gate')).toBe(true)
    const said = made.walks[0]!.legs.flatMap(({ steps }) => steps.map(({ instruction }) => instruction)).join(
      '\n',
    )
    expect(said).toContain('behind a gate that is locked or private: ring, or ask to be let in')
    const html = walkToPrintHtml(made.walks[0]!, { streets: [], footprints: [] }, { attribution: [] })
    expect(html).toContain('behind a gate')
  })

  test('that is open at certain hours are walked to at these, and not at others', async () => {
    const prepared = await prepareWorld(
      gatedStreet({ barrier: 'gate', access: 'no', 'access:conditional': 'yes @ (08:00-20:00)' }),
    )
    const { manifest } = prepared
    expect(manifest.timeZone).toBe('Europe/Paris')
    expect(manifest.tiles.flatMap(({ schedules = [] }) => schedules)).toEqual([
      'closed; open @ (08:00-20:00)',
    ])
    expect(reportLines(prepared.report)).toContainEqual(
      '  open at certain hours only: 0 stretches of street, 1 gate',
    )
    const start = place(50, 0)
    const byDay = await plan(prepared, { start })
    expect(targetsOf(byDay)).toHaveLength(10)
    expect(targetsOf(byDay).some(({ access }) => access === 'gate')).toBe(false)
    // 21:00 in Paris
    const atNight = await plan(prepared, { start, startAt: '2026-03-14T20:00:00Z' })
    expect(targetsOf(atNight).map(({ address }) => Number.parseInt(address))).not.toContain(230)
    expect(atNight.summary.leftOut).toEqual({ unreachable: 4 })
  })

  test('that is locked at night stand behind a gate at night only', async () => {
    const prepared = await prepareWorld(gatedStreet({ barrier: 'gate', opening_hours: '08:00-20:00' }))
    const start = place(50, 0)
    const [byDay, atNight] = [
      await plan(prepared, { start }),
      await plan(prepared, { start, startAt: '2026-03-14T21:00:00+01:00' }),
    ]
    expect(targetsOf(byDay).filter(({ access }) => access === 'gate')).toHaveLength(0)
    expect(targetsOf(atNight).filter(({ access }) => access === 'gate')).toHaveLength(4)
  })

  test('nobody meets there who names no start', async () => {
    const prepared = await prepareWorld(gatedStreet({ barrier: 'wall' }))
    const { meetingPoint, summary } = await plan(prepared, { minutes: 60 })
    expect(meetingPoint![0]).toBeLessThan(place(200, 0)[0])
    expect(summary.leftOut).toEqual({ unreachable: 4 })
  })
})
