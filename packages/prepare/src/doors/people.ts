/** How many people live where: as the caller says (`--population`), else as the boundaries of OpenStreetMap do. */
import { basename, extname } from 'node:path'
import { fieldError, VisibleError } from '@doorwalk/core/error'
import { boxOf, isInside, signedArea, type Plane, type XY } from '../geometry/plane.ts'
import { polygonsOf, readFeatures, type Feature } from '../tables/geojson.ts'
import type { Place } from '../structures/places.ts'
import { HOUSEHOLD_SIZES, householdSize } from './household-size.ts'
import { TRUST, type Peopled } from './population.ts'

/** More people than any region has. */
const PEOPLE_MOST = 30_000_000
/** Properties that count people, best first; `ind` are INSEE's. */
const PEOPLE_FIELDS = ['population', 'people', 'pop', 'ind', 'inhabitants']
const NAME_FIELDS = ['name', 'nom', 'code', 'id']

/** What the caller says of people, checked. */
export interface PeopleWish {
  /** In the whole region. */
  people?: number
  /** GeoJSON of polygons with their people. */
  file?: string
  householdSize?: number
}

/**
 * @param population a number of people, or the path of a GeoJSON file
 * @throws VisibleError `population.wrong`, `household_size.wrong`
 */
export function peopleWish({
  population,
  householdSize,
}: Record<'population' | 'householdSize', string | undefined>): PeopleWish {
  return {
    ...(population === undefined ? {} : populationOf(population)),
    ...(householdSize === undefined ? {} : { householdSize: sizeOf(householdSize) }),
  }
}

function populationOf(text: string): PeopleWish {
  if (['.geojson', '.json'].includes(extname(text).toLowerCase())) return { file: text }
  const people = /^\d+$/.test(text.trim()) ? Number(text) : NaN
  if (people >= 1 && people <= PEOPLE_MOST) return { people }
  throw fieldError(
    'population.wrong',
    '--population',
    `"${text}" came; expected the number of people in the region, from 1 to ${PEOPLE_MOST}, or a .geojson file of polygons with "population".`,
  )
}

function sizeOf(text: string): number {
  const size = /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : NaN
  const { least, most } = HOUSEHOLD_SIZES
  if (size >= least && size <= most) return size
  throw fieldError(
    'household_size.wrong',
    '--household-size',
    `"${text}" came; expected people per household, a number from ${least} to ${most} such as 2.2.`,
  )
}

/**
 * Places with their people and the size of their households, smallest first. What the caller says replaces what
 * OpenStreetMap does, and is trusted whole.
 *
 * @param country ISO 3166-1, for the size of households where the caller does not say it
 * @throws VisibleError `population.polygon`, `population.people`, `geojson.*`
 */
export async function peopledPlaces(
  wish: PeopleWish,
  { plane, country, places }: { plane: Plane; country: string | undefined; places: Place[] },
): Promise<Peopled[]> {
  const said = wish.file === undefined ? regionOf(wish) : await placesIn(wish.file, plane)
  const own = wish.householdSize ?? householdSize(country)
  return (said ?? places).map((place) => ({ ...place, householdSize: own, trust: said ? 1 : TRUST }))
}

function regionOf({ people }: PeopleWish): Place[] | undefined {
  return people === undefined
    ? undefined
    : [{ name: 'The region', people, areaM2: Infinity, has: () => true }]
}

async function placesIn(file: string, plane: Plane): Promise<Place[]> {
  const name = `--population ${basename(file)}`
  const features = await readFeatures(file, '--population')
  const places = features.map(({ number, properties, geometry }): Place => {
    const polygons = polygonsOf(geometry)
    if (!polygons) {
      const came = geometry?.type ?? 'feature without geometry'
      const why = `${name}: feature ${number} is a ${came}; expected a Polygon or MultiPolygon.`
      throw new VisibleError('input', 'population.polygon', why)
    }
    const shapes = polygons.map((rings) => rings.map((ring) => ring.map((point): XY => plane.toXY(point))))
    const has = (point: XY) => shapes.some((rings) => isInside(point, rings))
    const areaM2 = shapes.reduce((sum, [outer = []]) => sum + Math.abs(signedArea(outer)), 0)
    const people = peopleIn({ number, properties }, name)
    return { name: nameOf(properties, number), people, areaM2, box: boxOf(shapes.flat(2)), has }
  })
  return places.sort((a, b) => a.areaM2 - b.areaM2)
}

function nameOf(properties: Feature['properties'], number: number): string {
  const name = NAME_FIELDS.map((field) => properties[field]).find(
    (value) => value !== undefined && value !== null,
  )
  return typeof name === 'string' || typeof name === 'number' ? `${name}` : `feature ${number}`
}

function peopleIn({ number, properties }: Pick<Feature, 'number' | 'properties'>, name: string): number {
  const field = PEOPLE_FIELDS.find((each) => properties[each] !== undefined && properties[each] !== null)
  const came = field === undefined ? undefined : properties[field]
  const people = typeof came === 'string' && came.trim() !== '' ? Number(came) : came
  if (typeof people === 'number' && people >= 0 && people <= PEOPLE_MOST) return people
  const said =
    field === undefined ? `none of ${PEOPLE_FIELDS.join(', ')}` : `"${field}": ${JSON.stringify(came)}`
  const why = `${name}: feature ${number} has ${said}; expected the number of people, from 0 to ${PEOPLE_MOST}.`
  throw new VisibleError('input', 'population.people', why)
}
