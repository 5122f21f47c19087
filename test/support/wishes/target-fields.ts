/** Fields of what the request says of single targets, said of so many that stops and reserves show it. */
import { type LngLat } from '@doorwalk/core/units'
import { place } from '../worlds/osm-fixture.ts'
import { type Field, both, everywhere, notNow, stopsOf } from './field.ts'
import { visitAll } from './history.ts'
import { EAST, WEST } from './world.ts'

export const TARGETS: Field[] = [
  {
    name: 'targets.id',
    given: ({ buildings }) => ({ targets: buildings.map(({ id }) => ({ id, doors: 3 })) }),
    otherwise: ({ buildings }) => ({ targets: buildings.map(({ id }) => ({ id: `own:${id}`, doors: 3 })) }),
    ...both(({ doors }) => doors <= 3),
    ...notNow,
  },
  {
    name: 'targets.doors',
    given: (quarter) => ({ targets: everywhere(() => ({ doors: 2 }))(quarter) }),
    otherwise: (quarter) => ({ targets: everywhere(() => ({}))(quarter) }),
    ...both(({ doors, doorsSource }) => doors <= 2 && doorsSource === 'client'),
    ...notNow,
  },
  {
    name: 'targets.priority',
    given: (quarter) => ({ targets: everywhere(() => ({ priority: 100 }))(quarter) }),
    ...both(({ prize, doors }) => prize > doors),
    ...notNow,
  },
  {
    name: 'targets.key',
    given: (quarter) => ({ targets: everywhere(() => ({ key: true }))(quarter) }),
    ...both(({ key }) => key === true),
    told: ({ plan }) => plan?.summary.keys?.by === 'request',
    ...notNow,
  },
  {
    name: 'targets.location',
    given: () => ({
      ...{ start: WEST, minutes: 15 },
      targets: Array.from({ length: 60 }, (_, n) => ({
        ...{ id: `own:${n}`, doors: 5, priority: 100, location: place(2 + 3 * n, 3) },
      })),
    }),
    otherwise: () => ({
      ...{ start: WEST, minutes: 15 },
      targets: Array.from({ length: 60 }, (_, n) => ({ id: `own:${n}`, doors: 5, priority: 100 })),
    }),
    stops: ({ walks }) => walks.some((walk) => stopsOf(walk).some(({ id }) => id.startsWith('own:'))),
    reserves: ({ walks }) => walks.some(({ reserves }) => reserves.some(({ id }) => id.startsWith('own:'))),
    ...notNow,
  },
  {
    name: 'targets.address',
    given: (quarter) => ({
      targets: everywhere(() => ({ address: { number: '7', street: 'Rue Neuve' } }))(quarter),
    }),
    ...both(({ address }) => address === '7 Rue Neuve'),
    ...notNow,
  },
  {
    name: 'targets.floors',
    given: (quarter) => ({ targets: everywhere(() => ({ floors: 1 }))(quarter) }),
    ...both(({ floors, part }) => floors === 1 && (part?.toFloor ?? 0) === 0),
    ...notNow,
  },
  {
    name: 'targets.exclude',
    given: (quarter) => ({
      targets: quarter.buildings
        .filter(({ precinct }) => precinct === 'west')
        .map(({ id }) => ({ id, exclude: true })),
    }),
    ...both(({ id }, { isEast }) => isEast(id)),
    ...notNow,
  },
]

export const SKIP: Field[] = [
  {
    name: 'skip.cells',
    given: ({ targets }) => ({
      start: EAST,
      skip: { cells: [...new Set(targets.filter((one) => isNorth(one)).map(({ block }) => block))] },
    }),
    otherwise: () => ({ start: EAST }),
    ...both(({ id }, { targets }) => !isNorth(targets.find((one) => one.id === id)!)),
    ...notNow,
  },
  {
    name: 'skip.targets',
    given: ({ targets, isEast }) => ({
      skip: { targets: targets.map(({ id }) => id).filter((id) => !isEast(id)) },
    }),
    ...both(({ id }, { isEast }) => isEast(id)),
    ...notNow,
  },
  {
    name: 'skip.visitedSince',
    given: () => ({ skip: { visitedSince: '2026-02-01T00:00:00Z' } }),
    before: (campaign, quarter) =>
      visitAll(campaign, quarter, {
        ...{ at: '2026-02-20T11:00:00+01:00', opened: false },
        of: (id) => !quarter.isEast(id),
      }),
    ...both(({ id }, { isEast }) => isEast(id)),
    ...notNow,
  },
]

function isNorth({ location }: { location: LngLat }): boolean {
  return location[1] > place(0, 105)[1]
}
