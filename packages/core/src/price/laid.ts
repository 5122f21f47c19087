/** A plan's walks and all that lies around them, laid out for a search with every wish kept or with one left out. */
import { AS_REQUESTED } from '../assembly/key-choice.ts'
import type { EarlierPlan } from '../assembly/earlier-plan.ts'
import { layGroundwork } from '../assembly/groundwork.ts'
import type { PlanningPorts } from '../assembly/planning-ports.ts'
import { openSite, streetsOf } from '../assembly/site.ts'
import type { Task } from '../assembly/task.ts'
import { makeTask } from '../assembly/task.ts'
import { NO_ACCOUNT } from '../building/account.ts'
import { DEFAULT_ASSUMPTIONS } from '../building/door-time.ts'
import { loadBuildings } from '../building/load.ts'
import type { LedgerView } from '../building/select.ts'
import { selectTargets } from '../building/select.ts'
import { makeCrew } from '../grouping/crew.ts'
import { streetRouter } from '../matrix/street-router.ts'
import { earlierPlan } from '../replan/earlier-plan.ts'
import { wishesIn } from '../replan/wishes.ts'
import type { Standing } from '../suggestion/standing.ts'
import { short } from '../walk/rounding.ts'
import type { Walks } from './found.ts'
import type { Wished } from './wishes.ts'

/** With the walks that it begins from. */
export interface Laid extends Task {
  earlier: EarlierPlan
}

/** Of all walkers: those with a walk in the order of the walks, then those for whom the plan found none. */
export function wishedIn({ request, walks }: Standing, holdsOut: boolean): Wished {
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
export async function layTask(
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
export function onSameGround(task: Laid, crew: Pick<Task, 'crew' | 'points'>): Laid {
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

export function withoutKeys(task: Task): Task {
  const { keys: _keys, divisible: _divisible, ...problem } = task.problem
  return { ...task, problem }
}
