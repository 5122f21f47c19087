/** What happens here that others listen to. */
import type { PlanRef } from './jobs.ts'

/**
 * Tells what happened to those who listen: `wiring.ts` says who. Returns when they are through, and throws what one of
 * them throws. What is told again, because a process died in between, changes nothing.
 */
export type Announce = (event: Announcement) => Promise<void>

type Announcement =
  | PlanEnded
  | PlanCommitted
  | PlanStale
  | BatchPlanned
  | WalkChanged
  | BlocksVisited
  | BlockFinished
  | ImportEnded

/** Done, failed, cancelled or removed: its head says which. */
export interface PlanEnded {
  kind: 'plan ended'
  ref: PlanRef
  /** Whoever asked for it waits for the answer. */
  isAwaited: boolean
}

/** Its walks hold their targets from now on, or did before. */
interface PlanCommitted {
  kind: 'plan committed'
  ref: PlanRef
}

/** A draft cannot be leased any more as it was planned. */
export interface PlanStale {
  kind: 'plan stale'
  ref: PlanRef
  region: string
  reasons: StaleReason[]
}

/** Targets were visited, are leased by others, held out or closed by a list; the region has a newer version. */
export type StaleReason = 'visited' | 'leased' | 'hold_out' | 'excluded' | 'region'

/** Done or failed, or its campaign is gone: its head says which. */
export interface ImportEnded {
  kind: 'import ended'
  campaign: string
  importId: string
}

/** Every plan of a batch has ended. */
export interface BatchPlanned {
  kind: 'batch planned'
  campaign: string
  batch: { batchId: string; label: string; region: string; plans: string[] }
}

/** Also told when somebody asked for a change that had been made before. */
export interface WalkChanged {
  kind: 'walk changed'
  campaign: string
  walk: {
    walkId: string
    planId: string
    state: string
    /** RFC 3339. */
    startedAt: string | null
    endedAt: string | null
    /** Number of those held. */
    targets: number
  }
}

/** Visits of targets in these blocks were taken, now or before. */
export interface BlocksVisited {
  kind: 'blocks visited'
  campaign: string
  region: string
  blocks: string[]
}

/** No target of the block is due or will become due. */
export interface BlockFinished {
  kind: 'block finished'
  campaign: string
  region: string
  block: string
  /** Every target that stands there. */
  stock: { id: string; doors: number }[]
}
