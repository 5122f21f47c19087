/** Which floors a target lies on, as the region knows it or as a request corrects it, and whether they take stairs. */
import type { TargetOverride } from '../request/request.ts'
import type { Building, Target, TargetPart } from './building.ts'

/** Where a target stands, and what the request says of it. */
interface About {
  building: Pick<Building, 'levels'>
  /** Of its building as a whole; undefined: nothing is said of that. */
  ofBuilding: TargetOverride | undefined
  /** Of the target itself; comes before what is said of the building. */
  own: TargetOverride | undefined
}

/**
 * The target with the storeys of the request. Parts of an entrance share what is said of their building as they share
 * its storeys now; what is said of a part itself counts from its lowest floor.
 */
export function withFloors(target: Target, { building, ofBuilding, own }: About): Target {
  const { part } = target
  const said = own?.floors ?? ofBuilding?.floors
  if (said === undefined) return target
  if (!part) return { ...target, floors: said }
  const now =
    own?.floors === undefined
      ? scaled(part, { from: Math.max(building.levels, part.toFloor + 1), to: said })
      : { ...part, toFloor: part.fromFloor + said - 1 }
  return { ...target, part: now, floors: now.toFloor - now.fromFloor + 1 }
}

/** Parts that touch still do; each keeps a floor. @param storeys  of the building, as prepared and as said */
function scaled(part: TargetPart, storeys: { from: number; to: number }): TargetPart {
  const bound = (floor: number) => Math.round((floor * storeys.to) / storeys.from)
  const fromFloor = Math.min(bound(part.fromFloor), storeys.to - 1)
  return { ...part, fromFloor, toFloor: Math.max(fromFloor, bound(part.toFloor + 1) - 1) }
}

/**
 * Whether a target takes stairs: flats that do not all lie on the ground floor. Where there is a lift, no source says;
 * a house has its door on the street.
 *
 * @param target  with the storeys of the request, see {@link withFloors}
 */
export function takesStairs(target: Target, { building, ofBuilding, own }: About): boolean {
  if (target.kind === 'house') return false
  if (target.part) return target.part.toFloor > 0
  const isSaid = (own?.floors ?? ofBuilding?.floors) !== undefined
  // Above a ground floor of shops, the storeys of a target are fewer than those of its building.
  return (isSaid ? target.floors : Math.max(target.floors, building.levels)) > 1
}
