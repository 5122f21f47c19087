/**
 * Is handing out the walks of ranks 1…k as good as planning for k? Plans for many on a prepared region and compares the
 * prize of the first k ranks with that of a plan for k.
 *
 *     npx tsx bench/ledger/ranks.ts REGION_FOLDER [planned] [k,k,…] [minutes]
 */
import { basename, resolve } from 'node:path'
import { keepRouters } from '@doorwalk/core/matrix/street-router'
import { planWalks } from '@doorwalk/core/plan'
import { PlanRequest } from '@doorwalk/core/request/request'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'

const [folder, planned = '20', handedOut = '10,15', minutes = '120'] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: REGION_FOLDER [planned] [k,k,…] [minutes]')
const world = {
  regions: diskRegions([folder]),
  clock: { now: () => Date.parse('2026-03-14T12:00:00Z') },
  id: (prefix: string) => `${prefix}_bench`,
  router: keepRouters(),
}
const request = PlanRequest.parse({
  region: basename(resolve(folder)),
  volunteers: Number(planned),
  minutes: Number(minutes),
})
const whole = await planWalks(request, world)
const start = whole.meetingPoint ? { start: whole.meetingPoint } : {}
for (const k of handedOut.split(',').map(Number)) {
  const first = whole.walks.filter(({ rank }) => rank <= k).reduce((sum, { prize }) => sum + prize, 0)
  const { summary } = await planWalks({ ...request, ...start, volunteers: k }, world)
  const short = (100 * (summary.prize - first)) / summary.prize
  console.log(
    `ranks 1…${k} of ${planned}: prize ${first.toFixed(1)}, planned for ${k}: ${summary.prize}, ${short.toFixed(2)} % short`,
  )
}
