/**
 * Trials of three key buildings: which of them fit into the budgets together is found by trying everything, without the
 * solver; a plan must then have them all.
 */
import type { Building } from '@doorwalk/core/building/building'
import { DEFAULT_ASSUMPTIONS, doorSeconds } from '@doorwalk/core/building/door-time'
import { loadBuildings } from '@doorwalk/core/building/load'
import { keepRouters } from '@doorwalk/core/matrix/street-router'
import { openSite, streetsOf } from '@doorwalk/core/assembly/site'
import { planWalks } from '@doorwalk/core/plan'
import { PlanRequest } from '@doorwalk/core/request/request'
import { type LngLat, metresBetween } from '@doorwalk/core/units'
import type { Plan } from '@doorwalk/core/walk/answer'
import { Random } from '@doorwalk/core/solver/chance/random'
import type { TestRegion } from './worlds/regions.ts'

const { slackShare, entrySeconds } = DEFAULT_ASSUMPTIONS
/** Buildings are drawn around a start: further ones seldom fit. */
const AROUND_METRES = 1_500
/** Targets of three buildings at most; what is tried grows as 2 to their power. */
const MOST_TARGETS = 9

export interface Trial {
  request: PlanRequest
  /** Ids of the targets of the three buildings. */
  targets: string[]
  plan: () => Promise<Plan>
}

/** Trials without end; those that do not fit are passed over. */
export async function* keyTrials(
  { regions, region }: TestRegion,
  { seed, iterations }: { seed: number; iterations: number },
): AsyncGenerator<Trial> {
  const random = new Random(seed)
  const clock = { now: () => Date.parse('2026-03-14T12:00:00Z') }
  const ports = { regions, clock, id: (prefix: string) => `${prefix}_trial`, router: keepRouters() }
  const manifest = await regions.manifest(region)
  const all = (await loadBuildings(regions, manifest, manifest.bbox)).filter(
    ({ targets }) => targets.length > 0,
  )
  const router = await ports.router(
    streetsOf(await openSite(PlanRequest.parse({ region, volunteers: 1 }), ports)),
  )
  const draw = <T>(list: T[]): T => list[random.below(list.length)]!
  for (;;) {
    const start = draw(all).location
    const near = all.filter(({ location }) => metresBetween(location, start) < AROUND_METRES)
    const three = [...new Set([draw(near), draw(near), draw(near)])]
    const request = PlanRequest.parse({
      ...{ region, volunteers: 1 + random.below(3), minutes: 20 + random.below(80), start },
      ...{ closed: random.below(2) === 0, iterations, seed: random.below(1_000) },
      targets: three.map(({ id }) => ({ id, key: true })),
    })
    const targets = three.flatMap((building) => building.targets)
    if (three.length < 3 || targets.length > MOST_TARGETS) continue
    if (!(await fits(three, { router, request, start }))) continue
    yield { request, targets: targets.map(({ id }) => id), plan: () => planWalks(request, ports) }
  }
}

type Router = Awaited<ReturnType<ReturnType<typeof keepRouters>>>

/** Whether these buildings fit into so many walks: shortest tours of every set of targets, and every division. */
async function fits(
  buildings: Building[],
  { router, request, start }: { router: Router; request: PlanRequest; start: LngLat },
): Promise<boolean> {
  const targets = buildings.flatMap((building) => building.targets)
  const snaps = await router.snap([
    { location: start },
    ...targets.map(({ location, address }) => ({
      ...{ location },
      ...(address ? { street: address.street, houseNumber: address.number } : {}),
    })),
  ])
  if (snaps.some((snap) => snap === null)) return false
  const { size, durations } = await router.table(snaps.map((snap) => snap!))
  const way = (from: number, to: number) => durations[from * size + to]!
  const budget = Math.round(request.minutes * 60 * (1 - slackShare) * 10)
  const n = targets.length
  const sets = 1 << n
  // Shortest way from the start through a set, by its last target.
  const shortest = Array.from({ length: sets }, () => new Array<number>(n).fill(Infinity))
  for (let at = 0; at < n; at++) shortest[1 << at]![at] = way(0, at + 1)
  for (let set = 1; set < sets; set++)
    for (let at = 0; at < n; at++)
      for (let next = 0; next < n; next++) {
        if (!(set & (1 << at)) || set & (1 << next)) continue
        const whole = shortest[set | (1 << next)]!
        whole[next] = Math.min(whole[next]!, shortest[set]![at]! + way(at + 1, next + 1))
      }
  const isWalk = Array.from({ length: sets }, (_, set) => {
    const tours = shortest[set]!.map((time, at) => time + (request.closed ? way(at + 1, 0) : 0))
    return set > 0 && Math.min(...tours) + workOf(targets.filter((_, at) => set & (1 << at))) <= budget
  })
  const walkers = Array<number>(sets).fill(Infinity)
  walkers[0] = 0
  for (let set = 1; set < sets; set++)
    for (let part = set; part > 0; part = (part - 1) & set)
      if (isWalk[part]) walkers[set] = Math.min(walkers[set]!, 1 + walkers[set & ~part]!)
  return walkers[sets - 1]! <= Number(request.volunteers)
}

/** Deciseconds at the doors, each street door passed once. */
function workOf(targets: Building['targets']): number {
  const passed = new Set<string>()
  return targets.reduce((sum, { kind, access, doors, floors, part, streetDoor }) => {
    const storeys = part ? Math.abs(part.toFloor - part.fromFloor) + 1 : floors
    const work = { kind, access, doors, floors: storeys, hands: 1, paysEntry: true }
    const entry = passed.has(streetDoor) ? entrySeconds[kind] : 0
    passed.add(streetDoor)
    return sum + Math.round(doorSeconds(work, DEFAULT_ASSUMPTIONS) * 10) - Math.round(entry * 10)
  }, 0)
}

/** Ids of the key targets that are on no walk of the plan. */
export function missing({ walks }: Plan, targets: string[]): string[] {
  const served = new Set(
    walks.flatMap(({ stops }) =>
      stops.flatMap((stop) => stop.targets.filter(({ key }) => key).map(({ id }) => id)),
    ),
  )
  return targets.filter((id) => !served.has(id))
}
