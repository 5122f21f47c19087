/** What plots tell of the unmarked buildings on them: a table of the plots that `prepare` keeps. */
import type { Tags } from './extract.ts'

/**
 * - `public`: nobody lives there, address or not: school grounds, hospitals, railway land
 * - `industry`: at most a caretaker
 * - `trade`: shops and offices; in a town with homes above them
 * - `empty`: nobody without an address: allotments, parks, car parks
 * - `farm`: a yard or fields, with the farmhouse and barns
 * - `residential`: homes
 */
export type GroundUse = 'public' | 'industry' | 'trade' | 'empty' | 'farm' | 'residential'

/** Meanings: https://wiki.openstreetmap.org/wiki/Key:landuse, Key:amenity, Key:leisure and so on. */
const GROUNDS: [key: string, use: GroundUse, values: string][] = [
  [
    'amenity',
    'public',
    'school college university kindergarten hospital clinic prison place_of_worship fire_station police courthouse townhall bus_station research_institute',
  ],
  ['amenity', 'industry', 'fuel recycling waste_transfer_station'],
  ['amenity', 'empty', 'grave_yard parking animal_shelter'],
  ['landuse', 'public', 'railway military education religious institutional'],
  ['landuse', 'industry', 'industrial port depot quarry landfill'],
  ['landuse', 'trade', 'commercial retail'],
  [
    'landuse',
    'empty',
    'garages allotments brownfield construction greenhouse_horticulture cemetery plant_nursery recreation_ground',
  ],
  ['landuse', 'farm', 'farmyard farmland meadow orchard vineyard'],
  ['landuse', 'residential', 'residential'],
  ['leisure', 'public', 'sports_centre stadium swimming_pool swimming_area water_park'],
  ['leisure', 'empty', 'park golf_course marina horse_riding pitch track playground'],
  ['man_made', 'industry', 'works wastewater_plant water_works'],
  ['power', 'industry', 'plant substation'],
  ['aeroway', 'public', 'aerodrome apron'],
  ['railway', 'public', 'yard station'],
  ['military', 'public', 'barracks base airfield naval_base'],
  ['historic', 'empty', 'castle archaeological_site'],
  ['natural', 'empty', 'beach'],
  ['tourism', 'empty', 'camp_site caravan_site zoo theme_park'],
]

const uses = new Map<string, Map<string, GroundUse>>()
for (const [key, use, values] of GROUNDS) {
  const byValue = uses.get(key) ?? new Map<string, GroundUse>()
  uses.set(key, byValue)
  for (const value of values.split(' ')) byValue.set(value, use)
}

/** undefined: it tells nothing. A car park below the ground tells nothing of the houses above. */
export function groundUse(tags: Tags | undefined): GroundUse | undefined {
  if (!tags || isBelow(tags)) return undefined
  for (const [key, byValue] of uses) {
    const value = tags[key]
    const use = value === undefined ? undefined : byValue.get(value)
    if (use) return use
  }
  return undefined
}

function isBelow({ parking, location, layer }: Tags): boolean {
  return parking === 'underground' || location === 'underground' || layer?.startsWith('-') === true
}
