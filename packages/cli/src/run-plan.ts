/** Plans once and writes every form of the answer into a folder; shared by `plan` and `demo`. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { stableId } from '@doorwalk/core/id'
import { ledgerView } from '@doorwalk/core/ledger/due'
import type { Visit } from '@doorwalk/core/ledger/visit'
import type { Progress } from '@doorwalk/core/plan'
import { planWalks } from '@doorwalk/core/plan'
import type { PlanRequest } from '@doorwalk/core/request'
import type { Plan } from '@doorwalk/core/walk/answer'
import { planToGeoJson } from '@doorwalk/core/walk/geojson'
import { diskRegions } from '@doorwalk/prepare/disk-regions'
import type { Io } from './io.ts'
import { progressLine } from './io.ts'
import { planReport } from './table.ts'

const WORDS: Record<Progress['step'], string> = {
  buildings: 'reading buildings',
  streets: 'reading streets',
  matrix: 'walking times',
  solver: 'planning',
  walks: 'writing walks',
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
  const plan = await planWalks(
    request,
    {
      regions,
      clock: { now: () => Date.now() },
      // The same request on the same region has the same id, so that plan.json can be compared byte by byte.
      id: (prefix) => stableId(prefix, JSON.stringify([request, version, visits])),
      ledger: (moment) => ledgerView(visits, moment),
    },
    {
      onProgress: ({ step, done, of }) =>
        line.show(step === 'solver' ? `${WORDS[step]} ${Math.round((100 * done) / of)} %` : WORDS[step]),
    },
  )
  line.clear()
  await writePlan(plan, out)
  io.out(planReport(plan))
  return plan
}

/** Replaces an earlier plan's files; leaves everything else in the folder alone. */
async function writePlan(plan: Plan, out: string): Promise<void> {
  await mkdir(out, { recursive: true })
  for (const name of await readdir(out)) if (/^walk-\d+\.gpx$/.test(name)) await rm(join(out, name))
  await writeFile(join(out, 'plan.json'), JSON.stringify(plan, null, 1) + '\n')
  await writeFile(join(out, 'plan.geojson'), JSON.stringify(planToGeoJson(plan)) + '\n')
}
