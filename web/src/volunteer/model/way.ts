/** The order of a walk on the phone, the time that is left, and what a change of order costs. */
import { type LngLat, metresBetween } from '@doorwalk/core/units'
import {
  type WalkPack,
  type WalkRecord,
  type WalkTarget,
  isOver,
  marksOf,
  targetsOf,
  ticksOf,
} from './record.ts'

/** Streets are so much longer than the straight line; speed of walking, m/s, as plans have it. */
const DETOUR = 1.35
const METRES_PER_SECOND = 1.25

export interface Left {
  /** Targets that are still to be done, and their doors. */
  addresses: number
  doors: number
  /** Doors that are ticked and not reported yet, wherever they are. */
  ticks: number
}

export function leftOf(pack: WalkPack, record: WalkRecord): Left {
  const targets = targetsOf(pack)
  const todo = record.order.filter((id) => !isOver(record, id))
  const doors = todo.reduce((sum, id) => sum + (record.doorsNow[id] ?? targets.get(id)?.doors ?? 0), 0)
  const ticks = Object.keys(record.marks).reduce((sum, id) => sum + ticksOf(record, id), 0)
  return { addresses: todo.length, doors, ticks }
}

export interface TimeLeft {
  /** Seconds that what is left to do takes, the way to the end included. */
  needed: number
  /** Seconds until the walk is over; negative: it is late. */
  left: number
}

/** @param now  of this phone, ms */
export function timeLeft(pack: WalkPack, record: WalkRecord, now: number): TimeLeft {
  const targets = targetsOf(pack)
  const todo = record.order.filter((id) => !isOver(record, id))
  const atDoors = todo.reduce((sum, id) => sum + secondsAt(targets.get(id), record), 0)
  return { needed: atDoors + secondsOfWay(pack, record), left: (dueAt(pack, record) - now) / 1000 }
}

/** When the walk is to be over, ms of this phone: its time counts from when the volunteer set out. */
function dueAt({ walk }: WalkPack, { startedAt, clockAhead }: WalkRecord): number {
  const start = startedAt ?? Date.parse(walk.startAt) - clockAhead
  return start + walk.budget * 1000
}

function secondsAt(target: WalkTarget | undefined, record: WalkRecord): number {
  if (!target) return 0
  const knocked = Object.keys(marksOf(record, target.id).doors).length
  const doors = record.doorsNow[target.id] ?? target.doors
  return (target.minutes * 60 * Math.max(0, doors - knocked)) / Math.max(1, target.doors)
}

/** From the current target over all that are left to the end: planned legs where they fit, else as the crow flies. */
function secondsOfWay(pack: WalkPack, record: WalkRecord): number {
  const { walk } = pack
  const todo = record.order.filter((id) => !isOver(record, id))
  const stopOf = stopsByTarget(pack)
  const targets = targetsOf(pack)
  let seconds = 0
  for (const [index, id] of todo.entries()) {
    const before = todo[index - 1]
    if (before === undefined) continue
    const [from, to] = [stopOf.get(before), stopOf.get(id)]
    if (from !== undefined && from === to) continue
    const planned = from !== undefined && to === from + 1 ? legTo(pack, to)?.seconds : undefined
    seconds += planned ?? secondsBetween(targets.get(before)?.location, targets.get(id)?.location)
  }
  const last = todo.at(-1)
  return walk.end && last !== undefined
    ? seconds + secondsBetween(targets.get(last)?.location, walk.end)
    : seconds
}

/** The planned way to the stop at this index; undefined: it begins there. */
export function legTo({ walk }: WalkPack, index: number): WalkPack['walk']['legs'][number] | undefined {
  return walk.legs[walk.start === null ? index - 1 : index]
}

/** Index of the stop of each target on the walk. */
export function stopsByTarget({ walk }: WalkPack): Map<string, number> {
  return new Map(walk.stops.flatMap(({ targets }, index) => targets.map(({ id }) => [id, index] as const)))
}

/** Moves a target to another place of the order. */
export function moveTarget(record: WalkRecord, target: string, by: number): WalkRecord {
  const order = [...record.order]
  const todo = order.filter((id) => !isOver(record, id))
  const neighbour = todo[todo.indexOf(target) + by]
  if (neighbour === undefined || !todo.includes(target)) return record
  const [from, to] = [order.indexOf(target), order.indexOf(neighbour)]
  order.splice(from, 1)
  order.splice(to, 0, target)
  return { ...record, order, isReordered: true }
}

/** Seconds of walking that another order costs more, about; negative: it is shorter. */
export function costOfOrder(pack: WalkPack, before: WalkRecord, after: WalkRecord): number {
  return Math.round(straightSeconds(pack, after) - straightSeconds(pack, before))
}

function straightSeconds(pack: WalkPack, record: WalkRecord): number {
  const targets = targetsOf(pack)
  const places = record.order.filter((id) => !isOver(record, id)).map((id) => targets.get(id)?.location)
  const all = pack.walk.end ? [...places, pack.walk.end] : places
  return all.reduce((sum, at, index) => sum + (index === 0 ? 0 : secondsBetween(all[index - 1], at)), 0)
}

function secondsBetween(a: LngLat | number[] | undefined, b: LngLat | number[] | undefined): number {
  if (!a || !b) return 0
  return (metresBetween(a as LngLat, b as LngLat) * DETOUR) / METRES_PER_SECOND
}
