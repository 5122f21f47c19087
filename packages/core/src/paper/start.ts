/** Where a walk begins, in words: an address, a crossing or a street of our own data, whichever lies nearest. */
import { addressOrder } from '../building/address-order.ts'
import { loadBuildings } from '../building/load.ts'
import type { Regions } from '../ports.ts'
import { roundedPlace } from '../request/rounded-starts.ts'
import { type LngLat, type Metres, metresBetween, metresPerDegree } from '../units.ts'
import type { Walk } from '../walk/answer.ts'
import { writeAddress } from '../words/address.ts'
import { wordsOf } from '../words/languages.ts'
import { writeStreet } from '../words/street-names.ts'
import { type WalksOfRegion, boxAround, manifestIfThere } from './map-around.ts'
import type { MapFeatures } from './map-svg.ts'

/** By place, as text: the address there. */
export type StartAddresses = Readonly<Record<string, string>>

const ADDRESS_METRES: Metres = 30
const CROSSING_METRES: Metres = 25
/** A place that is rounded lies up to 66 m from where it was. */
const STREET_METRES: Metres = 80

/**
 * Of meeting points; never of a start that may be somebody's own, which is told by its street alone.
 *
 * Cost: decodes the buildings of one tile for each place, some 20 ms.
 */
export async function startAddresses(
  regions: Regions,
  { walks, region }: WalksOfRegion,
): Promise<StartAddresses> {
  const manifest = await manifestIfThere(regions, region)
  const places = new Map(walks.flatMap(({ start }) => (start === null ? [] : [[String(start), start]])))
  const found: Record<string, string> = {}
  for (const [key, place] of places) {
    const box = boxAround([place], ADDRESS_METRES)
    if (manifest === undefined || isPerhapsOwn(place) || box === undefined) continue
    const targets = (await loadBuildings(regions, manifest, box)).flatMap((building) => building.targets)
    let nearest = ADDRESS_METRES
    for (const { address, location } of targets) {
      const metres = metresBetween(place, location)
      if (address === undefined || address.number === '' || metres > nearest) continue
      nearest = metres
      found[key] = writeAddress(
        address,
        addressOrder(manifest, () => targets.flatMap((target) => target.address ?? [])),
      )
    }
  }
  return found
}

/** Own starts are rounded before a walk is made for them; a meeting point that is round by chance loses its number. */
function isPerhapsOwn(place: LngLat): boolean {
  return String(roundedPlace(place)) === String(place)
}

/** "12 rue Condorcet", "corner of … and …", "near …"; empty where nothing lies near, or the walk has no start. */
export function sayStart(
  { start, language }: Pick<Walk, 'start' | 'language'>,
  { streets, addresses }: Pick<MapFeatures, 'streets'> & { addresses: StartAddresses },
): string {
  if (start === null) return ''
  const words = wordsOf(language)
  const address = addresses[String(start)]
  if (address !== undefined) return address
  const named = streets.filter(({ name }) => name !== '')
  const crossing = isPerhapsOwn(start) ? undefined : crossingAt(start, named)
  if (crossing) return words.corner(...crossing)
  const [nearest] = named
    .map(({ name, coordinates }) => ({ name, metres: metresFrom(start, coordinates) }))
    .filter(({ metres }) => metres <= STREET_METRES)
    .sort((a, b) => a.metres - b.metres)
  return nearest ? words.near(writeStreet(nearest.name)) : ''
}

/** Two streets that meet where one stands. */
function crossingAt(at: LngLat, streets: MapFeatures['streets']): [one: string, other: string] | undefined {
  const ends = new Map<string, { metres: Metres; names: Set<string> }>()
  for (const { name, coordinates } of streets) {
    for (const end of [coordinates[0], coordinates.at(-1)]) {
      const metres = end === undefined ? Infinity : metresBetween(at, end)
      if (metres > CROSSING_METRES) continue
      const met = ends.get(String(end)) ?? { metres, names: new Set() }
      ends.set(String(end), { metres, names: met.names.add(writeStreet(name)) })
    }
  }
  const [nearest] = [...ends.values()]
    .filter(({ names }) => names.size > 1)
    .sort((a, b) => a.metres - b.metres)
  const [one, other] = nearest?.names ?? []
  return one === undefined || other === undefined ? undefined : [one, other]
}

/** To the nearest point of the line; Infinity: it has no length. */
function metresFrom(at: LngLat, line: LngLat[]): Metres {
  const scale = metresPerDegree(at[1])
  const flat = line.map(([lng, lat]) => [(lng - at[0]) * scale.lng, (lat - at[1]) * scale.lat] as const)
  let nearest = Infinity
  for (const [index, [x, y]] of flat.slice(1).entries()) {
    const [fromX, fromY] = flat[index]!
    const [dx, dy] = [x - fromX, y - fromY]
    const along = Math.min(1, Math.max(0, -(fromX * dx + fromY * dy) / (dx * dx + dy * dy || 1)))
    nearest = Math.min(nearest, Math.hypot(fromX + along * dx, fromY + along * dy))
  }
  return nearest
}
