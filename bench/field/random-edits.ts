/** Edits by hand as an organiser might ask for them, drawn from a seed. */
import type { PlanEdit } from '@doorwalk/core/request/edit-request'
import type { Random } from '@doorwalk/core/solver/chance/random'
import { type LngLat, metresBetween } from '@doorwalk/core/units'
import type { Plan, Walk } from '@doorwalk/core/walk/answer'

export interface DrawnEdit {
  edit: PlanEdit
  /** Ids of the walks that it names, or takes from: they may change. */
  touches: string[]
}

/** How often each kind is drawn, of 100. */
const KINDS: [PlanEdit['type'], number][] = [
  ['pin', 24],
  ['move', 18],
  ['exclude', 16],
  ['key', 8],
  ['set_minutes', 10],
  ['swap_walkers', 6],
  ['lock', 5],
  ['move_tail', 4],
  ['set_start', 4],
  ['add_walker', 3],
  ['remove_walker', 2],
]
/** To how many of the nearest walks a target is dragged. */
const NEIGHBOURS = 4

/** @param left  targets on no walk that somebody could do */
export function drawEdit(plan: Plan, random: Random, left: string[]): DrawnEdit {
  const type = kindOf(random)
  const open = plan.walks.filter(({ walkId }) => !plan.edits?.locks.includes(walkId))
  const one = pick(open, random)
  const { id: target, location } = pick(pick(one.stops, random).targets, random)
  const other = pick(nearest(open, { location, but: one }).slice(0, NEIGHBOURS), random)
  const both = [one.walkId, other.walkId]
  switch (type) {
    case 'pin':
      return { edit: { type, target, walk: other.walkId }, touches: both }
    case 'move':
      return random.below(3) === 0 && left.length > 0
        ? { edit: { type, targets: [pick(left, random)], walk: one.walkId }, touches: both }
        : { edit: { type, targets: [target], walk: other.walkId }, touches: both }
    case 'move_tail':
      return { edit: { type, from: one.stops.at(-1)!.targets[0]!.id, walk: other.walkId }, touches: both }
    case 'key':
      // Three walks may change for it, whichever stand nearest.
      return left.length > 0
        ? { edit: { type, target: pick(left, random) }, touches: plan.walks.map(({ walkId }) => walkId) }
        : { edit: { type, target }, touches: [one.walkId] }
    case 'set_minutes':
      return {
        edit: { type, walk: one.walkId, minutes: Math.round(one.budget / 60) + (random.below(2) ? 15 : -10) },
        touches: [one.walkId],
      }
    case 'swap_walkers':
      return { edit: { type, walks: both }, touches: both }
    case 'lock':
      return { edit: { type, walk: one.walkId }, touches: [one.walkId] }
    case 'set_start':
      return { edit: { type, walk: one.walkId, start: location }, touches: [one.walkId] }
    case 'add_walker':
      return { edit: { type, volunteer: {} }, touches: [] }
    case 'remove_walker':
      return { edit: { type, walk: one.walkId }, touches: [one.walkId] }
    default:
      return { edit: { type: 'exclude', target }, touches: [one.walkId] }
  }
}

function kindOf(random: Random): PlanEdit['type'] {
  let rest = random.below(KINDS.reduce((sum, [, share]) => sum + share, 0))
  for (const [type, share] of KINDS) {
    if (rest < share) return type
    rest -= share
  }
  return 'exclude'
}

function nearest(walks: Walk[], { location, but }: { location: LngLat; but: Walk }): Walk[] {
  const far = new Map(
    walks.map((walk) => [
      walk,
      Math.min(...walk.stops.map((stop) => metresBetween(stop.location, location))),
    ]),
  )
  return walks.filter((walk) => walk !== but).sort((a, b) => far.get(a)! - far.get(b)!)
}

function pick<Item>(list: readonly Item[], random: Random): Item {
  return list[random.below(list.length)]!
}
