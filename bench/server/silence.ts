/**
 * Whether the server on a laptop stays answerable while it does what is large: a process of its own asks `/healthz`
 * every 20 ms during each case. One case at a time, on a real server with the bundled region. Beside it stands a server
 * that has nothing to do, asked the same by another process: what that one is late is the machine's.
 *
 *     npm run bench:silence [-- part of a case's name]
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { PATIENT, startServerProcess } from '../../test/support/servers/serve.ts'
import { until } from '../../test/support/until.ts'
import { type Case, casesOn, makeFirstPlan, rest } from './silence-cases.ts'
import type { Probes, ToProber } from './prober.ts'

const [wanted = ''] = process.argv.slice(2)
/** The most that may be asked to stay: what a phone takes for no answer is more. */
const LIMIT_MILLISECONDS = 250
/** Probes of a server that rests, before and after a case. */
const REST_MILLISECONDS = 300

const server = await openServer()
const idle = await openServer()
const [prober, control] = [await openProber(server), await openProber(idle)]

console.log(
  `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, load ${loadavg()[0]?.toFixed(1)}`,
)
console.log(
  'case                                      worst ms  p99 ms  processor ms  idle worst ms  load  seconds  answers',
)
let isSilent = false
try {
  for (const one of casesOn(server))
    if (one.name.includes(wanted) || one.name === 'nothing') await measure(one)
} finally {
  for (const child of [prober, control]) child.disconnect()
  for (const one of [server, idle]) await one.stop()
}
if (isSilent) process.exitCode = 1

async function openServer() {
  return startServerProcess(await mkdtemp(join(tmpdir(), 'doorwalk-silence-')), {
    env: { ...PATIENT, DOORWALK_RATE: '10000000' },
  })
}

async function openProber({ url, pid }: Awaited<ReturnType<typeof openServer>>): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'prober.ts'), [url, String(pid)], {
    execArgv: ['--import', 'tsx'],
  })
  await until(async () => (await probesOf(child, 'end')).answers > 0)
  return child
}

async function measure({ name, prepare, run }: Case): Promise<void> {
  if (wanted !== '') await makeFirstPlan()
  await prepare?.()
  await rest(REST_MILLISECONDS)
  for (const child of [prober, control]) await probesOf(child, 'begin')
  const from = performance.now()
  const answers = await run()
  const seconds = (performance.now() - from) / 1000
  await rest(REST_MILLISECONDS)
  const probes = await probesOf(prober, 'end')
  const noise = (await probesOf(control, 'end')).worst
  // Where the idle server is as late, nothing is known of the other.
  if (probes.failures > 0 || (probes.worst > LIMIT_MILLISECONDS && noise <= LIMIT_MILLISECONDS))
    isSilent = true
  console.log(rowOf({ name, seconds, answers, probes, noise }))
}

interface Row {
  name: string
  seconds: number
  answers: string
  probes: Probes
  noise: number
}

function rowOf({ name, seconds, answers, probes, noise }: Row): string {
  const { worst, p99, busy, failures, why } = probes
  return [
    name.padEnd(40),
    worst.toFixed(0).padStart(9),
    p99.toFixed(0).padStart(7),
    (busy?.toFixed(0) ?? '-').padStart(13),
    noise.toFixed(0).padStart(14),
    (loadavg()[0] ?? NaN).toFixed(0).padStart(5),
    seconds.toFixed(1).padStart(8),
    ` ${answers}${failures > 0 ? `; ${failures} probes failed: ${why}` : ''}`,
  ].join(' ')
}

async function probesOf(child: ChildProcess, message: ToProber): Promise<Probes> {
  if (message === 'begin') {
    child.send(message)
    return { answers: 0, failures: 0, why: '', worst: 0, p99: 0, busy: undefined }
  }
  const answer = once(child, 'message')
  child.send(message)
  return ((await answer) as [Probes])[0]
}
