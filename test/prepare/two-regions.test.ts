/** An area that lies on the border of two prepared regions. */
import { expect, it } from 'vitest'
import { planWalks } from '@doorwalk/core/plan'
import { PlanRequest } from '@doorwalk/core/request/request'
import { place, World } from '../support/worlds/osm-fixture.ts'
import { worldRegion } from '../support/worlds/regions.ts'

/** Houses along one street, cut between two places as extracts are: whole, as far as they reach in. Metres. */
function partOfStreet([west, east]: [number, number]): World {
  const world = new World('part')
  world.box([west, -50, east - west, 100])
  world.line(
    [0, 100, 200, 300, 400].map((x) => [x, 0]),
    { highway: 'residential', name: 'Rue Longue' },
  )
  for (let i = 0; i < 10; i++) {
    const x = 10 + 40 * i
    if (x + 10 < west || x > east) continue
    world.building([x, 8, 10, 10], {
      'building:levels': '2',
      'addr:housenumber': `${i + 1}`,
      'addr:street': 'Rue Longue',
    })
  }
  return world
}

async function numbersWalked(part: World) {
  const { regions, region } = await worldRegion(part)
  const [west, south, east, north] = [...place(0, -40), ...place(400, 40)]
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  const plan = await planWalks(
    PlanRequest.parse({
      ...{ region, volunteers: 1, minutes: 90, iterations: 500, startAt: '2026-03-14T14:00:00+01:00' },
      area: { type: 'Polygon', coordinates: [ring] },
    }),
    { regions, clock: { now: () => 0 }, id: (prefix) => `${prefix}_1` },
  )
  const numbers = plan.walks.flatMap(({ stops }) =>
    stops.flatMap(({ targets }) => targets.map(({ address }) => Number.parseInt(address ?? '', 10))),
  )
  return { numbers, warnings: plan.warnings.join() }
}

it('is planned in each up to the border, which says so, and no house is in both or in none', async () => {
  const west = await numbersWalked(partOfStreet([0, 200]))
  const east = await numbersWalked(partOfStreet([200, 400]))
  expect(west.warnings).toMatch(/world/)
  expect(east.warnings).toMatch(/world/)
  const both = [...west.numbers, ...east.numbers].sort((a, b) => a - b)
  expect(both).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(west.numbers.length).toBe(5)
})
