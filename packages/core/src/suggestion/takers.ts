/** Who takes a walk that nobody walks: those who are there without one, and those whose own walk leaves them time. */
import type { PlanningPorts } from '../assembly/planning-ports.ts'
import type { PlanEdit } from '../request/edit-request.ts'
import type { Suggestion } from './answer.ts'
import type { Ground } from './ground.ts'
import { layGround } from './ground.ts'
import type { WalkWish } from './request.ts'
import type { GoingWalk, Standing } from './standing.ts'
import { heldBy, nearestWalks, newcomers, type Pins, pinsOf, placesAhead } from './standing.ts'
import { type Changed, tell, type ToTell } from './told.ts'
import { asTold, timeOf, type Tour } from './tour.ts'
import { tryOut } from './trial.ts'

/** Walks around whose walkers are asked. */
const MOST_NEIGHBOURS = 6
/** Of a search on two walks at most, and of one on all of them (bench/field/suggest.ts). */
const ITERATIONS = 600
const SHARE_ITERATIONS = 2_000

/** @param input.idle  the walk; it is none of `going` */
export async function suggestTakers(
  wish: WalkWish,
  { plan, idle, going, at }: { plan: Standing; idle: GoingWalk; going: GoingWalk[]; at: string },
  ports: PlanningPorts,
): Promise<Suggestion[]> {
  const volunteers = newcomers(wish.volunteers ?? [], plan)
  const near = nearestWalks(going, placesAhead(idle), MOST_NEIGHBOURS)
  const { minutes } = plan.request
  const ground = await layGround(
    {
      request: plan.request,
      walkers: [
        idle,
        ...volunteers.map((volunteer) => ({
          ...{ now: null, volunteer, startAt: at },
          left: (volunteer.minutes ?? minutes) * 60,
        })),
        ...near,
      ],
      taken: heldBy(plan.walks.map(({ walk }) => walk)),
      around: placesAhead(idle),
      most: 0,
    },
    ports,
  )
  if (!ground) return []
  const takers: Taker[] = [
    ...volunteers.map((volunteer, index) => ({
      walker: index + 1,
      name: volunteer.id,
      walkId: null,
      before: [],
      done: 0,
      volunteer,
    })),
    ...near.map(({ now: { walk, done } }, index) => {
      const walker = index + 1 + volunteers.length
      const before = ground.task.ahead[walker] ?? []
      return { walker, name: walk.walker, walkId: walk.walkId, before, done: done.size }
    }),
  ]
  const { locks } = plan.edits
  const isLocked = locks.includes(idle.now.walk.walkId)
  const input = { ground, idle, takers, pins: pinsOf(plan), isLocked, seed: plan.request.seed }
  return [...takers.flatMap((taker) => [take(input, taker), instead(input, taker)]), share(input)].flatMap(
    (one) => (one && one.gain.prize > 0 ? [one] : []),
  )
}

type Taker = Omit<Changed, 'after'>

interface Asked {
  ground: Ground
  idle: GoingWalk
  takers: Taker[]
  pins: Pins
  /** The walk that lies idle is. */
  isLocked: boolean
  seed: number
}

/** Of the walk as much as he has time for, beside what he has. */
function take({ ground, takers, seed, ...about }: Asked, taker: Taker): Suggestion {
  const { task } = ground
  const open = task.ahead[0]!
  const { before } = taker
  const whole = before.length === 0 ? wholeWalk(ground, taker) : null
  const after =
    whole ??
    tryOut({
      ...{ task, walkers: [taker.walker], stops: [...before, ...open], mandatory: new Set(before), seed },
      ...{ begin: [before], budgets: [budgetOf(taker, ground)], iterations: ITERATIONS },
    })[0]!
  // Who has none takes this one under its name, with what of it is done.
  const { walk, done } = about.idle.now
  const taken = taker.walkId === null ? { walkId: walk.walkId, done: done.size } : {}
  return told({ ...about, ground, takers, kind: 'take', changed: [{ ...taker, ...taken, after }] })
}

/**
 * The walk in place of his own; null: he has none, something is pinned to it, or it has a key building that the request
 * names: with his walk given up a neighbour would go there, and leave what he had.
 */
function instead({ ground, takers, seed, ...about }: Asked, taker: Taker): Suggestion | null {
  const { task } = ground
  if (taker.before.length === 0 || taker.done > 0) return null
  if ([...about.pins.values()].includes(taker.walkId!)) return null
  if (taker.before.some((stop) => (task.problem.keys?.[stop] ?? 0) > 0)) return null
  const open = task.ahead[0]!
  const after =
    wholeWalk(ground, taker) ??
    tryOut({
      ...{ task, walkers: [taker.walker], stops: open, mandatory: new Set<number>(), begin: [open], seed },
      iterations: ITERATIONS,
    })[0]!
  const { walkId } = about.idle.now.walk
  return told({
    ...about,
    ...{ ground, takers, kind: 'instead', changed: [{ ...taker, walkId, after }], moves: 'none' },
    first: [{ type: 'swap_walkers', walks: [walkId, taker.walkId!] }],
    // Who is not there has it now.
    last: [{ type: 'remove_walker', walk: taker.walkId! }],
  })
}

/** The walk shared out among all of them; null: one alone would do. */
function share({ ground, takers, seed, ...about }: Asked): Suggestion | null {
  if (takers.length < 2) return null
  const { task } = ground
  const had = takers.flatMap(({ before }) => before)
  const owners = new Map(takers.flatMap(({ before }, index) => before.map((stop) => [stop, index])))
  const tours = tryOut({
    ...{ task, walkers: takers.map(({ walker }) => walker), stops: [...had, ...task.ahead[0]!], seed },
    ...{ mandatory: new Set(had), owners, begin: takers.map(({ before }) => before) },
    ...{ budgets: takers.map((taker) => budgetOf(taker, ground)), iterations: SHARE_ITERATIONS },
  })
  const changed = takers.flatMap((taker, index): Changed[] => {
    const after = tours[index]!
    const own = new Set(taker.before)
    return after.stops.some((stop) => !own.has(stop)) ? [{ ...taker, after }] : []
  })
  return changed.length < 2 ? null : told({ ...about, ground, takers, kind: 'share', changed })
}

/** As it was planned, if he can do it so; null: he cannot. */
function wholeWalk({ task }: Ground, { walker }: Taker): Tour | null {
  const { problem } = task
  const [open, who] = [task.ahead[0]!, problem.walkers[walker]!]
  const doors = open.reduce((sum, stop) => sum + problem.doors[stop]!, 0)
  const isOpen = open.every((stop) => who.forbidden?.[stop] !== 1)
  const tour = asTold(open)
  return isOpen && doors <= who.doors && timeOf(tour, who, problem).duration <= who.budget ? tour : null
}

/** What is ahead of him he can do, whatever time is left. */
function budgetOf({ walker, before }: Taker, { task }: Ground): number {
  const who = task.problem.walkers[walker]!
  return Math.max(who.budget, timeOf(asTold(before), who, task.problem).duration)
}

function told({
  ground,
  idle,
  takers,
  isLocked,
  first = [],
  ...about
}: Pick<Asked, 'ground' | 'idle' | 'takers' | 'pins' | 'isLocked'> &
  Omit<ToTell, 'ground' | 'walk' | 'holders' | 'idle'>): Suggestion {
  const open = ground.task.ahead[0]!
  const walk = idle.now.walk.walkId
  // As it is now, whatever each would take.
  const holders = new Map([
    ...open.map((stop): [number, string] => [stop, walk]),
    ...takers.flatMap(({ before, walkId }) => before.map((stop): [number, string] => [stop, walkId ?? walk])),
  ])
  const last: PlanEdit[] = [{ type: 'remove_walker', walk }]
  const unlock: PlanEdit[] = isLocked ? [{ type: 'unlock', walk }] : []
  return tell({ last, ...about, first: [...unlock, ...first], ground, walk, holders, idle: open })
}
