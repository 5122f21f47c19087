/**
 * How long the first plans after a start take, beside those that follow: on the clock, and of the processor, which a
 * busy machine changes less. With another checkout, in turns with that and as a ratio to it.
 *
 *     npm run bench:first -- [--starts 4] [--against DIR]
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { processorSeconds } from '../../test/support/servers/processor.ts'
import { type ServerProcess, startServerProcess } from '../../test/support/servers/serve.ts'

const { values } = parseArgs({
  options: { starts: { type: 'string', default: '4' }, against: { type: 'string' } },
})
const HERE = resolve(import.meta.dirname, '../..')
const REGION = 'paris-9e-10e'
const README = { region: REGION, area: { precincts: ['0925'] }, volunteers: 4, minutes: 60 }
const ALL = { region: REGION, volunteers: 20, minutes: 90 }
/** In the order in which a server is asked. */
const ASKED = [
  { name: 'README, first', body: README },
  { name: 'README, second', body: README },
  { name: 'README, third', body: README },
  { name: '970 targets × 20, first', body: ALL },
  { name: '970 targets × 20, second', body: ALL },
]

interface Times {
  /** Milliseconds. */
  wall: number[]
  processor: number[]
}

type Run = Record<string, Times>

const checkouts = [HERE, ...(values.against === undefined ? [] : [resolve(values.against)])]
const runs = new Map<string, Run>(checkouts.map((checkout) => [checkout, {}]))
for (let start = 0; start < Number(values.starts); start++) {
  // A machine that gets busier does so for both.
  for (const checkout of start % 2 === 0 ? checkouts : checkouts.toReversed())
    await measure(checkout, runs.get(checkout)!)
}

console.log(
  `Node ${process.version}, ${values.starts} starts each, load ${loadavg()[0]!.toFixed(1)}; medians, ms`,
)
console.log('| what | on the clock | processor | before | ratio |\n| --- | ---: | ---: | ---: | ---: |')
const [here, before] = [...runs.values()]
for (const [name, { wall, processor }] of Object.entries(here!)) {
  const was = before?.[name] && median(before[name].processor)
  const ratio = was === undefined ? '' : (median(processor) / was).toFixed(2)
  console.log(`| ${[name, median(wall), median(processor), was ?? '', ratio].join(' | ')} |`)
}

/** One start, and each question in its turn. */
async function measure(checkout: string, run: Run): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'doorwalk-first-'))
  const began = performance.now()
  const env = { DOORWALK_SYNC_SECONDS: '600' }
  const server = await startServerProcess(data, { checkout, env })
  note(run, 'start', {
    wall: performance.now() - began,
    processor: processorSeconds(server.pid) * 1_000,
  })
  for (const { name, body } of ASKED) note(run, name, await ask(server, body))
  await server.stop()
  await rm(data, { recursive: true, force: true })
}

async function ask({ url, key, pid }: ServerProcess, body: object) {
  const [used, began] = [processorSeconds(pid), performance.now()]
  const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' }
  const answer = await fetch(`${url}/v1/plans`, { method: 'POST', headers, body: JSON.stringify(body) })
  const text = await answer.text()
  if (answer.status !== 201) throw new Error(`${answer.status} ${text}`)
  return { wall: performance.now() - began, processor: (processorSeconds(pid) - used) * 1_000 }
}

function note(run: Run, name: string, { wall, processor }: { wall: number; processor: number }): void {
  const times = (run[name] ??= { wall: [], processor: [] })
  times.wall.push(wall)
  times.processor.push(processor)
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return Math.round((sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2)
}
