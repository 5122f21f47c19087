/** What edits by hand tell of a change, compared with the plans before and after. */
import type { PlanEdit } from '@doorwalk/core/request/edit-request'
import type { EditFigures, Plan, Walk, WalkChange } from '@doorwalk/core/walk/answer'

export const idsOn = (walk: Walk): string[] =>
  walk.stops.flatMap(({ targets }) => targets.map(({ id }) => id))

interface Change {
  before: Plan
  after: Plan
  /** Null: an undo or a redo. */
  edits: PlanEdit[] | null
}

/** @returns what is wrong with it */
export function faultsOfChange(change: Change): string[] {
  const { before, after } = change
  const { edits, replan } = after
  if (edits?.of !== before.id || replan?.of !== before.id) return [`of ${edits?.of} and ${replan?.of}`]
  const ids = [...new Set([...before.walks, ...after.walks].map(({ walkId }) => walkId))].sort()
  const told = replan.changes.map(({ walkId }) => walkId).sort()
  return [
    ...(edits.cost && isLike(edits.cost.before, before) ? [] : ['cost.before']),
    ...(edits.cost && isLike(edits.cost.after, after) ? [] : ['cost.after']),
    ...(told.join() === ids.join() ? [] : [`changes of ${told.join()}`]),
    ...replan.changes.flatMap((one) =>
      faultsOfTold(one, change).map((fault) => `change of walk ${one.number}: ${fault}`),
    ),
    ...faultsOfFixed(change),
    ...faultsOfOthers(change),
  ]
}

function isLike(figures: EditFigures, { walks }: Plan): boolean {
  const total = (of: (walk: Walk) => number) => walks.reduce((sum, walk) => sum + of(walk), 0)
  return (
    figures.walks === walks.length &&
    figures.targets === total((walk) => idsOn(walk).length) &&
    figures.doors === total(({ doors }) => doors) &&
    Math.abs(figures.prize - total(({ prize }) => prize)) < 0.011 &&
    figures.seconds === total(({ seconds }) => seconds) &&
    figures.walkingSeconds === total(({ legs }) => legs.reduce((sum, { seconds }) => sum + seconds, 0)) &&
    figures.metres === total(({ metres }) => metres)
  )
}

function faultsOfTold(told: WalkChange, { before, after }: Change): string[] {
  const [a, b] = [before, after].map(({ walks }) => walks.find(({ walkId }) => walkId === told.walkId))
  const [had, has] = [a ? idsOn(a) : [], b ? idsOn(b) : []]
  const got = has.filter((id) => !had.includes(id))
  const lost = had.filter((id) => !has.includes(id))
  const toldLost = told.lost.map(({ target }) => target)
  // What is done is not told as lost.
  const silent = lost.filter((id) => !toldLost.includes(id)).length
  const isSame = a !== undefined && b?.walker === a.walker && had.join() === has.join()
  const holder = (id: string) => after.walks.find((walk) => idsOn(walk).includes(id))?.walkId ?? null
  return [
    ...(told.got.toSorted().join() === got.toSorted().join() ? [] : [`got ${got.join()}`]),
    ...(toldLost.every((id) => lost.includes(id)) && silent <= told.done ? [] : [`lost ${lost.join()}`]),
    ...told.lost.flatMap(({ target, to }) => (to === holder(target) ? [] : [`${target} went to ${to}`])),
    ...(told.before === (a?.walker ?? null) && told.walker === (b?.walker ?? null) ? [] : ['walkers']),
    ...(isSame === (told.change === 'unchanged') ? [] : [told.change]),
  ]
}

/** Pins are where they are told to be, and locked walks as they were. */
function faultsOfFixed({ before, after, edits }: Change): string[] {
  const { pins, locks, gone } = after.edits!
  const isSpoken = new Set(gone.map(({ target, walk }) => target ?? walk))
  const freed = (edits ?? []).some(({ type }) => type === 'unpin' || type === 'pin')
  const held = new Map(after.walks.flatMap((walk) => idsOn(walk).map((id) => [id, walk.walkId])))
  return [
    ...pins.filter(({ target, walk }) => held.get(target) !== walk).map(({ target }) => `pin of ${target}`),
    ...(before.edits?.pins ?? []).flatMap(({ target }) =>
      edits && !freed && !isSpoken.has(target) && !pins.some((pin) => pin.target === target)
        ? [`pin of ${target} lost without a word`]
        : [],
    ),
    ...locks.flatMap((lock) => {
      const [was, is] = [before, after].map(({ walks }) => walks.find(({ walkId }) => walkId === lock))
      const isChanged = edits && was && (!is || JSON.stringify(idsOn(was)) !== JSON.stringify(idsOn(is)))
      return isChanged || !is ? [`locked ${lock}`] : []
    }),
  ]
}

/** Walks that no edit names stay byte for byte, but for reserves that others took. */
function faultsOfOthers({ before, after, edits }: Change): string[] {
  const touched = edits && touchedBy(before, edits)
  if (!touched) return []
  return before.walks.flatMap((walk) => {
    if (touched.has(walk.walkId)) return []
    const now = after.walks.find(({ walkId }) => walkId === walk.walkId)
    const had = new Set(walk.reserves.map(({ id }) => id))
    const isSame =
      now !== undefined &&
      JSON.stringify({ ...now, reserves: [] }) === JSON.stringify({ ...walk, reserves: [] }) &&
      now.reserves.every(({ id }) => had.has(id))
    return isSame ? [] : [`walk ${walk.number} changed`]
  })
}

/** Null: nobody can say beforehand. */
function touchedBy(plan: Plan, edits: PlanEdit[]): Set<string> | null {
  const touched = new Set<string>()
  const from = (name: string) => {
    const isMeant = (id: string) => id === name || id.startsWith(`${name}!`) || id.startsWith(`${name}#`)
    for (const walk of plan.walks) if (idsOn(walk).some(isMeant)) touched.add(walk.walkId)
  }
  for (const edit of edits) {
    if (edit.type === 'key' || edit.type === 'unkey' || edit.type === 'remove_walker') return null
    if ('walk' in edit) touched.add(edit.walk)
    if ('walks' in edit) for (const walk of edit.walks) touched.add(walk)
    if ('target' in edit) from(edit.target)
    if ('targets' in edit) for (const target of edit.targets) from(target)
    if ('from' in edit) from(edit.from)
  }
  return touched
}
