/**
 * Cuts an entrance of many doors into parts by floors, top part first. By floors and doors alone: ids of targets follow
 * from the cut, and must not change with what is learnt about how long doors take.
 */
import type { BuildingKind } from '@doorwalk/core/building/building'

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
  /** Of a floor that several parts share: its doors, counted from 1. */
  firstDoor?: number
  lastDoor?: number
}

/**
 * How large a part is, in points of its own: 12 doors on 4 floors are one part, as are 8 doors on 28 floors. With the
 * default assumptions a part takes about 20 minutes at most. Never change these: all ids of parts would mean other
 * doors. They are no seconds, and no model of door times is asked.
 */
const POINTS = { door: 89, floor: 15, streetDoor: 60 }
const MOST_POINTS = 1_200

/**
 * Parts, top floors first, as even as whole floors allow; one part when all fits. A single floor that is too large by
 * itself is shared by several parts.
 */
export function partsOf({ doors, levels, lowest, kind }: Entrance): Part[] {
  const pieces = evenly(doors, { levels, lowest }).flatMap((floor) => splitLongFloor(floor, kind))
  const cutAt = (most: number) => cut(pieces, (part) => pointsOf(part, kind) <= most)
  const count = cutAt(MOST_POINTS).length
  if (count === 1) return [{ fromFloor: lowest, toFloor: levels - 1, doors }]
  // The smallest limit that still needs no more parts makes them even.
  let low = 0
  let high = MOST_POINTS
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
  while (pointsOf({ ...floor, doors: Math.ceil(floor.doors / count) }, kind) > MOST_POINTS) count++
  if (count === 1) return [floor]
  let lastDoor = 0
  return Array.from({ length: count }, (_, i) => {
    const doors = Math.floor(floor.doors / count) + (i < floor.doors % count ? 1 : 0)
    const firstDoor = lastDoor + 1
    lastDoor += doors
    return { ...floor, doors, firstDoor, lastDoor }
  })
}

function cut(pieces: Part[], fits: (part: Part) => boolean): Part[] {
  const parts: Part[] = []
  for (const piece of pieces) {
    const last = parts.at(-1)
    const grown = last && joined(last, piece)
    if (grown && fits(grown)) parts[parts.length - 1] = grown
    else parts.push({ ...piece })
  }
  return parts
}

function joined(upper: Part, { fromFloor, doors }: Part): Part {
  return { fromFloor, toFloor: upper.toFloor, doors: upper.doors + doors }
}

function pointsOf({ fromFloor, toFloor, doors }: Part, kind: BuildingKind): number {
  const own = doors * POINTS.door
  return kind === 'house' ? own : POINTS.streetDoor + (toFloor - fromFloor + 1) * POINTS.floor + own
}
