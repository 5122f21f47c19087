/** What became of each walk, and of each target on it, when a plan was made again. */
import type { LeftOutReason, Plan, Replan, Walk, WalkChange } from '../walk/answer.ts'
import type { WalkOutline } from '../walk/outline.ts'

/** What a walk and its targets are called. */
type NamedWalk = Pick<WalkOutline, 'walkId' | 'number' | 'walker' | 'stops'>

/** A walk as it was, and which of its targets had nothing left to do. */
export interface EarlierWalk {
  walk: NamedWalk
  done: ReadonlySet<string>
  /** It was walked to its end, by who had it; default: not. */
  isFinished?: boolean | undefined
}

/** The plan with what changed since the one before it, and a reason for every target of that one. */
export function withChanges(
  plan: Plan,
  { of, keep, walks }: Pick<Replan, 'of' | 'keep'> & { walks: EarlierWalk[] },
): Plan {
  const lost = unaccounted(walks, plan)
  const leftOut = [...plan.leftOut, ...lost].sort((a, b) => (a.target < b.target ? -1 : 1))
  const counts = { ...plan.summary.leftOut }
  for (const { reason } of lost) counts[reason] = (counts[reason] ?? 0) + 1
  const whole = { ...plan, leftOut, summary: { ...plan.summary, leftOut: counts } }
  return { ...whole, replan: { of, keep, ...changesOf(walks, whole) } }
}

/**
 * Every walk of either plan, by number. A target that is on no walk any more says why; one that the new plan does not
 * know at all was taken out of the campaign, and is `excluded`.
 */
export function changesOf(before: EarlierWalk[], plan: Plan): Pick<Replan, 'stayed' | 'changes'> {
  const walkOf = new Map(
    plan.walks.flatMap((walk) => targetsOf(walk).map((id) => [id, walk.walkId] as const)),
  )
  const reserves: [string, LeftOutReason][] = plan.walks.flatMap((walk) =>
    walk.reserves.map(({ id }): [string, LeftOutReason] => [id, 'not_selected']),
  )
  const reasons = new Map([
    ...reserves,
    ...plan.leftOut.map(({ target, reason }) => [target, reason] as const),
  ])
  const now = new Map(plan.walks.map((walk) => [walk.walkId, walk]))
  const changes = before.map(({ walk, done, isFinished = false }): WalkChange => {
    const next = now.get(walk.walkId)
    const had = targetsOf(walk)
    const open = had.filter((id) => !done.has(id))
    const lost = open
      .filter((id) => walkOf.get(id) !== walk.walkId)
      .map((target) => {
        const to = walkOf.get(target) ?? null
        return { target, to, reason: to === null ? (reasons.get(target) ?? 'excluded') : null }
      })
    const known = new Set(had)
    const got = next ? targetsOf(next).filter((id) => !known.has(id)) : []
    return {
      walkId: walk.walkId,
      number: walk.number,
      walker: next?.walker ?? (isFinished ? walk.walker : null),
      before: walk.walker,
      change: next || !isFinished ? kindOf(walk, next, got.length + lost.length > 0) : 'finished',
      done: had.length - open.length,
      kept: open.length - lost.length,
      got,
      lost,
    }
  })
  const known = new Set(before.map(({ walk }) => walk.walkId))
  const added = plan.walks.filter(({ walkId }) => !known.has(walkId))
  const all = [...changes, ...added.map(newWalk)].sort((a, b) => a.number - b.number)
  const present = changes.filter(({ walker, before: was, change }) => walker === was && change !== 'finished')
  const kept = present.reduce((sum, change) => sum + change.kept, 0)
  const lost = present.reduce((sum, change) => sum + change.lost.length, 0)
  return { stayed: kept + lost === 0 ? 1 : Math.round((1000 * kept) / (kept + lost)) / 1000, changes: all }
}

/** Those of the old walks that the new plan does not name, each once. */
export function unaccounted(before: EarlierWalk[], plan: Plan): { target: string; reason: LeftOutReason }[] {
  const reserves = plan.walks.flatMap((walk) => walk.reserves.map(({ id }) => id))
  const named = new Set([
    ...[...plan.walks.flatMap(targetsOf), ...reserves],
    ...plan.leftOut.map(({ target }) => target),
  ])
  const gone = before.flatMap(({ walk }) => targetsOf(walk)).filter((id) => !named.has(id))
  return [...new Set(gone)].map((target) => ({ target, reason: 'excluded' }))
}

/** A walk that only begins later, because the roll is called after the start, is the same walk. */
function kindOf(walk: NamedWalk, next: Walk | undefined, isOther: boolean): WalkChange['change'] {
  if (!next) return 'cancelled'
  if (next.walker !== walk.walker) return 'handed_over'
  return isOther || !sameOrder(walk, next) ? 'changed' : 'unchanged'
}

function sameOrder(a: NamedWalk, b: NamedWalk): boolean {
  return targetsOf(a).join() === targetsOf(b).join()
}

function newWalk(walk: Walk): WalkChange {
  const { walkId, number, walker } = walk
  return {
    walkId,
    number,
    walker,
    before: null,
    change: 'new',
    done: 0,
    kept: 0,
    got: targetsOf(walk),
    lost: [],
  }
}

function targetsOf(walk: NamedWalk): string[] {
  return walk.stops.flatMap(({ targets }) => targets.map(({ id }) => id))
}
