/** Changes by hand as a person means them: by numbers of walks, which outlive a plan, not by their ids. */
import type { Plan, Schemas } from '@doorwalk/client'
import type { LngLat } from '@doorwalk/core/units'

type PlanEdit = Schemas['PlanEdit']

export type EditWish =
  | { type: 'move'; target: string; walk: number }
  | { type: 'move_tail'; from: string; walk: number }
  | { type: 'pin'; target: string; walk: number }
  | { type: 'unpin' | 'exclude' | 'include' | 'key' | 'unkey'; target: string }
  | { type: 'lock' | 'unlock' | 'remove_walker'; walk: number }
  | { type: 'swap_walkers'; walks: [number, number] }
  | { type: 'add_walker'; minutes: number }
  | { type: 'set_minutes'; walk: number; minutes: number }
  | { type: 'set_start'; walk: number; start: LngLat }

/** A walk of this number is not in the plan any more: somebody gave it up. */
export class WalkGoneError extends Error {
  readonly walk: number

  constructor(walk: number) {
    super(`walk ${walk}`)
    this.walk = walk
  }
}

type Walks = Pick<Plan, 'walks'> | Pick<Schemas['BriefPlan'], 'walks'>

/**
 * What a suggestion told for one plan, for the plan that somebody else made of it: its walks by their numbers. A walk
 * that the edits add has no number yet and keeps its name.
 *
 * @throws WalkGoneError
 */
export function editIn(edit: PlanEdit, { walks: from }: Walks, { walks: to }: Walks): PlanEdit {
  const there = (id: string): string => {
    const old = from.find(({ walkId }) => walkId === id)
    if (old === undefined) return id
    const found = to.find(({ number }) => number === old.number)
    if (found === undefined) throw new WalkGoneError(old.number)
    return found.walkId
  }
  if ('walks' in edit) return { ...edit, walks: [there(edit.walks[0]!), there(edit.walks[1]!)] }
  return 'walk' in edit && edit.walk !== undefined ? { ...edit, walk: there(edit.walk) } : edit
}

/** For this plan. @throws WalkGoneError */
export function editOf(wish: EditWish, { walks }: Pick<Plan, 'walks'>): PlanEdit {
  const idOf = (number: number): string => {
    const found = walks.find((walk) => walk.number === number)
    if (found === undefined) throw new WalkGoneError(number)
    return found.walkId
  }
  switch (wish.type) {
    case 'move':
      return { type: 'move', targets: [wish.target], walk: idOf(wish.walk) }
    case 'move_tail':
    case 'pin':
    case 'lock':
    case 'unlock':
    case 'remove_walker':
    case 'set_minutes':
      return { ...wish, walk: idOf(wish.walk) }
    case 'set_start':
      return { ...wish, walk: idOf(wish.walk), start: [...wish.start] }
    case 'swap_walkers':
      return { type: 'swap_walkers', walks: [idOf(wish.walks[0]), idOf(wish.walks[1])] }
    case 'add_walker':
      return { type: 'add_walker', volunteer: { minutes: wish.minutes } }
    default:
      return { ...wish }
  }
}
