/** What a phone knows of a walk beside its pack: ticks, order, what was said to the server. The device keeps it. */
import type { Schemas, Walk } from '@doorwalk/client'

/** As the server sends it without `?since=`. */
export type WalkPack = Schemas['WalkPack'] &
  Required<Pick<Schemas['WalkPack'], 'walk' | 'map' | 'attribution'>>
export type WalkTarget = Walk['reserves'][number]
export type Changes = Pick<
  Schemas['WalkPack'],
  'planId' | 'cursor' | 'changed' | 'removed' | 'state' | 'until' | 'walker'
>

/** What happened at one door. */
export const OUTCOMES = ['nobody', 'opened', 'later', 'refused', 'never'] as const
export type Outcome = (typeof OUTCOMES)[number]

export interface DoorMark {
  outcome: Outcome
  /** The visit that reports it; null: it is on this phone only. */
  visit: string | null
}

/** Ticks of one target. They stay on the phone: only sums leave it. */
export interface TargetMarks {
  /** By `doorKey`. */
  doors: Record<string, DoorMark>
  /** Doors of a floor where there are others than was thought, by floor. */
  counted: Record<string, number>
  /** The street door stayed shut, reported by this visit. */
  noAccess: string | null
  /** The whole building is never to be visited again, reported by this visit. */
  never: string | null
  /** The volunteer has gone on. */
  isLeft: boolean
}

/** Why the server shows the walk no more. */
export type Closed = 'gone' | 'link_over' | 'link_ended' | 'campaign_over'
/** Somebody who walks on may meet others behind the same doors. */
export type Stop = Closed | 'others' | 'given_back' | 'expired'
export interface WalkRecord {
  walkId: string
  /** Of the link. */
  token: string
  state: WalkPack['state']
  /** RFC 3339; the targets are held until then. */
  until: string | null
  walker: string
  /** Who has it on this phone; undefined: in records of versions before, whoever has it. */
  mine?: string
  /** Why the server shows the walk no more, when it was last asked. */
  closed?: Closed | null
  /** What stops the walk, and was read: outcomes are noted all the same. */
  told?: Stop | null
  cursor: string
  /** Doors still to knock on where others were there, by target. */
  doorsNow: Record<string, number>
  /** Not to be visited any more, and why, by target. */
  removed: Record<string, string>
  /** Ids of targets in the order in which they are walked; reserves that were taken among them. */
  order: string[]
  /** Whether the order was changed by hand: the sentences of the way hold no longer. */
  isReordered: boolean
  current: string | null
  marks: Record<string, TargetMarks>
  /** Marks of targets before the last changes, oldest first. */
  undo: { target: string; marks: TargetMarks | null }[]
  /** What the server's clock shows more than this phone's, ms. */
  clockAhead: number
  /** Moments of this phone, ms. */
  syncedAt: number
  startedAt: number | null
  finishedAt: number | null
  /** Changes by others that were not looked at yet. */
  news: News[]
}

export type News =
  | { kind: 'removed'; label: string; reason: string }
  | { kind: 'changed'; label: string; doors: number }
  | { kind: 'rewritten' }

export const NO_MARKS: TargetMarks = { doors: {}, counted: {}, noAccess: null, never: null, isLeft: false }

/** Steps back that are kept. */
const MOST_UNDO = 40

export function newRecord(pack: WalkPack, token: string, now: number): WalkRecord {
  const order = pack.walk.stops.flatMap(({ targets }) => targets.map(({ id }) => id))
  const record: WalkRecord = {
    ...{ walkId: pack.walkId, token, state: pack.state, until: pack.until, walker: pack.walker },
    ...{
      cursor: pack.cursor,
      doorsNow: {},
      removed: {},
      order,
      isReordered: false,
      current: null,
      marks: {},
    },
    ...{ undo: [], clockAhead: 0, syncedAt: now, startedAt: null, finishedAt: null, news: [] },
  }
  for (const { target, doors } of pack.changed) record.doorsNow[target] = doors
  for (const { target, reason } of pack.removed) record.removed[target] = reason
  return { ...record, current: nextTarget(record) }
}

/** Targets of the walk and its reserves by id. */
export function targetsOf({ walk }: WalkPack): Map<string, WalkTarget> {
  const all = [...walk.stops.flatMap(({ targets }) => targets), ...walk.reserves]
  return new Map(all.map((target) => [target.id, target]))
}

export function marksOf(record: WalkRecord, target: string): TargetMarks {
  return record.marks[target] ?? NO_MARKS
}

/** Doors of a target that are ticked and that no visit reports yet. */
export function ticksOf(record: WalkRecord, target: string): number {
  return Object.values(marksOf(record, target).doors).filter(({ visit }) => visit === null).length
}

/**
 * Nothing is left to do there, or it is not to be done any more. Done is never undone, and where others were while
 * somebody ticks here, he goes on until it is reported.
 */
export function isOver(record: WalkRecord, target: string): boolean {
  return marksOf(record, target).isLeft || (target in record.removed && ticksOf(record, target) === 0)
}

/** The first target in order that is to be done, after `after` where there is one; null: none. */
export function nextTarget(record: WalkRecord, after: string | null = null): string | null {
  const from = after === null ? 0 : record.order.indexOf(after) + 1
  const turned = [...record.order.slice(from), ...record.order.slice(0, from)]
  return turned.find((target) => !isOver(record, target)) ?? null
}

/** With other marks of a target, which can be taken back. */
export function withMarks(record: WalkRecord, target: string, marks: TargetMarks): WalkRecord {
  const before = { target, marks: record.marks[target] ?? null }
  return {
    ...record,
    marks: { ...record.marks, [target]: marks },
    undo: [...record.undo, before].slice(-MOST_UNDO),
  }
}
