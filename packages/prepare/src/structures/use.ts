/**
 * Who lives in a structure, as far as its tags tell: a table one can read, correct and translate into a report line.
 */
import type { BuildingKind, NoDoorsReason } from '@doorwalk/core/building/building'
import type { Tags } from '../osm/extract.ts'

/** `building=*` (https://wiki.openstreetmap.org/wiki/Key:building). What is not listed, and `yes`, says nothing. */
const BUILDING_USE: Record<'outbuilding' | 'public' | 'commercial' | 'ruin', string> = {
  outbuilding:
    'garage garages carport shed roof hut greenhouse barn stable cowshed sty service kiosk toilets bunker tent bridge ' +
    'transformer_tower water_tower storage_tank silo ship container boathouse beach_hut guardhouse gazebo ' +
    'farm_auxiliary allotment_house canopy parking wall tank digester slurry_tank balcony bicycle_parking',
  public:
    'school kindergarten college university hospital clinic church cathedral chapel mosque synagogue temple shrine ' +
    'monastery religious train_station transportation station public civic government townhall ' +
    'fire_station police courthouse prison museum library theatre sports_hall sports_centre stadium grandstand ' +
    'riding_hall pavilion community_centre military barracks embassy',
  commercial:
    'commercial retail office industrial warehouse supermarket hotel hostel hangar factory manufacture shop mall ' +
    'bank restaurant cinema storage depot works brewery data_center',
  ruin: 'ruins construction demolished collapsed abandoned proposed',
}

const AMENITY_USE: Record<'outbuilding' | 'public' | 'commercial', string> = {
  outbuilding:
    'parking bicycle_parking shelter toilets balcony waste_disposal recycling motorcycle_parking fuel',
  public:
    'school kindergarten childcare college university music_school hospital clinic place_of_worship townhall ' +
    'courthouse police fire_station prison library theatre arts_centre community_centre public_building ' +
    'social_facility nursing_home exhibition_centre conference_centre funeral_hall crematorium monastery bus_station',
  commercial: 'cinema nightclub casino marketplace car_wash car_rental',
}

const HOUSES = new Set(
  'house detached semidetached_house terrace bungalow cabin farm villa static_caravan'.split(' '),
)
const FLATS = new Set('apartments residential dormitory tower'.split(' '))

/** A hotel node inside a building this small takes the whole house; in a larger one only some of it. */
export const WHOLE_HOTEL_MAX_M2 = 600

const byValue = (table: Record<string, string>) =>
  new Map(
    Object.entries(table).flatMap(([use, values]) => values.split(' ').map((value) => [value, use] as const)),
  )
const buildingUse = byValue(BUILDING_USE)
const amenityUse = byValue(AMENITY_USE)

/** Why nobody can live here, or undefined when the tags leave it possible. */
export function noDoorsByTags(tags: Tags): NoDoorsReason | undefined {
  if (isResidentialTag(tags)) return undefined
  const use = buildingUse.get(tags.building ?? '') ?? amenityUse.get(tags.amenity ?? '')
  if (isReason(use)) return use
  if (tags.ruins === 'yes' || tags.abandoned === 'yes') return 'ruin'
  if (tags.tourism === 'hotel' || tags.tourism === 'hostel' || tags.office) return 'commercial'
  if (tags.tourism === 'museum' || tags.tourism === 'gallery') return 'public'
  // The French cadastre import marks light constructions (canopies, sheds) with wall=no.
  if (tags.wall === 'no' || tags.man_made || tags.power || tags.railway) return 'outbuilding'
  if (tags.location === 'underground' || tags.location === 'roof') return 'outbuilding'
  if (tags.shop === 'mall' || tags.shop === 'supermarket' || tags.shop === 'department_store')
    return 'commercial'
  if (tags.leisure) return 'public'
  return undefined
}

/** The source says that people live here, whatever else is inside. */
export function isResidentialTag(tags: Tags): boolean {
  return (
    HOUSES.has(tags.building ?? '') || FLATS.has(tags.building ?? '') || tags['building:flats'] !== undefined
  )
}

/** House or block of flats, where the tags say. */
export function kindByTags(tags: Tags): BuildingKind | undefined {
  if (HOUSES.has(tags.building ?? '')) return 'house'
  if (tags.building === 'apartments' || tags.building === 'dormitory') return 'flats'
  if (Number(tags['building:flats']) > 2) return 'flats'
  return undefined
}

const GROUND_FLOOR_AMENITIES = new Set(
  (
    'restaurant cafe bar pub fast_food ice_cream bank pharmacy post_office bureau_de_change driving_school ' +
    'doctors dentist veterinary food_court'
  ).split(' '),
)

/** A shop, restaurant, bank or practice that takes room on the ground floor. */
export function isGroundFloorUse(tags: Tags): boolean {
  if (tags.level !== undefined && !/^0(;|$)|^0[-;]/.test(tags.level)) return false
  return (
    Boolean(tags.shop && tags.shop !== 'vacant') ||
    Boolean(tags.craft) ||
    GROUND_FLOOR_AMENITIES.has(tags.amenity ?? '')
  )
}

function isReason(use: string | undefined): use is 'outbuilding' | 'public' | 'commercial' | 'ruin' {
  return use === 'outbuilding' || use === 'public' || use === 'commercial' || use === 'ruin'
}
