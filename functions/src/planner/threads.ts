/**
 * Plans in threads, so that the server answers while it plans. A cancelled plan ends its thread: nothing else stops a
 * computation that does not listen.
 */
import { mayOutgrow } from '@doorwalk/core/partition/partition'
import { openThreads } from '../threads/pool.ts'
import type { PlanningNote, PlanningTasks } from './tasks.ts'
import type { Estimator, PlanHooks, Planner } from '../world.ts'

const ENTRY = new URL('./plan-thread.mjs', import.meta.url)

/** What a planning thread is started with. */
export interface PlanningSettings {
  regionRoots: string[]
  osrm?: string | undefined
}

export function threadPlanner({
  threads: most,
  ...settings
}: PlanningSettings & { threads: number }): Planner & Estimator {
  const threads = openThreads<PlanningTasks, PlanningNote>({ entry: ENTRY, settings, most })
  const hear = ({ onProgress, onMeasured, signal }: PlanHooks = {}) => ({
    signal,
    onNote: (note: PlanningNote): void =>
      'progress' in note ? onProgress?.(note.progress) : onMeasured?.(note.measures),
  })
  return {
    plan: (task, hooks) => threads.ask('plan', task, hear(hooks)),
    // Most plans are far from it, and need no thread to learn so.
    cut: async (task, hooks) => (mayOutgrow(task.request) ? threads.ask('cut', task, hear(hooks)) : null),
    draft: (task, hooks) => threads.ask('draft', task, hear(hooks)),
    join: (task, hooks) => threads.ask('join', task, hear(hooks)),
    estimate: (task) => threads.ask('estimate', task),
    close: () => threads.close(),
  }
}
