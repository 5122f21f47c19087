/** A small plan that nobody asked for: the first that somebody does finds its code compiled and its streets read. */
import type { Regions } from '@doorwalk/core/ports'
import { middleOf } from '@doorwalk/core/region/box'
import { PlanRequest } from '@doorwalk/core/request/request'
import type { Planner } from '../ports/planner.ts'

/** Degrees from the middle of the region to the edge of the area. */
const HALF_AREA = 0.0015
/** The engine compiles what runs so often. */
const ITERATIONS = 8_000

/**
 * Plans in the middle of the first region. What is wrong with that region, or is not to be found there, is told to who
 * asks for it.
 */
export async function warmUp(planner: Pick<Planner, 'plan'>, regions: Regions): Promise<void> {
  const [region] = await regions.list()
  if (region === undefined) return
  const { bbox } = await regions.manifest(region)
  const request = PlanRequest.parse({
    region,
    area: squareAround(middleOf(bbox)),
    volunteers: 4,
    minutes: 60,
    iterations: ITERATIONS,
  })
  await planner.plan({ planId: 'warm-up', request, ledger: { verdicts: {}, heldOut: [] } })
}

function squareAround([lng, lat]: [number, number]) {
  const [west, east] = [lng - HALF_AREA, lng + HALF_AREA]
  const [south, north] = [lat - HALF_AREA, lat + HALF_AREA]
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { type: 'Polygon', coordinates: [ring] }
}
