/**
 * A whole country in one run: towns made of real regions, again and again, each with its own seed and its own blocks
 * left out, are cut into pieces, planned as drafts (geometry and instructions included, no leases) and written as
 * NDJSON, one file per piece. Nothing ever holds more than a few pieces.
 *
 * `npx tsx bench/scale/scale.ts --region DIR [--region DIR …] [--doors 5000000] [--volunteers 80000] [--minutes 120]
 * [--threads 2] [--out DIR]`
 *
 * Progress goes to standard error. Ctrl-C, or a plain kill, ends it with what there is so far; the same command with
 * the same `--out` goes on from there. Without `--out` nothing is kept.
 */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import { buildingTiles } from '@doorwalk/core/building/load'
import { type Piece, partition, pieceRequest } from '@doorwalk/core/partition/partition'
import { PlanRequest } from '@doorwalk/core/request/request'
import type { Plan } from '@doorwalk/core/walk/answer'
import { joinDrafts } from '@doorwalk/core/assembly/joining'
import { threadPlanner } from '@doorwalk/functions/planner/threads'
import { decodeJson } from '@doorwalk/functions/store/json'
import type { MadePiece } from '@doorwalk/functions/ports/planner'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { Tally } from './tally.ts'

/** Blocks of a town that nobody visits this time, so that no two towns are alike. */
const LEFT_OUT_SHARE = 0.05
const START = '2026-03-14T14:00:00+01:00'
const NO_LEDGER = { verdicts: {}, heldOut: [] }
/** Of a line that says how far it is. */
const TELL_MILLISECONDS = 15_000

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
if (roots.length === 0)
  throw new Error('usage: bench/scale/scale.ts --region DIR … [--doors N] [--volunteers M]')
const [doorsWanted, volunteers] = [Number(values.doors), Number(values.volunteers)]
const threads = Number(values.threads)
const regions = diskRegions(roots)
const clock = { now: () => Date.now() }
const planner = threadPlanner({ regionRoots: roots, threads })
const out = values.out ?? (await mkdtemp(join(tmpdir(), 'doorwalk-scale-')))
await mkdir(out, { recursive: true })
const tally = new Tally(join(out, 'pieces.ndjson'))
let isCut = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (isCut = true))

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
  let called = 0
  for (let town = 0; placed < doorsWanted && !isCut; town++) {
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
let placed = 0
let cutMilliseconds = 0

async function run({ name, request, cells }: Task): Promise<void> {
  const planId = `pln_${name}`
  let milliseconds = 0
  const made = await planner.draft(
    { planId, request, ledger: NO_LEDGER, cells },
    {
      onMeasured: ({ steps }) =>
        void (milliseconds = Object.values(steps).reduce((sum, step) => sum + step, 0)),
    },
  )
  const { draft } = decodeJson(made) as MadePiece
  const plan = joinDrafts([draft], { request, id: planId, assumptions: DEFAULT_ASSUMPTIONS, warnings: [] })
  const bytes = await write(name, plan)
  tally.add(plan, { name, bytes, milliseconds })
}

/** @returns bytes */
async function write(name: string, plan: Plan): Promise<number> {
  const file = createWriteStream(join(out, `${name}.ndjson`))
  for (const walk of plan.walks) if (!file.write(`${JSON.stringify(walk)}\n`)) await once(file, 'drain')
  file.end()
  await once(file, 'finish')
  return file.bytesWritten
}

const from = performance.now()
const already = tally.pieces
if (already > 0) console.error(`goes on after ${tally.progress()}`)
const telling = setInterval(
  () => console.error(`${seconds().toFixed(0)} s: ${towns} towns, ${tally.progress()}`),
  TELL_MILLISECONDS,
)
const running = new Set<Promise<void>>()
for await (const task of tasks()) {
  if (isCut) break
  if (tally.has(task.name)) continue
  const job = run(task).finally(() => running.delete(job))
  running.add(job)
  // One waiting for each thread, no more.
  if (running.size >= 2 * threads) await Promise.race(running)
}
await Promise.all(running)
clearInterval(telling)
await planner.close()
console.log(
  `${towns} towns with ${placed} doors, ${doorsWanted} wanted, ${volunteers} volunteers × ${values.minutes} min` +
    (isCut ? ': cut, so far' : ''),
)
console.log(
  `wall ${seconds().toFixed(0)} s for ${tally.pieces - already} pieces in ${threads} threads, cutting ${(cutMilliseconds / 1000).toFixed(1)} s`,
)
if (tally.pieces > 0) console.log(tally.report(placed))
if (values.out === undefined) await rm(out, { recursive: true })

function seconds(): number {
  return (performance.now() - from) / 1000
}
