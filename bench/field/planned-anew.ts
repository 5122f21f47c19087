/** A plan made from nothing with what edits asked for: the measure of what edited plans give away. */
import { orderEdits } from '@doorwalk/core/edit/order-edits'
import { keepRouters } from '@doorwalk/core/matrix/street-router'
import { planWalks } from '@doorwalk/core/plan'
import type { ContinuedWalk } from '@doorwalk/core/replan/continuation'
import { earlierPlan } from '@doorwalk/core/replan/earlier-plan'
import { wishesIn } from '@doorwalk/core/replan/wishes'
import type { PlanEdit } from '@doorwalk/core/request/edit-request'
import { type PlanRequest as Asked, PlanRequest, type PlanRequestInput } from '@doorwalk/core/request/request'
import { solve } from '@doorwalk/core/solver/solve'
import type { Plan } from '@doorwalk/core/walk/answer'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'

/** An edit, and the plan that it was made on. */
export interface Held {
  edit: PlanEdit
  plan: Plan
}

/** @returns what plans with the wishes of all these edits; `now` is what came of them, its locked walks stay */
export function openAnew(
  folder: string,
  input: PlanRequestInput,
): (held: Held[], now: Plan) => Promise<Plan> {
  const ports = {
    regions: diskRegions([folder]),
    router: keepRouters(),
    clock: { now: () => Date.parse(input.startAt ?? '') },
    id: (prefix: string) => `${prefix}_anew`,
  }
  return async (held, now) => {
    let asked: Asked = PlanRequest.parse(input)
    const moved = new Map<string, string>()
    const start = now.meetingPoint ?? undefined
    for (const { edit, plan } of held) {
      const walks = plan.walks.map((walk) => ({
        walk,
        begunAt: null,
        isOver: false,
        done: new Set<string>(),
      }))
      const wishes = wishesIn(asked, { walks: plan.walks })
      const { order, request } = orderEdits({ plan, walks, asked, wishes, locate: () => undefined }, [edit])
      asked = { ...request, ...(start && { start }) }
      for (const { walkId, again } of order.walks)
        for (const [target] of again?.must ?? []) if (walkId !== null) moved.set(target, walkId)
    }
    const locks = new Set(now.edits?.locks)
    const keptWalks = now.walks.filter(({ walkId }) => locks.has(walkId))
    const free = now.walks.filter(({ walkId }) => !locks.has(walkId))
    const volunteers = Array.isArray(asked.volunteers) ? asked.volunteers : []
    const walkers = free.map(({ walkId, stops }): ContinuedWalk => {
      const here = stops.flatMap(({ targets }) => targets.map(({ id }) => id))
      const pinned = here.filter((id) => moved.get(id) === walkId)
      return {
        ...{ walk: null, done: [], doors: new Map(), keys: new Set<string>(), startAt: now.startAt },
        ...{ ahead: pinned.map((id) => [id]), pinned, onlyOwn: false },
      }
    })
    const request = {
      ...asked,
      volunteers: free.map(({ walker }) => volunteers.find(({ id }) => id === walker) ?? { id: walker }),
    }
    const earlier = earlierPlan({ keptWalks, walkers, lastNumber: 1_000, lastRank: null })
    return planWalks(request, {
      ...ports,
      earlier: { ...earlier, solve: (problem, options) => solve(problem, options) },
    })
  }
}
