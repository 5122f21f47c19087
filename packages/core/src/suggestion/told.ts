/** A trial in words: which targets change their walk, what it brings, and how much longer or shorter who walks is. */
import { PRIZE_POINTS } from '../assembly/problem.ts'
import { toSeconds } from '../units.ts'
import { newWalk, type PlanEdit } from '../request/edit-request.ts'
import type { VolunteerRequest } from '../request/request.ts'
import { rounded, short } from '../walk/rounding.ts'
import { writeAddress } from '../words/address.ts'
import type { DroppedTarget, SuggestedTarget, Suggestion } from './answer.ts'
import type { Candidate } from '../building/select.ts'
import type { Ground } from './ground.ts'
import { asTold, timeOf, type Tour } from './tour.ts'

/** A walker of a trial, before and after. */
export interface Changed {
  /** Place in the crew of the ground. */
  walker: number
  name: string
  /** Id of the walk that he would have; null: a new one. */
  walkId: string | null
  /** Stops ahead of him, in order. */
  before: number[]
  after: Tour
  /** Targets that come before them on his walk. */
  done: number
  /** Of a newcomer: what he wishes. */
  volunteer?: VolunteerRequest & { id: string }
}

export interface ToTell {
  ground: Ground
  kind: Suggestion['kind']
  walk: string | null
  changed: Changed[]
  /** By stop: id of the walk that has it; a stop of nobody is absent. */
  holders: ReadonlyMap<number, string>
  /** What is pinned to a walk and shall leave it is unpinned first. */
  pins: ReadonlyMap<string, string>
  /** Stops that lie idle if nothing is done: they count as gained. */
  idle?: readonly number[]
  /** Which targets are moved by edits: all that come, those that a walk has now, or none; default: all. */
  moves?: 'all' | 'held' | 'none'
  /** Edits before these and after. */
  first?: PlanEdit[]
  last?: PlanEdit[]
}

export function tell(input: ToTell): Suggestion {
  const { ground, kind, walk, changed, holders, idle = [] } = input
  const { task } = ground
  const { problem } = task
  const before = new Set(changed.flatMap((each) => each.before))
  const after = new Set(changed.flatMap((each) => each.after.stops))
  const times = changed.map((each) => {
    const walker = problem.walkers[each.walker]!
    return { was: timeOf(asTold(each.before), walker, problem), is: timeOf(each.after, walker, problem) }
  })
  const dropped = [...new Set([...before, ...idle])].filter((stop) => !after.has(stop))
  const sum = (of: (stop: number) => number) =>
    [...after].reduce((total, stop) => total + of(stop), 0) -
    [...before].reduce((total, stop) => total + of(stop), 0)
  return {
    kind,
    walkers: changed.map(({ name }) => name),
    walk,
    gain: {
      prize: rounded(sum((stop) => problem.prize[stop]!) / PRIZE_POINTS),
      doors: sum((stop) => problem.doors[stop]!),
      targets: sum((stop) => candidatesOf(stop, ground).length),
    },
    seconds: inSeconds(times.reduce((total, { was, is }) => total + is.duration - was.duration, 0)),
    walking: inSeconds(times.reduce((total, { was, is }) => total + is.walking - was.walking, 0)),
    targets: changed.flatMap((each) => cameTo(each, ground, holders)),
    drops: dropped.flatMap((stop) =>
      candidatesOf(stop, ground).map((one) => drop(one, stop, { ground, holders })),
    ),
    edits: editsOf(input),
  }
}

/** Newcomers first: their walks are then known as `new` and their id. */
function editsOf(input: ToTell): PlanEdit[] {
  const { ground, changed, holders, pins, moves = 'all', first = [], last = [] } = input
  const added = changed.flatMap(({ volunteer }): PlanEdit[] =>
    volunteer ? [{ type: 'add_walker', volunteer }] : [],
  )
  const moved = changed.flatMap((each): PlanEdit[] => {
    const targets = cameTo(each, ground, holders)
      .filter(({ from }) => moves === 'all' || (moves === 'held' && from !== null))
      .map(({ id }) => id)
    const to = each.volunteer ? newWalk(each.volunteer.id) : each.walkId!
    const unpinned = targets.flatMap((target): PlanEdit[] =>
      pins.has(target) ? [{ type: 'unpin', target }] : [],
    )
    return targets.length === 0 ? [] : [...unpinned, { type: 'move', targets, walk: to }]
  })
  return [...first, ...added, ...moved, ...last]
}

function cameTo(
  { walkId, before, after, done }: Changed,
  ground: Ground,
  holders: ToTell['holders'],
): SuggestedTarget[] {
  const had = new Set(before)
  let place = done
  return after.stops.flatMap((stop, index) => {
    const inOrder = candidatesOf(stop, ground)
    const walked = after.reversed[index] ? [...inOrder].reverse() : inOrder
    return walked.flatMap((candidate): SuggestedTarget[] => {
      place++
      if (had.has(stop)) return []
      const { id, address, location } = candidate.target
      return [
        {
          id,
          address: address ? writeAddress(address, ground.addressOrder) : '',
          location: short(location),
          doors: candidate.doors,
          prize: rounded(candidate.prize),
          from: holders.get(stop) ?? null,
          to: walkId,
          place,
        },
      ]
    })
  })
}

function drop(
  { target, doors, prize }: Candidate,
  stop: number,
  { ground, holders }: Pick<ToTell, 'ground' | 'holders'>,
): DroppedTarget {
  return {
    id: target.id,
    address: target.address ? writeAddress(target.address, ground.addressOrder) : '',
    doors,
    prize: rounded(prize),
    from: holders.get(stop) ?? '',
  }
}

/** Targets of a stop of the problem, from its first door to its last. */
function candidatesOf(stop: number, { task }: Ground): Candidate[] {
  return task.stops[task.feasible[stop]!]!.members.map((index) => task.placed.targets[index]!.candidate)
}

function inSeconds(deciseconds: number): number {
  return Math.round(toSeconds(deciseconds)) + 0
}
