/**
 * Who is in a building besides those who live there: shops, restaurants, banks and practices on the ground floor,
 * hotels and institutions in more of it.
 */
import type { Tags } from '../osm/extract.ts'

export const GROUND_FLOOR_AMENITIES: ReadonlySet<string> = new Set(
  (
    'restaurant cafe bar pub fast_food ice_cream biergarten bank pharmacy post_office bureau_de_change money_transfer ' +
    'driving_school internet_cafe coworking_space doctors dentist veterinary food_court'
  ).split(' '),
)
export const GROUND_FLOOR_HEALTH: ReadonlySet<string> = new Set(
  'doctor dentist pharmacy physiotherapist optometrist podiatrist psychotherapist alternative audiologist midwife'.split(
    ' ',
  ),
)

/** A shop, restaurant, bank or practice that takes room on the ground floor. */
export function isGroundFloorUse(tags: Tags): boolean {
  if (tags.level !== undefined && !/^0(;|$)|^0[-;]/.test(tags.level)) return false
  return (
    Boolean(tags.shop && tags.shop !== 'vacant' && tags.shop !== 'no') ||
    Boolean(tags.craft && tags.craft !== 'no') ||
    GROUND_FLOOR_AMENITIES.has(tags.amenity ?? '') ||
    GROUND_FLOOR_HEALTH.has(tags.healthcare ?? '')
  )
}

export function isHotel({ tourism }: Tags): boolean {
  return tourism === 'hotel' || tourism === 'hostel'
}

/** Kindergartens and practices are not among them: many are in a house of flats. */
const INSTITUTIONS = new Set(
  (
    'school college university hospital place_of_worship townhall courthouse police fire_station prison library ' +
    'theatre cinema community_centre arts_centre'
  ).split(' '),
)

/** What has a building of its own, but for closed blocks. */
export function isInstitution({ amenity, tourism }: Tags): boolean {
  return INSTITUTIONS.has(amenity ?? '') || tourism === 'museum'
}
