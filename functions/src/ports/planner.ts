/** Planning: what is to be planned, what is told on the way, and what comes of it. */
import type { Draft } from '@doorwalk/core/assembly/draft'
import type { KeyRule } from '@doorwalk/core/assembly/key-choice'
import type { Elsewhere } from '@doorwalk/core/building/account'
import type { Assumptions } from '@doorwalk/core/building/door-time'
import type { EditTask } from '@doorwalk/core/edit/edit-task'
import type { Estimate } from '@doorwalk/core/estimate/answer'
import type { LedgerSnapshot } from '@doorwalk/core/ledger/snapshot'
import type { Partition } from '@doorwalk/core/partition/partition'
import type { PriceRequest, WishPrices } from '@doorwalk/core/price/answer'
import type { Proposal } from '@doorwalk/core/proposal/answer'
import type { ProposalOrder } from '@doorwalk/core/proposal/request'
import type { EarlierWalk } from '@doorwalk/core/replan/changes'
import type { Continuation } from '@doorwalk/core/replan/continuation'
import type { EstimateRequest, PlanRequest, ReplanRequest } from '@doorwalk/core/request/request'
import type { Suggestions } from '@doorwalk/core/suggestion/answer'
import type { SuggestRequest } from '@doorwalk/core/suggestion/request'
import type { PlanEdits } from '@doorwalk/core/walk/answer'
import type { PlanOutline } from '@doorwalk/core/walk/outline'
import type { Warning } from '@doorwalk/core/words/warning'
import type { Turn } from './jobs.ts'

/**
 * A plan as planning leaves it: written where it was made, so that nobody who stores or sends it reads it again, with
 * what must be known of it.
 */
export interface WrittenPlan {
  outline: PlanOutline
  /** JSON of the plan. */
  body: Bytes
  /** The walks of the outline, as each is stored. */
  walks: Bytes[]
  /** Absent: the plan is small enough to be read whole whenever something of it is told. */
  aside?: PlanAside
}

/** What of a large plan is kept beside it. */
export interface PlanAside {
  /** JSON of what is told in its place. */
  brief: Bytes
  /** JSON of all that it left out. */
  leftOut: Bytes
}

/** Plans walks: in this thread on Lambda, where an instance serves one request; in worker threads on a server. */
export interface Planner {
  plan(task: PlanTask, hooks?: PlanHooks): Promise<WrittenPlan>
  /** The pieces of a plan that is too large for one run; null where one is better. */
  cut(task: PlanTask, hooks?: PlanHooks): Promise<Partition | null>
  /** JSON of a {@link MadePiece}. */
  draft(task: DraftTask, hooks?: PlanHooks): Promise<Bytes>
  /** The plan that all its pieces make. */
  join(task: JoinTask, hooks?: PlanHooks): Promise<WrittenPlan>
  close(): Promise<void>
}

/** Whole: nobody else has a part of what they lie in, so that they can be handed over. */
export type Bytes = Uint8Array<ArrayBuffer>

export interface Estimator {
  estimate(task: EstimateTask, hooks?: EstimateHooks): Promise<Estimate>
}

export interface Proposer {
  /** @throws VisibleError those of proposeAreas */
  propose(task: ProposalTask, hooks?: EstimateHooks): Promise<Proposal>
}

export interface Adviser {
  /** Ways to go on with a plan. @throws VisibleError those of suggest */
  suggest(task: SuggestTask, hooks?: EstimateHooks): Promise<Suggestions>
  /** What each wish of a plan costs. @throws VisibleError those of priceWishes */
  price(task: PriceTask, hooks?: EstimateHooks): Promise<WishPrices>
}

interface EstimateHooks {
  turn?: Turn
  signal?: AbortSignal
  /** From now on; more than what is documented is not given. */
  milliseconds?: number
}

export interface PlanTask {
  /** Becomes the id of the plan. */
  planId: string
  /** Stored areas resolved, targets of the campaign merged in. */
  request: PlanRequest
  /** What was visited, leased or held out in the area when it was read. */
  ledger: LedgerSnapshot
  /** What an earlier plan leaves to this one, and how long it thought that doors take. */
  continuation?: Continuation
  assumptions?: Assumptions
  /** Ids of the targets that the request itself names; undefined: all. */
  named?: string[]
  /** The plan says how it differs from that one. */
  replaces?: {
    of: string
    keep: ReplanRequest['keep']
    walks: EarlierWalk[]
    /** What was changed on it by hand. */
    edits?: PlanEdits | undefined
  }
  /** It is that one, changed by hand. */
  edit?: EditTask
}

/** One piece of a large plan; its volunteers, targets and start time are in the request. */
export interface DraftTask extends PlanTask {
  /** Its blocks. */
  cells: string[]
  /** Which targets are key buildings, as in all pieces. */
  keys?: KeyRule
  /** What the request names and no piece has. */
  elsewhere?: Elsewhere[]
}

export interface JoinTask {
  /** Becomes the id of the plan. */
  planId: string
  request: PlanRequest
  assumptions: Assumptions
  warnings: Warning[]
  /** As {@link Planner.draft} wrote them, in their order. */
  pieces: Uint8Array[]
}

/** A piece that is done, and where its time went. */
export interface MadePiece {
  draft: Draft
  measures: Measures | null
}

export interface EstimateTask {
  /** As {@link PlanTask.request}. */
  estimate: EstimateRequest
  ledger: LedgerSnapshot
}

/** A plan that is done, and how its walks stand. */
export interface AskedPlan {
  planId: string
  /** As {@link PlanTask.request}, with the version, the moment and the meeting point of the plan. */
  request: PlanRequest
  /** The plan's own leases do not count. */
  ledger: LedgerSnapshot
  assumptions: Assumptions
  walks: KeptWalk[]
  /** What was pinned and locked on it by hand. */
  edits: Pick<PlanEdits, 'pins' | 'locks'>
}

export interface KeptWalk {
  /** JSON of it, as it is stored. */
  body: Bytes
  walker: string
  /** RFC 3339; null: nobody has set out. */
  begunAt: string | null
  isOver: boolean
}

export interface SuggestTask extends AskedPlan {
  wish: SuggestRequest
}

export interface PriceTask extends AskedPlan {
  asked: PriceRequest
  /** As if nothing was held out; null: nothing is. */
  openLedger: LedgerSnapshot | null
}

export interface ProposalTask {
  /** With the targets of the campaign. */
  request: ProposalOrder
  /** JSON of the areas, as the ranking is kept. */
  ranking: Uint8Array
  ledger: LedgerSnapshot
}

export interface PlanHooks {
  onProgress?: (progress: Progress) => void
  /** Before the plan is returned. */
  onMeasured?: (measures: Measures) => void
  /** Default: whoever calls is alone. */
  turn?: Turn
  signal?: AbortSignal
  /** Milliseconds on the clock: the best walks found by then. */
  deadline?: number
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

/** What took the time of a plan, in whole milliseconds. */
export interface Timings {
  total: number
  waiting?: number
  steps: Record<string, number>
  other?: number
}
