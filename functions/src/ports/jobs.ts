/** Jobs, of plans, imports and lists: who asks for them, in which lane, for whom. */

/** Of a job that is an import or a list, `planId` is the id of that. */
export interface PlanRef {
  campaign: string
  planId: string
}

/** Planning jobs: somebody here or elsewhere works on them. */
export interface JobQueue {
  /**
   * Hands a plan over; returns when it has ended, or after `wait` milliseconds at the latest, by default at once;
   * sooner where the signal says that nobody waits any more. What is waited for goes into the lane of short plans.
   */
  submit(ref: PlanRef, wait?: number, signal?: AbortSignal): Promise<void>
  /**
   * Stops the plan, or its pieces, if they run here; the head already says `cancelled`. True when it is certain that
   * nobody works on it any more.
   */
  cancel(ref: PlanRef): Promise<boolean>
  /** Did the last run of the plan, or of one of its pieces, find no room on the disk of this server? */
  waitsForRoom(ref: PlanRef): boolean
  /** Forgets all jobs of a campaign, and stops those that run here. */
  cancelAll(campaign: string): Promise<void>
  /** Before {@link close}: begins only what somebody waits for, and lets go of what nobody waits for. */
  drain(): void
  /** Lets go of running jobs; another process, or the next start, takes them up. */
  close(): Promise<void>
}

/** Short: somebody waits for it. What turns out to be long goes over to the others. */
export type Lane = 'estimate' | 'short' | 'long'

/** For whom something is worked out, and in which lane it is at the moment. */
export interface Turn {
  campaign: string
  lane: Lane
}
