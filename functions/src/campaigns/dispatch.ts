/** Whether a campaign may send people out at a moment: never at night, around a ballot, or after the last one. */
import { VisibleError } from '@doorwalk/core/error'
import type { CampaignSettings } from './settings.ts'
import { dayEnd, localTime, midnight } from './ballots.ts'

const HOUR = 3_600_000

/** The end of the last ballot's day, or undefined without ballots. */
export function lastBallotEnd({ ballots, timeZone }: CampaignSettings): number | undefined {
  const last = [...ballots].sort().at(-1)
  return last === undefined ? undefined : dayEnd(last, timeZone)
}

/**
 * Refuses to have anybody knock at night, on the eve and the day of a ballot, and after the last one.
 *
 * @param at    milliseconds when a walk begins, or when its last door is reached
 * @param what  happens then
 * @throws VisibleError `dispatch.closed` (409)
 */
export function checkDispatch(
  settings: CampaignSettings,
  { at: milliseconds, what }: { at: number; what: string },
): void {
  const local = localTime(milliseconds, settings.timeZone)
  const time = local.slice(11, 16)
  const refuse = (why: string): never => {
    throw new VisibleError('conflict', 'dispatch.closed', `no ${what} at ${local}: ${why}`)
  }
  const end = lastBallotEnd(settings)
  if (end !== undefined && milliseconds >= end) refuse('the last ballot is over')
  for (const day of settings.ballots) {
    const start = midnight(day, settings.timeZone)
    if (
      milliseconds >= start - settings.silenceHours * HOUR &&
      milliseconds < dayEnd(day, settings.timeZone)
    ) {
      refuse(`the silence before the ballot of ${day} has begun`)
    }
  }
  if (time < settings.firstKnock || time > settings.lastKnock) {
    const { firstKnock, lastKnock } = settings
    refuse(
      `doors are knocked on from ${firstKnock} to ${lastKnock}; choose another startAt, or fewer minutes`,
    )
  }
}
