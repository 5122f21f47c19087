/**
 * Where one more walker goes: a new walk of what nobody has, or the tail of a walk, whose walker then has time for
 * more.
 */
import type { PlanningPorts } from '../assembly/planning-ports.ts'
import type { VolunteerRequest } from '../request/request.ts'
import type { LngLat } from '../units.ts'
import type { Suggestion } from './answer.ts'
import type { Ground } from './ground.ts'
import { layGround } from './ground.ts'
import type { LatecomerWish } from './request.ts'
import type { GoingWalk, Standing } from './standing.ts'
import { heldBy, nearestWalks, newcomers, type Pins, pinsOf, placesAhead } from './standing.ts'
import { type Changed, tell } from './told.ts'
import { asTold, timeOf, type Tour } from './tour.ts'
import { tryOut } from './trial.ts'

/** Walks whose tail he might take. */
const MOST_WALKS = 3
/** Free targets that are looked at, nearest to him and to these walks first. */
const MOST_FREE = 300
/** Of the searches for a new walk and for a walk that is shared (bench/field/suggest.ts). */
const NEW_ITERATIONS = 2_000
const TAIL_ITERATIONS = 1_000

export async function suggestForLatecomer(
  { for: _for, at: _at, most: _most, ...wish }: LatecomerWish,
  { plan, going, at }: { plan: Standing; going: GoingWalk[]; at: string },
  ports: PlanningPorts,
): Promise<Suggestion[]> {
  const [volunteer] = newcomers([wish], plan)
  const place = startOf(plan, wish.start)
  const near = nearestWalks(going, place ? [place] : going.flatMap(placesAhead), MOST_WALKS)
  const around = place ? [place] : near.flatMap(placesAhead)
  if (around.length === 0) return []
  const mine = new Set(near.map(({ now }) => now.walk.walkId))
  const ground = await layGround(
    {
      request: plan.request,
      walkers: [
        { now: null, volunteer: volunteer!, startAt: at, left: wish.minutes * 60 },
        ...near.map((walk) => walk),
      ],
      taken: heldBy(plan.walks.map(({ walk }) => walk).filter(({ walkId }) => !mine.has(walkId))),
      around: [...around, ...near.flatMap(placesAhead)],
      most: MOST_FREE,
    },
    ports,
  )
  if (!ground) return []
  const pins = pinsOf(plan)
  const input = { ground, volunteer: volunteer!, near, pins, seed: plan.request.seed }
  return [newWalk(input), ...near.map((_, index) => tailOf({ ...input, index }))].flatMap((one) => one ?? [])
}

interface Asked {
  ground: Ground
  volunteer: VolunteerRequest & { id: string }
  near: GoingWalk[]
  pins: Pins
  seed: number
}

function newWalk({ ground, volunteer, seed, near, pins }: Asked): Suggestion | null {
  const { task } = ground
  const stops = freeIn(ground)
  const reserves = new Set(near.flatMap(({ now }) => now.walk.reserves.map(({ id }) => id)))
  const open = stops.filter((stop) => !namesOf(stop, ground).some((id) => reserves.has(id)))
  const [after] = tryOut({
    ...{ task, walkers: [0], stops: open, mandatory: new Set<number>(), begin: [[]], seed },
    iterations: NEW_ITERATIONS,
  })
  if (after!.stops.length === 0) return null
  const changed = [newcomer(volunteer, after!)]
  return tell({ ground, kind: 'new_walk', walk: null, changed, holders: new Map(), pins, moves: 'none' })
}

/** Null: nothing of the walk can be taken over. */
function tailOf({
  ground,
  volunteer,
  near,
  pins,
  seed,
  index,
}: Asked & { index: number }): Suggestion | null {
  const { task } = ground
  const { problem } = task
  const { walk, done } = near[index]!.now
  const others = new Set(
    near.flatMap(({ now }, other) => (other === index ? [] : now.walk.reserves.map(({ id }) => id))),
  )
  const ahead = task.ahead[index + 1] ?? []
  const [latecomer, walker] = [problem.walkers[0]!, problem.walkers[index + 1]!]
  const pinned = new Set(ahead.filter((stop) => namesOf(stop, ground).some((id) => pins.has(id))))
  const from = tailWithin(ahead, (stops) => {
    const tail = stops.filter((stop) => !pinned.has(stop))
    const doors = tail.reduce((sum, stop) => sum + problem.doors[stop]!, 0)
    const isOpen = tail.every((stop) => latecomer.forbidden?.[stop] !== 1)
    return (
      tail.length > 0 &&
      isOpen &&
      doors <= latecomer.doors &&
      timeOf(asTold(tail), latecomer, problem).duration <= latecomer.budget
    )
  })
  if (from === ahead.length) return null
  const budget = Math.max(walker.budget, timeOf(asTold(ahead), walker, problem).duration)
  const free = freeIn(ground).filter((stop) => !namesOf(stop, ground).some((id) => others.has(id)))
  const tail = ahead.slice(from).filter((stop) => !pinned.has(stop))
  const given = new Set(tail)
  const head = ahead.filter((stop) => !given.has(stop))
  const tours = tryOut({
    ...{ task, walkers: [0, index + 1], stops: [...ahead, ...free], mandatory: new Set(ahead), seed },
    ...{
      owners: new Map([...pinned].map((stop) => [stop, 1])),
      begin: [tail, head],
      budgets: [latecomer.budget, budget],
      iterations: TAIL_ITERATIONS,
    },
  })
  const had = new Set(ahead)
  // Where there is nothing else to gain, the search sends him home: then the tail as it is takes time off who has it.
  const takesSome = tours[0]!.stops.some((stop) => had.has(stop))
  const [his, own] = takesSome ? tours : [asTold(tail), asTold(head)]
  return tell({
    ...{ ground, kind: 'tail', walk: walk.walkId, moves: 'held' },
    changed: [
      newcomer(volunteer, his!),
      {
        ...{ walker: index + 1, name: walk.walker, walkId: walk.walkId, before: ahead, after: own! },
        done: done.size,
      },
    ],
    holders: new Map(ahead.map((stop) => [stop, walk.walkId])),
    pins,
  })
}

function newcomer(volunteer: Asked['volunteer'], after: Tour): Changed {
  return { walker: 0, name: volunteer.id, walkId: null, before: [], after, done: 0, volunteer }
}

/** Where the longest tail begins that fits; half of the walk stays with who has it. */
function tailWithin(ahead: number[], fits: (tail: number[]) => boolean): number {
  for (let from = Math.ceil(ahead.length / 2); from < ahead.length; from++)
    if (fits(ahead.slice(from))) return from
  return ahead.length
}

/** Stops that are ahead of nobody. */
function freeIn({ task }: Ground): number[] {
  const ahead = new Set(task.ahead.flat())
  return [...task.problem.first.keys()].filter((stop) => !ahead.has(stop))
}

function namesOf(stop: number, { task }: Ground): string[] {
  return task.stops[task.feasible[stop]!]!.members.map(
    (index) => task.placed.targets[index]!.candidate.target.id,
  )
}

/** Null: anywhere. */
function startOf({ request }: Standing, own: LatecomerWish['start']): LngLat | null {
  const start = own ?? request.start
  return Array.isArray(start) ? start : null
}
