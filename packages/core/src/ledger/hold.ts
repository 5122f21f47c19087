/**
 * Whether a walk still holds its targets. A block says only which walk holds a target; the plan's commit and the walk
 * say whether that is still so, so that finishing, releasing and prolonging a walk change one item.
 */

/** A commit: pending until every block is taken, then committed at once for all its walks, or void. */
export interface Commit {
  state: 'pending' | 'committed' | 'void'
  /** Milliseconds: a pending commit may be declared void from then on. */
  until: number
}

export const WALK_STATES = ['leased', 'started', 'finished', 'released', 'expired'] as const
type WalkState = (typeof WALK_STATES)[number]

export interface WalkHold {
  state: WalkState
  /** Milliseconds: from then on the walk may be declared expired. */
  until: number
  /** When that was said, milliseconds; undefined: before it was kept. */
  saidAt?: number | undefined
}

/** A commit that took longer has died. */
export const PENDING_MILLISECONDS = 60_000
/** Kept beyond the planned end: walks run late. */
export const GRACE_MILLISECONDS = 60 * 60_000

/**
 * Whether a pending commit may still come to count. One that claims more time than commits get was written before the
 * clock was set back: nobody waits for the old time to come again.
 */
export function isPending(commit: Commit | undefined, now: number): boolean {
  return commit?.state === 'pending' && commit.until > now && commit.until <= now + PENDING_MILLISECONDS
}

/** No two clocks that are right differ by so much. */
const AHEAD_MILLISECONDS = 5 * 60_000

/**
 * A walk whose time was said before the clock was set back has as much time from now as it was given then: nobody waits
 * for the old time to come again, and nobody takes the targets from who may be on the way. The same one for all others;
 * it is to be stored, since its time begins when this is called.
 */
export function redated<Walk extends WalkHold>(walk: Walk, now: number): Walk {
  const { until, saidAt } = walk
  if (saidAt === undefined || saidAt <= now + AHEAD_MILLISECONDS || until <= saidAt) return walk
  return { ...walk, until: now + until - saidAt, saidAt: now }
}

/**
 * @returns `held`, `free`, or `lapsed`: its time has passed and whoever wants the targets must first end the holder by
 *          a conditional write, so that a late holder finds out
 */
export function holdState(
  { commit, walk }: { commit: Commit | undefined; walk: WalkHold | undefined },
  now: number,
): 'held' | 'free' | 'lapsed' {
  if (!commit || commit.state === 'void') return 'free'
  if (commit.state === 'pending') return isPending(commit, now) ? 'held' : 'lapsed'
  if (!walk || (walk.state !== 'leased' && walk.state !== 'started')) return 'free'
  return walk.until > now ? 'held' : 'lapsed'
}
