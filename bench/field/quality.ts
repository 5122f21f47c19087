/**
 * Whether a person would like these walks, counted in a plan as it is answered: street sides that two walks share in
 * turns, buildings split or come back to, and time spent on the way between floors.
 */

/** What is read of a plan, of any version. */
export interface WalkedPlan {
  walks: {
    number: number
    /** Seconds. */
    budget: number
    stops: {
      street: string
      side: 'left' | 'right' | null
      location: readonly [lng: number, lat: number]
      seconds: number
      targets: { id: string; building?: string | undefined }[]
    }[]
    legs: { seconds: number }[]
  }[]
}

export interface Quality {
  stops: number
  /** Changes from walk to walk along a street side, beyond those that so many walks need: A B A is one. */
  interleaved: number
  buildings: number
  /** On two or more walks although one budget would hold them. */
  split: number
  /** Walks that come back to a building after another one. */
  apart: number
  /** Seconds of legs between two stops of one street door, and of all legs. */
  floors: number
  walking: number
}

/** A building may fill so much of a budget before it has to be shared. */
const ONE_WALK = 0.9
/** With fewer stops on a side nothing can be interleaved. */
const LEAST_ON_SIDE = 3

export function qualityOf(plan: WalkedPlan): Quality {
  const buildings = [...buildingsOf(plan).values()]
  const legs = plan.walks.flatMap(({ legs }) => legs)
  return {
    stops: plan.walks.reduce((sum, { stops }) => sum + stops.length, 0),
    interleaved: sidesOf(plan).reduce((sum, side) => sum + interleavedOn(side), 0),
    buildings: buildings.length,
    split: buildings.filter(isSplit).length,
    apart: buildings.reduce((sum, { places }) => sum + [...places.values()].filter(isApart).length, 0),
    floors: plan.walks.reduce((sum, walk) => sum + floorSeconds(walk), 0),
    walking: legs.reduce((sum, { seconds }) => sum + seconds, 0),
  }
}

export function sumOf(all: Quality[]): Quality {
  const none = { stops: 0, interleaved: 0, buildings: 0, split: 0, apart: 0, floors: 0, walking: 0 }
  const sum = (of: keyof Quality): number => all.reduce((total, quality) => total + quality[of], 0)
  return Object.fromEntries(
    Object.keys(none).map((of) => [of, sum(of as keyof Quality)]),
  ) as unknown as Quality
}

/** In percent: of the stops, of the buildings, of the walking time. */
export function sharesOf(quality: Quality): {
  interleaved: number
  split: number
  apart: number
  floors: number
} {
  const percent = (part: number, whole: number): number => (100 * part) / Math.max(1, whole)
  return {
    interleaved: percent(quality.interleaved, quality.stops),
    split: percent(quality.split, quality.buildings),
    apart: percent(quality.apart, quality.buildings),
    floors: percent(quality.floors, quality.walking),
  }
}

interface OnSide {
  walk: number
  at: readonly [lng: number, lat: number]
}

function sidesOf({ walks }: WalkedPlan): OnSide[][] {
  const sides = new Map<string, OnSide[]>()
  for (const { number, stops } of walks) {
    for (const { street, side, location } of stops) {
      if (street === '') continue
      const name = `${street}|${side}`
      sides.set(name, [...(sides.get(name) ?? []), { walk: number, at: location }])
    }
  }
  return [...sides.values()]
}

/** Stops in order along the main axis of where they lie. */
function interleavedOn(side: OnSide[]): number {
  if (side.length < LEAST_ON_SIDE) return 0
  const narrow = Math.cos((side[0]!.at[1] * Math.PI) / 180)
  const points = side.map(({ at: [lng, lat] }) => [lng * narrow, lat] as const)
  const mean = (axis: 0 | 1): number => points.reduce((sum, point) => sum + point[axis], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  let [xx, yy, xy] = [0, 0, 0]
  for (const [px, py] of points) {
    xx += (px - x) ** 2
    yy += (py - y) ** 2
    xy += (px - x) * (py - y)
  }
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy)
  const order = side
    .map(({ walk }, index) => {
      const [px, py] = points[index]!
      return { walk, along: px * Math.cos(angle) + py * Math.sin(angle) }
    })
    .sort((a, b) => a.along - b.along || a.walk - b.walk)
    .map(({ walk }) => walk)
  const changes = order.slice(1).filter((walk, index) => walk !== order[index]).length
  return changes - (new Set(order).size - 1)
}

interface OfBuilding {
  /** Of all its stops. */
  seconds: number
  /** Of the first walk that comes to it. */
  budget: number
  /** By walk, which of its stops. */
  places: Map<number, number[]>
}

function buildingsOf({ walks }: WalkedPlan): Map<string, OfBuilding> {
  const buildings = new Map<string, OfBuilding>()
  for (const { number, budget, stops } of walks) {
    stops.forEach(({ seconds, targets }, index) => {
      for (const name of new Set(targets.map(buildingOf))) {
        const building = buildings.get(name) ?? { seconds: 0, budget, places: new Map<number, number[]>() }
        building.seconds += seconds
        building.places.set(number, [...(building.places.get(number) ?? []), index])
        buildings.set(name, building)
      }
    })
  }
  return buildings
}

function buildingOf({ id, building }: { id: string; building?: string | undefined }): string {
  return building ?? id.split(/[!#]/)[0]!
}

function isSplit({ seconds, budget, places }: OfBuilding): boolean {
  return places.size > 1 && seconds <= ONE_WALK * budget
}

function isApart(places: number[]): boolean {
  return places.at(-1)! - places[0]! > places.length - 1
}

/** On legs from one part of an entrance to another: changing floors is in the time of the stops. */
function floorSeconds({ stops, legs }: WalkedPlan['walks'][number]): number {
  const before = legs.length < stops.length ? 0 : 1
  const door = (stop: number): string | undefined => stops[stop]?.targets[0]!.id.split('#')[0]
  return legs.reduce((sum, { seconds }, leg) => {
    const from = door(leg - before)
    return from !== undefined && from === door(leg - before + 1) ? sum + seconds : sum
  }, 0)
}
