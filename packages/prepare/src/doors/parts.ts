/** Cuts an entrance that takes longer than 20 minutes into parts by floors, top part first. */
import type { BuildingKind } from '@doorwalk/core/building/building'
import { DEFAULT_ASSUMPTIONS, doorSeconds, LONGEST_TARGET_SECONDS } from '@doorwalk/core/building/door-time'
import type { Seconds } from '@doorwalk/core/units'

export interface Entrance {
  doors: number
  /** Storeys of the building, ground floor included. */
  levels: number
  /** First floor with doors: 0, or 1 above shops. */
  lowest: number
  kind: BuildingKind
}

/** Floors count from 0, the ground floor; both ends included. */
export interface Part {
  fromFloor: number
  toFloor: number
  doors: number
}

/**
 * Parts of at most 20 minutes each, top floors first, as even as the floors allow; one part when all fits.
 * A single floor that is too long by itself is shared by several parts.
 */
export function partsOf({ doors, levels, lowest, kind }: Entrance): Part[] {
  const pieces = evenly(doors, { levels, lowest }).flatMap((floor) => splitLongFloor(floor, kind))
  const cutAt = (limit: Seconds) => cut(pieces, (part) => secondsOf(part, kind) <= limit)
  const count = cutAt(LONGEST_TARGET_SECONDS).length
  if (count === 1) return [{ fromFloor: lowest, toFloor: levels - 1, doors }]
  // The smallest limit that still needs no more parts makes them even.
  let low: Seconds = 0
  let high: Seconds = LONGEST_TARGET_SECONDS
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (cutAt(middle).length <= count) high = middle
    else low = middle
  }
  return cutAt(high)
}

/** Doors of each floor, top floor first; what does not divide goes to the upper floors. */
function evenly(doors: number, { levels, lowest }: { levels: number; lowest: number }): Part[] {
  const count = Math.max(1, levels - lowest)
  return Array.from({ length: count }, (_, i): Part => {
    const floor = lowest + count - 1 - i
    const own = Math.floor(doors / count) + (i < doors % count ? 1 : 0)
    return { fromFloor: floor, toFloor: floor, doors: own }
  })
}

function splitLongFloor(floor: Part, kind: BuildingKind): Part[] {
  let count = 1
  while (secondsOf({ ...floor, doors: Math.ceil(floor.doors / count) }, kind) > LONGEST_TARGET_SECONDS)
    count++
  return Array.from({ length: count }, (_, i) => ({
    ...floor,
    doors: Math.floor(floor.doors / count) + (i < floor.doors % count ? 1 : 0),
  }))
}

function cut(pieces: Part[], fits: (part: Part) => boolean): Part[] {
  const parts: Part[] = []
  for (const piece of pieces) {
    const last = parts.at(-1)
    const grown = last && { ...last, fromFloor: piece.fromFloor, doors: last.doors + piece.doors }
    if (grown && fits(grown)) parts[parts.length - 1] = grown
    else parts.push({ ...piece })
  }
  return parts
}

/** As if the street door surely opened: a part must fit when all goes well. */
function secondsOf({ fromFloor, toFloor, doors }: Part, kind: BuildingKind): Seconds {
  const floors = toFloor - fromFloor + 1
  return doorSeconds({ kind, access: 'open', floors, doors, hands: 1, paysEntry: true }, DEFAULT_ASSUMPTIONS)
}
