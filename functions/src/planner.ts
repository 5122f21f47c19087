/** Plans walks: in this thread on Lambda, where an instance serves one request; in worker threads on a server. */
import type { Assumptions } from '@doorwalk/core/building/door-time'
import type { LedgerSnapshot } from '@doorwalk/core/ledger/snapshot'
import type { Partition } from '@doorwalk/core/partition'
import type { Before } from '@doorwalk/core/before'
import type { Plan } from '@doorwalk/core/walk/answer'
import type { Estimate } from '@doorwalk/core/walk/estimate'
import type { EstimateRequest, PlanRequest } from '@doorwalk/core/request'
import type { Draft } from '@doorwalk/core/walks'

export interface PlanTask {
  /** Becomes the id of the plan. */
  planId: string
  /** Stored areas resolved, targets of the campaign merged in. */
  request: PlanRequest
  /** What was visited, leased or held out in the area when it was read. */
  ledger: LedgerSnapshot
  /** What an earlier plan leaves to this one, and how long it thought that doors take. */
  before?: Before
  assumptions?: Assumptions
}

/** One piece of a large plan; its volunteers, targets and start time are in the request. */
export interface DraftTask extends PlanTask {
  /** Its blocks. */
  cells: string[]
}

export interface EstimateTask {
  /** As {@link PlanTask.request}. */
  estimate: EstimateRequest
  ledger: LedgerSnapshot
}

export interface Progress {
  stage: string
  /** 0…1 of the stage. */
  share: number
}

/** Where the time of a plan went, and how much of what there was it got. */
export interface Measures {
  /** Milliseconds by step of the pipeline. */
  steps: Record<string, number>
  /** On the walks. */
  prize: number
  /** Of all targets that might have been walked. */
  offered: number
}

export interface PlanHooks {
  onProgress?: (progress: Progress) => void
  /** Before the plan is returned. */
  onMeasured?: (measures: Measures) => void
  signal?: AbortSignal
  /** Milliseconds on the clock: the best walks found by then. */
  deadline?: number
}

export interface Planner {
  plan(task: PlanTask, hooks?: PlanHooks): Promise<Plan>
  /** The pieces of a plan that is too large for one run; null where one is better. */
  cut(task: PlanTask, hooks?: PlanHooks): Promise<Partition | null>
  draft(task: DraftTask, hooks?: PlanHooks): Promise<Draft>
  close(): Promise<void>
}

export interface Estimator {
  estimate(task: EstimateTask): Promise<Estimate>
}
