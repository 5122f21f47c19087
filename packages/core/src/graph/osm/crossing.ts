/** What it costs to change the side of a street on foot, by its traffic and by how one may cross there. */
import { UNREACHABLE, type Deciseconds } from '../../units.ts'
import { CROSSINGS, type Crossing } from './flags.ts'
import { CLASSES, type StreetClass } from './street-class.ts'

/**
 * Deciseconds to cross one carriageway. Own proposal, table in docs/streets.md: the way across is about 8 m on a quiet
 * street and 15 m on a main road; a light is red for half a minute every other time; without any crossing one waits for
 * a gap. Main roads count twice the wait, so that plans keep to one side of a boulevard
 * (docs/decisions/0024-main-roads.md).
 */
const COST: Partial<Record<StreetClass, Readonly<Record<Crossing, Deciseconds>>>> = {
  living: { none: 30, unmarked: 30, marked: 30, signals: 60 },
  residential: { none: 60, unmarked: 60, marked: 50, signals: 100 },
  tertiary: { none: 150, unmarked: 150, marked: 120, signals: 200 },
  secondary: { none: 900, unmarked: 800, marked: 500, signals: 600 },
  primary: { none: 1000, unmarked: 900, marked: 600, signals: 700 },
  trunk: { none: 1800, unmarked: 1600, marked: 1000, signals: 800 },
}
/** One half of a dual carriageway, per cent of a whole street. */
const HALF = 60
/** Crossed anywhere along the street, not only at its junctions. */
const ANYWHERE: ReadonlySet<StreetClass> = new Set<StreetClass>(['living', 'residential'])
/** Loud enough to be said, and to be counted on a walk. */
export const BUSY_CLASSES = ['tertiary', 'secondary', 'primary', 'trunk'] as const satisfies StreetClass[]
export type BusyClass = (typeof BUSY_CLASSES)[number]

/** Sides of these streets are walked apart; all others are as narrow as a path. */
export const SIDED: readonly boolean[] = CLASSES.map((street) => COST[street] !== undefined)

export function isBusy(street: StreetClass): street is BusyClass {
  return BUSY_CLASSES.some((busy) => busy === street)
}

/**
 * Deciseconds of crossing at a vertex, by street (index in CLASSES), kind (index in CROSSINGS), whether the street is
 * half of a dual carriageway and whether streets meet there, where crossing is lawful even without markings.
 * UNREACHABLE where a busy road has neither junction nor crossing, 0 where there are no sides.
 */
export function crossingTime({ street, kind, oneway, junction }: CrossingPlace): Deciseconds {
  return CROSSING_TIMES[16 * street + 4 * kind + 2 * oneway + junction]!
}

interface CrossingPlace {
  street: number
  kind: number
  oneway: 0 | 1
  junction: 0 | 1
}

/** A table, since a cold start asks ten thousand times. */
const CROSSING_TIMES = Int32Array.from(
  CLASSES.flatMap((street) =>
    CROSSINGS.flatMap((kind) => [false, true].flatMap((oneway) => timesAt(street, kind, oneway))),
  ),
)

/** Between junctions and at one. */
function timesAt(street: StreetClass, kind: Crossing, oneway: boolean): [Deciseconds, Deciseconds] {
  const cost = COST[street]
  if (!cost) return [0, 0]
  const time = oneway && isBusy(street) ? Math.round((cost[kind] * HALF) / 100) : cost[kind]
  return [kind === 'none' && !ANYWHERE.has(street) ? UNREACHABLE : time, time]
}

/** Crossing between two doors of one stretch of street; UNREACHABLE on busy roads: walk to a crossing. */
export function crossingBetweenDoors(street: StreetClass): Deciseconds {
  const cost = COST[street]
  if (!cost) return 0
  return ANYWHERE.has(street) ? cost.none : UNREACHABLE
}
