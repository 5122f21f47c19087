/**
 * Who lives in a structure, as far as its tags tell. What is no home stands in the table of `no-home.ts`; what is one,
 * and what takes room on a ground floor, stands here.
 */
import type { BuildingKind, NoDoorsReason } from '@doorwalk/core/building/building'
import type { Tags } from '../osm/extract.ts'
import { KEYS_LIKE_BUILDING, NO_HOMES, type NoHomeRow } from './no-home.ts'

/** `building=*` that stands for one household each, or for one in each address. */
const HOUSES = new Set(
  (
    'house detached semidetached_house semi semi_detached duplex terrace terraced_house townhouse row_house bungalow cabin ' +
    'farm farmhouse villa chalet cottage static_caravan mobile_home houseboat stilt_house trullo ger manor presbytery rectory'
  ).split(' '),
)
const FLATS = new Set(
  'apartments apartment flats flat residential dormitory condominium tenement block_of_flats'.split(' '),
)
/** Of these no tag beside them says that nobody lives there: what they name is on the ground floor. */
const SURELY_FLATS = new Set(
  'apartments apartment flats flat condominium tenement block_of_flats dormitory'.split(' '),
)
const SAYS_NOTHING = new Set(['yes', 'building', 'mixed_use', 'mixed', 'unknown', 'unclassified', 'other'])

const rowsByKey = new Map<string, NoHomeRow[]>()
for (const row of NO_HOMES) rowsByKey.set(row.key, [...(rowsByKey.get(row.key) ?? []), row])
const buildingRows = new Map(
  rowsByKey.get('building')!.flatMap((row) => row.values.map((value) => [value, row] as const)),
)

/**
 * The kinds that `building` names: in small letters, one of several (`house;apartments`), plural or with a space as
 * people write them. Empty for `yes`.
 */
export function kindsOf(value: string | undefined): string[] {
  return (value ?? '')
    .toLowerCase()
    .split(/[;,/]/)
    .map((kind) => kind.trim().replaceAll(/[\s-]+/g, '_'))
    .map((kind) => (isKnown(kind) || !isKnown(kind.replace(/s$/, '')) ? kind : kind.replace(/s$/, '')))
    .filter((kind) => kind !== '' && !SAYS_NOTHING.has(kind))
}

function isKnown(kind: string): boolean {
  return buildingRows.has(kind) || HOUSES.has(kind) || FLATS.has(kind)
}

/** By the tags themselves: every address asks it of every building near. */
const answers = new WeakMap<Tags, { why: NoDoorsReason | undefined }>()

/** Why nobody can live here, or undefined when the tags leave it possible. */
export function noDoorsByTags(tags: Tags): NoDoorsReason | undefined {
  let answer = answers.get(tags)
  if (!answer) answers.set(tags, (answer = { why: whyNoHome(tags) }))
  return answer.why
}

function whyNoHome(tags: Tags): NoDoorsReason | undefined {
  const home = isResidentialTag(tags)
  const sure = home && isSurelyFlats(tags)
  const believed = (row: NoHomeRow | undefined) =>
    row !== undefined && (!home || row.believed === 'always' || (row.believed === 'unless_flats' && !sure))
  for (const key of KEYS_LIKE_BUILDING) {
    for (const kind of kindsOf(tags[key])) {
      const row = buildingRows.get(kind)
      if (believed(row)) return row!.why
    }
  }
  for (const key in tags) {
    for (const row of rowsByKey.get(key) ?? []) if (matches(row, tags[key]!) && believed(row)) return row.why
  }
  return undefined
}

function matches({ values }: NoHomeRow, value: string): boolean {
  if (values[0] === '*') return value !== 'no'
  return value.split(';').some((each) => values.includes(each.trim().toLowerCase()))
}

/** The source says that people live here, whatever else is inside. */
export function isResidentialTag(tags: Tags): boolean {
  if (tags['building:flats'] !== undefined || tags.residential === 'yes') return true
  if (kindsOf(tags.building).some((kind) => HOUSES.has(kind) || FLATS.has(kind))) return true
  return kindsOf(tags['building:use']).some((kind) => HOUSES.has(kind) || FLATS.has(kind))
}

function isSurelyFlats(tags: Tags): boolean {
  return tags['building:flats'] !== undefined || kindsOf(tags.building).some((kind) => SURELY_FLATS.has(kind))
}

/** House or block of flats, where the tags say. */
export function kindByTags(tags: Tags): BuildingKind | undefined {
  const kinds = kindsOf(tags.building)
  if (kinds.some((kind) => SURELY_FLATS.has(kind))) return 'flats'
  if (kinds.some((kind) => HOUSES.has(kind))) return 'house'
  if (Number(tags['building:flats']) > 2) return 'flats'
  return undefined
}

const GROUND_FLOOR_AMENITIES = new Set(
  (
    'restaurant cafe bar pub fast_food ice_cream biergarten bank pharmacy post_office bureau_de_change money_transfer ' +
    'driving_school internet_cafe coworking_space doctors dentist veterinary food_court'
  ).split(' '),
)
const GROUND_FLOOR_HEALTH = new Set(
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
