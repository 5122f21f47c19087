/**
 * Jobs of an embedded table: workers in this process take free ones, at once when rung, in fair turns between
 * campaigns; what somebody waits for has a lane of its own.
 */
import { openTurns } from '../threads/turns.ts'
import type { JobQueue, Turn } from '../ports/jobs.ts'
import { openBell } from './bell.ts'
import { type JobRef, jobName, planName } from './job.ts'
import { type FreeJob, type HeldJob, dropJobs, freeJobs, openJob, takeJob } from './job-table.ts'
import { waitingRoom } from './waiting-room.ts'
import { type RunOutcome, type Work, describe, isFull, workOn } from './work.ts'

const LEASE_MILLISECONDS = 30_000
const RENEW_MILLISECONDS = 10_000
const POLL_MILLISECONDS = 2_000
/** Nobody else opens or loses jobs of an exclusive table: what waits there is known. */
const EXCLUSIVE_LOOK_MILLISECONDS = 60_000
/** What takes longer is no short plan: it goes on among the long ones, or begins again there when its turn comes. */
const SHORT_MILLISECONDS = 20_000
const NO_ROOM_MILLISECONDS = 5_000

export interface PollQueueOptions extends Omit<Work, 'openPart'> {
  /** Jobs at the same time in each lane, beside guests: openTurns. */
  capacity: number
  /** No other process can reach this table: leases of former owners are void. True for the embedded database. */
  exclusive: boolean
  /** How long a plan that somebody waits for counts as short; default 20 s. */
  shortMilliseconds?: number
  /** Nothing is planned for so long after a plan that found no room on the disk; default 5 s. */
  roomMilliseconds?: number
}

interface Running {
  stop: AbortController
  ended: Promise<void>
  isSuspect: boolean
  isAwaited: () => boolean
}

/** A job that waits for its turn. */
interface WaitingJob extends FreeJob {
  turn: Turn
  order: string
}

export function pollQueue({
  capacity,
  exclusive,
  shortMilliseconds = SHORT_MILLISECONDS,
  roomMilliseconds = NO_ROOM_MILLISECONDS,
  ...rest
}: PollQueueOptions): JobQueue {
  const { storage, log } = rest
  const lease = { owner: storage.id('run'), milliseconds: LEASE_MILLISECONDS, isExclusive: exclusive }
  const turns = openTurns(capacity)
  const running = new Map<string, Running>()
  const jobs = new Map<string, WaitingJob>()
  const callers = waitingRoom()
  /** Jobs whose last run found no room. */
  const full = new Set<string>()
  const bell = openBell()
  let lookedAt = -Infinity
  let isDraining = false
  let isClosed = false
  let pausedUntil = -Infinity

  function noteFull(name: string): void {
    full.add(name)
    pausedUntil = performance.now() + roomMilliseconds
  }

  function add(job: FreeJob): void {
    const { ref, lane, isFull } = job
    const name = jobName(ref)
    if (running.has(name)) return
    if (isFull) full.add(name)
    jobs.set(name, { ...job, turn: { campaign: ref.campaign, lane }, order: orderOf(ref) })
  }

  const open = async (ref: JobRef, lane: FreeJob['lane'] = 'long'): Promise<void> => {
    await openJob(storage, ref, lane)
    add({ ref, lane, isSuspect: false, isFull: false })
    bell.ring()
  }
  const work: Work = { ...rest, openPart: open }

  async function loop(): Promise<void> {
    while (!isClosed) {
      const hasRung = bell.listen(full.size > 0 ? roomMilliseconds : POLL_MILLISECONDS)
      await look()
        .then(fill)
        .catch((error: unknown) => log({ level: 'error', event: 'queue.failed', error: describe(error) }))
      if (!isClosed) await hasRung
    }
  }

  /** Learns of jobs that others have opened or lost, or that were there before this process. */
  async function look(): Promise<void> {
    const isDue = performance.now() - lookedAt >= EXCLUSIVE_LOOK_MILLISECONDS
    if (exclusive && jobs.size > 0 && !isDue) return
    for await (const job of freeJobs(storage, lease)) if (!jobs.has(jobName(job.ref))) add(job)
    lookedAt = performance.now()
  }

  async function fill(): Promise<void> {
    while (!isClosed && performance.now() >= pausedUntil) {
      const next = turns.next(candidates())
      if (!next) return
      const name = jobName(next.ref)
      jobs.delete(name)
      turns.begin(next.turn)
      const job = await takeJob(storage, next.ref, lease).catch((error: unknown) => {
        jobs.set(name, next)
        turns.end(next.turn)
        if (isFull(error)) noteFull(name)
        throw error
      })
      if (job) begin(job, next)
      else {
        full.delete(name)
        turns.end(next.turn)
      }
    }
  }

  /** One suspect at a time: when the process dies again, it is known of which. */
  function* candidates(): Generator<WaitingJob> {
    const isOneSuspected = [...running.values()].some(({ isSuspect }) => isSuspect)
    for (const job of jobs.values()) {
      if (job.isSuspect && isOneSuspected) continue
      if (!isDraining || callers.has(planName(job.ref))) yield job
    }
  }

  function begin(job: HeldJob, { turn, isSuspect }: WaitingJob): void {
    const { ref } = job
    const stop = new AbortController()
    const isAwaited = (): boolean => callers.has(planName(ref))
    const isClosing = (): boolean => isClosed || (isDraining && !isAwaited())
    // Taken while the queue was closing: given back at once.
    if (isClosing()) stop.abort()
    let isTooLong = false
    const patience = setTimeout(() => {
      if (turn.lane !== 'short') return
      isTooLong = !turns.mayBegin({ ...turn, lane: 'long' })
      if (isTooLong) stop.abort()
      else turn.lane = 'long'
      bell.ring()
    }, shortMilliseconds)
    const kept = keepLease(job, () => stop.abort())
    const limits = {
      ...{ turn, signal: stop.signal, isAwaited, isClosing, isTooLong: () => isTooLong },
      ...{ onFull: () => void full.add(jobName(ref)), roomMilliseconds: roomMilliseconds / 5 },
    }
    const ended = workOn(kept, work, limits)
      .catch((error: unknown): RunOutcome => {
        log({ level: 'error', event: 'queue.failed', error: describe(error) })
        return 'ended'
      })
      .then((outcome) => {
        clearTimeout(patience)
        running.delete(jobName(ref))
        turns.end(turn)
        if (outcome !== 'no room') full.delete(jobName(ref))
        if (outcome === 'postponed') add({ ref, lane: 'long', isSuspect, isFull: false })
        if (outcome === 'broke')
          add({ ref, lane: turn.lane === 'short' ? 'short' : 'long', isSuspect, isFull: false })
        if (outcome === 'no room') {
          noteFull(jobName(ref))
          add({ ref, lane: 'long', isSuspect, isFull: true })
        }
        // A piece that broke off is tried again, and its plan goes on.
        const goesOn =
          outcome === 'parts' || outcome === 'postponed' || (outcome === 'broke' && ref.part !== undefined)
        if (!goesOn) callers.release(planName(ref))
        bell.ring()
      })
    running.set(jobName(ref), { stop, ended, isSuspect, isAwaited })
  }

  const looping = loop()
  const queue: JobQueue = {
    async submit(ref, wait = 0, signal) {
      if (wait <= 0) return open(ref)
      const caller = callers.enter(planName(ref))
      try {
        await open(ref, 'short')
        await caller.wait(wait, signal)
      } finally {
        caller.leave()
      }
    },

    async cancel(ref) {
      const mine = [...running].filter(([job]) => job.startsWith(`${planName(ref)}/`))
      for (const [, { stop }] of mine) stop.abort()
      await Promise.all(mine.map(([, { ended }]) => ended))
      return exclusive
    },

    waitsForRoom: (ref) => [...full].some((job) => job.startsWith(`${planName(ref)}/`)),

    async cancelAll(campaign) {
      await Promise.all((await dropJobs(storage, campaign)).map((ref) => queue.cancel(ref)))
    },

    drain() {
      isDraining = true
      for (const { stop, isAwaited } of running.values()) if (!isAwaited()) stop.abort()
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

/** Of one campaign: whole plans before pieces, the oldest first. */
function orderOf({ planId, part }: JobRef): string {
  return part === undefined ? `0 ${planId}` : `1 ${planId} ${part}`
}

/** The same job, its lease renewed until it is let go of. @param onLost  somebody else may have it by now */
function keepLease(job: HeldJob, onLost: () => void): HeldJob {
  let renewing: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    // What cannot be written now is tried again: no other process can take the job meanwhile.
    renewing = renewing.then(async () => (await job.renew()) || onLost()).catch(() => undefined)
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
    waitForRoom: first(() => job.waitForRoom()),
    postpone: first(() => job.postpone()),
  }
}
