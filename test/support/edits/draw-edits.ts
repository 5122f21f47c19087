/** Edits by hand of every kind, sensible and not, drawn from a seed. */
import type { PlanEdit } from '@doorwalk/core/request/edit-request'
import type { Plan } from '@doorwalk/core/walk/answer'
import type { Chance } from './chance.ts'
import { type Known, buildingOf, drawVolunteer, somewhere } from './draw-plan.ts'

/** Each as often as it stands here. */
const KINDS: PlanEdit['type'][] = [
  ...(['pin', 'pin', 'pin', 'move', 'move', 'move', 'exclude', 'exclude', 'include', 'key', 'key'] as const),
  ...(['unkey', 'unpin', 'move_tail', 'move_tail', 'swap_walkers', 'swap_walkers', 'lock'] as const),
  ...(['lock', 'unlock', 'set_minutes', 'set_minutes', 'set_start', 'add_walker', 'add_walker'] as const),
  'remove_walker',
]

interface Drawing {
  plan: Plan
  known: Known
  chance: Chance
  /** What this list calls the walks that it adds. */
  added: string[]
}

export function drawEdits(plan: Plan, known: Known, chance: Chance): PlanEdit[] {
  const drawing = { plan, known, chance, added: [] }
  const most = chance.is(0.65) ? 1 : 2 + chance.below(3)
  return Array.from({ length: most }, () => drawOne(chance.pick(KINDS), drawing))
}

function drawOne(type: PlanEdit['type'], drawing: Drawing): PlanEdit {
  const { plan, known, chance, added } = drawing
  const target = () => anyTarget(drawing)
  const walk = () => anyWalk(drawing)
  const stops = chance.pick(plan.walks).stops
  switch (type) {
    case 'pin':
      return { type, target: target(), walk: walk() }
    case 'move':
      return {
        ...{ type, walk: walk() },
        targets: Array.from({ length: chance.is(0.7) ? 1 : 2 + chance.below(3) }, target),
      }
    case 'move_tail':
      return {
        ...{ type, walk: walk() },
        from: chance.is(0.9) ? stops[Math.floor(stops.length / 2)]!.targets[0]!.id : target(),
      }
    case 'exclude':
    case 'key':
      return { type, target: target() }
    case 'include':
      return { type, target: ofThese(saidIn(plan, 'exclude'), drawing) }
    case 'unkey':
      return { type, target: ofThese(saidIn(plan, 'key'), drawing) }
    case 'unpin':
      return { type, target: ofThese(plan.edits?.pins.map((pin) => pin.target) ?? [], drawing) }
    case 'lock':
    case 'remove_walker':
      return { type, walk: walk() }
    case 'unlock': {
      const locks = plan.edits?.locks ?? []
      return { type, walk: locks.length > 0 && chance.is(0.8) ? chance.pick(locks) : walk() }
    }
    case 'swap_walkers':
      return { type, walks: [walk(), walk()] }
    case 'set_minutes': {
      const one = chance.pick(plan.walks)
      const more = chance.pick([-25, -10, -5, 10, 15, 30])
      return { type, walk: one.walkId, minutes: Math.max(10, Math.round(one.budget / 60) + more) }
    }
    case 'set_start':
      return { type, walk: walk(), start: chance.is(0.1) ? 'anywhere' : somewhere(known, chance) }
    case 'add_walker': {
      const id = chance.is(0.6) ? `n${chance.below(1_000)}` : undefined
      if (id !== undefined) added.push(`new ${id}`)
      return { type, volunteer: { ...drawVolunteer(known, chance), ...(id !== undefined && { id }) } }
    }
  }
}

function anyWalk({ plan, chance, added }: Drawing): string {
  if (chance.is(0.01)) return 'wlk_unknown_1'
  if (added.length > 0 && chance.is(0.4)) return chance.pick(added)
  return chance.pick(plan.walks).walkId
}

/** On a walk, in reserve, left out, unknown, or a building. */
function anyTarget({ plan, chance }: Drawing): string {
  if (chance.is(0.01)) return 'osm:w1'
  const onWalk = chance.pick(plan.walks).stops.flatMap(({ targets }) => targets.map(({ id }) => id))
  const reserves = plan.walks.flatMap((walk) => walk.reserves.map(({ id }) => id))
  const out = plan.leftOut.map(({ target }) => target)
  const pool = chance.pick([onWalk, onWalk, onWalk, onWalk, reserves, out])
  const id = chance.pick(pool.length > 0 ? pool : onWalk)
  return chance.is(0.06) ? buildingOf(id) : id
}

function saidIn({ edits }: Plan, kind: 'exclude' | 'key'): string[] {
  const all = (edits?.steps ?? []).flatMap((step) => step.edits)
  return all.flatMap((one) => (one.type === kind && 'target' in one ? [one.target] : []))
}

function ofThese(list: string[], drawing: Drawing): string {
  return list.length > 0 && drawing.chance.is(0.8) ? drawing.chance.pick(list) : anyTarget(drawing)
}
