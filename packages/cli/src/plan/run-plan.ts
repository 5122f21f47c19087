/** Plans once and writes every form of the answer into a folder; shared by `plan` and `demo`. */
import { basename, resolve } from 'node:path'
import { stableId } from '@doorwalk/core/id'
import { ledgerView } from '@doorwalk/core/ledger/due'
import type { Visit } from '@doorwalk/core/ledger/visit'
import type { Progress } from '@doorwalk/core/plan'
import { planWalks } from '@doorwalk/core/plan'
import type { PlanRequest } from '@doorwalk/core/request/request'
import type { PrintSize } from '@doorwalk/core/sheet/style'
import type { Plan } from '@doorwalk/core/walk/answer'
import { steadyClock } from '@doorwalk/functions/threads/steady-clock'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import type { Io } from '../terminal/io.ts'
import { progressLine } from '../terminal/io.ts'
import { planPieces } from './plan-pieces.ts'
import { writePlan } from './write-plan.ts'
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
  /** Default: normal. */
  print?: PrintSize | undefined
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
        clock: steadyClock(),
        id: () => planId,
        ledger: (moment) => ledgerView(visits, moment),
      },
      {
        onProgress: ({ step, done, of }) =>
          line.show(step === 'solver' ? `${WORDS[step]} ${Math.round((100 * done) / of)} %` : WORDS[step]),
      },
    ))
  line.clear()
  await writePlan(plan, { regions, folder: out, print: input.print })
  io.out(planReport(plan, request.language))
  return plan
}
