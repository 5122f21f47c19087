/** What a planning thread can be asked for, and what it tells on the way. */
import type { Draft } from '@doorwalk/core/assembly/draft'
import type { Estimate } from '@doorwalk/core/estimate/answer'
import type { Partition } from '@doorwalk/core/partition/partition'
import type { Plan } from '@doorwalk/core/walk/answer'
import type { Task } from '../threads/message.ts'
import type { DraftTask, EstimateTask, Measures, PlanTask, Progress } from '../world.ts'

export interface PlanningTasks {
  plan: Task<PlanTask, Plan>
  cut: Task<PlanTask, Partition | null>
  draft: Task<DraftTask, Draft>
  estimate: Task<EstimateTask, Estimate>
}

export type PlanningNote = { progress: Progress } | { measures: Measures }
