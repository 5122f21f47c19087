/**
 * How far budgets are shrunk so that walks become even, round after round: to a little above the mean use, looser where
 * not everything went in, and closer again once it did.
 */

/** Longest walk ÷ mean that is promised. */
export const PROMISED = 1.1
/** Shrunk budget ÷ mean use; the rest is room for walking saved after shrinking. */
const EVEN_SHARE = 1.06
/** The same while looks count: what is left of the promise is room to put houses together. */
const LOOKS_SHARE = 1.09
/**
 * Added to it where a round could not put everything in, twice that after so many: a stop that takes long needs more
 * than what is left of each walk.
 */
const RELAXED_BY = 0.04
const PATIENCE = 3

export class Shrinking {
  private floor: number
  private even = EVEN_SHARE
  private goal = EVEN_SHARE
  private failures = 0
  /** The least share of the budgets under which everything was in, and the most under which not. */
  private least = Infinity
  private most = 0

  /** @param floor  share below which something cannot be done */
  constructor(floor: number) {
    this.floor = floor
  }

  /** The next share of the budgets to try, at most 1. @param mean  share that walks use on average */
  next(mean: number): number {
    const between = Math.max(this.goal * mean, (this.most + this.least) / 2)
    const wanted = this.least === Infinity ? this.even * mean : Math.min(this.least, between)
    return Math.min(1, Math.max(wanted, this.floor))
  }

  /** The share while looks count, at most 1. */
  forLooks(mean: number): number {
    return Math.min(1, Math.max(this.least, LOOKS_SHARE * mean))
  }

  /** Something was left out under a share. */
  failed(share: number): void {
    this.most = Math.max(this.most, share)
    this.even += ++this.failures > PATIENCE ? 2 * RELAXED_BY : RELAXED_BY
  }

  /** Everything went in under a share. */
  fitted(share: number): void {
    this.least = Math.min(this.least, share)
  }

  /** From now on no closer than the promise, and down to another floor. */
  settle(floor: number): void {
    this.goal = PROMISED
    this.floor = floor
  }
}
