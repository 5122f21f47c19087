/** The plan that callers see, joined from the drafts of its pieces; most plans have one. */
import type { Assumptions } from '../building/door-time.ts'
import { FASTEST_DOORS_PER_HOUR } from '../building/usual.ts'
import type { PlanRequest } from '../request/request.ts'
import { walkerIds } from '../request/walker-ids.ts'
import type { LngLat } from '../units.ts'
import type { LeftOut, Plan, Walk } from '../walk/answer.ts'
import { rounded, short } from '../walk/rounding.ts'
import type { MissedKey, Warning } from '../words/warning.ts'
import { sayWarning } from '../words/say.ts'
import type { Draft } from './draft.ts'
import type { EarlierPlan } from './earlier-plan.ts'
import { FIRST_PLAN } from './earlier-plan.ts'

/** Key buildings that a warning names; all are in `leftOut`. */
const KEYS_NAMED = 20

export interface JoinOptions {
  request: PlanRequest
  id: string
  assumptions: Assumptions
  /** Besides those of the drafts. */
  warnings: Warning[]
  /** The plan that this one replaces; default: none. */
  earlier?: EarlierPlan
}

/**
 * The plan of a request whose pieces are these drafts (at least one), walks in their order; ranks and totals over all
 * of them.
 */
export function joinDrafts(drafts: Draft[], options: JoinOptions): Plan {
  const { request, id, assumptions, earlier = FIRST_PLAN } = options
  const { keptWalks, doneElsewhere = [] } = earlier
  const drawn = named(drafts, id, earlier)
  const walks = [...keptWalks, ...drawn].sort((a, b) => a.number - b.number)
  const leftOut = drafts
    .flatMap((draft) => draft.leftOut)
    .sort((a, b) => (a.target < b.target ? -1 : a.target > b.target ? 1 : 0))
  const total = (of: (draft: Draft) => number) => drafts.reduce((sum, draft) => sum + of(draft), 0)
  const summary = summarise(
    walks,
    leftOut,
    total(({ reached }) => reached) + reachedOn(keptWalks, assumptions),
  )
  const keys = keysIn(drafts, { walks, kept: keptWalks, done: doneElsewhere, request })
  const walkers = total((draft) => draft.walkers)
  const warnings: Warning[] = [...options.warnings, ...drafts.flatMap((draft) => draft.warnings)]
  if (walks.length === 0) warnings.push({ code: 'nothing_to_walk' })
  else if (drawn.length < walkers)
    warnings.push(
      idle(walkers - drawn.length, { of: walkers + keptWalks.length, left: leftToDo(leftOut, walks) }),
    )
  const missed = leftOut.filter(({ key }) => key)
  if (missed.length > 0)
    warnings.push({
      code: 'keys_not_reached',
      missing: missed.length,
      of: keys?.of ?? missed.length,
      named: missed.slice(0, KEYS_NAMED).map(missedKey),
    })
  const detours = drawn.flatMap(({ stops }) => stops.flatMap(({ detour }) => detour ?? []))
  if (detours.length > 0)
    warnings.push({
      code: 'out_of_the_way',
      stops: detours.reduce((sum, { stops }) => sum + stops, 0),
      minutes: Math.round(detours.reduce((sum, { seconds }) => sum + seconds, 0) / 60),
    })
  if (summary.doorsPerHour > Math.ceil(FASTEST_DOORS_PER_HOUR * handsOn(walks, request)))
    warnings.push({ code: 'too_fast', doorsPerHour: Math.round(summary.doorsPerHour) })
  const stopped = drafts.find(({ stoppedBy }) => stoppedBy !== 'iterations') ?? drafts[0]!
  const { region, startAt, meetingPoint } = drafts[0]!
  return {
    id,
    version: 1,
    region,
    seed: request.seed,
    iterations: total(({ iterations }) => iterations),
    stoppedBy: stopped.stoppedBy,
    profile: request.profile,
    ...(request.priority && 'of' in request.priority && { ranking: request.priority.of }),
    startAt,
    meetingPoint: drafts.length === 1 && meetingPoint ? short(meetingPoint) : givenPoint(request),
    assumptions,
    warnings: warnings.map((warning) => sayWarning(warning, request.language)),
    summary: { ...summary, ...(keys && { keys }) },
    walks,
    leftOut,
  }
}

/** Reasons of what somebody might do, if he did it alone. */
const OPEN_REASONS: LeftOut['reason'][] = ['not_selected', 'key_not_reached']

/** Targets that are on no walk and that somebody could do. */
function leftToDo(leftOut: LeftOut[], walks: Walk[]): number {
  return reservesIn(walks, leftOut) + leftOut.filter(({ reason }) => OPEN_REASONS.includes(reason)).length
}

/** Targets that are reserves and nothing else: a key building that is missed counts as left out. */
function reservesIn(walks: Walk[], leftOut: LeftOut[]): number {
  const out = new Set(leftOut.map(({ target }) => target))
  return walks.flatMap(({ reserves }) => reserves).filter(({ id }) => !out.has(id)).length
}

/** Who has no walk is one too many only where nothing is left. */
function idle(idle: number, { of, left }: { of: number; left: number }): Warning {
  return left === 0 ? { code: 'walkers_idle', idle, of } : { code: 'walkers_without_walk', idle, of, left }
}

function missedKey({ target, address = '', reason, needs }: LeftOut): MissedKey {
  return { name: address === '' ? target : `${address} (${target})`, reason, needs }
}

type DoneTargets = NonNullable<EarlierPlan['doneElsewhere']>

/**
 * Key buildings of all pieces, those on walks that stay as they are, and those that were done before. Where the request
 * names them, stars that a plan before chose stay on paper, and are not counted.
 */
function keysIn(
  drafts: Draft[],
  { walks, kept, done, request }: { walks: Walk[]; kept: Walk[]; done: DoneTargets; request: PlanRequest },
): Plan['summary']['keys'] {
  const counts = drafts.flatMap((draft) => draft.keys ?? [])
  if (counts.length < drafts.length) return undefined
  const { by } = counts[0]!
  const missed = counts.reduce((sum, count) => sum + count.missed, 0)
  const onWalks = (some: Walk[]) => some.flatMap(({ stops }) => stops.flatMap(({ targets }) => targets))
  const said = new Map((request.targets ?? []).map(({ id, key }) => [id, key]))
  const reached =
    by === 'request'
      ? [...onWalks(walks), ...done].filter(({ id, building }) => said.get(id) ?? said.get(building)).length
      : counts.reduce(
          (sum, count) => sum + count.reached,
          [...onWalks(kept), ...done].filter(({ key }) => key).length,
        )
  return { by, reached, of: reached + missed }
}

/**
 * Names, numbers and ranks, in the order of the drafts. A walk that goes on keeps its name, the others count on from
 * the last one; where some walks stay as they are, so does the order in which they are handed out.
 */
function named(drafts: Draft[], id: string, earlier: EarlierPlan): Walk[] {
  const drawn = drafts.flatMap(({ walks }) => walks)
  const ranks = ranksOf(
    drawn.map(({ prize }) => prize),
    new Set(earlier.keptWalks.map((walk) => walk.rank)),
  )
  let number = earlier.lastNumber
  let rank = earlier.lastRank ?? 0
  return drawn.map((walk, index) => {
    const isNew = walk.walkId === ''
    const own = isNew ? ++number : walk.number
    return {
      ...walk,
      walkId: isNew ? `${id.replace(/^pln/, 'wlk')}_${own}` : walk.walkId,
      number: own,
      rank: earlier.lastRank === null ? ranks[index]! : isNew ? ++rank : walk.rank,
    }
  })
}

/** Pieces have meeting points of their own, unless one was given for all. */
function givenPoint({ start }: PlanRequest): LngLat | null {
  return Array.isArray(start) ? short(start) : null
}

function summarise(walks: Walk[], leftOut: LeftOut[], reached: number): Plan['summary'] {
  const total = (of: (walk: Walk) => number) => walks.reduce((sum, walk) => sum + of(walk), 0)
  const used = walks.map((walk) => walk.seconds / walk.budget)
  const mean = used.reduce((sum, share) => sum + share, 0) / used.length
  const seconds = total((walk) => walk.seconds)
  const doors = total((walk) => walk.doors)
  const byReason: Record<string, number> = {}
  for (const { reason } of leftOut) byReason[reason] = (byReason[reason] ?? 0) + 1
  return {
    walks: walks.length,
    targets: total((walk) => walk.stops.reduce((sum, stop) => sum + stop.targets.length, 0)),
    reserves: reservesIn(walks, leftOut),
    doors,
    prize: rounded(total((walk) => walk.prize)),
    seconds,
    metres: total((walk) => walk.metres),
    balance: walks.length > 0 ? rounded(Math.max(...used) / mean) : 0,
    doorsPerHour: seconds > 0 ? Math.round((36_000 * reached) / seconds) / 10 : 0,
    leftOut: byReason,
  }
}

/** People who knock at different doors at the same time, on the mean of a walk's time. */
function handsOn(walks: Walk[], { volunteers }: PlanRequest): number {
  const known = Array.isArray(volunteers) ? volunteers : []
  const ids = walkerIds(known)
  const hands = new Map(known.map(({ split, people = 1 }, index) => [ids[index]!, split ? people : 1]))
  const seconds = walks.reduce((sum, walk) => sum + walk.seconds, 0)
  const worked = walks.reduce((sum, walk) => sum + walk.seconds * (hands.get(walk.walker) ?? 1), 0)
  return seconds > 0 ? worked / seconds : 1
}

/** 1, or the first that is not taken, for the walk that brings most. */
function ranksOf(prizes: number[], taken: ReadonlySet<number>): number[] {
  const order = prizes.map((_, index) => index).sort((a, b) => prizes[b]! - prizes[a]! || a - b)
  const ranks: number[] = []
  let rank = 0
  for (const walk of order) {
    do rank++
    while (taken.has(rank))
    ranks[walk] = rank
  }
  return ranks
}

/** Doors that somebody is expected to stand before, on walks taken over from an earlier plan. */
function reachedOn(walks: Walk[], { entryProbability: chance }: Assumptions): number {
  return walks
    .flatMap(({ stops }) => stops.flatMap(({ targets }) => targets))
    .reduce((sum, { doors, access }) => sum + doors * chance[access], 0)
}
