/**
 * A whole country in one run: towns made of real regions, again and again, each with its own seed and its own blocks left out,
 * are cut into pieces, planned as drafts (geometry and instructions included, no leases) and written as NDJSON, one file per
 * piece. Nothing ever holds more than a few pieces.
 *
 * `npx tsx bench/scale.ts --region DIR [--region DIR …] [--doors 5000000] [--volunteers 80000] [--minutes 120]
 * [--threads 2] [--out DIR]`
 */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import { buildingTiles } from '@doorwalk/core/building/load'
import { type Piece, partition, pieceRequest } from '@doorwalk/core/partition'
import { PlanRequest } from '@doorwalk/core/request'
import type { Plan } from '@doorwalk/core/walk/answer'
import { joinDrafts } from '@doorwalk/core/walks'
import { threadPlanner } from '@doorwalk/functions/planner-threads'
import { diskRegions } from '@doorwalk/prepare/disk-regions'

/** Blocks of a town that nobody visits this time, so that no two towns are alike. */
const LEFT_OUT_SHARE = 0.05
const START = '2026-03-14T14:00:00+01:00'
const NO_LEDGER = { verdicts: {}, heldOut: [] }
/** One whole processor of Lambda, and its price for a GB-second on arm64 (Europe, list price of November 2026). */
const LAMBDA = { gigabytes: 1.769, dollars: 0.0000133334, atOnce: 100 }

const { values } = parseArgs({
  options: {
    region: { type: 'string', multiple: true },
    doors: { type: 'string', default: '5000000' },
    volunteers: { type: 'string', default: '80000' },
    minutes: { type: 'string', default: '120' },
    threads: { type: 'string', default: '2' },
    out: { type: 'string' },
  },
})
const roots = values.region ?? []
if (roots.length === 0) throw new Error('usage: bench/scale.ts --region DIR … [--doors N] [--volunteers M]')
const [doorsWanted, volunteers] = [Number(values.doors), Number(values.volunteers)]
const threads = Number(values.threads)
const regions = diskRegions(roots)
const clock = { now: () => Date.now() }
const planner = threadPlanner({ regionRoots: roots, threads })
const out = values.out ?? (await mkdtemp(join(tmpdir(), 'doorwalk-scale-')))
await mkdir(out, { recursive: true })

/** 0…1, the same for the same text on every machine. */
function chance(text: string): number {
  let hash = 2_166_136_261
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619) >>> 0
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_519) >>> 0
  return ((hash ^ (hash >>> 13)) >>> 0) / 4_294_967_296
}

interface Model {
  region: string
  doors: number
  blocks: string[]
}

async function modelOf(root: string): Promise<Model> {
  const region = basename(resolve(root))
  const manifest = await regions.manifest(region)
  const blocks = new Set<string>()
  for await (const buildings of buildingTiles(regions, manifest, manifest.bbox))
    for (const { block } of buildings.flatMap(({ targets }) => targets)) blocks.add(block)
  return { region, doors: manifest.doors.total, blocks: [...blocks] }
}

interface Task {
  name: string
  request: PlanRequest
  cells: string[]
}

/** Town after town; the pieces of one town exist at a time. */
async function* tasks(): AsyncGenerator<Task> {
  const models = await Promise.all(roots.map(modelOf))
  let placed = 0
  let called = 0
  for (let town = 0; placed < doorsWanted; town++) {
    const model = models[town % models.length]!
    placed += model.doors
    const share = Math.round((volunteers * Math.min(placed, doorsWanted)) / doorsWanted)
    const request = PlanRequest.parse({
      region: model.region,
      volunteers: Math.max(1, share - called),
      minutes: Number(values.minutes),
      startAt: START,
      seed: town + 1,
      skip: { cells: model.blocks.filter((cell) => chance(`${town} ${cell}`) < LEFT_OUT_SHARE) },
    })
    called = share
    const from = performance.now()
    const cut = await partition(request, { regions, clock, id: () => 'pln_scale' })
    cutMilliseconds += performance.now() - from
    towns++
    const whole: Piece = { number: 0, cells: model.blocks, volunteers: [], targets: [] }
    for (const piece of cut?.pieces ?? [whole])
      yield {
        name: `${String(town).padStart(5, '0')}-${String(piece.number).padStart(3, '0')}`,
        request: cut ? pieceRequest(request, piece, START) : request,
        cells: piece.cells,
      }
  }
}

let towns = 0
let cutMilliseconds = 0
let bytes = 0
const total = { pieces: 0, walks: 0, walked: 0, left: 0, prize: 0, used: 0, most: 0, metres: 0 }
const milliseconds: number[] = []

async function run({ name, request, cells }: Task): Promise<void> {
  const planId = `pln_${name}`
  const draft = await planner.draft(
    { planId, request, ledger: NO_LEDGER, cells },
    {
      onMeasured: ({ steps }) => milliseconds.push(Object.values(steps).reduce((sum, step) => sum + step, 0)),
    },
  )
  const plan = joinDrafts([draft], { request, id: planId, assumptions: DEFAULT_ASSUMPTIONS, warnings: [] })
  await write(name, plan)
  count(plan)
}

async function write(name: string, plan: Plan): Promise<void> {
  const file = createWriteStream(join(out, `${name}.ndjson`))
  for (const walk of plan.walks) {
    const line = `${JSON.stringify(walk)}\n`
    bytes += line.length
    if (!file.write(line)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
}

function count({ walks, leftOut, summary }: Plan): void {
  const used = walks.map(({ seconds, budget }) => seconds / budget)
  total.pieces++
  total.walks += walks.length
  total.walked += summary.doors
  total.left += leftOut.filter(({ reason }) => reason === 'not_selected').length
  total.prize += summary.prize
  total.metres += summary.metres
  total.used += used.reduce((sum, share) => sum + share, 0)
  total.most = Math.max(total.most, ...used)
}

const from = performance.now()
const running = new Set<Promise<void>>()
for await (const task of tasks()) {
  const job = run(task).finally(() => running.delete(job))
  running.add(job)
  // One waiting for each thread, no more.
  if (running.size >= 2 * threads) await Promise.race(running)
}
await Promise.all(running)
await planner.close()
const seconds = (performance.now() - from) / 1000
const { user, system } = process.cpuUsage()
const cpu = (user + system) / 1e6
const slowest = Math.max(...milliseconds) / 1000
const perPiece = cpu / total.pieces
const rounds = Math.ceil(total.pieces / LAMBDA.atOnce)
const lines = [
  `${towns} towns, ${doorsWanted} doors, ${volunteers} volunteers × ${values.minutes} min: ${total.pieces} pieces`,
  `wall ${seconds.toFixed(0)} s, CPU ${cpu.toFixed(0)} s of ${threads} threads (cutting ${(cutMilliseconds / 1000).toFixed(1)} s), ` +
    `${(doorsWanted / cpu).toFixed(0)} doors a CPU second, ${(bytes / 1e6).toFixed(0)} MB of NDJSON`,
  `peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
  `walks ${total.walks}, doors walked to ${total.walked} (${((100 * total.walked) / doorsWanted).toFixed(1)} %), ` +
    `targets left for another day ${total.left}, ${(total.metres / 1000).toFixed(0)} km`,
  `balance: longest share of a budget ${total.most.toFixed(3)}, mean ${(total.used / total.walks).toFixed(3)}, ` +
    `ratio ${((total.most * total.walks) / total.used).toFixed(2)}`,
  `a piece: CPU ${perPiece.toFixed(1)} s, slowest ${slowest.toFixed(1)} s of wall time here`,
  `on Lambda, ${LAMBDA.atOnce} at once: about ${(rounds * perPiece + slowest).toFixed(0)} s, ` +
    `${(cpu * LAMBDA.gigabytes * LAMBDA.dollars).toFixed(2)} dollars`,
]
console.log(lines.join('\n'))
if (values.out === undefined) await rm(out, { recursive: true })
