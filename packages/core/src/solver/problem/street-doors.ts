/** Street doors: which stops they tie to one walk, and whose entry a walk is spared because it has passed them. */
import type { Problem } from './problem.ts'

export interface StreetDoors {
  /** Street door that ties each stop to one walk, renumbered 0…; -1 none. */
  streetDoor: Int32Array
  /** Per such door the walker bound by a head, or -1. */
  doorWalker: Int32Array
  hasStreetDoors: boolean
  /** Per stop, the walker in whose head it is; -1 none. */
  headWalker: Int32Array
  /** Per stop, deciseconds of its service that a walk is spared which has another stop behind the same door. */
  spares: Int32Array
  /** Street door of each stop that spares something, numbered 0…, and how many of these there are; -1 none. */
  entryDoor: Int32Array
  entryDoors: number
}

export function streetDoorsOf(problem: Problem): StreetDoors {
  const { divisible } = problem
  const numbers = new Map<number, number>()
  const streetDoor = problem.streetDoor.map((door, stop) => {
    if (door < 0 || divisible?.[stop] === 1) return -1
    if (!numbers.has(door)) numbers.set(door, numbers.size)
    return numbers.get(door)!
  })
  const doorWalker = new Int32Array(numbers.size).fill(-1)
  const headWalker = new Int32Array(streetDoor.length).fill(-1)
  problem.walkers.forEach((walker, w) => {
    for (const stop of walker.head) {
      headWalker[stop] = w
      if (streetDoor[stop]! >= 0) doorWalker[streetDoor[stop]!] = w
    }
  })
  const hasStreetDoors = problem.streetDoor.some((door) => door >= 0)
  return { streetDoor, doorWalker, hasStreetDoors, headWalker, ...entriesOf(problem) }
}

/** Deciseconds that a walk is spared at a stop by another one of its head. */
export function sparedByHead(doors: StreetDoors, stop: number, walker: number): number {
  const door = doors.entryDoor[stop]!
  if (door < 0) return 0
  const isOpen = doors.headWalker.some(
    (own, other) => own === walker && other !== stop && doors.entryDoor[other] === door,
  )
  return isOpen ? doors.spares[stop]! : 0
}

function entriesOf({ streetDoor, entry }: Problem): Pick<StreetDoors, 'spares' | 'entryDoor' | 'entryDoors'> {
  const stopsOf = new Map<number, number[]>()
  if (entry !== undefined)
    streetDoor.forEach((door, stop) => {
      const stops = stopsOf.get(door)
      if (stops) stops.push(stop)
      else if (door >= 0) stopsOf.set(door, [stop])
    })
  const spares = new Int32Array(streetDoor.length)
  const entryDoor = new Int32Array(streetDoor.length).fill(-1)
  let entryDoors = 0
  for (const stops of stopsOf.values()) {
    const least = stops.reduce((time, stop) => Math.min(time, entry![stop]!), Infinity)
    if (stops.length < 2 || least === 0) continue
    for (const stop of stops) {
      spares[stop] = least
      entryDoor[stop] = entryDoors
    }
    entryDoors++
  }
  return { spares, entryDoor, entryDoors }
}
