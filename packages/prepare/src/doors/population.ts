/** Brings what is expected of uncounted homes near to the people of their place, and remembers by how much. */
import type { Home } from '../homes/homes.ts'
import type { Place } from '../structures/places.ts'
import type { Expected } from './expected.ts'
import { homesInPlaces } from './homes-in-places.ts'

/**
 * How much of the way to the people's households is gone, on a scale of factors. The estimate alone is off by about a
 * third, people ÷ household size by about 15 % (years old, empty and second homes): the best mean of both is weighed by
 * the squares of these, 0.33² ÷ (0.33² + 0.15²).
 */
export const TRUST = 0.8
/** By more than that nothing is scaled: then the number belongs to something else, or the map is not finished. */
const FACTOR_MOST = 3

export interface Peopled extends Place {
  /** Of this place; how much of the way to its households is gone, 0…1. */
  householdSize: number
  trust: number
}

export interface PlaceDoors {
  name: string
  people: number
  date?: string
  /** people ÷ household size */
  households: number
  /** Doors expected by map and registers alone. */
  before: number
  /** By how much what is above one door a building was scaled; 1 where nothing was. */
  factor: number
}

interface Uncounted {
  /** What is expected of each home that nobody counted; changed in place. */
  expected: Map<Home, Expected>
  /** Homes that somebody counted, with their doors. */
  counted: Map<Home, number>
}

/**
 * Scales what is above one door a building, smallest place first; each home once. Of a larger place, what its smaller
 * ones have is taken as given.
 */
export function scaleToPeople(places: Peopled[], { expected, counted }: Uncounted): PlaceDoors[] {
  const open = new Set(expected.keys())
  const inside = homesInPlaces(places, [...new Set([...expected.keys(), ...counted.keys()])])
  return places.map((place, i) => {
    const own: Expected[] = []
    let given = 0
    for (const home of inside[i]!) {
      given += counted.get(home) ?? 0
      const each = expected.get(home)
      if (each && open.delete(home)) own.push(each)
      else given += each?.doors ?? 0
    }
    const before = given + sum(own.map(({ doors }) => doors))
    const households = place.people / place.householdSize
    const wanted = before * (households / (before || 1)) ** place.trust
    const factor = factorFor(own, wanted - given)
    for (const each of own) Object.assign(each, scaled(each, factor))
    const { name, people, date } = place
    return { name, people, ...(date ? { date } : {}), households, before, factor }
  })
}

/** Of all that is above one door a building, so that the sum is as wanted. */
function factorFor(own: Expected[], wanted: number): number {
  const least = sum(own.map(({ doors }) => Math.min(1, doors)))
  const above = sum(own.map(({ doors }) => doors)) - least
  if (above <= 0) return 1
  return Math.min(FACTOR_MOST, Math.max(1 / FACTOR_MOST, (wanted - least) / above))
}

function scaled({ doors, low, high }: Expected, factor: number): Expected {
  const scale = (value: number) => (value <= 1 ? value : 1 + (value - 1) * factor)
  return { doors: scale(doors), low: scale(low), high: scale(high) }
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
