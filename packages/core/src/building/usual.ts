/** What the walking model takes for granted where nobody has said or learnt anything else, and within which bounds. */
import type { Seconds } from '../units.ts'

/** Knock and wait, per door. */
export const KNOCK_SECONDS: Seconds = 35
/** Of the doors. */
export const OPENED_SHARE = 0.3
/** At a door that opens. */
export const TALK_SECONDS: Seconds = 180

/**
 * Doors an hour before which one pair of hands stands by the model as it is, door beside door: about 40, where field
 * teams are told of 20 to 35. More comes only of what was changed or learnt, and is worth a look.
 */
export const FASTEST_DOORS_PER_HOUR = 3_600 / (KNOCK_SECONDS + OPENED_SHARE * TALK_SECONDS)

/**
 * What a campaign may set, seconds and shares of 1: beyond these a slip is more likely than a habit (500 for 50, per
 * cent for a share).
 */
export const ASSUMPTION_BOUNDS = {
  openedShare: { from: 0.01, to: 1 },
  talkSeconds: { from: 10, to: 1_800 },
  knockSeconds: { from: 5, to: 300 },
  floorSeconds: { from: 0, to: 120 },
  entrySeconds: { from: 0, to: 900 },
  slackShare: { from: 0, to: 0.5 },
} as const
