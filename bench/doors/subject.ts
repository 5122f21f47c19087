/** A place to measure doors on: read once, estimated many times. */
import { estimateDoors, type DoorSources } from '@doorwalk/prepare/doors/doors'
import { readHouseholds, type Households } from '@doorwalk/prepare/doors/households'
import { peopledPlaces } from '@doorwalk/prepare/doors/people'
import type { Peopled } from '@doorwalk/prepare/doors/population'
import type { Counted } from '@doorwalk/prepare/registers/match'
import type { Home } from '@doorwalk/prepare/homes/homes'
import { readHomes, type ReadHomes } from '@doorwalk/prepare/read-homes'
import { countryOf } from '@doorwalk/prepare/region/country'

export interface Subject {
  name: string
  read: ReadHomes
  grid?: { households: Households }
  register?: Map<string, Counted>
  places: Peopled[]
}

type Files = Record<'osm', string> & Partial<Record<'addresses' | 'households' | 'dwellings', string | null>>

export async function readSubject(
  name: string,
  { osm, addresses, households, dwellings }: Files,
): Promise<Subject> {
  const files = { osm, out: '', ...(addresses ? { addresses } : {}), ...(dwellings ? { dwellings } : {}) }
  const read = await readHomes(files, { step: () => {}, onProgress: () => {} })
  const { extent, doors, places } = read
  const addressed = doors.flatMap(({ address }) => address ?? [])
  const country = countryOf(addressed, extent.bbox)
  return {
    name,
    read,
    ...(households ? { grid: { households: await readHouseholds(households, extent) } } : {}),
    ...(read.matched ? { register: read.matched.byDoor } : {}),
    places: await peopledPlaces({}, { plane: extent.plane, country, places }),
  }
}

/** Doors of all homes, or of those asked for. Homes that only a register knows are left out. */
export function totalOf(
  { doors }: Pick<ReadHomes, 'doors'>,
  sources: DoorSources,
  of: (home: Home) => boolean = () => true,
): number {
  const { byDoor } = estimateDoors(doors, sources)
  return doors.reduce((sum, { id, home }) => sum + (of(home) ? (byDoor.get(id)?.doors ?? 0) : 0), 0)
}
