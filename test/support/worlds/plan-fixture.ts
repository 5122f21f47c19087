/**
 * A made-up quarter and plans in it, for tests of what people get to see: six streets each way, blocks of flats on
 * both sides, walks that go along them. Same options, same plan.
 */
import type { Leg, Plan, Walk, WalkStop, WalkTarget } from '@doorwalk/core/walk/answer'
import { Plan as PlanSchema } from '@doorwalk/core/walk/answer'
import type { MapFeatures } from '@doorwalk/core/paper/map-svg'
import type { Language } from '@doorwalk/core/words/languages'
import { metresBetween, metresPerDegree, type LngLat } from '@doorwalk/core/units'

const ORIGIN: LngLat = [2.347, 48.878]
const EAST_WEST = [
  'Rue Condorcet',
  'Rue de Maubeuge',
  'Rue La Fayette',
  'Rue de Bellefond',
  'Rue Pétrelle',
  'Rue d’Abbeville',
]
const NORTH_SOUTH = [
  'Boulevard de Magenta',
  'Rue Rodier',
  'Rue de Rochechouart',
  'Rue du Faubourg-Poissonnière',
  'Rue Turgot',
  'Rue Milton',
]
const BLOCK_WIDTH = 120
const BLOCK_HEIGHT = 90
const FRONT_METRES = 15
const DEPTH_METRES = 12
const ROAD_HALF_METRES = 6

export interface PlanFixtureOptions {
  walks?: number
  stops?: number
  /** Targets of each stop; more than one makes rows of houses. */
  targets?: number
  reserves?: number
  language?: Language
  closed?: boolean
  /** Address of the first target of each walk, for hostile texts. */
  address?: string
}

interface Front {
  id: string
  street: string
  number: string
  door: LngLat
  onStreet: LngLat
  ring: LngLat[]
}

/** A plan that passes the Plan schema; `stops` × `targets` addresses on each walk. */
export function fixturePlan(options: PlanFixtureOptions = {}): Plan {
  const { walks = 2, closed = true } = options
  const meetingPoint = at(BLOCK_WIDTH * 1.1, -4)
  const built = Array.from({ length: walks }, (_, index) => fixtureWalk(index + 1, meetingPoint, options))
  const seconds = sum(built, (walk) => walk.seconds)
  return PlanSchema.parse({
    id: 'pl_fixture',
    version: 1,
    region: { name: 'fixture', version: '1', attribution: ['© OpenStreetMap contributors (ODbL)', 'INSEE'] },
    seed: 1,
    iterations: 1000,
    stoppedBy: 'iterations',
    profile: 'canvass',
    startAt: '2026-03-14T14:00:00+01:00',
    meetingPoint: closed ? meetingPoint : null,
    assumptions: {
      walkingMetresPerSecond: 1.25,
      entrySeconds: { flats: 60, house: 0 },
      floorSeconds: 15,
      knockSeconds: 35,
      openedShare: 0.3,
      talkSeconds: 180,
      entryProbability: { open: 1, intercom: 0.7, code: 0.5, guard: 0.6, unknown: 0.7 },
      entryTrySeconds: 45,
      slackShare: 0.1,
    },
    warnings: [],
    summary: {
      walks,
      targets: sum(built, (walk) => sum(walk.stops, (stop) => stop.targets.length)),
      doors: sum(built, (walk) => walk.doors),
      prize: sum(built, (walk) => walk.prize),
      seconds,
      metres: sum(built, (walk) => walk.metres),
      balance: 1,
      doorsPerHour: 18,
      leftOut: { not_selected: 1 },
    },
    walks: built,
    leftOut: [{ target: 'osm:w9999', reason: 'not_selected' }],
  })
}

/** Streets and buildings of the quarter. */
export function fixtureMap(): MapFeatures {
  const width = BLOCK_WIDTH * (NORTH_SOUTH.length - 1)
  const height = BLOCK_HEIGHT * (EAST_WEST.length - 1)
  return {
    streets: [
      ...EAST_WEST.map((name, row) => ({
        name,
        class: row === 2 ? 'secondary' : 'residential',
        coordinates: [at(-60, row * BLOCK_HEIGHT), at(width + 60, row * BLOCK_HEIGHT)],
      })),
      ...NORTH_SOUTH.map((name, column) => ({
        name,
        class: column === 0 ? 'primary' : 'residential',
        coordinates: [at(column * BLOCK_WIDTH, -60), at(column * BLOCK_WIDTH, height + 60)],
      })),
      { name: 'Passage Briare', class: 'footway', coordinates: [at(60, 90), at(60, 180)] },
    ],
    footprints: fronts().map(({ id, ring }) => ({ id, rings: [ring] })),
  }
}

function fixtureWalk(number: number, meetingPoint: LngLat, options: PlanFixtureOptions): Walk {
  const { stops = 12, targets = 1, reserves = 4, language = 'fr', closed = true } = options
  const all = fronts()
  const first = ((number - 1) * stops * targets * 2) % all.length
  const take = (index: number): Front => all[(first + index) % all.length]!
  const walkStops: WalkStop[] = []
  const legs: Leg[] = []
  let clock = 0
  let here = meetingPoint
  for (let index = 0; index < stops; index++) {
    const row = Array.from({ length: targets }, (_, place) => take(index * targets + place))
    const head = row[0]!
    if (closed || index > 0) {
      const leg = fixtureLeg(here, head.onStreet, head.street)
      legs.push(leg)
      clock += leg.seconds
    }
    const built = row.map((front, place) =>
      fixtureTarget(front, {
        seed: number * 100 + index * targets + place,
        houses: targets > 1,
        ...(index === 0 && place === 0 && options.address !== undefined ? { address: options.address } : {}),
      }),
    )
    const seconds = Math.round(sum(built, (target) => target.minutes) * 60)
    walkStops.push({
      stopId: built[0]!.id,
      block: '8a1fb4662797fff',
      street: head.street,
      side: index % 2 === 0 ? 'left' : 'right',
      arrive: clock,
      arriveAt: clockAt(clock),
      seconds,
      location: head.onStreet,
      confidence: 0.9,
      targets: built,
    })
    clock += seconds
    here = row.at(-1)!.onStreet
  }
  if (closed && stops > 0) {
    const leg = fixtureLeg(here, meetingPoint, '')
    legs.push(leg)
    clock += leg.seconds
  }
  const knocked = walkStops.flatMap((stop) => stop.targets)
  return {
    walkId: `wk_fixture${number}`,
    number,
    rank: number,
    walker: `v${number}`,
    language,
    budget: 5400,
    seconds: clock,
    metres: sum(legs, (leg) => leg.metres),
    crossings: {},
    doors: sum(knocked, (target) => target.doors),
    prize: sum(knocked, (target) => target.prize),
    start: closed ? meetingPoint : null,
    end: closed ? meetingPoint : null,
    startAt: clockAt(0),
    endAt: clockAt(clock),
    stops: walkStops,
    reserves: Array.from({ length: reserves }, (_, index) =>
      fixtureTarget(take(stops * targets + 3 + index * 2), { seed: 900 + index, houses: targets > 1 }),
    ),
    legs,
  }
}

function fixtureTarget(
  front: Front,
  { seed, houses, address }: { seed: number; houses: boolean; address?: string },
): WalkTarget {
  const doors = houses ? 1 : 4 + ((seed * 7) % 9)
  const key = !houses && seed % 6 === 1
  return {
    id: front.id,
    building: front.id,
    ...(seed % 9 === 4 && !houses ? { entrance: { id: 'e1', label: 'B' } } : {}),
    ...(seed % 11 === 3 && !houses ? { part: { number: 1, of: 2, fromFloor: 4, toFloor: 6 } } : {}),
    address: address ?? `${front.number} ${front.street}`,
    location: front.door,
    doors,
    doorsSource: seed % 3 === 0 ? 'dwellings' : 'grid',
    floors: houses ? 1 : 5 + (seed % 3),
    access: houses ? 'open' : (['intercom', 'code', 'unknown'] as const)[seed % 3]!,
    minutes: houses ? 1.5 : Math.round((doors * 1.5 + 3) * 10) / 10,
    prize: doors,
    ...(key ? { key, why: `Abstention forte au bureau 092${seed % 4}` } : {}),
  }
}

/** Along the street from one place to another: first east or west, then north or south. */
function fixtureLeg(from: LngLat, to: LngLat, street: string): Leg {
  const corner: LngLat = [to[0], from[1]]
  const coordinates = from[0] === to[0] || from[1] === to[1] ? [from, to] : [from, corner, to]
  const metres = Math.round(
    coordinates.slice(1).reduce((m, p, i) => m + metresBetween(coordinates[i]!, p), 0),
  )
  const seconds = Math.round(metres / 1.25)
  const steps =
    metres < 80
      ? []
      : [
          {
            type: 'depart',
            name: street,
            instruction: 'Se diriger vers l’est',
            location: from,
            metres,
            seconds,
          },
          {
            type: 'turn',
            modifier: 'left',
            name: street,
            instruction: street === '' ? 'Tourner à gauche' : `Tourner à gauche sur la ${street}`,
            location: corner,
            metres: 0,
            seconds: 0,
          },
        ]
  return { seconds, metres, geometry: { type: 'LineString', coordinates }, steps }
}

/** Street fronts in walking order: up one side of a street, down the other. */
function fronts(): Front[] {
  const perBlock = Math.floor((BLOCK_WIDTH - 2 * ROAD_HALF_METRES) / FRONT_METRES)
  return EAST_WEST.flatMap((street, row) =>
    [1, -1].flatMap((side) => {
      const ofSide = NORTH_SOUTH.slice(1).flatMap((_, column) =>
        Array.from({ length: perBlock }, (__, place): Front => {
          const x = column * BLOCK_WIDTH + ROAD_HALF_METRES + place * FRONT_METRES
          const y = row * BLOCK_HEIGHT
          const near = y + side * ROAD_HALF_METRES
          const far = near + side * DEPTH_METRES
          const ring = [
            at(x, near),
            at(x + FRONT_METRES, near),
            at(x + FRONT_METRES, far),
            at(x, far),
            at(x, near),
          ]
          const odd = side === 1 ? 1 : 0
          return {
            id: `osm:w${row + 1}${odd}${column}${place}`,
            street,
            number: `${(column * perBlock + place) * 2 + 2 - odd}${place === 3 ? ' bis' : ''}`,
            door: at(x + FRONT_METRES / 2, near),
            onStreet: at(x + FRONT_METRES / 2, y),
            ring,
          }
        }),
      )
      return side === 1 ? ofSide : ofSide.reverse()
    }),
  )
}

/** Metres east and north of the origin, as degrees to six decimals. */
function at(x: number, y: number): LngLat {
  const scale = metresPerDegree(ORIGIN[1])
  return [sixDecimals(ORIGIN[0] + x / scale.lng), sixDecimals(ORIGIN[1] + y / scale.lat)]
}

function sixDecimals(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

function clockAt(seconds: number): string {
  const total = 14 * 3600 + seconds
  const parts = [Math.floor(total / 3600) % 24, Math.floor(total / 60) % 60, total % 60]
  return `2026-03-14T${parts.map((part) => String(part).padStart(2, '0')).join(':')}+01:00`
}

function sum<T>(items: T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0)
}
