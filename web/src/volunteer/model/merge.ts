/** What the server says meanwhile, put into what the phone knows. Done is never undone. */
import {
  type Changes,
  type News,
  type WalkPack,
  type WalkRecord,
  isOver,
  newRecord,
  nextTarget,
} from './record.ts'

/** After an answer of `?since=`. */
export function mergeChanges(record: WalkRecord, changes: Changes, now: number): WalkRecord {
  const news: News[] = []
  const [removed, doorsNow] = [{ ...record.removed }, { ...record.doorsNow }]
  for (const { target, label, reason } of changes.removed) {
    const isOwn = record.marks[target]?.isLeft ?? false
    removed[target] = reason
    if (!isOwn && !(target in record.removed)) news.push({ kind: 'removed', label, reason })
  }
  for (const { target, label, doors } of changes.changed) {
    delete removed[target]
    const isOwn = record.marks[target]?.isLeft ?? false
    if (!isOwn && doorsNow[target] !== doors) news.push({ kind: 'changed', label, doors })
    doorsNow[target] = doors
  }
  const { cursor, state, until, walker } = changes
  const merged = { ...record, cursor, state, until, walker, removed, doorsNow, syncedAt: now, closed: null }
  return { ...stepOn(merged), news: [...record.news, ...news] }
}

/** After the server told its time: moments of this phone move with its clock. @param ahead  of this phone's, ms */
export function withClock(record: WalkRecord, ahead: number, now: number): WalkRecord {
  const moved = record.clockAhead - ahead
  const startedAt = record.startedAt === null ? null : record.startedAt + moved
  return { ...record, clockAhead: ahead, syncedAt: now, startedAt }
}

/** After the whole pack came again: another order, other stops; ticks stay. */
export function mergePack(record: WalkRecord, pack: WalkPack, now: number): WalkRecord {
  const fresh = newRecord(pack, record.token, now)
  const same = fresh.order.join() === record.order.join()
  return stepOn({
    ...record,
    ...{ state: fresh.state, until: fresh.until, walker: fresh.walker, cursor: fresh.cursor, syncedAt: now },
    closed: null,
    ...{ doorsNow: fresh.doorsNow, removed: fresh.removed },
    ...(!same && { order: withTaken(record, fresh, pack), isReordered: false }),
  })
}

/** Reserves that were taken on the phone stay, before what is still to come. */
function withTaken(record: WalkRecord, fresh: WalkRecord, { walk }: WalkPack): string[] {
  const reserves = new Set(walk.reserves.map(({ id }) => id))
  const taken = record.order.filter((id) => reserves.has(id) && !isOver(record, id))
  return [...taken, ...fresh.order]
}

function stepOn(record: WalkRecord): WalkRecord {
  const isThere =
    record.current !== null && record.order.includes(record.current) && !isOver(record, record.current)
  return isThere ? record : { ...record, current: nextTarget(record, record.current) }
}

/** A reserve is taken on the walk: it comes next. */
export function takeReserve(record: WalkRecord, target: string): WalkRecord {
  if (record.order.includes(target)) return { ...record, current: target }
  const at = record.current === null ? record.order.length : record.order.indexOf(record.current)
  const order = [...record.order.slice(0, at), target, ...record.order.slice(at)]
  return { ...record, order, current: target }
}
