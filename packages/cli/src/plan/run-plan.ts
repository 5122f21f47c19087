/** Plans once and writes every form of the answer into a folder; shared by `plan` and `demo`. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { Bbox } from '@doorwalk/core/area/polygon'
import { stableId } from '@doorwalk/core/id'
import { ledgerView } from '@doorwalk/core/ledger/due'
import type { Visit } from '@doorwalk/core/ledger/visit'
import type { Progress } from '@doorwalk/core/plan'
import { planWalks } from '@doorwalk/core/plan'
import { mapFeatures } from '@doorwalk/core/paper/map-features'
import type { Regions } from '@doorwalk/core/ports'
import type { PlanRequest } from '@doorwalk/core/request'
import type { Plan } from '@doorwalk/core/walk/answer'
import { planToGeoJson } from '@doorwalk/core/formats/geojson'
import { walkToGpx } from '@doorwalk/core/formats/gpx'
import { planToPrintHtml } from '@doorwalk/core/paper/print'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import type { Io } from '../terminal/io.ts'
import { progressLine } from '../terminal/io.ts'
import { planPieces } from './plan-pieces.ts'
import { planReport } from '../terminal/table.ts'

const WORDS: Record<Progress['step'], string> = {
  area: 'reading the area',
  building: 'reading buildings',
  graph: 'reading streets',
  grouping: 'placing stops',
  matrix: 'walking times',
  solver: 'planning',
  walk: 'writing walks',
}

/** @param input.region  a region folder; the request's own region name is replaced by it */
export async function runPlan(input: {
  request: PlanRequest
  region: string
  out: string
  io: Io
  visits?: Visit[]
}): Promise<Plan> {
  const { io, out, visits = [] } = input
  const regions = diskRegions([input.region])
  const request = { ...input.request, region: basename(resolve(input.region)) }
  const line = progressLine(io)
  const { version } = await regions.manifest(request.region, request.version)
  // The same request on the same region has the same id, so that plan.json can be compared byte by byte.
  const planId = stableId('pln', JSON.stringify([request, version, visits]))
  const inPieces = await planPieces({
    request,
    region: input.region,
    regions,
    planId,
    visits,
    onProgress: ({ done, of }) => line.show(`planning ${done} of ${of} pieces`),
  })
  const plan =
    inPieces ??
    (await planWalks(
      request,
      {
        regions,
        clock: { now: () => Date.now() },
        id: () => planId,
        ledger: (moment) => ledgerView(visits, moment),
      },
      {
        onProgress: ({ step, done, of }) =>
          line.show(step === 'solver' ? `${WORDS[step]} ${Math.round((100 * done) / of)} %` : WORDS[step]),
      },
    ))
  line.clear()
  await writePlan(plan, { regions, out })
  io.out(planReport(plan))
  return plan
}

/** Replaces an earlier plan's files; leaves everything else in the folder alone. */
async function writePlan(plan: Plan, { regions, out }: { regions: Regions; out: string }): Promise<void> {
  const manifest = await regions.manifest(plan.region.name, plan.region.version)
  const map = await mapFeatures(regions, {
    manifest,
    bbox: plan.walks.length > 0 ? boxAround(plan) : undefined,
  })
  await mkdir(out, { recursive: true })
  for (const name of await readdir(out)) if (/^walk-\d+\.gpx$/.test(name)) await rm(join(out, name))
  const { attribution } = plan.region
  const files: [string, string][] = [
    ['plan.json', JSON.stringify(plan, null, 1) + '\n'],
    ['plan.geojson', JSON.stringify(planToGeoJson(plan)) + '\n'],
    ['print.html', planToPrintHtml(plan, map)],
    ...plan.walks.map((walk): [string, string] => [
      `walk-${String(walk.number).padStart(2, '0')}.gpx`,
      walkToGpx(walk, { attribution }),
    ]),
  ]
  for (const [name, text] of files) await writeFile(join(out, name), text)
}

/** Degrees around the walks that a map on paper may show: about 300 m. */
const MARGIN = 0.003

function boxAround(plan: Plan): Bbox {
  const points = plan.walks.flatMap((walk) => [
    ...walk.legs.flatMap((leg) => leg.geometry.coordinates),
    ...walk.stops.flatMap((stop) => stop.targets.map((target) => target.location)),
  ])
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [lng, lat] of points) {
    west = Math.min(west, lng)
    south = Math.min(south, lat)
    east = Math.max(east, lng)
    north = Math.max(north, lat)
  }
  return [west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN]
}
