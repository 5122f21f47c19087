/**
 * How many doors to expect in a home that nobody counted: a mean of what it would be as a house and as a block of
 * flats, weighed by how much it looks like either, times how sure it is that people live there at all.
 */
import { mix, ramp } from '../geometry/ramp.ts'
import { kindByTags } from '../structures/use.ts'
import type { Home } from '../homes/homes.ts'

export interface Expected {
  /** A mean, not a whole number. */
  doors: number
  low: number
  high: number
}

/** What `bench/doors` fits and holds against the other place. */
export interface Measures {
  /** Gross floor area of one flat with its share of stairs and walls, m². */
  flatM2: number
}

/**
 * Chosen between what single sources ask for: the grid of Bondy 111, the grid of Paris 114, the entrances of Bondy's
 * register about 80 (`npm run bench:doors`). A grid counts households, a register dwellings, empty ones too.
 */
export const MEASURES: Measures = { flatM2: 100 }
/**
 * In a centre offices, practices and hotels are among the flats: up to so much more for each flat where so many
 * shops are within 100 m; less in a building that its tags call one of flats. From Paris (median 15 shops, grid) and
 * Geneva (9 shops).
 */
const CENTRE = { more: { flats: 0.3, other: 0.9 }, shops: { from: 2, to: 15 } }
/** Of the floor area of a flat: what tags call flats has little else in it, also where no shop is near. */
const FLATS_ONLY = 0.9
/**
 * Gross floor area of the flats on one landing of a stair, m²: two of 100 m² (register of Bondy: median 2.0 flats a
 * landing, quartiles 1.9 and 3.2).
 */
const LANDING_M2 = 200
/**
 * About the 10 % and 90 % points of counted ÷ expected at register entrances; `prepare` prints them for each
 * register.
 */
const FLATS_INTERVAL = { tagged: { low: 0.6, high: 1.8 }, guessed: { low: 0.5, high: 2.5 } }
/** A house may hold another household below its roof. */
const HOUSE_HIGH = 2

/**
 * Flats by floor area; where several addresses show how many stairs there are, the geometric mean of that and of two
 * flats on each landing: stairs of one flat a floor are as rare as those of six.
 */
function flatsIn(home: Home, flatM2: number): number {
  const { floorArea, around, addresses, mixture, storeys, structure } = home
  const isFlats = kindByTags(structure.tags) === 'flats'
  const centre = ramp(around.shops, CENTRE.shops) * CENTRE.more[isFlats ? 'flats' : 'other']
  const byArea = floorArea / (flatM2 * (isFlats ? FLATS_ONLY : 1) * (1 + centre))
  return addresses.length < 2 ? byArea : Math.sqrt(byArea * (LANDING_M2 / flatM2) * storeys * mixture.houses)
}

/** Of the whole home, all its street doors together. */
export function expectedDoors(home: Home, { flatM2 }: Measures = MEASURES): Expected {
  const { mixture, lived, addresses, levelsSource, structure } = home
  const inFlats = Math.max(1, flatsIn(home, flatM2))
  const doors = lived.share * Math.max(mixture.houses, mix(mixture.flats, { a: mixture.houses, b: inFlats }))
  const sure = levelsSource === 'tag' ? FLATS_INTERVAL.tagged : FLATS_INTERVAL.guessed
  const least = lived.share === 1 && (addresses.length > 0 || structure.tags.building !== 'yes') ? 1 : 0
  const low = mix(mixture.flats, { a: Math.min(doors, mixture.houses * lived.share), b: sure.low * doors })
  const high = mix(mixture.flats, { a: HOUSE_HIGH * Math.max(doors, mixture.houses), b: sure.high * doors })
  return { doors, low: Math.max(least, low), high: Math.max(1, high) }
}
