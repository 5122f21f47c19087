/** What the cost of crossing does to a plan: crossings by kind of street and prize, with and without it. */
import { buildGraph, CANVASS } from '@doorwalk/core/graph/build'
import { isBusy } from '@doorwalk/core/graph/crossing'
import { tileCells } from '@doorwalk/core/graph/load'
import { shortestPath } from '@doorwalk/core/graph/path'
import { Search } from '@doorwalk/core/graph/search'
import { embeddedRouter } from '@doorwalk/core/matrix/router'
import type { MakeRouter } from '@doorwalk/core/matrix/street-router'
import { planWalks } from '@doorwalk/core/plan'
import type { Regions } from '@doorwalk/core/ports'
import { PlanRequest, type PlanRequestInput } from '@doorwalk/core/request'

export interface CrossingReport {
  prize: number
  doors: number
  metres: number
  /** Of busy streets on all legs, by kind. */
  crossings: Record<string, number>
  mainRoads: number
}

/**
 * One plan, its legs walked in the real world where crossing costs.
 *
 * @param costs  whether the planner knows that; without it walks are still drawn and counted with crossings
 */
export async function planCrossings(
  regions: Regions,
  { request, costs }: { request: PlanRequestInput; costs: boolean },
): Promise<CrossingReport> {
  const crossings: Record<string, number> = {}
  const router: MakeRouter = async ({ manifest, area, profile }) => {
    const wanted = new Set(tileCells(area))
    const tiles = manifest.tiles.filter(({ cell, streets }) => streets && wanted.has(cell))
    const bytes = await Promise.all(tiles.map(({ streets }) => regions.read(manifest, streets!)))
    const real = buildGraph(bytes, profile)
    const known = embeddedRouter(buildGraph(bytes, profile, { ...CANVASS, sides: costs }))
    const search = new Search(real)
    return {
      snap: (queries) => known.snap(queries),
      table: (points) => known.table(points),
      routes: async (pairs) =>
        pairs.map(([from, to]) => {
          const path = shortestPath(real, { search, from, to })
          for (const step of path?.steps ?? []) {
            if (step.crossed && isBusy(step.crossed))
              crossings[step.crossed] = (crossings[step.crossed] ?? 0) + 1
          }
          return path
        }),
    }
  }
  const plan = await planWalks(PlanRequest.parse(request), {
    regions,
    clock: { now: () => 0 },
    id: (prefix) => `${prefix}_bench`,
    router,
  })
  const mainRoads = ['secondary', 'primary', 'trunk'].reduce(
    (sum, street) => sum + (crossings[street] ?? 0),
    0,
  )
  return {
    prize: plan.summary.prize,
    doors: plan.summary.doors,
    metres: plan.summary.metres,
    crossings,
    mainRoads,
  }
}
