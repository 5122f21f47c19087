/**
 * What each wish of a plan costs: the plan's walks searched on with every wish kept, and as long without one of them.
 * What searching alone brings is taken off, so that a wish which costs nothing is told to cost nothing.
 */
import { AS_REQUESTED } from '../assembly/key-choice.ts'
import type { EarlierPlan } from '../assembly/earlier-plan.ts'
import { layGroundwork } from '../assembly/groundwork.ts'
import type { PlanningPorts } from '../assembly/planning-ports.ts'
import { likedWeights, PRIZE_POINTS } from '../assembly/problem.ts'
import { openSite, streetsOf } from '../assembly/site.ts'
import type { Task } from '../assembly/task.ts'
import { makeTask } from '../assembly/task.ts'
import { NO_ACCOUNT } from '../building/account.ts'
import { DEFAULT_ASSUMPTIONS } from '../building/door-time.ts'
import { loadBuildings } from '../building/load.ts'
import type { LedgerView } from '../building/select.ts'
import { selectTargets } from '../building/select.ts'
import { VisibleError } from '../error.ts'
import { makeCrew } from '../grouping/crew.ts'
import { MAX_POINTS } from '../matrix/build.ts'
import { streetRouter } from '../matrix/street-router.ts'
import { earlierPlan } from '../replan/earlier-plan.ts'
import { wishesIn } from '../replan/wishes.ts'
import { solve } from '../solver/solve.ts'
import type { Standing } from '../suggestion/standing.ts'
import { rounded, short } from '../walk/rounding.ts'
import type { Priced, PriceRequest, WishPrice, WishPrices } from './answer.ts'
import { PRICED } from './answer.ts'
import { WISHES, type Wished } from './wishes.ts'

/** From the call on; what is not done by then is cut short. */
export const PRICE_MILLISECONDS = 8_000
/** Of one search, of which each price takes two (bench/field/prices.ts). */
const ITERATIONS = 8_000
const ITERATIONS_PER_STOP = 12
const MOST_ITERATIONS = 15_000
/** Of these, what going on from walks that are there takes. */
const SHARE_OF_GOING_ON = 0.5
/** Of the prize of the plan; by about as much prices differ from planning anew (bench/field/prices.ts). */
const LEAST_UNCERTAINTY = 0.02
/** Searches with every wish kept: of the plan, and of what that found. */
const SEARCHES_WITH_ALL = 2
/** Counts of fewer doors than this are personal data. */
const LEAST_DOORS = 11

export interface PriceInput {
  plan: Standing
  asked: PriceRequest
  /** Null: nothing is held out in sight. */
  withHoldouts: LedgerView | null
  signal?: AbortSignal | undefined
  milliseconds?: number | undefined
}

/**
 * Same plan, ledger and seed: same prices, unless the time was over, which `stoppedBy` says.
 *
 * @throws VisibleError `price.too_many`, and those of planWalks
 */
export async function priceWishes(
  { plan, asked, withHoldouts, signal, milliseconds = PRICE_MILLISECONDS }: PriceInput,
  ports: PlanningPorts,
): Promise<WishPrices> {
  const { clock } = ports
  const end = clock.now() + Math.min(PRICE_MILLISECONDS, milliseconds)
  const wished = wishedIn(plan, withHoldouts !== null)
  const walks = plan.walks.map(({ walk }) =>
    walk.stops.map(({ targets }) => targets.map(({ id }) => id).filter((id) => !plan.isDone(id))),
  )
  refuseTooMany(walks)
  const wishes = PRICED.filter(
    (wish) => (asked.wishes?.includes(wish) ?? true) && WISHES[wish].isThere(wished),
  )
  let parts = 2 * (SEARCHES_WITH_ALL + wishes.length)
  let isCut = false
  const searchFrom = (task: Task, seed: number, previous?: number[][]): Found => {
    const now = clock.now()
    const most = Math.min(MOST_ITERATIONS, ITERATIONS + ITERATIONS_PER_STOP * task.problem.first.length)
    const solution = solve(task.problem, {
      ...{ seed, ...(previous && { previous }) },
      weights: { ...likedWeights(task.problem), balance: 0 },
      iterations: Math.round(previous ? SHARE_OF_GOING_ON * most : most),
      ...{
        deadline: now + Math.max(0, end - now) / Math.max(1, parts--),
        pace: 'cap',
        now: () => clock.now(),
      },
      ...(signal && { signal }),
    })
    isCut ||= solution.stoppedBy === 'deadline' || solution.stoppedBy === 'aborted'
    return foundBy(
      task,
      solution.routes.map(({ stops }) => stops),
    )
  }
  // Walks that were made for a wish hold on to it: once from nothing, and then on from whichever is better.
  const search = (task: Task, seed: number, from: Found): Found => {
    const begun = foundBy(task, stopsOf(from.walks, task))
    const anew = searchFrom(task, seed)
    const on = searchFrom(task, seed, stopsOf((isBetter(anew, begun) ? anew : begun).walks, task))
    return isBetter(anew, on) ? anew : on
  }

  const lay = (one: Wished) => layTask(one, { plan, walks, withHoldouts, ports })
  const all = await lay(wished)
  if (!all)
    return { planId: plan.id, prize: 0, searched: 0, uncertainty: 0, stoppedBy: 'iterations', wishes: [] }
  const { seed } = plan.request
  const asPlanned = foundBy(all, all.ahead)
  const first = search(all, seed, asPlanned)
  const again = search(all, seed + 1, first)
  const kept = isBetter(again, first) ? again : first
  const uncertainty = Math.max(kept.prize - first.prize, LEAST_UNCERTAINTY * asPlanned.prize)

  const prices: WishPrice[] = []
  for (const wish of wishes) {
    const without = WISHES[wish]
    const task =
      'ofGround' in without ? await lay(without.ofGround(wished)) : onSameGround(all, without.ofCrew(all))
    if (!task) continue
    const found = search(wish === 'keys' ? withoutKeys(task) : task, seed + 1, first)
    const isWithheld = wish === 'hold_outs' && heldOutDoors(all, task) < LEAST_DOORS
    prices.push(isWithheld ? WITHHELD : priceOf({ wish, found, kept, uncertainty, whole: asPlanned.prize }))
  }
  return {
    planId: plan.id,
    prize: rounded(asPlanned.prize),
    searched: rounded(Math.max(0, kept.prize - asPlanned.prize)),
    uncertainty: rounded(uncertainty),
    stoppedBy: isCut ? 'deadline' : 'iterations',
    wishes: prices.sort((a, b) => (b.prize ?? -1) - (a.prize ?? -1)),
  }
}

/** Targets of the stops of each walk. */
type Walks = string[][][]

/** With the walks that it begins from. */
interface Laid extends Task {
  earlier: EarlierPlan
}

interface Found {
  /** Key targets. */
  keys: number
  prize: number
  doors: number
  walks: Walks
}

const WITHHELD: WishPrice = {
  ...{ wish: 'hold_outs', verdict: 'withheld' },
  ...{ prize: null, doors: null, keys: null, share: null },
}

/** Key targets come before prize, as in every plan. */
function isBetter(a: Found, b: Found): boolean {
  return a.keys > b.keys || (a.keys === b.keys && a.prize > b.prize)
}

function priceOf(input: {
  wish: Priced
  found: Found
  kept: Found
  uncertainty: number
  whole: number
}): WishPrice {
  const { wish, found, kept, uncertainty, whole } = input
  const gain = rounded(Math.max(0, found.prize - kept.prize))
  const keys = wish === 'keys' ? 0 : Math.max(0, found.keys - kept.keys)
  const doors = gain === 0 ? 0 : found.doors - kept.doors
  // What so few doors behind it would tell of whom it holds is nobody's business.
  if (wish === 'hold_outs' && doors !== 0 && Math.abs(doors) < LEAST_DOORS) return WITHHELD
  const isClear = keys > 0 || gain > rounded(uncertainty)
  const verdict = gain === 0 && keys === 0 ? 'free' : isClear ? 'costs' : 'unclear'
  const share = whole > 0 ? Math.round((1_000 * gain) / whole) / 1_000 : 0
  return { wish, verdict, prize: gain, doors, keys, share }
}

/** Of all walkers: those with a walk in the order of the walks, then those for whom the plan found none. */
function wishedIn({ request, walks }: Standing, holdsOut: boolean): Wished {
  const wishes = wishesIn(request, {
    walks: walks.map(({ walk, walker }) => ({ walkId: walk.walkId, walker })),
  })
  const busy = walks.map(({ walk, walker }) => ({ ...wishes.of(walker, walk.walkId), id: walker }))
  const crew = makeCrew(request, Array.isArray(request.start) ? request.start : null, DEFAULT_ASSUMPTIONS)
  const names = new Set(walks.flatMap(({ walk, walker }) => [walk.walker, walker]))
  const idle = crew.filter(({ id }) => !names.has(id))
  return {
    request: { ...request, volunteers: [...busy, ...idle.map(({ id }) => ({ ...wishes.of(id, null), id }))] },
    ends: [
      ...walks.map(({ walk: { start, end } }) => ({ start, end })),
      ...idle.map(({ start, end }) => ({ start: start && short(start), end: end && short(end) })),
    ],
    holdsOut,
  }
}

/** Null: there is nothing to walk to. */
async function layTask(
  wished: Wished,
  about: { plan: Standing; walks: Walks; withHoldouts: LedgerView | null; ports: PlanningPorts },
): Promise<Laid | null> {
  const { plan, walks, withHoldouts, ports } = about
  const { request, holdsOut } = wished
  const open = holdsOut || !withHoldouts ? ports : { ...ports, ledger: () => withHoldouts }
  const site = await openSite(request, open)
  const buildings = await loadBuildings(ports.regions, site.manifest, site.area.bbox)
  const selection = selectTargets({ ...site, buildings, part: NO_ACCOUNT })
  const router = await (ports.router ?? streetRouter)(streetsOf(site))
  const earlier = onWalks(wished, { plan, walks })
  const groundwork = await layGroundwork({ site, selection, rule: AS_REQUESTED, router, earlier })
  if (groundwork.stops.length === 0) return null
  const matrix = await router.table(groundwork.points.snaps)
  return { ...makeTask(groundwork, matrix, earlier), earlier }
}

/** The same stops and walking times for another crew. */
function onSameGround(task: Laid, crew: Pick<Task, 'crew' | 'points'>): Laid {
  return { ...makeTask({ ...task, ...crew }, task.matrix, task.earlier), earlier: task.earlier }
}

/** The walks as they begin, with all of their time and everything ahead. */
function onWalks({ request, ends }: Wished, { plan, walks }: { plan: Standing; walks: Walks }): EarlierPlan {
  const { pins, locks } = plan.edits
  const fixedOn = (walkId: string | undefined, ahead: string[][]): string[] =>
    locks.includes(walkId ?? '')
      ? ahead.flat()
      : pins.flatMap(({ target, walk }) => (walk === walkId ? [target] : []))
  return earlierPlan({
    keptWalks: [],
    walkers: ends.map((own, index) => ({
      walk: null,
      done: [],
      ahead: (walks[index] ?? []).filter((ids) => ids.length > 0),
      doors: new Map(),
      keys: new Set(),
      ends: own,
      startAt: plan.walks[index]?.walk.startAt ?? request.startAt ?? '',
      ...(plan.walks[index] && { left: plan.walks[index].walk.budget }),
      onlyOwn: locks.includes(plan.walks[index]?.walk.walkId ?? ''),
      pinned: fixedOn(plan.walks[index]?.walk.walkId, walks[index] ?? []),
    })),
    lastNumber: 0,
    lastRank: null,
  })
}

function withoutKeys(task: Task): Task {
  const { keys: _keys, divisible: _divisible, ...problem } = task.problem
  return { ...task, problem }
}

function foundBy(task: Task, routes: number[][]): Found {
  const { problem, stops, placed } = task
  const served = routes.flat()
  return {
    keys: served.reduce((sum, stop) => sum + (problem.keys?.[stop] ?? 0), 0),
    prize: served.reduce((sum, stop) => sum + problem.prize[stop]!, 0) / PRIZE_POINTS,
    doors: served.reduce((sum, stop) => sum + problem.doors[stop]!, 0),
    walks: routes.map((route) =>
      route.map((stop) =>
        stops[task.feasible[stop]!]!.members.map((index) => placed.targets[index]!.candidate.target.id),
      ),
    ),
  }
}

/** Stops of a task that hold these targets; one that holds others as well goes with its first. */
function stopsOf(walks: Walks, { feasible, stops, placed }: Task): number[][] {
  const stopOf = new Map(
    feasible.flatMap((stop, index) =>
      stops[stop]!.members.map((member) => [placed.targets[member]!.candidate.target.id, index] as const),
    ),
  )
  const taken = new Set<number>()
  return walks.map((own) =>
    own.flat().flatMap((id) => {
      const stop = stopOf.get(id)
      return stop === undefined || taken.size === taken.add(stop).size ? [] : [stop]
    }),
  )
}

function heldOutDoors(all: Task, open: Task): number {
  const known = new Set(all.selection.candidates.map(({ target }) => target.id))
  return open.selection.candidates.reduce(
    (sum, { target, doors }) => sum + (known.has(target.id) ? 0 : doors),
    0,
  )
}

/** @throws VisibleError `price.too_many` where walks hold more than one table of walking times */
function refuseTooMany(walks: Walks): void {
  const targets = walks.reduce((sum, own) => sum + own.flat().length, 0)
  const points = targets + 2 * walks.length
  if (points <= MAX_POINTS) return
  throw new VisibleError(
    'too_large',
    'price.too_many',
    `what wishes cost is found with all ${targets} targets of ${walks.length} walks at once, and at most ${MAX_POINTS} with their starts and ends; plan a part of the area by itself, and ask that plan`,
  )
}
