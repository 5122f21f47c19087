/** What each who is present goes on with, as the planner is told. */
import type { PlanRequest, ReplanRequest, VolunteerRequest } from '../request/request.ts'
import type { Seconds } from '../units.ts'
import type { PlanEdits, Walk } from '../walk/answer.ts'
import { timeAfter } from '../walk/clock-time.ts'
import type { ContinuedWalk, Continuation, DoneTarget } from './continuation.ts'
import type { PresentWalker, WalkNow } from './roll-call.ts'

/**
 * What is kept, and whom to plan for.
 *
 * @param input.request  with one volunteer per present walker
 * @param input.startAt  of walks that have not begun
 * @param input.now      RFC 3339; walks that have begun go on from here
 * @param input.lastNumber  highest that stands on any paper
 * @param input.planned  of the plan before; default: what lateness took at an earlier roll-call does not come back
 */
export function continueWalks(input: {
  walks: WalkNow[]
  present: PresentWalker[]
  keep: ReplanRequest['keep']
  request: PlanRequest
  startAt: string
  now: string
  lastNumber: number
  /** What was pinned and locked by hand; default: nothing. */
  edits?: Pick<PlanEdits, 'pins' | 'locks'> | undefined
  planned?: PlannedTime | undefined
}): { continuation: Continuation; request: PlanRequest } {
  const { walks, present, keep, request, startAt, now, lastNumber, edits, planned: before } = input
  const locks = new Set(edits?.locks)
  const volunteers = Array.isArray(request.volunteers) ? request.volunteers : []
  const byId = new Map(walks.map((one) => [one.walk.walkId, one]))
  const keptWalks: Walk[] = []
  const planned: { volunteer: VolunteerRequest; walker: ContinuedWalk }[] = []
  present.forEach(({ walker, walkId, late }, index) => {
    const one = walkId === null ? undefined : byId.get(walkId)
    const volunteer = volunteers[index] ?? { id: walker }
    if (!one) planned.push({ volunteer, walker: newWalk(timeAfter(startAt, late * 60)) })
    else if (late === 0 && (locks.has(one.walk.walkId) || (keep === 'walks' && !isPutOff(one, before))))
      keptWalks.push(withWalker(one.walk, walker))
    else {
      const isOwn = one.walk.walker === walker
      // Nobody can go on with what another has begun from where that one stands.
      const goesOn = isOwn || one.begunAt === null
      const begins = goesOn && one.begunAt !== null ? now : timeAfter(startAt, late * 60)
      const left =
        goesOn && one.begunAt !== null
          ? timeLeft(one.walk, secondsBetween(one.begunAt, now))
          : Math.max(0, budgetOf(wholeBudget(one, before), isOwn ? {} : volunteer) - late * 60)
      planned.push({
        volunteer,
        walker: {
          ...continued(one, begins),
          ...(goesOn ? {} : { walk: null, done: [] }),
          ...(isOwn || volunteer.start === undefined ? endsOf(one.walk) : {}),
          left,
          // What lateness took from a walk is with nobody, unless others have it by now.
          onlyOwn: keep === 'walks' && late > 0,
          ...pinnedTo(one.walk.walkId, edits),
        },
      })
    }
  })
  const ranks = walks.map(({ walk }) => walk.rank)
  return {
    continuation: {
      keptWalks,
      doneElsewhere: doneElsewhere(walks, present),
      walkers: planned.map(({ walker }) => walker),
      lastNumber,
      lastRank: keep === 'walks' ? Math.max(0, ...ranks) : null,
    },
    request: { ...request, startAt, volunteers: planned.map(({ volunteer }) => volunteer) },
  }
}

/** What was done on walks that nobody goes on with: done stays done in the figures of the plan. */
function doneElsewhere(walks: WalkNow[], present: PresentWalker[]): DoneTarget[] {
  const going = new Set(present.map(({ walkId }) => walkId))
  return walks
    .filter(({ walk }) => !going.has(walk.walkId))
    .flatMap(({ walk, done }) =>
      walk.stops.flatMap(({ targets }) => targets.filter(({ id }) => done.has(id))),
    )
    .map(({ id, building, key }) => ({ id, building, ...(key === undefined ? {} : { key }) }))
}

/** When the walks of a plan were to begin, and the time of each. */
export interface PlannedTime {
  startAt: string
  budgetOf: (walkId: string) => Seconds
}

/** Nobody has begun it, and it has less time than was planned because its walker was late at an earlier roll-call. */
function isPutOff({ walk, begunAt }: WalkNow, planned: PlannedTime | undefined): boolean {
  return (
    planned !== undefined &&
    begunAt === null &&
    Date.parse(walk.startAt) > Date.parse(planned.startAt) &&
    walk.budget < planned.budgetOf(walk.walkId)
  )
}

/** Time of a walk on which nobody is late. */
function wholeBudget(one: WalkNow, planned: PlannedTime | undefined): Seconds {
  return planned !== undefined && isPutOff(one, planned) ? planned.budgetOf(one.walk.walkId) : one.walk.budget
}

/** Who takes a walk over has no more time than he said. */
function budgetOf(budget: Seconds, { minutes }: VolunteerRequest): Seconds {
  return minutes === undefined ? budget : Math.min(budget, minutes * 60)
}

function pinnedTo(walkId: string, edits: Pick<PlanEdits, 'pins'> | undefined): Pick<ContinuedWalk, 'pinned'> {
  const pinned = (edits?.pins ?? []).filter(({ walk }) => walk === walkId).map(({ target }) => target)
  return pinned.length > 0 ? { pinned } : {}
}

/** @param gone  since it began; below 0 where it is to begin later, or was begun by a clock that was set back */
function timeLeft({ budget }: Walk, gone: Seconds): Seconds {
  return Math.max(0, budget - Math.max(0, gone))
}

/** A walk that goes on from `startAt` with what is not done of it. */
export function continued({ walk, done }: WalkNow, startAt: string): ContinuedWalk {
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

/** A walk that goes on begins and ends where it did, also where that was proposed for a piece of a large plan. */
export function endsOf({ start, end }: Walk): Pick<ContinuedWalk, 'ends'> {
  return { ends: { start, end } }
}

function newWalk(startAt: string): ContinuedWalk {
  return { walk: null, done: [], ahead: [], doors: new Map(), keys: new Set(), startAt, onlyOwn: false }
}

function withWalker(walk: Walk, walker: string): Walk {
  return walk.walker === walker ? walk : { ...walk, walker }
}

function secondsBetween(from: string, to: string): Seconds {
  return Math.round((Date.parse(to) - Date.parse(from)) / 1000)
}
