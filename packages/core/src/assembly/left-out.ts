/** What is on no walk, and why; of key targets also what it would take. */
import type { Candidate } from '../building/select.ts'
import type { PlacedTarget, Stop } from '../grouping/stop.ts'
import type { Solution } from '../solver/problem/problem.ts'
import type { KeyNeeds, LeftOut, LeftOutReason } from '../walk/answer.ts'
import { writeAddress, type AddressOrder } from '../words/address.ts'
import { orderOf } from './address-order.ts'
import type { Groundwork } from './groundwork.ts'
import { needsOf } from './needs.ts'
import { secondsAt } from './service-time.ts'
import type { Site } from './site.ts'
import type { Task } from './task.ts'

/** What the solver left, and what never came to it. */
export function leftOutOf(input: Task & { solution: Solution }): LeftOut[] {
  const { solution, feasible, refused, stops } = input
  const unserved = solution.unserved.map((stop) => feasible[stop]!)
  const keyRoutes = solution.routes.map(({ stops: route, reversed }, walker) => {
    if ((input.formed.done[walker]?.length ?? 0) > 0) return null
    const held = route.flatMap((stop, index) => (hasKey(stops[feasible[stop]!]!, input) ? [index] : []))
    return {
      stops: held.map((index) => feasible[route[index]!]!),
      reversed: held.map((index) => reversed[index]!),
    }
  })
  const { slackShare } = input.site.assumptions
  const order = orderOf(input)
  const out = (stop: number, reason: LeftOutReason): LeftOut[] => {
    const isOpen = reason !== 'unreachable' && hasKey(stops[stop]!, input)
    const needs = isOpen ? needsOf(stop, { ...input, slackShare, keyRoutes }) : null
    return stops[stop]!.members.map((index) => {
      const { candidate } = input.placed.targets[index]!
      return leave(candidate, { reason, order, needs: candidate.key ? needs : null })
    })
  }
  return [
    ...neverTried(input),
    ...unserved.flatMap((stop) => out(stop, 'not_selected')),
    ...[...refused].flatMap(([stop, reason]) => out(stop, reason)),
  ]
}

/** What never came to the solver. */
export function neverTried({
  site,
  selection,
  placed,
}: Pick<Groundwork, 'site' | 'selection' | 'placed'>): LeftOut[] {
  const order = orderOf({ site, selection })
  return [
    ...selection.leftOut.map(({ target, reason, key, address }): LeftOut => ({
      target,
      reason,
      ...(key && { key, ...(address && { address: writeAddress(address, order) }) }),
    })),
    ...placed.unreachable.map((candidate) => leave(candidate, { reason: 'unreachable', order, needs: null })),
    ...placed.notTried.map((candidate) => leave(candidate, { reason: 'not_selected', order, needs: null })),
  ]
}

/** Nobody walks in this piece of a plan: a further walker might, where the plan may choose where he starts. */
export function leftToNobody({ selection, site }: Pick<Groundwork, 'selection' | 'site'>): LeftOut[] {
  const order = orderOf({ site, selection })
  return [
    ...neverTried({ site, selection, placed: { targets: [], unreachable: [], notTried: [] } }),
    ...selection.candidates.map((candidate) =>
      leave(candidate, {
        reason: 'not_selected',
        order,
        needs: candidate.key ? needsOfNobody(candidate, site) : null,
      }),
    ),
  ]
}

function needsOfNobody(candidate: Candidate, { request, assumptions }: Site): KeyNeeds | null {
  const seconds = secondsAt(candidate, { hands: 1, paysEntry: true }, assumptions)
  const usable = request.minutes * 60 * (1 - assumptions.slackShare)
  if (seconds > usable || candidate.doors > (request.doors ?? candidate.doors)) return null
  if (!Array.isArray(request.start)) return { walkers: 1 }
  const startWithin = Math.floor((usable - seconds) / (request.closed ? 2 : 1) / 60)
  return startWithin > 0 ? { startWithin } : null
}

function hasKey({ members }: Stop, { placed }: { placed: { targets: PlacedTarget[] } }): boolean {
  return members.some((index) => placed.targets[index]!.candidate.key)
}

interface Leaving {
  reason: LeftOutReason
  /** Of its address. */
  order: AddressOrder
  needs: KeyNeeds | null
}

/** A key target that no budget held says so; what cannot be reached at all keeps its reason. */
function leave({ target, key }: Candidate, { reason, order, needs }: Leaving): LeftOut {
  if (!key) return { target: target.id, reason }
  return {
    target: target.id,
    reason: reason === 'unreachable' ? reason : 'key_not_reached',
    key,
    ...(target.address && { address: writeAddress(target.address, order) }),
    ...(needs && { needs }),
  }
}
