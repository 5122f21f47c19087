/**
 * Runs planning jobs from a queue in the table: leased items, taken by workers in this process. A lease ends by
 * itself, so a job whose process was killed runs again; {@link whyHopeless} says when it is given up.
 */
import { type Job, Job as JobSchema, type JobRef, refOf, whyHopeless } from './jobs.ts'
import { runPart } from './run-part.ts'
import { type RunEnd, failPlan, runPlan } from './run-plan.ts'
import { JOB_RANGES, jobKey } from './store/keys.ts'
import type { Announce, Item, Log, PlanRef, Planner, Runner, Storage } from './world.ts'

const LEASE_MILLISECONDS = 30_000
const RENEW_MILLISECONDS = 10_000
const POLL_MILLISECONDS = 2_000
/** Jobs of a kind looked at per poll; those before the first free one are all leased. */
const LOOK_AHEAD = 100

export interface TableRunnerOptions {
  storage: Storage
  planner: Planner
  log: Log
  /** Jobs at the same time. */
  capacity: number
  /** No other process can reach this table: leases of former owners are void. True for the embedded database. */
  exclusive: boolean
  /** Told that a plan has ended before its job is forgotten. */
  announce: Announce
}

export function tableRunner({
  storage,
  planner,
  log,
  capacity,
  exclusive,
  announce,
}: TableRunnerOptions): Runner {
  const { store, clock } = storage
  const owner = storage.id('run')
  const running = new Map<string, { stop: AbortController; ended: Promise<void> }>()
  const waiting = new Map<string, (() => void)[]>()
  let isClosed = false
  let hasNews = false
  let endTurn = (): void => undefined
  /** Also right while the loop is busy looking: it looks once more. */
  const wake = (): void => {
    hasNews = true
    endTurn()
  }

  const plan = (ref: PlanRef): string => `${ref.campaign}/${ref.planId}`
  const name = (ref: JobRef): string => `${plan(ref)}/${ref.part ?? ''}`

  async function open(ref: JobRef): Promise<void> {
    const job: Job = { ...ref, attempts: 0, breaks: 0, owner: '', until: 0 }
    await store.create({ ...jobKey(ref), data: job })
    wake()
  }

  async function claim(): Promise<{ lease: Job; item: Item } | undefined> {
    for (const range of JOB_RANGES) {
      const page = await store.query({ ...range, limit: LOOK_AHEAD })
      for (const item of page.items) {
        const lease = JobSchema.parse(item.data)
        const isHeld = lease.until > clock.now() && (!exclusive || lease.owner === owner)
        if (isHeld || running.has(name(lease))) continue
        const until = clock.now() + LEASE_MILLISECONDS
        const ours: Job = { ...lease, attempts: lease.attempts + 1, owner, until }
        if (await store.replace({ ...item, data: ours }, item.version)) {
          return { lease: ours, item: { ...item, version: item.version + 1 } }
        }
      }
    }
    return undefined
  }

  async function work({ lease, item }: { lease: Job; item: Item }, stop: AbortController): Promise<RunEnd> {
    const ref = refOf(lease)
    let { version } = item
    let renewing: Promise<unknown> = Promise.resolve()
    const renew = async (): Promise<void> => {
      const until = clock.now() + LEASE_MILLISECONDS
      const isOurs = await store.replace({ ...item, data: { ...lease, until } }, version)
      if (isOurs) version++
      else stop.abort()
    }
    const free = async (changed: Partial<Job>): Promise<void> => {
      const data: Job = { ...lease, ...changed, owner: '', until: 0 }
      await store.replace({ ...item, data }, version)
    }
    const timer = setInterval(() => {
      renewing = renewing.then(renew).catch(() => stop.abort())
    }, RENEW_MILLISECONDS)
    let end: RunEnd = 'ended'
    try {
      const hopeless = whyHopeless(lease)
      if (hopeless !== null) await failPlan(storage, { ref, detail: hopeless })
      else {
        const { part } = ref
        const options = { planner, openPart: open, log, signal: stop.signal }
        end =
          part === undefined
            ? await runPlan(storage, { ...options, ref })
            : await runPart(storage, { ...options, ref: { ...ref, part } })
      }
      clearInterval(timer)
      await renewing
      if (isClosed) {
        await free({ attempts: lease.attempts - 1 })
        return 'ended'
      }
      if (end === 'ended') await announce({ kind: 'plan ended', ref, isAwaited: waiting.has(plan(ref)) })
      await store.remove(item, version)
      return end
    } catch (error) {
      clearInterval(timer)
      await renewing
      log({
        level: 'error',
        event: 'plan.broke',
        planId: ref.planId,
        attempt: lease.attempts,
        error: describe(error),
      })
      await free({ breaks: lease.breaks + 1 })
      return ref.part === undefined ? 'ended' : 'parts'
    }
  }

  async function loop(): Promise<void> {
    while (!isClosed) {
      hasNews = false
      try {
        while (!isClosed && running.size < capacity) {
          const job = await claim()
          if (!job) break
          begin(job)
        }
      } catch (error) {
        log({ level: 'error', event: 'queue.failed', error: describe(error) })
      }
      if (!isClosed) await nextTurn()
    }
  }

  function begin(job: { lease: Job; item: Item }): void {
    const stop = new AbortController()
    // Claimed while the runner was closing: given back at once.
    if (isClosed) stop.abort()
    const ended = work(job, stop)
      .catch((error: unknown) => {
        log({ level: 'error', event: 'queue.failed', error: describe(error) })
        return 'ended'
      })
      .then((end) => {
        running.delete(name(job.lease))
        if (end === 'ended') for (const done of waiting.get(plan(job.lease)) ?? []) done()
        wake()
      })
    running.set(name(job.lease), { stop, ended })
  }

  function nextTurn(): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(done, hasNews ? 0 : POLL_MILLISECONDS)
      endTurn = () => {
        clearTimeout(timer)
        done()
      }
    })
  }

  const looping = loop()

  return {
    async submit(ref, wait) {
      let done = (): void => undefined
      const ended = new Promise<void>((resolve) => (done = resolve))
      waiting.set(plan(ref), [...(waiting.get(plan(ref)) ?? []), done])
      await open(ref)
      const timer = setTimeout(done, wait)
      if (wait > 0) await ended
      clearTimeout(timer)
      waiting.delete(plan(ref))
    },

    cancel(ref) {
      for (const [job, { stop }] of running) if (job.startsWith(`${plan(ref)}/`)) stop.abort()
    },

    async close() {
      isClosed = true
      wake()
      for (const { stop } of running.values()) stop.abort()
      await looping
      await Promise.all([...running.values()].map(({ ended }) => ended))
    },
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
