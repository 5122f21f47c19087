/** What a planning thread can be asked for, and what it tells on the way. */
import type { Estimate } from '@doorwalk/core/estimate/answer'
import type { WishPrices } from '@doorwalk/core/price/answer'
import type { Proposal } from '@doorwalk/core/proposal/answer'
import type { Partition } from '@doorwalk/core/partition/partition'
import type { Suggestions } from '@doorwalk/core/suggestion/answer'
import type { Posted } from './posted.ts'
import type { Task } from '../threads/message.ts'
import type {
  Bytes,
  DraftTask,
  EstimateTask,
  JoinTask,
  Measures,
  PlanTask,
  PriceTask,
  ProposalTask,
  SuggestTask,
  Progress,
  WrittenPlan,
} from '../ports/planner.ts'

/** Ends the search, whatever its iterations. */
interface Limit {
  searchMilliseconds?: number | undefined
}

/** `until` is on the steady clock. */
export interface PlanningTasks {
  plan: Task<Posted<PlanTask> & Limit, WrittenPlan>
  cut: Task<Posted<PlanTask>, Partition | null>
  draft: Task<Posted<DraftTask> & Limit, Bytes>
  join: Task<JoinTask, WrittenPlan>
  estimate: Task<Posted<EstimateTask> & { until: number }, Estimate>
  propose: Task<Posted<ProposalTask> & { until: number }, Proposal>
  price: Task<Posted<PriceTask> & { until: number }, WishPrices>
  suggest: Task<Posted<SuggestTask>, Suggestions>
  warmUp: Task<null, void>
}

export type PlanningNote = { progress: Progress } | { measures: Measures }
