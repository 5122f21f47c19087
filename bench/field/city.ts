/** A prepared city to plan walks in, by any method: the plan is made as ever, only who chooses the stops differs. */
import { resolve } from 'node:path'
import { FIRST_PLAN } from '@doorwalk/core/assembly/earlier-plan'
import { openSite } from '@doorwalk/core/assembly/site'
import { loadBuildings } from '@doorwalk/core/building/load'
import { selectTargets } from '@doorwalk/core/building/select'
import { keepRouters } from '@doorwalk/core/matrix/street-router'
import { planWalks } from '@doorwalk/core/plan'
import type { Regions } from '@doorwalk/core/ports'
import { PlanRequest, type PlanRequestInput } from '@doorwalk/core/request/request'
import { Random } from '@doorwalk/core/solver/chance/random'
import type { Problem, SolverRoute } from '@doorwalk/core/solver/problem/problem'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import type { Effort, Method } from './methods.ts'
import type { WalkedPlan } from './quality.ts'
import { type Prizes, type Subject, solutionOf } from './subject.ts'

/** As in the instances: of each block, 10 to 100. */
const LEAST_PRIORITY = 10
const PRIORITIES = 91
const PRIORITY_SEED = 1

interface CityOptions {
  volunteers: number
  minutes: number
}

/** Every region of the folder, or the one that the folder is, with both kinds of prizes. */
export async function citiesIn(folder: string, options: CityOptions): Promise<Subject[]> {
  const regions = diskRegions([resolve(folder)])
  const subjects: Subject[] = []
  for (const region of await regions.list())
    for (const prizes of ['random', 'doors'] as const)
      subjects.push(await cityOf(regions, region, { ...options, prizes }))
  return subjects
}

async function cityOf(
  regions: Regions,
  region: string,
  { prizes, ...options }: CityOptions & { prizes: Prizes },
): Promise<Subject> {
  const router = keepRouters()
  const ports = { regions, router, clock: { now: () => 0 }, id: (prefix: string) => `${prefix}_1` }
  const asked: PlanRequestInput = { region, ...options, startAt: '2026-03-14T14:00:00+01:00' }
  const targets = prizes === 'random' ? await priorities(asked) : []
  return { name: region, prizes, run }

  async function run(method: Method, effort: Effort) {
    const made: { problem: Problem; routes: SolverRoute[] }[] = []
    const solve = (problem: Problem) => {
      const routes = method.routes(problem, effort)
      made.push({ problem, routes })
      return solutionOf(problem, routes)
    }
    const request = PlanRequest.parse({ ...asked, targets, seed: effort.seed })
    const plan: WalkedPlan = await planWalks(request, { ...ports, earlier: { ...FIRST_PLAN, solve } })
    const [one, ...others] = made
    if (!one || others.length > 0) throw new Error(`${region} was solved ${made.length} times`)
    return { ...one, plan }
  }

  /** Of every target, by block. */
  async function priorities(asked: PlanRequestInput) {
    const site = await openSite(PlanRequest.parse(asked), ports)
    const buildings = await loadBuildings(regions, site.manifest, site.area.bbox)
    const random = new Random(PRIORITY_SEED)
    const known = new Map<string, number>()
    return selectTargets({ ...site, buildings }).candidates.map(({ target: { id, block } }) => {
      const priority = known.get(block) ?? LEAST_PRIORITY + random.below(PRIORITIES)
      known.set(block, priority)
      return { id, priority }
    })
  }
}
