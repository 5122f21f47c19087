/** A building as floors and doors to tap. What nobody counted by floor is spread evenly, and can be corrected. */
import type { TargetMarks, WalkTarget } from './record.ts'

export interface GridFloor {
  /** 0 is the ground floor. */
  floor: number
  /** Numbers of its doors, from 1; of a floor that parts share only those of this part. */
  doors: number[]
}

/** Doors of one floor are no more than this. */
export const MOST_DOORS_OF_FLOOR = 60

export function doorKey(floor: number, door: number): string {
  return `${floor}/${door}`
}

/** Floors from the top down; what does not divide goes to the upper ones, as parts are cut. */
export function gridOf(
  { doors, floors, part }: Pick<WalkTarget, 'doors' | 'floors' | 'part'>,
  marks: TargetMarks,
): GridFloor[] {
  const all = floorsOf({ doors, floors, part })
  const first = part?.firstDoor ?? 1
  const grid = all.map((floor, index): GridFloor => {
    const thought = Math.floor(doors / all.length) + (index < doors % all.length ? 1 : 0)
    return { floor, doors: numbers(first, marks.counted[floor] ?? thought) }
  })
  return grid.filter(({ floor, doors: own }) => own.length > 0 || marks.counted[floor] !== undefined)
}

function floorsOf({
  floors,
  part,
  doors,
}: {
  floors: number
  doors: number
  part: WalkTarget['part'] | undefined
}): number[] {
  const [low, high] = part
    ? [Math.min(part.fromFloor, part.toFloor), Math.max(part.fromFloor, part.toFloor)]
    : [0, Math.max(1, floors) - 1]
  // A house of fewer doors than floors is lived in on several floors behind one door.
  const count = part ? high - low + 1 : Math.min(high - low + 1, Math.max(1, doors))
  return Array.from({ length: count }, (_, index) => low + count - 1 - index)
}

function numbers(first: number, count: number): number[] {
  return Array.from({ length: Math.min(count, MOST_DOORS_OF_FLOOR) }, (_, index) => first + index)
}
