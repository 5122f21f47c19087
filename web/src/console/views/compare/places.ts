/** Where each plan has an address that changed, in words and on the map. */
import type { LooseTarget } from '../../map/model/plan.ts'
import type { Side, TargetChange } from '../../model/plans/comparison.ts'
import { nameOf } from '../../state/names.ts'
import { compareWords } from '../../words/compare.ts'
import type { ComparedTarget } from './use-comparison.ts'

/** "walk 3, place 5 (Ada)", or why it is on no walk there. */
export function placeIn({ change, from, to, reason }: TargetChange, side: Side): string {
  const w = compareWords()
  const at = side === 'a' ? from : to
  if (at === null) return reason === null ? w.unknown : w.out(w.reasons[reason] ?? reason)
  if (change === 'reordered') return w.place(at.number, at.place)
  return withName(w.walk(at.number), at.walker)
}

/** With the name of who has it, where this browser knows it. */
export function withName(walk: string, walker: string): string {
  const name = nameOf(walker)
  return name === undefined ? walk : `${walk} (${name})`
}

/** What only one plan has, or has on another walk; another order alone is not to be seen on a map. */
export function looseOf(
  changes: readonly TargetChange[],
  places: ReadonlyMap<string, ComparedTarget>,
): LooseTarget[] {
  const w = compareWords()
  return changes.flatMap((change) => {
    const place = places.get(change.target)
    if (place === undefined || change.change === 'reordered') return []
    const { id, at, address, doors } = place
    const note = w.where(placeIn(change, 'a'), placeIn(change, 'b'))
    return [{ ...{ id, at, address, doors, note }, key: false, reason: change.change }]
  })
}
