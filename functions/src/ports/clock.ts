/** The clock of the machine, and what may be believed of times that were stored by it. */
import type { Clock } from '@doorwalk/core/ports'

export const systemClock: Clock = { now: () => Date.now() }

/**
 * Whether a stored time is still to come. One that lies further ahead than any is ever set was written before the clock
 * was set back: nobody waits for the old time to come again.
 *
 * @param time  milliseconds, as are those it is held against
 * @param at.longest  how far ahead it is set at most
 */
export function isAhead(time: number, { now, longest }: { now: number; longest: number }): boolean {
  return time > now && time <= now + longest
}
