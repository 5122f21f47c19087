/**
 * How far the quick curve lies below real plans, and what it costs.
 *
 *     npx tsx bench/ledger/estimate.ts REGION_FOLDER [upTo] [minutes]
 */
import { basename, resolve } from 'node:path'
import { estimateWalks } from '@doorwalk/core/estimate/estimate'
import { keepRouters } from '@doorwalk/core/matrix/street-router'
import { planWalks } from '@doorwalk/core/plan'
import { EstimateRequest, PlanRequest } from '@doorwalk/core/request/request'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'

const [folder, upTo = '40', minutes = '120'] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: REGION_FOLDER [upTo] [minutes]')
const region = basename(resolve(folder))
const world = {
  regions: diskRegions([folder]),
  clock: { now: () => Date.parse('2026-03-14T12:00:00Z') },
  id: (prefix: string) => `${prefix}_bench`,
  router: keepRouters(),
}
const asked = EstimateRequest.parse({ region, upTo: Number(upTo), minutes: Number(minutes) })
await estimateWalks(asked, world)
const from = process.cpuUsage()
const { curves, targets, doors } = await estimateWalks(asked, world)
const { user, system } = process.cpuUsage(from)
console.log(`${targets} targets, ${doors} doors: ${((user + system) / 1e6).toFixed(2)} CPU s warm`)
for (const { walkers, prize, doors: reached, share } of curves[0]!.points) {
  const { summary } = await planWalks(
    PlanRequest.parse({ region, minutes: Number(minutes), volunteers: walkers }),
    world,
  )
  const below = (100 * (summary.prize - prize)) / summary.prize
  console.log(
    `${walkers} walkers: ${reached} doors (${(100 * share).toFixed(1)} %), prize ${below.toFixed(1)} % below a plan`,
  )
}
console.log(`80 % of the doors: ${curves[0]!.needed ?? 'beyond the curve'} walkers`)
