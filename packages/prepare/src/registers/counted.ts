/** What a register of dwellings says of a region: how it met the street doors, and the homes that only it knows. */
import type { DegreeBox } from '@doorwalk/core/region/box'
import type { LngLat } from '@doorwalk/core/units'
import type { Plane } from '../geometry/plane.ts'
import type { Home } from '../homes/homes.ts'
import type { StreetDoor } from '../homes/street-doors.ts'
import { DoorIndex } from './door-index.ts'
import type { ToldRegister } from './lines.ts'
import { matchRegister, type Matched } from './match.ts'
import { readRegister } from './register.ts'
import { registeredHomes } from './registered-homes.ts'
import type { WrittenAddress } from './written-address.ts'

export interface Uncounted {
  /** What its columns are, as `--dwellings-as` says. */
  as: string | undefined
  /** Read for the report only: it adds no homes. */
  isWithheld: boolean
  doors: StreetDoor[]
  /** Of the region. */
  extent: { plane: Plane; bbox: DegreeBox; isInside: (place: LngLat) => boolean }
}

export interface CountedHomes {
  matched: Matched
  /** Both as the report tells them. */
  told: ToldRegister
  /** That only the register knows; none where it is withheld. */
  homes: Home[]
}

/** @throws VisibleError `table.*`, `dwellings.*` */
export async function countedBy(
  file: string,
  { as, isWithheld, doors, extent: { plane, bbox, isInside } }: Uncounted,
): Promise<CountedHomes> {
  const index = new DoorIndex(doors, plane)
  const known = {
    bbox,
    isInside,
    hasId: (id: string) => index.hasId(id),
    hasAddress: (address: WrittenAddress) => index.hasAddress(address),
  }
  const { list, ...register } = await readRegister(file, { as, known })
  const matched = matchRegister(list, index)
  const { byDoor: _, ...met } = matched
  return {
    matched,
    told: { ...register, ...met },
    homes: isWithheld ? [] : registeredHomes(matched, plane),
  }
}
