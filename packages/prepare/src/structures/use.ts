/**
 * Who lives in a structure, as far as its tags tell. What is no home stands in the table of `no-home.ts`; what is one
 * stands here.
 */
import type { BuildingKind, NoDoorsReason } from '@doorwalk/core/building/building'
import type { Tags } from '../osm/extract.ts'
import { groundUse, type GroundUse } from '../osm/ground.ts'
import { KEYS_LIKE_BUILDING, NO_HOMES, type NoHomeRow } from './no-home.ts'

/** `building=*` that stands for one household each, or for one in each address. */
const HOUSES = new Set(
  (
    'house detached semidetached_house semi semi_detached duplex terrace terraced_house townhouse row_house bungalow cabin ' +
    'farm farmhouse villa chalet cottage static_caravan mobile_home houseboat stilt_house trullo ger manor mansion presbytery ' +
    'rectory vicarage parsonage townhouses terraced maisonette yurt log_cabin barn_conversion'
  ).split(' '),
)
/** Of these no tag beside them says that nobody lives there: what they name is on the ground floor. */
const SURELY_FLATS = new Set(
  (
    'apartments apartment flats flat condominium tenement block_of_flats tower_block ' +
    'dormitory residence_hall hall_of_residence student_housing social_housing public_housing almshouse'
  ).split(' '),
)
const FLATS = new Set([...SURELY_FLATS, 'residential', 'residence', 'dwelling'])
/** A longer name with one of these in it is a home, whatever its last word is. */
const HOME_WORDS = new Set(
  'house detached bungalow villa cottage apartments apartment flats flat residential dwelling condominium'.split(
    ' ',
  ),
)
const SAYS_NOTHING = new Set(['yes', 'building', 'mixed_use', 'mixed', 'unknown', 'unclassified', 'other'])

const rowsByKey = new Map<string, NoHomeRow[]>()
for (const row of NO_HOMES) rowsByKey.set(row.key, [...(rowsByKey.get(row.key) ?? []), row])
const buildingRows = new Map(
  rowsByKey.get('building')!.flatMap((row) => row.values.map((value) => [value, row] as const)),
)

const kindsByValue = new Map<string, string[]>()

/**
 * The kinds that `building` names, each as the table spells it where it knows it: in any case, one of several
 * (`house;apartments`), plural or with a space as people write them, or by the last word of a longer name
 * (`garden_shed`). Empty for `yes`.
 */
export function kindsOf(value: string | undefined): string[] {
  if (value === undefined) return []
  let kinds = kindsByValue.get(value)
  if (!kinds) kindsByValue.set(value, (kinds = readKinds(value)))
  return kinds
}

function readKinds(value: string): string[] {
  return value
    .toLowerCase()
    .split(/[;,/]/)
    .map((kind) => kind.trim().replaceAll(/[\s-]+/g, '_'))
    .map((kind) => knownAs(kind) ?? kind)
    .filter((kind) => kind !== '' && !SAYS_NOTHING.has(kind))
}

/** Kinds by their letters alone: `boat_house` is written `boathouse`, too. */
const byLetters = new Map(
  [...buildingRows.keys(), ...HOUSES, ...FLATS, ...SAYS_NOTHING].map((kind) => [letters(kind), kind]),
)

function letters(kind: string): string {
  return kind.replaceAll('_', '')
}

/**
 * Of a longer name the last words that are known: a `garden_shed` is a shed, a `school_building` a school. With a word
 * for a home in it, only what stands beside homes counts: a `detached_garage`, but no `apartment_tower`.
 */
function knownAs(kind: string): string | undefined {
  const words = kind.split('_').filter((word) => word !== '')
  const whole = spelled(words)
  if (whole !== undefined || words.length < 2) return whole
  const last = words.at(-1)!
  if (last === 'building' || last === 'block') return spelled(words.slice(0, -1))
  const tails = words.map((_, from) => spelled(words.slice(from)))
  const tail = tails.find((name) => name !== undefined && buildingRows.has(name))
  const home = words.map((word) => spelled([word])).find((name) => name !== undefined && HOME_WORDS.has(name))
  if (home === undefined) return tail
  return tail !== undefined && tail !== 'tower' && buildingRows.get(tail)!.why === 'outbuilding' ? tail : home
}

function spelled(words: string[]): string | undefined {
  const name = words.join('')
  const endings = [
    name,
    `${name}s`,
    name.replace(/s$/, ''),
    name.replace(/es$/, ''),
    name.replace(/ies$/, 'y'),
  ]
  return endings.map((each) => byLetters.get(each)).find((kind) => kind !== undefined)
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
    if (ON_ROOFS.has(key) && tags['generator:source'] === 'solar') continue
    for (const row of rowsByKey.get(key) ?? []) if (matches(row, tags[key]!) && believed(row)) return row.why
  }
  return home ? undefined : GROUND_REASONS[groundUse(tags) ?? 'residential']
}

/** What panels on a roof say of themselves, where they are written on the building below. */
const ON_ROOFS = new Set(['power', 'location'])

/** Of a use of land that is written on the building itself. */
const GROUND_REASONS: Readonly<Record<GroundUse, NoDoorsReason | undefined>> = {
  public: 'public',
  industry: 'commercial',
  trade: 'commercial',
  empty: 'outbuilding',
  farm: undefined,
  residential: undefined,
}

/** One value, as nearly all are. */
const PLAIN_VALUE = /^[a-z_]+$/

function matches({ values, but }: NoHomeRow, value: string): boolean {
  if (PLAIN_VALUE.test(value))
    return values[0] === '*' ? value !== 'no' && !but?.has(value) : values.includes(value)
  const each = value.split(';').map((part) => part.trim().toLowerCase())
  if (values[0] === '*') return value !== 'no' && !each.some((part) => but?.has(part))
  return each.some((part) => values.includes(part))
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
