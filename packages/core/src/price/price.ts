/**
 * What each wish of a plan costs: the plan's walks searched on with every wish kept, and as long without one of them.
 * What searching alone brings is taken off, so that a wish which costs nothing is told to cost nothing.
 */
import type { PlanningPorts } from '../assembly/planning-ports.ts'
import { likedWeights } from '../assembly/problem.ts'
import type { Task } from '../assembly/task.ts'
import type { LedgerView } from '../building/select.ts'
import { VisibleError } from '../error.ts'
import { MAX_POINTS } from '../matrix/build.ts'
import { solve } from '../solver/solve.ts'
import type { Standing } from '../suggestion/standing.ts'
import { rounded } from '../walk/rounding.ts'
import type { Priced, PriceRequest, WishPrice, WishPrices } from './answer.ts'
import { PRICED } from './answer.ts'
import { foundBy, type Found, isBetter, stopsOf, type Walks } from './found.ts'
import { layTask, onSameGround, wishedIn, withoutKeys } from './laid.ts'
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

const WITHHELD: WishPrice = {
  ...{ wish: 'hold_outs', verdict: 'withheld' },
  ...{ prize: null, doors: null, keys: null, share: null },
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
