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
    'school college university kindergarten hospital clinic prison place_of_worship fire_station police courthouse townhall bus_station research_institute monastery ferry_terminal exhibition_centre crematorium public_bath ranger_station',
  ],
  ['amenity', 'industry', 'fuel recycling waste_transfer_station vehicle_inspection car_wash boat_storage'],
  [
    'amenity',
    'trade',
    'marketplace conference_centre events_venue theatre cinema casino library community_centre arts_centre nursing_home car_rental',
  ],
  ['healthcare', 'public', 'hospital rehabilitation'],
  ['amenity', 'empty', 'grave_yard parking animal_shelter animal_boarding animal_breeding'],
  ['landuse', 'public', 'railway military education religious institutional'],
  ['landuse', 'industry', 'industrial port harbour depot quarry landfill'],
  ['landuse', 'trade', 'commercial retail'],
  [
    'landuse',
    'empty',
    'garages allotments brownfield construction greenhouse_horticulture cemetery churchyard plant_nursery recreation_ground fairground greenfield aquaculture salt_pond winter_sports',
  ],
  ['landuse', 'farm', 'farmyard farmland meadow orchard vineyard'],
  ['landuse', 'residential', 'residential'],
  ['leisure', 'public', 'sports_centre sports_hall stadium swimming_pool swimming_area water_park ice_rink'],
  [
    'leisure',
    'empty',
    'park golf_course miniature_golf marina horse_riding pitch track playground dog_park summer_camp beach_resort',
  ],
  [
    'man_made',
    'industry',
    'works wastewater_plant water_works pumping_station storage_tank mineshaft petroleum_well',
  ],
  ['power', 'industry', 'plant substation'],
  ['telecom', 'industry', 'data_center data_centre exchange'],
  // Some are drawn inside a house, with homes above.
  [
    'shop',
    'trade',
    'mall supermarket department_store wholesale doityourself garden_centre car furniture trade',
  ],
  ['aeroway', 'public', 'aerodrome apron terminal'],
  ['public_transport', 'public', 'station'],
  ['railway', 'public', 'yard station'],
  ['military', 'public', 'barracks base airfield naval_base'],
  ['historic', 'empty', 'castle fort archaeological_site'],
  ['natural', 'empty', 'beach'],
  ['tourism', 'empty', 'camp_site caravan_site zoo theme_park'],
  ['tourism', 'trade', 'hotel motel hostel resort museum aquarium'],
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
