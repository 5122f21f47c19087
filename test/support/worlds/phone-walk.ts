/** A small walk as a phone has it: two parts of a house with two floors, a villa, a large house; one in reserve. */
import type { WalkPack } from '../../../web/src/volunteer/model/record.ts'

type Target = WalkPack['walk']['reserves'][number]

export const TARGETS = {
  top: 'osm:w1#1',
  low: 'osm:w1#2',
  villa: 'osm:w2',
  large: 'osm:w3',
  reserve: 'osm:w4',
}

function target(id: string, more: Partial<Target>): Target {
  return {
    ...{ id, building: id.replace(/#.*/, ''), address: `${id} Street`, location: [2.3478, 48.8805] },
    ...{ doors: 12, doorsSource: 'dwellings', floors: 3, access: 'open', minutes: 12, prize: 6 },
    ...more,
  }
}

/** @param more  what is other than usual */
export function phonePack(more: Partial<WalkPack> = {}): WalkPack {
  const [top, low] = [
    target(TARGETS.top, { part: { number: 1, of: 2, fromFloor: 2, toFloor: 3 }, doors: 5 }),
    target(TARGETS.low, { part: { number: 2, of: 2, fromFloor: 0, toFloor: 1 }, doors: 4 }),
  ]
  const villa = target(TARGETS.villa, { doors: 1, floors: 2, minutes: 3, location: [2.3488, 48.8805] })
  const large = target(TARGETS.large, { key: true, location: [2.3498, 48.8805] })
  const stop = (targets: [Target, ...Target[]], arrive: number): WalkPack['walk']['stops'][number] => ({
    ...{ stopId: targets[0].id, block: '8a1fb4666a8ffff', street: 'Street', side: 'left', arrive, targets },
    ...{ arriveAt: '2026-03-14T14:00:00+01:00', seconds: 600, location: targets[0].location, confidence: 1 },
  })
  const leg = (seconds: number): WalkPack['walk']['legs'][number] => ({
    ...{ seconds, metres: seconds, steps: [] },
    geometry: {
      type: 'LineString',
      coordinates: [
        [2.3478, 48.8805],
        [2.3488, 48.8805],
      ],
    },
  })
  return {
    ...{ walkId: 'wlk_A_1', planId: 'pln_A', walker: 'a', state: 'leased', cursor: '5.4.1.12.12' },
    ...{ until: '2026-03-14T16:00:00+01:00', changed: [], removed: [], attribution: ['©'], reachMetres: 150 },
    walk: {
      ...{
        walkId: 'wlk_A_1',
        number: 1,
        rank: 1,
        walker: 'a',
        language: 'fr',
        budget: 3_600,
        seconds: 3_000,
      },
      ...{
        metres: 400,
        crossings: {},
        doors: 22,
        prize: 20,
        start: [2.3478, 48.8805],
        end: [2.3478, 48.8805],
      },
      ...{ startAt: '2026-03-14T14:00:00+01:00', endAt: '2026-03-14T14:50:00+01:00' },
      stops: [stop([top], 60), stop([low], 700), stop([villa], 1_400), stop([large], 1_700)],
      reserves: [target(TARGETS.reserve, { location: [2.3508, 48.8805] })],
      legs: [leg(60), leg(0), leg(100), leg(110), leg(200)],
    },
    map: { type: 'FeatureCollection', features: [] },
    ...more,
  }
}
