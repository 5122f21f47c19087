/** What a volunteer taps: outcomes of doors, of floors, of a whole building; undo; and the visit that is made of it. */
import type { Visit } from '@doorwalk/client'
import { doorKey, gridOf } from './grid.ts'
import {
  type DoorMark,
  type Outcome,
  type TargetMarks,
  type WalkPack,
  type WalkRecord,
  type WalkTarget,
  isOver,
  marksOf,
  nextTarget,
  targetsOf,
  ticksOf,
  withMarks,
} from './record.ts'

/** Sets the outcome of doors; null takes it away. What was reported stays as it was. */
export function markDoors(
  record: WalkRecord,
  target: string,
  { doors, outcome }: { doors: readonly string[]; outcome: Outcome | null },
): WalkRecord {
  const marks = marksOf(record, target)
  const changed = { ...marks.doors }
  for (const door of doors) {
    if (changed[door]?.visit) continue
    if (outcome === null) delete changed[door]
    else changed[door] = { outcome, visit: null }
  }
  return withMarks(record, target, { ...marks, doors: changed })
}

/** Sets the outcome of every door that has none yet: of a floor, or of all. */
export function markRest(
  record: WalkRecord,
  target: WalkTarget,
  { floor, outcome }: { floor: number | null; outcome: Outcome },
): WalkRecord {
  const marks = marksOf(record, target.id)
  const doors = gridOf(target, marks)
    .filter((each) => floor === null || each.floor === floor)
    .flatMap((each) => each.doors.map((door) => doorKey(each.floor, door)))
    .filter((door) => marks.doors[door] === undefined)
  return markDoors(record, target.id, { doors, outcome })
}

/** A floor has so many doors; ticks of doors that are not there go, reported ones stay. */
export function countDoors(
  record: WalkRecord,
  target: WalkTarget,
  { floor, count }: { floor: number; count: number },
): WalkRecord {
  const marks = marksOf(record, target.id)
  const counted = { ...marks, counted: { ...marks.counted, [floor]: count } }
  const there = new Set(
    gridOf(target, counted).flatMap((each) => each.doors.map((door) => doorKey(each.floor, door))),
  )
  const doors = Object.entries(marks.doors).filter(([key, mark]) => there.has(key) || mark.visit !== null)
  return withMarks(record, target.id, { ...counted, doors: Object.fromEntries(doors) })
}

/** Takes the last change back that is not reported. */
export function undo(record: WalkRecord): WalkRecord {
  const last = record.undo.at(-1)
  if (!last) return record
  const { [last.target]: _, ...others } = record.marks
  const marks = last.marks === null ? others : { ...others, [last.target]: last.marks }
  return { ...record, marks, undo: record.undo.slice(0, -1), current: last.target }
}

export interface Leaving {
  /** Of the visit that is made. */
  visit: string
  /** Milliseconds of this phone. */
  now: number
  noAccess?: boolean
  /** Nobody is to come again, to no door of the building. */
  never?: boolean
}

/** Goes on from a target. Visit: what is to be reported; null: nothing happened there. */
export function leaveTarget(
  record: WalkRecord,
  target: string,
  { visit: id, now, noAccess = false, never = false }: Leaving,
): { record: WalkRecord; visit: Visit | null } {
  const marks = marksOf(record, target)
  const fresh = Object.entries(marks.doors).filter(([, { visit }]) => visit === null)
  const counts = countsOf(fresh.map(([, mark]) => mark))
  const isEmpty = counts.knocked === 0 && !noAccess && !never
  const reported = fresh.map(([key, mark]): [string, DoorMark] => [key, { ...mark, visit: id }])
  const after: TargetMarks = {
    ...marks,
    doors: { ...marks.doors, ...Object.fromEntries(reported) },
    isLeft: true,
    noAccess: noAccess ? id : marks.noAccess,
    never: never ? id : marks.never,
  }
  // Ticks that are on their way are taken back by taking the visit back, not one by one.
  const left = { ...record, marks: { ...record.marks, [target]: after }, undo: [] }
  const moved = { ...left, current: nextTarget(left, target) }
  if (isEmpty) return { record: moved, visit: null }
  return { record: moved, visit: visitOf({ record, target, id, now, counts, noAccess, never }) }
}

interface LeavingDoor extends Omit<Leaving, 'visit'> {
  pack: WalkPack
  visitFor: (target: string) => string
}

/**
 * Goes on from a target. What holds for the street door holds for all that lies behind it: who found it shut, or was
 * asked never to come again, is not sent to the other floors of the same house.
 */
export function leaveDoor(
  record: WalkRecord,
  target: string,
  { pack, visitFor, now, noAccess = false, never = false }: LeavingDoor,
): { record: WalkRecord; visits: Visit[] } {
  const isOfHouse = noAccess || never
  const visits: Visit[] = []
  let after = record
  for (const id of [target, ...(isOfHouse ? behindSameDoor(pack, record, target) : [])]) {
    const left = leaveTarget(after, id, { visit: visitFor(id), now, noAccess, never })
    after = left.record
    if (left.visit) visits.push(left.visit)
  }
  return { record: after, visits }
}

/** Other floors behind the street door of a target that are still to do, and where nothing is ticked. */
export function behindSameDoor(pack: WalkPack, record: WalkRecord, target: string): string[] {
  const targets = targetsOf(pack)
  const own = targets.get(target)
  if (!own?.part) return []
  return record.order.filter((id) => {
    const other = targets.get(id)
    const isBehind = other?.part && other.building === own.building && other.entrance === own.entrance
    return id !== target && isBehind && !isOver(record, id) && ticksOf(record, id) === 0
  })
}

/** Reports all that was ticked and is not reported yet, as when the walk ends, or goes to somebody else. */
export function leaveTicked(
  record: WalkRecord,
  {
    targets,
    visitFor,
    now,
  }: { targets: readonly string[]; visitFor: (target: string) => string; now: number },
): { record: WalkRecord; visits: Visit[] } {
  const visits: Visit[] = []
  let after = record
  for (const target of targets.filter((id) => ticksOf(record, id) > 0)) {
    const left = leaveTarget(after, target, { visit: visitFor(target), now })
    after = left.record
    if (left.visit) visits.push(left.visit)
  }
  return { record: after, visits }
}

/** A visit is not to be sent after all: its ticks are as they were before the volunteer went on. */
export function takeBack(record: WalkRecord, target: string, visit: string): WalkRecord {
  const marks = marksOf(record, target)
  const doors = Object.entries(marks.doors).map(([key, mark]): [string, DoorMark] => [
    key,
    mark.visit === visit ? { ...mark, visit: null } : mark,
  ])
  const before: TargetMarks = {
    ...marks,
    doors: Object.fromEntries(doors),
    isLeft: false,
    noAccess: marks.noAccess === visit ? null : marks.noAccess,
    never: marks.never === visit ? null : marks.never,
  }
  return { ...record, marks: { ...record.marks, [target]: before }, current: target }
}

export type Counts = Required<Pick<Visit, 'knocked' | 'opened' | 'refused' | 'revisit' | 'optedOut'>>

/** Sums over doors: all that leaves the phone. */
export function countsOf(marks: readonly Pick<DoorMark, 'outcome'>[]): Counts {
  const of = (...outcomes: Outcome[]): number =>
    marks.filter(({ outcome }) => outcomes.includes(outcome)).length
  return {
    knocked: marks.length,
    opened: of('opened', 'later'),
    refused: of('refused'),
    revisit: of('later'),
    optedOut: of('never'),
  }
}

function visitOf(input: {
  record: WalkRecord
  target: string
  id: string
  now: number
  counts: Counts
  noAccess: boolean
  never: boolean
}): Visit {
  const { record, target, id, now, counts, noAccess, never } = input
  const head = { id, target, walk: record.walkId, at: localMoment(serverTime(record, now)) }
  if (noAccess && counts.knocked === 0) return { ...head, noAccess: true }
  if (!never) return { ...head, ...counts }
  // Somebody spoke for the house: one door was knocked on at least.
  const told = { ...counts, knocked: counts.knocked + 1, optedOut: counts.optedOut + 1 }
  return { ...head, ...told, scope: 'target' }
}

/** By the server's clock, ms: never before it was last heard of, however far this phone was set back since. */
export function serverTime({ syncedAt, clockAhead }: WalkRecord, now: number): number {
  return Math.max(now, syncedAt) + clockAhead
}

/** RFC 3339 with the offset of this phone: its hour tells the time of day. */
export function localMoment(milliseconds: number): string {
  const offset = -new Date(milliseconds).getTimezoneOffset()
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60]
  const two = (value: number): string => String(value).padStart(2, '0')
  const local = new Date(milliseconds + offset * 60_000).toISOString().slice(0, 19)
  return `${local}${offset < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`
}
