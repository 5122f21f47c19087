/** Jobs of an embedded table: workers in this process look for free ones, at once when rung, else every two seconds. */
import type { JobQueue } from '../world.ts'
import { type JobRef, jobName, planName } from './job.ts'
import { type HeldJob, dropJobs, openJob, takeNextJob } from './job-table.ts'
import { waitingRoom } from './waiting-room.ts'
import { type RunOutcome, type Work, describe, workOn } from './work.ts'

const LEASE_MILLISECONDS = 30_000
const RENEW_MILLISECONDS = 10_000
const POLL_MILLISECONDS = 2_000

export interface PollQueueOptions extends Omit<Work, 'openPart'> {
  /** Jobs at the same time. */
  capacity: number
  /** No other process can reach this table: leases of former owners are void. True for the embedded database. */
  exclusive: boolean
}

interface Running {
  stop: AbortController
  ended: Promise<void>
}

export function pollQueue({ capacity, exclusive, ...rest }: PollQueueOptions): JobQueue {
  const { storage, log } = rest
  const lease = { owner: storage.id('run'), milliseconds: LEASE_MILLISECONDS, isExclusive: exclusive }
  const running = new Map<string, Running>()
  const waiting = waitingRoom()
  const bell = openBell()
  let isClosed = false

  const open = async (ref: JobRef): Promise<void> => {
    await openJob(storage, ref)
    bell.ring()
  }
  const work: Work = { ...rest, openPart: open }

  async function loop(): Promise<void> {
    while (!isClosed) {
      const hasRung = bell.listen()
      await fill().catch((error: unknown) => {
        log({ level: 'error', event: 'queue.failed', error: describe(error) })
      })
      if (!isClosed) await hasRung
    }
  }

  async function fill(): Promise<void> {
    while (!isClosed && running.size < capacity) {
      const job = await takeNextJob(storage, { ...lease, isRunning: (ref) => running.has(jobName(ref)) })
      if (!job) return
      begin(job)
    }
  }

  function begin(job: HeldJob): void {
    const { ref } = job
    const stop = new AbortController()
    // Taken while the queue was closing: given back at once.
    if (isClosed) stop.abort()
    const isAwaited = (): boolean => waiting.has(planName(ref))
    const kept = keepLease(job, () => stop.abort())
    const limits = { signal: stop.signal, isAwaited, isClosing: () => isClosed }
    const ended = workOn(kept, work, limits)
      .catch((error: unknown): RunOutcome => {
        log({ level: 'error', event: 'queue.failed', error: describe(error) })
        return 'ended'
      })
      .then((outcome) => {
        running.delete(jobName(ref))
        // A piece that broke off is tried again, and its plan goes on.
        const goesOn = outcome === 'parts' || (outcome === 'broke' && ref.part !== undefined)
        if (!goesOn) waiting.release(planName(ref))
        bell.ring()
      })
    running.set(jobName(ref), { stop, ended })
  }

  const looping = loop()
  const queue: JobQueue = {
    async submit(ref, wait = 0) {
      if (wait <= 0) return open(ref)
      const caller = waiting.enter(planName(ref))
      try {
        await open(ref)
        await caller.wait(wait)
      } finally {
        caller.leave()
      }
    },

    cancel(ref) {
      for (const [job, { stop }] of running) if (job.startsWith(`${planName(ref)}/`)) stop.abort()
    },

    async cancelAll(campaign) {
      for (const ref of await dropJobs(storage, campaign)) queue.cancel(ref)
    },

    async close() {
      isClosed = true
      bell.ring()
      for (const { stop } of running.values()) stop.abort()
      await looping
      await Promise.all([...running.values()].map(({ ended }) => ended))
    },
  }
  return queue
}

/** The same job, its lease renewed until it is let go of. @param onLost  somebody else may have it by now */
function keepLease(job: HeldJob, onLost: () => void): HeldJob {
  let renewing: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    renewing = renewing.then(async () => (await job.renew()) || onLost()).catch(onLost)
  }, RENEW_MILLISECONDS)
  const first = (letGo: () => Promise<void>) => async (): Promise<void> => {
    clearInterval(timer)
    await renewing
    await letGo()
  }
  return {
    ...job,
    end: first(() => job.end()),
    breakOff: first(() => job.breakOff()),
    handOn: first(() => job.handOn()),
  }
}

/** A bell that also rings by itself, and that is heard by who was busy while it rang. */
function openBell(): { ring: () => void; listen: () => Promise<void> } {
  let heard = (): void => undefined
  return {
    ring: () => heard(),
    /** From now on, until the bell rings. */
    listen: () =>
      new Promise((done) => {
        const timer = setTimeout(done, POLL_MILLISECONDS)
        heard = () => {
          clearTimeout(timer)
          done()
        }
      }),
  }
}
