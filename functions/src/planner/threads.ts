/**
 * Plans in threads, so that the server answers while it plans, in fair turns. Who cancels a plan stops its search; a
 * thread that does not listen is ended.
 */
import { ESTIMATE_MILLISECONDS } from '@doorwalk/core/estimate/estimate'
import { PRICE_MILLISECONDS } from '@doorwalk/core/price/price'
import { mayOutgrow } from '@doorwalk/core/partition/partition'
import type { LoadCode } from '../threads/code.ts'
import { openThreads } from '../threads/pool.ts'
import { steadyNow } from '../threads/steady-clock.ts'
import { openTurns } from '../threads/turns.ts'
import { posted } from './posted.ts'
import type { PlanningNote, PlanningTasks } from './tasks.ts'
import type { Adviser, Estimator, PlanHooks, Planner, Proposer } from '../ports/planner.ts'

const ENTRY = new URL('./plan-thread.mjs', import.meta.url)
/** The search listens all the time, loading streets does not; and what it loads serves the next one. */
const GRACE_MILLISECONDS = 5_000
/** Of the time of an estimate, kept for what comes after the search. */
const FINISH_MILLISECONDS = 1_000

/** What a planning thread is started with. */
interface PlanningSettings {
  regionRoots: string[]
  osrm?: string | undefined
}

export interface ThreadPlannerOptions extends PlanningSettings {
  /** Processors to use: what openTurns takes. */
  threads: number
  /** No search takes longer, whatever its iterations; default: as long as it takes. */
  searchMilliseconds?: number
  /** Of {@link openThreads}. */
  code?: LoadCode
}

export interface ThreadPlanner extends Planner, Estimator, Proposer, Adviser {
  /** Makes ready what the first plan would wait for; returns when that is done. */
  warmUp?(): Promise<void>
}

export function threadPlanner({
  threads: most,
  searchMilliseconds,
  code,
  ...settings
}: ThreadPlannerOptions): ThreadPlanner {
  const threads = openThreads<PlanningTasks, PlanningNote>({
    entry: ENTRY,
    ...(code && { code }),
    settings,
    most,
    turns: openTurns(most),
    graceMilliseconds: GRACE_MILLISECONDS,
  })
  const hear = ({ onProgress, onMeasured, signal, turn }: PlanHooks = {}) => ({
    signal,
    ...(turn && { turn }),
    onNote: (note: PlanningNote): void =>
      'progress' in note ? onProgress?.(note.progress) : onMeasured?.(note.measures),
  })
  return {
    plan: async (task, hooks) =>
      threads.ask('plan', { ...(await posted(task)), searchMilliseconds }, hear(hooks)),
    // Most plans are far from it, and need no thread to learn so.
    cut: async (task, hooks) =>
      mayOutgrow(task.request) ? threads.ask('cut', await posted(task), hear(hooks)) : null,
    draft: async (task, hooks) =>
      threads.ask('draft', { ...(await posted(task)), searchMilliseconds }, hear(hooks)),
    join: (task, hooks) => threads.ask('join', task, hear(hooks)),
    async estimate(task, hooks) {
      const milliseconds = Math.min(ESTIMATE_MILLISECONDS, hooks?.milliseconds ?? Infinity)
      const until = steadyNow() + milliseconds - FINISH_MILLISECONDS
      return threads.ask('estimate', { ...(await posted(task)), until }, hear(hooks))
    },
    async propose(task, hooks) {
      const until = steadyNow() + (hooks?.milliseconds ?? Infinity)
      return threads.ask('propose', { ...(await posted(task)), until }, hear(hooks))
    },
    async price(task, hooks) {
      const milliseconds = Math.min(PRICE_MILLISECONDS, hooks?.milliseconds ?? Infinity)
      const until = steadyNow() + milliseconds - FINISH_MILLISECONDS
      return threads.ask('price', { ...(await posted(task)), until }, hear(hooks))
    },
    suggest: async (task, hooks) => threads.ask('suggest', await posted(task), hear(hooks)),
    warmUp: () => threads.ask('warmUp', null),
    close: () => threads.close(),
  }
}
