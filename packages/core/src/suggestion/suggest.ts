/** Answers to what is asked at the meeting point: ranked, on the walks as they stand, without planning anew. */
import type { PlanningPorts } from '../assembly/planning-ports.ts'
import { VisibleError, fieldError } from '../error.ts'
import type { PlanRequest, VolunteerRequest } from '../request/request.ts'
import { withRoundedStarts } from '../request/rounded-starts.ts'
import { timeOf } from '../walk/clock-time.ts'
import type { Suggestion, Suggestions } from './answer.ts'
import { suggestForLatecomer } from './latecomer.ts'
import { suggestForMinutes } from './minutes.ts'
import type { SuggestRequest } from './request.ts'
import type { Standing, StandingWalk } from './standing.ts'
import { goingAt, lyingIdle, unlocked, walkersOn } from './standing.ts'
import { suggestTakers } from './takers.ts'

/**
 * Same plan, ledger, moment and wish: same answer. Cost: the streets and doors around a few walks, whatever the plan.
 *
 * @throws VisibleError `suggest.walk` for a walk that is none of the plan, or is over; `suggest.walker`; those of
 * planWalks
 */
export async function suggest(
  wish: SuggestRequest,
  plan: Standing,
  ports: PlanningPorts,
): Promise<Suggestions> {
  const at = wish.at ?? defaultMoment(plan.walks, ports.clock.now())
  const found = await answersTo(withRoundedPlaces(wish, plan.request), { plan, at }, ports)
  return { planId: plan.id, at, suggestions: found.sort(best).slice(0, wish.most) }
}

async function answersTo(
  wish: SuggestRequest,
  { plan, at }: { plan: Standing; at: string },
  ports: PlanningPorts,
): Promise<Suggestion[]> {
  refuseKnown(wish, plan)
  const going = goingAt(plan, at)
  if (wish.for === 'latecomer')
    return suggestForLatecomer(wish, { plan, going: unlocked(going, plan), at }, ports)
  const own = plan.walks.find(({ walk }) => walk.walkId === wish.walk)
  if (!own)
    throw fieldError('suggest.walk', '/walk', `got "${wish.walk}"; expected a walk of plan "${plan.id}"`)
  if (wish.for === 'walk') {
    const others = unlocked(going, plan).filter(({ now }) => now.walk.walkId !== wish.walk)
    return suggestTakers(wish, { plan, idle: lyingIdle(own, plan, at), going: others, at }, ports)
  }
  const walk = going.find(({ now }) => now.walk.walkId === wish.walk)
  if (walk) return suggestForMinutes(wish, { plan, going: walk }, ports)
  throw new VisibleError(
    'conflict',
    'suggest.walk_over',
    `walk "${wish.walk}" is over; nothing can be added to it`,
  )
}

/** @throws VisibleError `suggest.walker` for newcomers with the id of somebody who has a walk */
function refuseKnown(wish: SuggestRequest, { walks }: Standing): void {
  const known = walkersOn(walks)
  const refuse = (id: string | undefined, pointer: string) => {
    if (id === undefined || !known.has(id)) return
    throw fieldError(
      'suggest.walker',
      pointer,
      `got "${id}", who has a walk of this plan; expected somebody new`,
    )
  }
  if (wish.for === 'latecomer') refuse(wish.id, '/id')
  if (wish.for === 'walk') wish.volunteers?.forEach(({ id }, index) => refuse(id, `/volunteers/${index}/id`))
}

/** Own starts as a plan would keep them: its walks begin there. */
function withRoundedPlaces(wish: SuggestRequest, request: PlanRequest): SuggestRequest {
  const rounded = (volunteers: VolunteerRequest[]) =>
    withRoundedStarts({ ...request, volunteers }).volunteers as VolunteerRequest[]
  if (wish.for === 'latecomer') {
    const { start, end } = wish
    const [places] = rounded([{ ...(start && { start }), ...(end && { end }) }])
    return { ...wish, ...(start && { start: places?.start }), ...(end && { end: places?.end }) }
  }
  return wish.for === 'walk' && wish.volunteers ? { ...wish, volunteers: rounded(wish.volunteers) } : wish
}

/** Most prize first, then what makes walks least longer. */
function best(a: Suggestion, b: Suggestion): number {
  return b.gain.prize - a.gain.prize || a.seconds - b.seconds
}

/** Now, while the walks are on; before and after, when they start. */
function defaultMoment(walks: StandingWalk[], now: number): string {
  const starts = walks.map(({ walk }) => Date.parse(walk.startAt))
  const ends = walks.map(({ walk }) => Date.parse(walk.endAt))
  const start = Math.min(...starts)
  return timeOf(now > start && now < Math.max(...ends) ? now : Number.isFinite(start) ? start : now)
}
