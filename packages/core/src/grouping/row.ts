/**
 * Which targets make one stop: houses on one side of a street in rows, and the entrances of one building. What is one
 * stop is never parted, so it stays small beside a walk.
 */
import type { Metres, Seconds } from '../units.ts'
import { metresBetween } from '../units.ts'
import type { CrewMember } from './crew.ts'
import type { PlacedTarget } from './stop.ts'

/** A row is at most this long, doors and walking together. */
const LONGEST_ROW: Seconds = 900
/** Entrances of one building, likewise. */
const LONGEST_BUILDING: Seconds = 600
/** Houses and entrances further apart are separate stops. */
const WIDEST_GAP: Metres = 50
/** A house that takes longer is in no row. */
const LONGEST_ROW_TARGET: Seconds = 300
/** Part of a walk that one stop may take: what is longer fits badly, and short walks could not take it at all. */
const MOST_OF_WALK = 1 / 3

/** What stops must fit into, so that none is too long for those who walk. */
interface StopLimits {
  longest: Seconds
  doors: number
}

const NO_LIMITS: StopLimits = { longest: Number.MAX_VALUE, doors: Number.MAX_VALUE }

/**
 * Of a crew: a third of its shortest walk, and its smallest limit of doors. Whoever has less than half of what others
 * have, at the end of a walk that goes on, does not count.
 */
export function stopLimits(crew: CrewMember[]): StopLimits {
  const smallest = (values: number[]) => {
    const largest = Math.max(...values)
    return Math.min(...values.filter((value) => value >= largest / 2))
  }
  return {
    longest: smallest(crew.map(({ usable }) => usable)) * MOST_OF_WALK,
    doors: smallest(crew.map(({ doors }) => doors ?? Number.MAX_VALUE)),
  }
}

/**
 * Index lists of the targets that make one stop each, in walking order.
 *
 * Only houses of one block, on one edge, on one known side, form rows, ordered along their street; a row ends between
 * two buildings where it can. Entrances of one building join where they are not cut into parts, lie in one block and
 * climb alike. A target that the request names as key stands alone, so that it needs no more time than it must.
 *
 * @param formed  targets that are in rows already
 * Cost: linear but for buildings: the square of their entrances.
 */
export function rowsOf(
  placed: PlacedTarget[],
  walkingMetresPerSecond: number,
  { formed = new Set(), limits = NO_LIMITS }: { formed?: ReadonlySet<number>; limits?: StopLimits } = {},
): number[][] {
  const free = [...placed.keys()].filter((index) => !formed.has(index))
  const ruler: Ruler = { placed, walkingMetresPerSecond, doors: limits.doors }
  const row = { ...ruler, longest: Math.min(LONGEST_ROW, limits.longest) }
  const building = { ...ruler, longest: Math.min(LONGEST_BUILDING, limits.longest) }
  const [sides, buildings] = [new Map<string, number[]>(), new Map<string, number[]>()]
  const add = (groups: typeof sides, key: string, index: number) => {
    const group = groups.get(key)
    if (group) group.push(index)
    else groups.set(key, [index])
  }
  for (const index of free) {
    const { candidate, snap } = placed[index]!
    const { target, key, climbs } = candidate
    if (key || target.part !== undefined) add(buildings, `alone ${index}`, index)
    else if (joinsRow(placed[index]!)) add(sides, `${snap.edge} ${snap.side} ${target.block}`, index)
    else add(buildings, `${target.building} ${target.block} ${target.kind} ${climbs}`, index)
  }
  const rows = [...sides.values()].flatMap((side) => {
    const order = side.sort((a, b) => placed[a]!.snap.position - placed[b]!.snap.position || a - b)
    return joined(
      terraces(order, placed).flatMap((terrace) => evenly(terrace, building)),
      row,
    )
  })
  const joins = [...buildings.values()].flatMap((own) => evenly(inWalkingOrder(own, placed), building))
  return [...rows, ...joins].sort((a, b) => a[0]! - b[0]!)
}

function joinsRow({ candidate, snap, seconds }: PlacedTarget): boolean {
  const isShort = candidate.target.kind === 'house' && seconds <= LONGEST_ROW_TARGET
  return isShort && snap.side !== null && snap.edge >= 0
}

/** Neighbours of one building, in the order of the street. */
function terraces(order: number[], placed: PlacedTarget[]): number[][] {
  const runs: number[][] = []
  const buildingOf = (index: number) => placed[index]!.candidate.target.building
  for (const index of order) {
    const run = runs.at(-1)
    if (run && buildingOf(run[0]!) === buildingOf(index)) run.push(index)
    else runs.push([index])
  }
  return runs
}

/** From the entrance farthest from the first one always to the nearest that is left; entrances of one door together. */
function inWalkingOrder(entrances: number[], placed: PlacedTarget[]): number[] {
  const at = (index: number) => placed[index]!.snap.from
  const left = [...entrances]
  const order: number[] = []
  const first = left[0]!
  let from = left.reduce((far, index) =>
    metresBetween(at(first), at(index)) > metresBetween(at(first), at(far)) ? index : far,
  )
  while (left.length > 0) {
    let best = 0
    left.forEach((index, place) => {
      if (metresBetween(at(from), at(index)) < metresBetween(at(from), at(left[best]!))) best = place
    })
    from = left.splice(best, 1)[0]!
    order.push(from)
  }
  return order
}

/** How long stops are, and how long they may be. */
interface Ruler {
  placed: PlacedTarget[]
  walkingMetresPerSecond: number
  doors: number
}

/** In as few stops as the ruler allows, and then as even as these can be. */
function evenly(order: number[], ruler: Ruler & { longest: Seconds }): number[][] {
  const units = order.map((index) => [index])
  const fewest = joined(units, ruler)
  if (fewest.length === 1 || fewest.length === order.length) return fewest
  let [low, high] = [0, ruler.longest]
  while (high - low > 1) {
    const longest = (low + high) / 2
    if (joined(units, { ...ruler, longest }).length <= fewest.length) high = longest
    else low = longest
  }
  return joined(units, { ...ruler, longest: high })
}

/** Units in their order, one after the other in one stop while the ruler allows it. */
function joined(units: number[][], { longest, ...ruler }: Ruler & { longest: Seconds }): number[][] {
  const { placed, walkingMetresPerSecond, doors: most } = ruler
  const rows: number[][] = []
  let [length, doors]: [Seconds, number] = [0, 0]
  for (const unit of units) {
    const row = rows.at(-1)
    const gap = row ? gapBetween(placed[row.at(-1)!]!, placed[unit[0]!]!) : 0
    const added = secondsOf(unit, ruler) + gap / walkingMetresPerSecond
    const more = unit.reduce((sum, index) => sum + placed[index]!.candidate.doors, 0)
    if (row && gap <= WIDEST_GAP && length + added <= longest && doors + more <= most) {
      row.push(...unit)
      length += added
      doors += more
    } else {
      rows.push([...unit])
      length = secondsOf(unit, ruler)
      doors = more
    }
  }
  return rows
}

function secondsOf(unit: number[], { placed, walkingMetresPerSecond }: Ruler): Seconds {
  return unit.reduce((sum, index, place) => {
    const gap = place === 0 ? 0 : gapBetween(placed[unit[place - 1]!]!, placed[index]!)
    return sum + placed[index]!.seconds + gap / walkingMetresPerSecond
  }, 0)
}

function gapBetween(a: PlacedTarget, b: PlacedTarget): Metres {
  return metresBetween(a.snap.location, b.snap.location)
}
