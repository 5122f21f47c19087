/** Roll-call: who walks which of a plan's walks from now on, and what each goes on with. */
import type { Before, Continued } from './earlier-plan.ts'
import { VisibleError, fieldError } from '../error.ts'
import { MAX_POINTS } from '../matrix/build.ts'
import type { PlanRequest, ReplanRequest, VolunteerRequest } from '../request.ts'
import type { Seconds } from '../units.ts'
import type { Walk } from '../walk/answer.ts'
import type { WalkBefore } from './changes.ts'
import { timeAfter } from '../walk/clock-time.ts'

/** A walk as it stands; its `walker` is who has it now. */
export interface WalkNow extends WalkBefore {
  /** RFC 3339; null: nobody has set out. */
  begunAt: string | null
  /** Finished, released or expired. */
  isOver: boolean
}

/** One walker at roll-call. */
export interface Present {
  walker: string
  /** The walk he has, or takes over; null: a new one. */
  walkId: string | null
  /** Minutes he sets out after the others. */
  late: number
}

/**
 * Who is there, and which walk each goes on with. Walks without a walker go whole to newcomers, best rank first.
 *
 * @throws VisibleError `replan.walker` for a name that is unknown or said twice
 */
export function callRoll(walks: WalkNow[], wish: ReplanRequest): Present[] {
  const live = walks.filter(({ isOver }) => !isOver).sort((a, b) => a.walk.rank - b.walk.rank)
  const walkOf = new Map(live.map((one) => [one.walk.walker, one]))
  const late = new Map((wish.late ?? []).map(({ walker, minutes }) => [walker, minutes]))
  const names = presentNames(live, wish)
  checkNames(names, { walkOf, wish })
  const here = new Set(names)
  const orphans = live.filter(({ walk }) => !here.has(walk.walker))
  return names.map((walker) => {
    const own = walkOf.get(walker) ?? orphans.shift()
    return { walker, walkId: own?.walk.walkId ?? null, late: late.get(walker) ?? 0 }
  })
}

function presentNames(live: WalkNow[], { present, late = [], gone = [] }: ReplanRequest): string[] {
  const all = live.map(({ walk }) => walk.walker)
  if (present === undefined) return all.filter((walker) => !gone.includes(walker))
  if (typeof present !== 'number')
    return [...present, ...late.map(({ walker }) => walker).filter((walker) => !present.includes(walker))]
  // Who has set out is there; of the others, those with the best walks are sent.
  const order = [...live].sort((a, b) => Number(a.begunAt === null) - Number(b.begunAt === null))
  const sent = order.map(({ walk }) => walk.walker).filter((walker) => !gone.includes(walker))
  const names = sent.slice(0, present)
  for (let number = 1; names.length < present; number++)
    if (!all.includes(String(number))) names.push(String(number))
  return names
}

function checkNames(
  names: string[],
  { walkOf, wish }: { walkOf: Map<string, WalkNow>; wish: ReplanRequest },
): void {
  const refuse = (pointer: string, walker: string, expected: string): never => {
    throw fieldError('replan.walker', pointer, `got "${walker}"; expected ${expected}`)
  }
  const twice = names.find((walker, index) => names.indexOf(walker) !== index)
  if (twice !== undefined) refuse('/present', twice, 'every walker once')
  wish.gone?.forEach((walker, index) => {
    if (!walkOf.has(walker)) refuse(`/gone/${index}`, walker, 'a walker of this plan whose walk is not over')
    if (names.includes(walker)) refuse(`/gone/${index}`, walker, 'nobody who is present or late as well')
  })
  wish.late?.forEach(({ walker }, index) => {
    if (!names.includes(walker))
      refuse(`/late/${index}/walker`, walker, 'a walker of this plan, or one present')
    if (walkOf.get(walker)?.begunAt)
      refuse(
        `/late/${index}/walker`,
        walker,
        'somebody who has not set out yet; shorten a walk that has begun',
      )
  })
}

/**
 * Everything on the walks that go on is planned at once, for walks may swap stops; starts and ends stand in the same table.
 *
 * @throws VisibleError `replan.too_many` where that is more than one table of walking times holds
 */
export function checkSize(
  walks: WalkNow[],
  { roll, keep }: { roll: Present[]; keep: ReplanRequest['keep'] },
): void {
  if (keep === 'walks') return
  const going = new Set(roll.flatMap(({ walkId }) => walkId ?? []))
  const targets = walks
    .filter(({ walk }) => going.has(walk.walkId))
    .reduce((sum, { walk }) => sum + walk.stops.reduce((all, stop) => all + stop.targets.length, 0), 0)
  const points = targets + 2 * roll.length
  if (points <= MAX_POINTS) return
  throw new VisibleError(
    'too_large',
    'replan.too_many',
    `keep "least" plans all ${targets} targets of ${roll.length} walkers at once, and at most ${MAX_POINTS} with their starts and ends; use keep "walks", which changes no walk of who is there`,
  )
}

/**
 * What is kept, and whom to plan for.
 *
 * @param input.request  with one volunteer per entry of the roll
 * @param input.startAt  of walks that have not begun
 * @param input.now      RFC 3339; walks that have begun go on from here
 * @param input.lastNumber  highest that stands on any paper
 */
export function continueWalks(input: {
  walks: WalkNow[]
  roll: Present[]
  keep: ReplanRequest['keep']
  request: PlanRequest
  startAt: string
  now: string
  lastNumber: number
}): { before: Before; request: PlanRequest } {
  const { walks, roll, keep, request, startAt, now, lastNumber } = input
  const volunteers = Array.isArray(request.volunteers) ? request.volunteers : []
  const byId = new Map(walks.map((one) => [one.walk.walkId, one]))
  const kept: Walk[] = []
  const planned: { volunteer: VolunteerRequest; walker: Continued }[] = []
  roll.forEach(({ walker, walkId, late }, index) => {
    const one = walkId === null ? undefined : byId.get(walkId)
    const volunteer = volunteers[index] ?? { id: walker }
    if (!one) planned.push({ volunteer, walker: newWalk(timeAfter(startAt, late * 60)) })
    else if (keep === 'walks' && late === 0) kept.push(withWalker(one.walk, walker))
    else {
      const isOwn = one.walk.walker === walker
      // Nobody can go on with what another has begun from where that one stands.
      const goesOn = isOwn || one.begunAt === null
      const begins = goesOn && one.begunAt !== null ? now : timeAfter(startAt, late * 60)
      const left =
        goesOn && one.begunAt !== null
          ? Math.max(0, one.walk.budget - secondsBetween(one.begunAt, now))
          : Math.max(0, one.walk.budget - late * 60)
      planned.push({
        volunteer,
        walker: {
          ...continued(one, begins),
          ...(goesOn ? {} : { walk: null, done: [] }),
          left,
          onlyOwn: keep === 'walks',
        },
      })
    }
  })
  const ranks = walks.map(({ walk }) => walk.rank)
  return {
    before: {
      kept,
      walkers: planned.map(({ walker }) => walker),
      lastNumber,
      lastRank: keep === 'walks' ? Math.max(0, ...ranks) : null,
    },
    request: { ...request, startAt, volunteers: planned.map(({ volunteer }) => volunteer) },
  }
}

/** A walk that goes on from `startAt` with what is not done of it. */
export function continued({ walk, done }: WalkNow, startAt: string): Continued {
  const parts = (isDone: boolean) =>
    walk.stops
      .map(({ targets }) => targets.map(({ id }) => id).filter((id) => done.has(id) === isDone))
      .filter((ids) => ids.length > 0)
  const { walkId, number, rank } = walk
  const targets = walk.stops.flatMap((stop) => stop.targets)
  return {
    walk: { walkId, number, rank },
    done: parts(true),
    ahead: parts(false),
    doors: new Map(targets.map(({ id, doors }) => [id, doors])),
    keys: new Set(targets.flatMap(({ id, key }) => (key ? [id] : []))),
    startAt,
    onlyOwn: false,
  }
}

function newWalk(startAt: string): Continued {
  return { walk: null, done: [], ahead: [], doors: new Map(), keys: new Set(), startAt, onlyOwn: false }
}

function withWalker(walk: Walk, walker: string): Walk {
  return walk.walker === walker ? walk : { ...walk, walker }
}

function secondsBetween(from: string, to: string): Seconds {
  return Math.round((Date.parse(to) - Date.parse(from)) / 1000)
}
