/** The head of a plan while a job works on it: changes one after another, and progress at most once a second. */
import type { PlanHead } from '../plans/heads.ts'
import type { VersionedHead } from '../plans/plans.ts'
import { writeHead } from '../plans/plans.ts'
import type { PlanRef } from '../ports/jobs.ts'
import type { Progress } from '../ports/planner.ts'
import type { Storage } from '../world.ts'

/** Progress is written at most this often; each writing also sees a cancellation. */
const PROGRESS_MILLISECONDS = 1_000

export interface HeadWriter {
  /** False once somebody else has changed the head: the plan was cancelled. */
  write: (change: Partial<PlanHead>) => Promise<boolean>
  /** Written at once, or with the next second. */
  progress: (progress: Progress) => void
  /** No more progress is written. */
  close: () => void
  /** What writing progress has thrown. */
  failure: () => Error | undefined
}

/** @param input.onLost  writing progress has found that the plan was cancelled, or has failed */
export function openHead(
  storage: Pick<Storage, 'store'>,
  { ref, found, onLost }: { ref: PlanRef; found: VersionedHead; onLost: () => void },
): HeadWriter {
  let { head, version } = found
  let writing: Promise<boolean> = Promise.resolve(true)
  let latest: Progress | undefined
  let timer: NodeJS.Timeout | undefined
  let failure: Error | undefined

  const write = (change: Partial<PlanHead>): Promise<boolean> => {
    writing = writing.then(async (isOurs) => {
      if (!isOurs) return false
      const next = { ...head, ...change }
      if (!(await writeHead(storage, { ref, head: next, version }))) return false
      head = next
      version++
      return true
    })
    return writing
  }

  const writeProgress = (): void => {
    timer = undefined
    if (!latest) return
    const progress = latest
    latest = undefined
    timer = setTimeout(writeProgress, PROGRESS_MILLISECONDS)
    write({ progress }).then(
      (isOurs) => isOurs || onLost(),
      (error: unknown) => {
        failure = error instanceof Error ? error : new Error(String(error))
        onLost()
      },
    )
  }

  return {
    write,
    progress(progress) {
      latest = progress
      if (!timer) writeProgress()
    },
    close: () => clearTimeout(timer),
    failure: () => failure,
  }
}
