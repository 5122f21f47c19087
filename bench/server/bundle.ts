/**
 * What the client weighs in a page, and how fast an instance of each Lambda function starts: bytes loaded, and the
 * median time of ten fresh processes from before the import of the bundle to its handler. `npm run bench:bundle`. Wall
 * time needs a quiet machine; processor time (all threads) does not.
 */
import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { MOST_BYTES, clientSize } from '../../scripts/client/size.ts'
import { FUNCTIONS, type FunctionName, bundleFunction } from '../../scripts/bundle.ts'

const RUNS = 10
const root = resolve(import.meta.dirname, '../..')

/** What is to be reached: bytes and milliseconds; docs/operations.md has what is measured. */
const REACH: Partial<Record<FunctionName, { bytes: number; milliseconds: number }>> = {
  api: { bytes: 1_300_000, milliseconds: 200 },
  planner: { bytes: 3_000_000, milliseconds: 400 },
}

const PROBE = `
const from = performance.now(), used = process.cpuUsage()
await import(process.argv[1])
const { user, system } = process.cpuUsage(used)
console.log(JSON.stringify({ wall: performance.now() - from, processor: (user + system) / 1000 }))`

/** Enough for the modules to load; nothing is called. */
const ENVIRONMENT = {
  AWS_REGION: 'eu-west-3',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  DOORWALK_STAGE: 'bench',
  DOORWALK_TABLE: 'bench',
  DOORWALK_PLANS_BUCKET: 'bench',
  DOORWALK_REGIONS_BUCKET: 'bench',
  DOORWALK_JOBS_QUEUE: 'https://sqs.eu-west-3.amazonaws.com/1/bench',
  DOORWALK_DELIVERIES_QUEUE: 'https://sqs.eu-west-3.amazonaws.com/1/bench',
}

interface Start {
  /** Milliseconds. */
  wall: number
  processor: number
}

async function start(folder: string): Promise<Start> {
  const entry = pathToFileURL(join(folder, 'index.mjs')).href
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', PROBE, entry],
    {
      env: { PATH: process.env['PATH'] ?? '', ...ENVIRONMENT },
    },
  )
  return JSON.parse(stdout) as Start
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return Math.round(
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) /
      2,
  )
}

const client = await clientSize()
console.log(`client: ${client.bytes} bytes, ${client.gzip} compressed, to be at most ${MOST_BYTES}`)
console.log(`Node ${process.version}, median of ${RUNS} fresh processes`)
console.log('function      kB    lazy kB  wall ms  processor ms  reach')
for (const name of FUNCTIONS) {
  const folder = join(root, 'out/lambda', name)
  const { bytes, lazyBytes } = await bundleFunction(name, folder)
  const starts: Start[] = []
  for (let run = 0; run < RUNS; run++) starts.push(await start(folder))
  const reach = REACH[name]
  console.log(
    [
      name.padEnd(11),
      String(Math.round(bytes / 1000)).padStart(5),
      String(Math.round(lazyBytes / 1000)).padStart(9),
      String(median(starts.map(({ wall }) => wall))).padStart(8),
      String(median(starts.map(({ processor }) => processor))).padStart(12),
      reach ? `      ≤ ${reach.bytes / 1000} kB, ≤ ${reach.milliseconds} ms` : '',
    ].join(' '),
  )
}
