/** Cuts an entrance that takes longer than 20 minutes into parts by floors, top part first. */
import type { Seconds } from '@doorwalk/core/units'

/** The walking model of the project (DESIGN §5): seconds to get in, per floor, and per door in the mean. */
const ENTRY: Seconds = 60
const PER_FLOOR: Seconds = 15
const KNOCK: Seconds = 35
const OPENED_SHARE = 0.3
const TALK: Seconds = 180
const PER_DOOR: Seconds = KNOCK + OPENED_SHARE * TALK
/** A part longer than this cannot be dropped from or moved between walks without tearing them. */
const LONGEST_PART: Seconds = 20 * 60

export interface Part {
  fromFloor: number
  toFloor: number
  doors: number
}

/**
 * Parts of at most 20 minutes each, top floors first, as even as the floors allow; one part when all fits.
 * A single floor that is too long by itself is shared by several parts.
 */
export function partsOf({
  doors,
  levels,
  lowest,
}: {
  doors: number
  levels: number
  lowest: number
}): Part[] {
  const floors = evenly(doors, { levels, lowest })
  const pieces = floors.flatMap(splitLongFloor)
  const count = cut(pieces, LONGEST_PART).length
  if (count === 1) return [{ fromFloor: lowest, toFloor: levels - 1, doors }]
  // The smallest limit that still needs no more parts makes them even.
  let low: Seconds = 0
  let high: Seconds = LONGEST_PART
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (cut(pieces, middle).length <= count) high = middle
    else low = middle
  }
  return cut(pieces, high)
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

function splitLongFloor(floor: Part): Part[] {
  const room = Math.floor((LONGEST_PART - ENTRY - PER_FLOOR) / PER_DOOR)
  const count = Math.max(1, Math.ceil(floor.doors / room))
  return Array.from({ length: count }, (_, i) => ({
    ...floor,
    doors: Math.floor(floor.doors / count) + (i < floor.doors % count ? 1 : 0),
  }))
}

function cut(pieces: Part[], limit: Seconds): Part[] {
  const parts: Part[] = []
  for (const piece of pieces) {
    const last = parts.at(-1)
    const grown = last && { ...last, fromFloor: piece.fromFloor, doors: last.doors + piece.doors }
    if (grown && secondsOf(grown) <= limit) parts[parts.length - 1] = grown
    else parts.push({ ...piece })
  }
  return parts
}

function secondsOf({ fromFloor, toFloor, doors }: Part): Seconds {
  return ENTRY + (toFloor - fromFloor + 1) * PER_FLOOR + doors * PER_DOOR
}
