/** How the walks of a plan stand at one moment, and whom a suggestion may send there. */
import type { WalkNow } from '../replan/roll-call.ts'
import type { PlanRequest, VolunteerRequest } from '../request/request.ts'
import { wishesIn } from '../replan/wishes.ts'
import { walkerIds } from '../request/walker-ids.ts'
import type { LngLat } from '../units.ts'
import { metresBetween } from '../units.ts'
import type { PlanEdits, Walk } from '../walk/answer.ts'
import type { GroundWalker } from './ground.ts'

/** A walk as it is kept, with who has it; when he set out counts only where it is known. */
export interface StandingWalk {
  walk: Walk
  walker: string
  /** When it counts as begun; null: nobody has set out. */
  begunAt: string | null
  /** Finished, released or expired. */
  isOver: boolean
}

export interface Standing {
  id: string
  request: PlanRequest
  walks: StandingWalk[]
  /** Whether nothing is left to do at a target. */
  isDone: (target: string) => boolean
  /** What was pinned and locked by hand; nothing is suggested against it. */
  edits: Pick<PlanEdits, 'pins' | 'locks'>
}

/** A walk of the plan as it goes on at the moment. */
export interface GoingWalk extends GroundWalker {
  now: WalkNow
}

/** Walks that are not over: what the schedule says is walked by then, and what the ledger knows to be done, is done. */
export function goingAt({ walks, request, isDone }: Standing, at: string): GoingWalk[] {
  const wishes = wishesIn(request, {
    walks: walks.map(({ walk, walker }) => ({ walkId: walk.walkId, walker })),
  })
  return walks
    .filter(({ isOver }) => !isOver)
    .map(({ walk, walker, begunAt }): GoingWalk => {
      const elapsed = begunAt === null ? 0 : Math.max(0, secondsBetween(begunAt, at))
      const done = new Set(
        walk.stops.flatMap((stop) =>
          stop.targets
            .filter(({ id }) => isDone(id) || stop.done || stop.arrive + stop.seconds <= elapsed)
            .map(({ id }) => id),
        ),
      )
      const begins = secondsBetween(walk.startAt, at) > 0 ? at : walk.startAt
      return {
        now: { walk: { ...walk, walker }, done, begunAt, isOver: false },
        volunteer: { ...wishes.of(walker, walk.walkId), id: walker },
        startAt: begins,
        left: Math.max(0, walk.budget - elapsed),
      }
    })
}

/** The walk as nobody goes on with it: only what the ledger knows to be done is done. */
export function lyingIdle(
  { walk, walker }: StandingWalk,
  { isDone, request }: Standing,
  at: string,
): GoingWalk {
  const done = new Set(
    walk.stops.flatMap(({ targets }) => targets.map(({ id }) => id).filter((id) => isDone(id))),
  )
  const wishes = wishesIn(request, { walks: [{ walkId: walk.walkId, walker }] })
  const begins = secondsBetween(walk.startAt, at) > 0 ? at : walk.startAt
  return {
    now: { walk: { ...walk, walker }, done, begunAt: null, isOver: false },
    volunteer: { ...wishes.of(walker, walk.walkId), id: walker },
    startAt: begins,
    left: walk.budget,
  }
}

/** Places of the walk's stops that are still ahead. */
export function placesAhead({ now }: GoingWalk): LngLat[] {
  return now.walk.stops
    .flatMap(({ targets }) => targets)
    .filter(({ id }) => !now.done.has(id))
    .map(({ location }) => location)
}

/** Those with something ahead, nearest to one of the places first; ties by number. */
export function nearestWalks(walks: GoingWalk[], places: LngLat[], most: number): GoingWalk[] {
  return walks
    .map((walk) => ({
      walk,
      metres: Math.min(
        ...placesAhead(walk).flatMap((ahead) => places.map((place) => metresBetween(ahead, place))),
      ),
    }))
    .filter(({ metres }) => Number.isFinite(metres))
    .sort((a, b) => a.metres - b.metres || a.walk.now.walk.number - b.walk.now.walk.number)
    .slice(0, most)
    .map(({ walk }) => walk)
}

/** Ids of all who have a walk, or had it before it was handed over. */
export function walkersOn(walks: StandingWalk[]): Set<string> {
  return new Set(walks.flatMap(({ walk, walker }) => [walk.walker, walker]))
}

/** By target: the walk that it is pinned to. */
export type Pins = ReadonlyMap<string, string>

export function pinsOf({ edits: { pins } }: Standing): Pins {
  return new Map(pins.map(({ target, walk }) => [target, walk]))
}

/** Walks that are not locked. */
export function unlocked(walks: GoingWalk[], { edits: { locks } }: Standing): GoingWalk[] {
  return walks.filter(({ now }) => !locks.includes(now.walk.walkId))
}

/** Targets and reserves of walks. */
export function heldBy(walks: Walk[]): Set<string> {
  return new Set(
    walks.flatMap(({ stops, reserves }) =>
      [...stops.flatMap(({ targets }) => targets), ...reserves].map(({ id }) => id),
    ),
  )
}

/** An id for each newcomer; who names none gets the next number that nobody has who walks or was asked for. */
export function newcomers<Wish extends VolunteerRequest>(
  wishes: Wish[],
  { walks, request: { volunteers } }: Standing,
): (Wish & { id: string })[] {
  const asked = Array.isArray(volunteers) ? walkerIds(volunteers) : []
  const taken = new Set([...walkersOn(walks), ...asked, ...wishes.flatMap(({ id }) => id ?? [])])
  let next = 1
  return wishes.map((wish) => {
    while (wish.id === undefined && taken.has(String(next))) next++
    return { ...wish, id: wish.id ?? String(next++) }
  })
}

function secondsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1000
}
