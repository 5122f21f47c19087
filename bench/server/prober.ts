/**
 * Asks `/healthz` of a server every 20 ms from a process of its own, and tells its parent how long answers took and how
 * long the thread that answers computed meanwhile.
 */
import { readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'

const EVERY_MILLISECONDS = 20
/** Questions in the air; a silent server gets no more of them. */
const MOST_AT_ONCE = 100

/** From the parent: begin to count, or say what was counted. */
export type ToProber = 'begin' | 'end'

export interface Probes {
  answers: number
  failures: number
  /** Why the last of them failed. */
  why: string
  /** Milliseconds from the question to the answer. */
  worst: number
  p99: number
  /** Milliseconds of processor that the answering thread used during one question, at worst; undefined: no Linux. */
  busy: number | undefined
}

const [url = '', pid = ''] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true })
let times: number[] = []
let [failures, inTheAir] = [0, 0]
let busy: number | undefined
let why = ''

/** Milliseconds of processor that the server's first thread has used; undefined where there is no /proc. */
function processor(): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  } catch {
    return undefined
  }
}

function ask(from = performance.now(), used = processor()): void {
  if (inTheAir >= MOST_AT_ONCE) return
  inTheAir++
  let isOver = false
  const end = (failure?: string): void => {
    if (isOver) return
    isOver = true
    inTheAir--
    if (failure !== undefined) {
      failures++
      why = failure
    }
    times.push(performance.now() - from)
    const now = processor()
    if (used !== undefined && now !== undefined) busy = Math.max(busy ?? 0, now - used)
  }
  const request = get(`${url}/healthz`, { agent }, (answer) => {
    answer.resume().on('end', () => end(answer.statusCode === 200 ? undefined : String(answer.statusCode)))
  })
  request.on('error', (error: NodeJS.ErrnoException) => {
    // The server closed a connection that had rested: nothing was answered, and nothing was asked.
    const isStale = request.reusedSocket && error.code === 'ECONNRESET'
    if (!isStale) return end(error.message)
    isOver = true
    inTheAir--
    ask(from, used)
  })
}

function told(): Probes {
  const sorted = [...times].sort((a, b) => a - b)
  const p99 = sorted[Math.max(0, Math.ceil(sorted.length * 0.99) - 1)] ?? NaN
  return { answers: times.length - failures, failures, why, worst: sorted.at(-1) ?? NaN, p99, busy }
}

setInterval(() => ask(), EVERY_MILLISECONDS)
process.on('message', (message: ToProber) => {
  if (message === 'end') process.send?.(told())
  times = []
  failures = 0
  busy = undefined
})
process.on('disconnect', () => process.exit())
