/**
 * What cutting a plan into pieces costs: prize of the pieces together against one plan of the same request, and the CPU
 * of both. `npx tsx bench/scale/partition.ts REGION_DIR [--walkers 60] [--minutes 120] [--start anywhere] [--size 700]
 * [--targets 1900] [--seeds 3] [--own] [--mend]`
 *
 * Only as many blocks are taken, from west to east, as one matrix holds (`--targets`); pieces are made smaller than in
 * use, so the loss is above that of a real plan. `--own`: each walker has a start of his own. `--mend`: what a second
 * pass over the borders brings. More `--targets` than one matrix holds: the one plan has a shortlist, and only pieces
 * and mending compare.
 */
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { loadBuildings } from '@doorwalk/core/building/load'
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import { keepRouters } from '@doorwalk/core/matrix/street-router'
import { type Partition, inPiece, partition, pieceRequest } from '@doorwalk/core/partition/partition'
import type { PlanningPorts } from '@doorwalk/core/assembly/planning-ports'
import { aboutPlan, draftWalks } from '@doorwalk/core/plan'
import { PlanRequest } from '@doorwalk/core/request/request'
import type { Plan } from '@doorwalk/core/walk/answer'
import { joinDrafts } from '@doorwalk/core/assembly/joining'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { mendBorders } from './partition-mend.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    walkers: { type: 'string', default: '60' },
    minutes: { type: 'string', default: '120' },
    start: { type: 'string' },
    size: { type: 'string', default: '700' },
    targets: { type: 'string', default: '1900' },
    seeds: { type: 'string', default: '3' },
    own: { type: 'boolean', default: false },
    mend: { type: 'boolean', default: false },
  },
})
const folder = positionals[0]
if (folder === undefined) throw new Error('usage: bench/scale/partition.ts REGION_DIR')
const regions = diskRegions([folder])
const region = basename(resolve(folder))
const world: PlanningPorts = {
  regions,
  clock: { now: () => Date.now() },
  id: (prefix) => `${prefix}_bench`,
  router: keepRouters(),
}

async function area(): Promise<{ cells: string[]; doors: [number, number][] }> {
  const manifest = await regions.manifest(region)
  const targets = (await loadBuildings(regions, manifest, manifest.bbox)).flatMap(({ targets }) => targets)
  const byCell = new Map<string, number>()
  // From west to east: a connected half of the town.
  for (const { block } of targets.toSorted((a, b) => a.location[0] - b.location[0]))
    byCell.set(block, (byCell.get(block) ?? 0) + 1)
  const cells: string[] = []
  let count = 0
  for (const [cell, size] of byCell) {
    if (count + size > Number(values.targets)) break
    cells.push(cell)
    count += size
  }
  const inside = new Set(cells)
  return { cells, doors: targets.filter(({ block }) => inside.has(block)).map(({ location }) => location) }
}

function report(name: string, plan: Plan, milliseconds: number): void {
  const { summary } = plan
  console.log(
    name.padEnd(18),
    `prize ${summary.prize.toFixed(0)}  walks ${summary.walks}  balance ${summary.balance}  ` +
      `walking ${(summary.metres / 1000).toFixed(0)} km  CPU ${(milliseconds / 1000).toFixed(1)} s`,
  )
}

async function cpu<T>(work: () => Promise<T>): Promise<[T, number]> {
  const since = process.cpuUsage()
  const done = await work()
  const { user, system } = process.cpuUsage(since)
  return [done, (user + system) / 1000]
}

async function planPieces(request: PlanRequest, { pieces, startAt, warnings }: Partition): Promise<Plan> {
  const drafts = []
  for (const piece of pieces)
    drafts.push(await draftWalks(pieceRequest(request, piece, startAt), world, inPiece(piece)))
  return joinDrafts(drafts, { ...aboutPlan(request, world), id: 'pln_bench', warnings })
}

const { cells, doors } = await area()
const lost: number[] = []
for (let seed = 1; seed <= Number(values.seeds); seed++) {
  const count = Number(values.walkers)
  const request = PlanRequest.parse({
    region,
    area: { cells },
    volunteers: values.own
      ? Array.from({ length: count }, (_, i) => ({
          start: doors[(i * 7919 + seed * 104_729) % doors.length],
        }))
      : count,
    minutes: Number(values.minutes),
    startAt: '2026-03-14T14:00:00+01:00',
    ...(values.start === undefined ? {} : { start: values.start }),
    closed: values.start !== 'anywhere',
    seed,
  })
  const [one, oneTime] = await cpu(async () =>
    joinDrafts([await draftWalks(request, world)], { ...aboutPlan(request, world), id: 'pln_bench' }),
  )
  report(`one, seed ${seed}`, one, oneTime)
  const cut = await partition(request, world, { size: Number(values.size) })
  if (!cut) throw new Error('nothing was cut')
  const [parts, partsTime] = await cpu(() => planPieces(request, cut))
  report(`${cut.pieces.length} pieces, seed ${seed}`, parts, partsTime)
  if (values.mend) {
    const [{ prize, borders, better, again }, mendTime] = await cpu(() =>
      mendBorders(parts.walks, { request, world, cut }),
    )
    const gain = 100 * (prize / parts.summary.prize - 1)
    console.log(
      `mended, seed ${seed}`.padEnd(18),
      `prize ${prize.toFixed(0)} (+${gain.toFixed(2)} %)  borders ${borders}, better ${better}, walks planned again ${again}  ` +
        `CPU ${(mendTime / 1000).toFixed(1)} s (+${((100 * mendTime) / partsTime).toFixed(0)} %)`,
    )
  }
  lost.push(100 * (1 - parts.summary.prize / one.summary.prize))
}
const mean = lost.reduce((sum, share) => sum + share, 0) / lost.length
console.log(
  `targets ${doors.length}, slack ${DEFAULT_ASSUMPTIONS.slackShare}; loss ${lost.map((x) => x.toFixed(2)).join(' ')} %, mean ${mean.toFixed(2)} %`,
)
